"""The order in which a role studies its courses: what is worth most comes as early as it can."""

from collections.abc import Mapping

from desktop.content.catalogue_file import Role
from desktop.content.level_steps import Step
from desktop.planning.candidate import Candidate
from desktop.planning.learning import Learner

_Places = tuple[int, ...]


def order_courses(
    courses: tuple[Candidate, ...], levels: Mapping[str, int], points: Mapping[tuple[Role, Step], int]
) -> tuple[Candidate, ...]:
    """The order of one role's courses that waits least for its points, exactly, over all subsets.

    Least is the sum over steps reached of points times half-hours passed; among equals the order by id. Meant
    for 10 courses at most; ones that can never start stay in the order of their ids for the checker to find.
    """
    courses = tuple(sorted(courses, key=lambda c: c.course.id))
    best: dict[frozenset[int], tuple[int, _Places]] = {frozenset(): (0, ())}
    for _ in courses:
        longer: dict[frozenset[int], tuple[int, _Places]] = {}
        for waited, places in best.values():
            for place, extra in _next_courses(courses, places, levels, points):
                offer = (waited + extra, (*places, place))
                taken = frozenset(offer[1])
                longer[taken] = min(offer, longer.get(taken, offer))
        best = longer
    order = next(iter(best.values()))[1] if best else range(len(courses))
    return tuple(courses[place] for place in order)


def _next_courses(
    courses: tuple[Candidate, ...],
    places: _Places,
    levels: Mapping[str, int],
    points: Mapping[tuple[Role, Step], int],
) -> list[tuple[int, int]]:
    """Each course that can come next, with the points of its steps times the half-hours until it ends."""
    found = []
    passed = sum(courses[place].half_hours for place in places)
    for place, candidate in enumerate(courses):
        learner = Learner(levels)
        learner.take_all(courses[taken].course for taken in places)
        if place not in places and learner.can_start(candidate.course):
            gained = sum(points.get((candidate.role, step), 0) for step in learner.take(candidate.course))
            found.append((place, gained * (passed + candidate.half_hours)))
    return found
