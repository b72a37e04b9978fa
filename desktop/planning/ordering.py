"""The order in which a role studies its courses: what is worth most comes as early as it can."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.catalogue_file import Role
from desktop.planning.candidate import Candidate
from desktop.planning.learning import Learner
from desktop.planning.plan import Step

_Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A course between two moments, in hours of study passed since the plan began."""

    candidate: Candidate
    begin: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Study:
    """What the order of a role's courses depends on.

    `levels` are those at the start, `points` what each step is worth, `earliest` the moment before which a
    course may not begin, by its id, and `horizon` the moment when the plan ends, in hours of study passed.
    """

    levels: Mapping[str, int]
    points: Mapping[tuple[Role, Step], int]
    earliest: Mapping[str, Fraction]
    horizon: Fraction


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A beginning of an order: points times half-hours waited, when it ends, and the courses taken."""

    waited: Fraction
    end: Fraction
    places: _Places


def order_courses(courses: tuple[Candidate, ...], study: Study) -> tuple[Stretch, ...]:
    """The order of one role's courses that waits least for its points, exactly, over all subsets.

    Least is the sum over steps reached of points times hours passed; among equals the order by id. What is
    under way comes first. Where not all can wait for their earliest moments, none does. Meant for 10 courses
    at most; ones that can never start stay in the order of their ids for the checker to find.
    """
    courses = tuple(sorted(courses, key=lambda c: c.course.id))
    for earliest in (study.earliest, {}):
        ways = _ways(courses, Study(study.levels, study.points, earliest, study.horizon))
        if ways:
            return _stretches(courses, min(ways).places, earliest)
        if not study.earliest:
            break
    return _stretches(courses, tuple(range(len(courses))), {})


def _ways(courses: tuple[Candidate, ...], study: Study) -> list[_Way]:
    """The best orders of all courses: less waiting in one, an earlier end in another."""
    best: dict[frozenset[int], list[_Way]] = {frozenset(): [_Way(Fraction(0), Fraction(0), ())]}
    for _ in courses:
        longer: dict[frozenset[int], list[_Way]] = {}
        for ways in best.values():
            steps = list(_next_courses(courses, ways[0].places, study))
            for way in ways:
                for place, points in steps:
                    _keep(longer, _extended(way, place, points, courses[place], study), study.horizon)
        best = longer
    return next(iter(best.values()), [])


def _extended(way: _Way, place: int, points: int, candidate: Candidate, study: Study) -> _Way:
    begin = max(way.end, study.earliest.get(candidate.course.id, way.end))
    end = begin + Fraction(candidate.half_hours, 2)
    return _Way(way.waited + points * end, end, (*way.places, place))


def _keep(found: dict[frozenset[int], list[_Way]], way: _Way, horizon: Fraction) -> None:
    """Remember a way unless it ends too late, or another of the same courses is as good in all."""
    if way.end > horizon:
        return
    rivals = found.setdefault(frozenset(way.places), [])
    if any(rival.end <= way.end and rival < way for rival in rivals):
        return
    rivals[:] = [rival for rival in rivals if not (way.end <= rival.end and way < rival)] + [way]


def _next_courses(courses: tuple[Candidate, ...], places: _Places, study: Study) -> Iterator[tuple[int, int]]:
    """Each course that can come next, with the points of the steps reached with it."""
    is_one_begun = any(c.is_begun for place, c in enumerate(courses) if place not in places)
    for place, candidate in enumerate(courses):
        if place in places or (is_one_begun and not candidate.is_begun):
            continue
        learner = Learner(study.levels)
        learner.take_all(courses[taken].course for taken in places)
        if learner.can_start(candidate.course):
            steps = learner.take(candidate.course)
            yield place, sum(study.points.get((candidate.role, step), 0) for step in steps)


def _stretches(
    courses: tuple[Candidate, ...], places: _Places, earliest: Mapping[str, Fraction]
) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for place in places:
        passed = found[-1].end if found else Fraction(0)
        begin = max(passed, earliest.get(courses[place].course.id, passed))
        found.append(Stretch(courses[place], begin, begin + Fraction(courses[place].half_hours, 2)))
    return tuple(found)
