"""What is at stake: what the company needs, and what each level step is worth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.content.catalogue_file import Role
from desktop.content.level_steps import Step
from desktop.planning.plan import Need
from desktop.planning.request import PlanRequest

_STEP_WEIGHTS = (4, 3, 2, 1)
_COMPANY_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Stakes:
    """Needs, present levels (0 where not assessed), and the points of each step.

    A role gains its points when it reaches the step; the company gains its own when any role does that the
    step matters to.
    """

    needs: tuple[Need, ...]
    levels: Mapping[str, int]
    role_points: Mapping[tuple[Role, Step], int]
    company_points: Mapping[Step, int]

    def value(self, reached: Iterable[tuple[Role, Step]]) -> int:
        """The points of the steps reached."""
        counted = {pair for pair in reached if pair in self.role_points}
        for_roles = sum(self.role_points[pair] for pair in counted)
        return for_roles + sum(self.company_points[step] for step in {step for _, step in counted})


def weigh(request: PlanRequest) -> Stakes:
    """The needs of the company and the worth of each step towards them."""
    needs = _needs(request)
    role_points: dict[tuple[Role, Step], int] = {}
    company_points: dict[Step, int] = {}
    for need in needs:
        relevance = request.catalogue.competences[need.competence].roles
        for weight, level in zip(_STEP_WEIGHTS, range(need.level + 1, need.target + 1), strict=False):
            step = Step(need.competence, level)
            for role in request.people:
                if relevance.get(role, 0):
                    role_points[role, step] = need.priority * relevance[role] * weight
                    company_points[step] = need.priority * _COMPANY_WEIGHT * weight
    levels = {competence: level or 0 for competence, level in request.levels.items()}
    return Stakes(needs, levels, role_points, company_points)


def _needs(request: PlanRequest) -> tuple[Need, ...]:
    """Most urgent first, then the widest gap, then by name."""
    found = []
    for competence in request.catalogue.competences:
        level = request.levels.get(competence)
        target = request.catalogue.target_level(competence, request.company)
        if level is not None and level < target:
            priority = request.catalogue.targets[competence].priority
            found.append(Need(competence, level, target, priority))
    return tuple(sorted(found, key=lambda need: (-need.priority, need.level - need.target, need.competence)))
