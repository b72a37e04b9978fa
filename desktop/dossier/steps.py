"""What became of the steps of a plan: which there are, how many are done, which the plan has no more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.content.steps import CourseOf, StepState, service_key, win_key
from desktop.dossier.services import services_for_gaps
from desktop.planning import OpenGap, Plan
from desktop.planning.quick_wins import QuickWin

_MOST_SERVICES = 5


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What became of a step, and what was noted of it."""

    state: StepState
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many steps are done and under way, of how many; what was dropped counts nowhere."""

    done: int
    under_way: int
    total: int

    @property
    def is_begun(self) -> bool:
        """Whether anything was done yet."""
        return self.done + self.under_way > 0


def plan_services(gaps: Iterable[OpenGap], library: Library, company: Company) -> tuple[ServiceEntry, ...]:
    """The services of a hub that a plan asks for, by its open gaps, the most urgent first."""
    return services_for_gaps(gaps, library, company)[:_MOST_SERVICES]


def keys_of(plan: Plan, wins: Iterable[QuickWin], services: Iterable[ServiceEntry]) -> tuple[str, ...]:
    """The keys of the steps of a plan: quick wins, courses of roles, services."""
    return (
        *(win_key(win.action.id) for win in wins),
        *(CourseOf(planned.course.id, planned.role).key for planned in plan.courses),
        *(service_key(service.id) for service in services),
    )


def earlier_keys(keys: Iterable[str], steps: Mapping[str, PlanStep]) -> tuple[str, ...]:
    """The steps somebody spoke of that the plan no longer has."""
    known = frozenset(keys)
    return tuple(key for key in steps if key not in known)


def count_steps(keys: Iterable[str], steps: Mapping[str, PlanStep]) -> StepCount:
    """How far the steps of a plan are, with what was done before they changed."""
    wanted = tuple(keys)
    states = [steps[key].state if key in steps else "open" for key in wanted]
    states += [state for key in earlier_keys(wanted, steps) if (state := steps[key].state) != "open"]
    counted = [state for state in states if state != "dropped"]
    return StepCount(counted.count("done"), counted.count("under-way"), len(counted))
