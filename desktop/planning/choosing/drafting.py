"""A good plan at once, for as long as the best one is still being looked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.candidates import Key
from desktop.planning.choosing.objective import most_courses
from desktop.planning.learning import Learner
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes

_Worth = tuple[int, int, Key, Candidate]


def draft(
    request: PlanRequest, stakes: Stakes, candidates: Collection[Candidate], like: Collection[Key] = ()
) -> tuple[Candidate, ...]:
    """Courses that can be walked within all limits: those to be kept, then as before, then by their gain.

    Nothing is proven of them; where what is kept does not fit, they are no plan.
    """
    growing = _Growing(request, stakes, candidates)
    waiting = sorted(candidates, key=lambda c: (not c.is_kept, c.key not in like, c.key))
    growing.take_all(c for c in waiting if c.is_kept or c.key in like)
    while best := growing.best():
        growing.take(best)
    return tuple(growing.chosen.values())


@dataclass
class _Growing:
    """A choice of courses that grows; it never breaks a limit."""

    request: PlanRequest
    stakes: Stakes
    candidates: Collection[Candidate]
    chosen: dict[Key, Candidate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._learners = {role: Learner(levels) for role, levels in self.stakes.levels.items()}
        self._left: dict[Role, int] = {role: self.request.half_hours[role] for role in self.request.people}
        self._mine = {role: [c for c in self.candidates if c.role == role] for role in self.request.people}
        self._places = {role: _places_of_choice(mine) for role, mine in self._mine.items()}
        self._euro_left = self.request.constraints.budget_eur
        self._worth_taking: dict[Role, list[_Worth]] = {}

    def take_all(self, wanted: Iterable[Candidate]) -> None:
        """Take what fits, as it becomes open."""
        waiting = list(wanted)
        while opened := [c for c in waiting if self.fits(c)]:
            self.take(opened[0])
            waiting.remove(opened[0])

    def fits(self, c: Candidate) -> bool:
        """Whether a course can be started now and keeps to all limits."""
        return (
            c.key not in self.chosen
            and c.half_hours <= self._left[c.role]
            and c.cost_eur <= self._euro_left
            and (c.is_kept or self._places[c.role] > 0)
            and self._learners[c.role].can_start(c.course)
        )

    def take(self, c: Candidate) -> None:
        """Add a course."""
        self.chosen[c.key] = c
        self._learners[c.role].take(c.course)
        self._left[c.role] -= c.half_hours
        self._places[c.role] -= not c.is_kept
        self._euro_left -= c.cost_eur
        self._worth_taking.pop(c.role, None)

    def best(self) -> Candidate | None:
        """The course worth most; None where no more is worth anything."""
        for role in self._mine.keys() - self._worth_taking.keys():
            self._worth_taking[role] = self._worthy(role)
        affordable = (
            each
            for mine in self._worth_taking.values()
            for each in mine
            if each[-1].cost_eur <= self._euro_left
        )
        best = max(affordable, key=_by_worth, default=None)
        return best and best[-1]

    def _worthy(self, role: Role) -> list[_Worth]:
        """The courses of a role that fit and are worth something."""
        worth = ((self._gain(c), -c.half_hours, c.key, c) for c in self._mine[role] if self.fits(c))
        return [each for each in worth if each[0] > 0]

    def _gain(self, c: Candidate) -> int:
        levels = self._learners[c.role].levels
        return sum(
            self.stakes.role_points.get((c.role, step), 0) + self.stakes.company_points.get(step, 0)
            for step in c.steps
            if step.level > levels.get(step.competence, 0)
        )


def _places_of_choice(mine: Collection[Candidate]) -> int:
    """How many courses a role may have besides those to be kept, each of which has its place."""
    return most_courses(mine) - sum(c.is_kept for c in mine)


def _by_worth(worth: _Worth) -> tuple[int, int, Key]:
    return worth[:3]
