"""What is at stake: what the company needs, and what each level step is worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.plan import Need, Step
from desktop.planning.request import PlanRequest

_STEP_WEIGHTS = (4, 3, 2, 1)
_COMPANY_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Stakes:
    """Needs, each role's present levels (0 where not assessed), and the points of each step.

    A role gains its points when it reaches the step; the company gains its own when any role does that the
    step matters to.
    """

    needs: tuple[Need, ...]
    levels: Mapping[Role, Mapping[str, int]]
    role_points: Mapping[tuple[Role, Step], int]
    company_points: Mapping[Step, int]

    def value(self, reached: Iterable[tuple[Role, Step]]) -> int:
        """The points of the steps reached."""
        counted = {pair for pair in reached if pair in self.role_points}
        for_roles = sum(self.role_points[pair] for pair in counted)
        return for_roles + sum(self.company_points[step] for step in {step for _, step in counted})


def weigh(request: PlanRequest) -> Stakes:
    """The needs of the company and the worth of each step towards them."""
    needs = []
    role_points: dict[tuple[Role, Step], int] = {}
    company_points: dict[Step, int] = {}
    for competence in request.catalogue.competences:
        gaps = tuple(_gaps(request, competence))
        if (need := _need(request, competence, gaps)) is not None:
            needs.append(need)
            role_points.update(_role_points(request, need, gaps))
            company_points.update(_company_points(request, need, gaps))
    ordered = sorted(needs, key=lambda need: (-need.priority, need.level - need.target, need.competence))
    return Stakes(tuple(ordered), request.present, role_points, company_points)


def greatest_value(request: PlanRequest) -> int:
    """The points of a plan that would close every gap: the whole of what can be gained."""
    stakes = weigh(request)
    return stakes.value(stakes.role_points)


@dataclass(frozen=True, slots=True)
class _Gap:
    role: Role
    level: int
    target: int


def _gaps(request: PlanRequest, competence: str) -> Iterator[_Gap]:
    """The roles below what they need; those nothing is known of are not looked at."""
    relevance = request.catalogue.competences[competence].roles
    is_assessed = request.levels.get(competence) is not None
    for role, levels in request.present.items():
        is_known = is_assessed or competence in request.role_levels.get(role, {})
        gap = _Gap(role, levels.get(competence, 0), request.target(competence, role))
        if is_known and relevance.get(role, 0) and gap.level < gap.target:
            yield gap


def _need(request: PlanRequest, competence: str, gaps: Sequence[_Gap]) -> Need | None:
    """What the company or any of its roles lacks; None where all have what they need."""
    level = request.levels.get(competence)
    target = request.catalogue.target_level(competence, request.company)
    lowest = [gap.level for gap in gaps]
    if level is not None and level < target:
        return Need(competence, min(level, *lowest, level), target, _priority(request, competence))
    if not gaps:
        return None
    return Need(competence, min(lowest), max(gap.target for gap in gaps), _priority(request, competence))


def _priority(request: PlanRequest, competence: str) -> int:
    return request.catalogue.targets[competence].priority


def _weight(request: PlanRequest, need: Need) -> int:
    """The urgency, doubled in the areas the company favours."""
    is_favoured = request.catalogue.competences[need.competence].area in request.constraints.favoured_areas
    return need.priority * (2 if is_favoured else 1)


def _role_points(
    request: PlanRequest, need: Need, gaps: Iterable[_Gap]
) -> Iterator[tuple[tuple[Role, Step], int]]:
    """The first step of a role is worth most, each further one less."""
    relevance = request.catalogue.competences[need.competence].roles
    for gap in gaps:
        for weight, level in zip(_STEP_WEIGHTS, range(gap.level + 1, gap.target + 1), strict=False):
            step = Step(need.competence, level)
            yield (gap.role, step), _weight(request, need) * relevance[gap.role] * weight


def _company_points(request: PlanRequest, need: Need, gaps: Sequence[_Gap]) -> Iterator[tuple[Step, int]]:
    """The company's own points for the steps that some role can reach."""
    highest = max((gap.target for gap in gaps), default=0)
    for weight, level in zip(_STEP_WEIGHTS, range(need.level + 1, highest + 1), strict=False):
        yield Step(need.competence, level), _weight(request, need) * _COMPANY_WEIGHT * weight
