"""The order in which a role studies its courses: in the weeks chosen, and what is worth most early."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.learning import Learner
from desktop.planning.plan import Step

_Places = tuple[int, ...]

_MOST_EXACT = 10
_MOST_SETS = 50
"""Of more courses than can be put in order exactly, so many sets of each size are gone on with."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A course between two moments, in hours of study passed since the plan began."""

    candidate: Candidate
    begin: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Study:
    """What the order of a role's courses depends on.

    `levels` are those at the start, `points` what each step is worth, `pinned` the week (0 is the first)
    before which a course may not begin, by its id, the one decided last at the end, and `week_ends` the
    moments when the weeks end, in hours of study passed.
    """

    levels: Mapping[str, int]
    points: Mapping[tuple[Role, Step], int]
    pinned: Mapping[str, int]
    week_ends: Sequence[Fraction]

    @property
    def horizon(self) -> Fraction:
        """The moment when the plan ends."""
        return self.week_ends[-1]

    def begin(self, candidate: Candidate, free_from: Fraction) -> Fraction:
        """The moment when a course begins for which there is time from another moment on."""
        week = self.pinned.get(candidate.course.id, 0)
        return max(free_from, self.week_ends[min(week, len(self.week_ends)) - 1]) if week else free_from

    def weeks_late(self, candidate: Candidate, begin: Fraction) -> int:
        """How many weeks after the one it is pinned to a course begins."""
        week = self.pinned.get(candidate.course.id)
        return 0 if week is None else max(0, bisect_right(self.week_ends, begin) - week)


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A beginning of an order: weeks late, points times half-hours waited, its end, and the courses taken."""

    late: int
    waited: Fraction
    end: Fraction
    places: _Places


def order_courses(courses: tuple[Candidate, ...], study: Study) -> tuple[Stretch, ...]:
    """The order of one role's courses that keeps to the weeks chosen, exactly, over all subsets.

    First the fewest weeks late for those pinned to a week, then the least waiting for points: the sum over
    steps reached of points times hours passed; among equals the order by id. What is under way comes first.
    Where not all can wait for their weeks, those decided last are brought forward. Exact for 10 courses at
    most; of more, who wants so many, the most promising orders alone are gone on with. Courses that can never
    start stay in the order of their ids for the checker to find.
    """
    courses = tuple(sorted(courses, key=lambda c: c.course.id))
    study = _in_time(courses, study)
    ways = _ways(courses, study)
    places = min(ways).places if ways else tuple(range(len(courses)))
    return _stretches(courses, places, study)


def _in_time(courses: tuple[Candidate, ...], study: Study) -> Study:
    """The study with weeks that can be waited for: a later week than the latest possible becomes that one."""
    mine = {c.course.id for c in courses}
    pins = {name: week for name, week in study.pinned.items() if name in mine}
    study = replace(study, pinned=pins)
    while pins and not _ways(courses, study):
        name, week = pins.popitem()
        trials = [replace(study, pinned={**pins, name: earlier}) for earlier in range(week)]
        possible = bisect_right(trials, 0, key=lambda trial: not _ways(courses, trial))
        study = trials[possible - 1] if possible else replace(study, pinned=dict(pins))
    return study


def _ways(courses: tuple[Candidate, ...], study: Study) -> list[_Way]:
    """The best orders of all courses: less waiting in one, an earlier end in another."""
    best: dict[frozenset[int], list[_Way]] = {frozenset(): [_Way(0, Fraction(0), Fraction(0), ())]}
    for _ in courses:
        longer: dict[frozenset[int], list[_Way]] = {}
        for ways in best.values():
            steps = list(_next_courses(courses, ways[0].places, study))
            for way in ways:
                for place, points in steps:
                    _keep(longer, _extended(way, place, points, courses[place], study), study.horizon)
        best = longer if len(courses) <= _MOST_EXACT else _most_promising(longer, courses, study)
    return next(iter(best.values()), [])


def _most_promising(
    found: Mapping[frozenset[int], list[_Way]], courses: tuple[Candidate, ...], study: Study
) -> dict[frozenset[int], list[_Way]]:
    """The sets of courses with the fewest weeks late, then the least waiting if all else came at once."""
    all_points = _points_of(courses, study)
    promise = {
        taken: min(
            (way.late, way.waited + (all_points - reached) * way.end, way.end, way.places) for way in ways
        )
        for taken, ways in found.items()
        for reached in (_points_of([courses[place] for place in taken], study),)
    }
    return {taken: found[taken] for taken in sorted(promise, key=promise.__getitem__)[:_MOST_SETS]}


def _points_of(taken: Sequence[Candidate], study: Study) -> int:
    learner = Learner(study.levels)
    learner.take_all(c.course for c in taken)
    return sum(study.points.get((c.role, step), 0) for c in taken[:1] for step in learner.reached)


def _extended(way: _Way, place: int, points: int, candidate: Candidate, study: Study) -> _Way:
    begin = study.begin(candidate, way.end)
    end = begin + Fraction(candidate.half_hours, 2)
    late = way.late + study.weeks_late(candidate, begin)
    return _Way(late, way.waited + points * end, end, (*way.places, place))


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
    so_far = Learner(study.levels)
    so_far.take_all(courses[taken].course for taken in places)
    for place, candidate in enumerate(courses):
        if place in places or (is_one_begun and not candidate.is_begun):
            continue
        if so_far.can_start(candidate.course):
            steps = so_far.copy().take(candidate.course)
            yield place, sum(study.points.get((candidate.role, step), 0) for step in steps)


def _stretches(courses: tuple[Candidate, ...], places: _Places, study: Study) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for place in places:
        passed = found[-1].end if found else Fraction(0)
        begin = study.begin(courses[place], passed)
        found.append(Stretch(courses[place], begin, begin + Fraction(courses[place].half_hours, 2)))
    return tuple(found)
