"""What the page of the plan has worked out in a worker thread."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.advising import ExpertRemark
from desktop.content.company import Constraints
from desktop.dossier import Situation
from desktop.guidance import Guidance
from desktop.planning import OpenGap, Plan, greatest_value
from desktop.planning.hours_curve import HoursCurve, hours_curve
from desktop.planning.quick_wins import QuickWin
from desktop.text import Wording
from desktop.ui.plan.why import Why, answers_behind_wins, why_in_words
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class Besides:
    """What the page tells besides the plan: quick wins, where to go, how many topics have no answer yet.

    `remarks` are what the hub's advisers say.
    """

    quick_wins: tuple[QuickWin, ...]
    guidance: Guidance
    not_asked: int
    remarks: tuple[ExpertRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan within its limits; while it is a draft, `besides` is that of a plan before, if there was one.

    `whole` is the value of a plan that would close every gap.
    """

    situation: Situation
    plan: Plan
    besides: Besides | None
    is_draft: bool
    whole: int

    @property
    def limits(self) -> Constraints:
        """What the plan had to fit, nothing left open."""
        return self.situation.limits


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept plan as it would be today."""

    id: int
    name: str
    solved: Solved


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was worked out after the plan: what the hours bring, and the plans kept."""

    curve: HoursCurve | None
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why each course is in the plan, the answers behind each quick win, by their ids; gaps with remedies.

    `limits` are those that all this is true for.
    """

    of_courses: Mapping[str, Why]
    of_wins: Mapping[str, tuple[str, ...]]
    open_gaps: tuple[OpenGap, ...] = ()
    limits: Constraints | None = None


NO_REASONS = Reasons({}, {})


def drafted(workspace: Workspace, case: Case, before: Solved | None) -> Solved:
    """A plan at once: the best one where it is known."""
    situation = workspace.situation(case) if before is None else before.situation.within(case.constraints)
    known = workspace.plans.ready.known(situation.request)  # asked for once: it may become known meanwhile
    plan = known or workspace.plans.at_once(situation, before.plan if before else None)
    is_draft = known is None
    besides = before.besides if before else None
    found = Solved(situation, plan, besides, is_draft, greatest_value(situation.request))
    return found if is_draft else _whole(workspace, case, found)


def proven(workspace: Workspace, case: Case, draft: Solved) -> Solved:
    """The best plan within the limits of a draft; the solver runs here."""
    plan = workspace.plans.make(draft.situation, draft.plan)
    return _whole(workspace, case, replace(draft, plan=plan, is_draft=False))


def _whole(workspace: Workspace, case: Case, found: Solved) -> Solved:
    asked_before = found.besides
    missing = asked_before.not_asked if asked_before else len(workspace.offers.not_asked(case))
    guidance = workspace.plans.guidance(case, found.plan)
    remarks = workspace.hub.advising.remarks(case.id)
    wins = workspace.plans.quick_wins(found.situation)
    return replace(found, besides=Besides(wins, guidance, missing, remarks))


def looked_ahead(
    workspace: Workspace, case: Case, solved: Solved, is_wanted: Callable[[], bool]
) -> Ahead | None:
    """What is told after the plan; None where it was not wanted to the end."""
    curve = hours_curve(workspace.plans.ready, solved.situation.request, solved.plan, is_wanted)
    kept = []
    for each in workspace.kept_plans.of(case):
        if not is_wanted():
            return None
        situation = solved.situation.within(each.constraints)
        plan = workspace.plans.make(situation, solved.plan)
        whole = greatest_value(situation.request)
        kept.append(Kept(each.id, each.name, Solved(situation, plan, None, is_draft=False, whole=whole)))
    if not is_wanted():
        return None
    return Ahead(curve, tuple(kept))


def made_ahead(
    workspace: Workspace, solved: Solved, neighbours: Iterable[Constraints], is_wanted: Callable[[], bool]
) -> None:
    """The plans of neighbouring limits, so that they are there at once."""
    requests = (solved.situation.within(limits).request for limits in neighbours)
    workspace.plans.ready.make_ahead(requests, is_wanted)


def explained(workspace: Workspace, case: Case, wording: Wording) -> Reasons:
    """The reasons behind the plan of a case; takes seconds."""
    dossier = workspace.dossier(case)
    wins = answers_behind_wins(dossier, wording)
    return Reasons(why_in_words(dossier, wording), wins, dossier.plan.open_gaps, case.constraints)


def share_of(points: int, whole: int) -> Fraction:
    """Points as a share of a whole, 0 where there is none."""
    return Fraction(points, whole) if whole else Fraction(0)
