"""Other ways to choose courses, under the planner's limits and by its points: a list, and two greedy ones."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning import PlanRequest, Step
from desktop.planning.choosing.candidate import Candidate, candidate_for
from desktop.planning.stakes import weigh

MOST_COURSES = 6
_HIGHEST_LEVEL = 4
Taken = tuple[Candidate, ...]


class Shelf:
    """A request with every course that some role of the company could take, none left out as superfluous."""

    def __init__(self, request: PlanRequest) -> None:
        self.request = request
        self.stakes = weigh(request)
        excluded = request.constraints.decided("excluded", "done")
        found = (
            candidate_for(request, course, role)
            for role in request.people
            for course in request.catalogue.courses.values()
            if (role, course.id) not in excluded
        )
        candidates = [candidate for candidate in found if candidate is not None]
        self.courses = tuple(sorted(candidates, key=lambda candidate: candidate.key))

    def fits(self, taken: Taken) -> bool:
        """Whether courses keep to the hours and the number of courses of each role, and to the budget."""
        for role in self.request.people:
            mine = [candidate.half_hours for candidate in taken if candidate.role == role]
            if sum(mine) > self.request.half_hours[role] or len(mine) > MOST_COURSES:
                return False
        return sum(candidate.cost_eur for candidate in taken) <= self.request.constraints.budget_eur

    def worth(self, taken: Taken) -> int:
        """The points of what is reached with those of the courses that can be started, in whatever order."""
        return self.stakes.value(
            (role, Step(name, level))
            for role in self.request.people
            for name, reached in self.walk(taken, role)[0].items()
            for level in range(self.stakes.levels[role].get(name, 0) + 1, reached + 1)
        )

    def stuck(self, taken: Taken) -> Taken:
        """The courses that can never be started."""
        begun = {(role, name) for role in self.request.people for name in self.walk(taken, role)[1]}
        return tuple(candidate for candidate in taken if candidate.key not in begun)

    def walk(self, taken: Taken, role: Role) -> tuple[Mapping[str, int], Collection[str]]:
        """A role's levels at the end, and the courses it could start."""
        levels = dict(self.stakes.levels[role])
        waiting = {candidate.course.id: candidate.course for candidate in taken if candidate.role == role}
        begun: set[str] = set()
        while opened := [
            course
            for course in waiting.values()
            if all(levels.get(name, 0) >= needed for name, (needed, _) in course.teaches.items())
            and all(begun.intersection(names) for names in course.after)
        ]:
            for course in opened:
                begun.add(course.id)
                del waiting[course.id]
                for name, (_, reached) in course.teaches.items():
                    levels[name] = max(levels.get(name, 0), reached)
        return levels, begun


def list_by_score(shelf: Shelf) -> Taken:
    """What a prepared list gives: for each weak competence, most urgent first, the course of its next level.

    Once all have one, those of the levels above, until hours, budget or number of courses run out. Of several
    courses the one in the language wanted most, then the cheapest, then the shortest. What courses build on
    is not looked at.
    """
    taken: Taken = ()
    for rise in range(1, _HIGHEST_LEVEL + 1):
        for need in shelf.stakes.needs:
            for role, levels in shelf.stakes.levels.items():
                step = Step(need.competence, levels.get(need.competence, 0) + rise)
                if (role, step) in shelf.stakes.role_points:
                    taken = _listed(shelf, taken, role, step)
    return taken


def _listed(shelf: Shelf, taken: Taken, role: Role, step: Step) -> Taken:
    if any(candidate.role == role and step in candidate.steps for candidate in taken):
        return taken
    for candidate in sorted(_teaching(shelf, role, step), key=_as_listed):
        if candidate not in taken and shelf.fits((*taken, candidate)):
            return (*taken, candidate)
    return taken


def _as_listed(candidate: Candidate) -> tuple[int, int, int, str]:
    return candidate.language.rank, candidate.cost_eur, candidate.half_hours, candidate.course.id


def _teaching(shelf: Shelf, role: Role, step: Step) -> Iterator[Candidate]:
    return (c for c in shelf.courses if c.role == role and step in c.steps)


def greedy_by_hour(shelf: Shelf) -> Taken:
    """Again and again the course, with what it needs before it, that brings the most points for an hour."""
    return _greedy(shelf, lambda gain, bundle: gain / sum(c.half_hours for c in bundle))


def greedy_by_value(shelf: Shelf) -> Taken:
    """Again and again the course, with what it needs before it, that brings the most points."""
    return _greedy(shelf, lambda gain, _: gain)


def _greedy(shelf: Shelf, merit: Callable[[int, Taken], float]) -> Taken:
    taken: Taken = ()
    while True:
        worth = shelf.worth(taken)
        found = []
        for bundle in _bundles(shelf, taken):
            gain = shelf.worth((*taken, *bundle)) - worth
            if gain > 0:
                found.append((merit(gain, bundle), gain, [c.key for c in bundle], bundle))
        if not found:
            return taken
        taken = (*taken, *max(found)[-1])


def _bundles(shelf: Shelf, taken: Taken) -> Iterator[Taken]:
    """Each course that still brings something and fits, with the missing courses right before it."""
    for candidate in shelf.courses:
        is_of_use = any((candidate.role, step) in shelf.stakes.role_points for step in candidate.steps)
        if is_of_use and candidate not in taken:
            bundle = (*_before(shelf, taken, candidate), candidate)
            if shelf.fits((*taken, *bundle)):
                yield bundle


def _before(shelf: Shelf, taken: Taken, candidate: Candidate) -> Taken:
    """The shortest course for each thing a course still waits for: one step back, no further."""
    levels, begun = shelf.walk(taken, candidate.role)
    others = [c for c in shelf.courses if c.role == candidate.role and c not in taken and c != candidate]
    before: list[Candidate] = []
    for names in candidate.course.after:
        if not begun & {*names} and not any(c.course.id in names for c in before):
            before += _shortest([c for c in others if c.course.id in names])
    for name, (needed, _) in candidate.course.teaches.items():
        for level in range(levels.get(name, 0) + 1, needed + 1):
            step = Step(name, level)
            if not any(step in c.steps for c in before):
                before += _shortest([c for c in others if step in c.steps])
    return tuple(before)


def _shortest(courses: Sequence[Candidate]) -> Sequence[Candidate]:
    return sorted(courses, key=lambda c: (c.half_hours, c.cost_eur, c.course.id))[:1]
