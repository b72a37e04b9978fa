"""One role's courses spread evenly over the months of the plan instead of one close on the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from desktop.planning.calendar.balancing import balance
from desktop.planning.calendar.curriculum import Balance, Curriculum, Period, Unit
from desktop.planning.calendar.ordering import Stretch, Study
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.weeks import month_starts

_EFFORT = 0.8
_LEAST_A_WEEK = Fraction(1, 2)
"""Hours of study below which a week is not worth beginning."""


@dataclass(frozen=True, slots=True)
class EvenCalendar:
    """The courses in their order, and the hours of study that each week of the plan is used for.

    The stretches count these hours alone, so that `fill_weeks` puts them into the right weeks.
    """

    stretches: tuple[Stretch, ...]
    weeks: tuple[Fraction, ...]


def spread_evenly(
    order: Sequence[Stretch], study: Study, weeks: Sequence[Fraction], earliest_weeks: Mapping[str, int]
) -> EvenCalendar | None:
    """The courses of one role by months, so that the fullest month has as few hours as can be.

    `order` is the one in which they come early, `weeks` are the hours there are in each week and
    `earliest_weeks` the week before which a course may not begin, by its id. A course lies in one month,
    or, where it is longer than what falls to each month, in months that follow each other. If the months do
    not hold them so, any course may go on in the next month; a live one only ever where no month has room for
    it. What builds on another lies in later months. None where no such calendar exists, or none was proven
    best.
    """
    starts = month_starts(len(weeks))
    months = [weeks[start:end] for start, end in zip(starts, (*starts[1:], len(weeks)), strict=True)]
    periods = tuple(Period(floor(2 * sum(month))) for month in months)
    earliest = [_month_from(earliest_weeks, stretch, starts) for stretch in order]
    units = tuple(_units(order, study, earliest))
    live = {stretch.candidate.course.id for stretch in order if stretch.candidate.course.format == "live"}
    roomiest = max(period.most for period in periods)
    for longest in (Fraction(sum(unit.size for unit in units), len(periods)), Fraction(0)):
        whole = {unit.name: roomiest if unit.name in live else longest for unit in units}
        going_on = (replace(unit, may_go_on=unit.size > whole[unit.name]) for unit in units)
        found = balance(Curriculum(tuple(going_on), periods), _EFFORT)
        if found is not None and found.is_proven:
            return _calendar(order, months, found)
    return None


def _month_from(earliest_weeks: Mapping[str, int], stretch: Stretch, starts: Sequence[int]) -> int:
    """The first month that begins no earlier than the week before which a course may not begin."""
    week = earliest_weeks.get(stretch.candidate.course.id, 0)
    return sum(start < week for start in starts)


def _units(order: Sequence[Stretch], study: Study, earliest: Sequence[int]) -> Iterator[Unit]:
    """Each course with what has to come before it, and what it brings in the order given."""
    courses = [stretch.candidate for stretch in order]
    learner = Learner(study.levels)
    for candidate, month in zip(courses, earliest, strict=True):
        reached = learner.take(candidate.course)
        yield Unit(
            candidate.course.id,
            candidate.half_hours,
            after=tuple(_alternatives(candidate, courses, study.levels)),
            earliest=month,
            leads=candidate.is_begun,
            worth=1 + sum(study.points.get((candidate.role, step), 0) for step in reached),
        )


def _alternatives(
    candidate: Candidate, courses: Iterable[Candidate], levels: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """Courses of which one has to come before: those named, and those that teach a step it builds on."""
    others = [other for other in courses if other is not candidate]
    for names in candidate.course.after:
        yield tuple(other.course.id for other in others if other.course.id in names)
    for step in steps_needed(candidate.course, levels):
        yield tuple(other.course.id for other in others if step in other.steps)


def _calendar(order: Sequence[Stretch], months: Sequence[Sequence[Fraction]], found: Balance) -> EvenCalendar:
    shares = {name: sorted(share) for name, share in found.shares.items()}
    courses = sorted(
        (stretch.candidate for stretch in order),
        key=lambda c: (shares[c.course.id][0], shares[c.course.id][-1]),
    )
    is_live = {c.course.id: c.course.format == "live" for c in courses}
    used: list[Fraction] = []
    for place, weeks in enumerate(months):
        here = {name: share[place] for name, share in found.shares.items() if place in share}
        is_dense = any(is_live[name] for name in here)
        used += _used(weeks, Fraction(sum(here.values()), 2), is_dense=is_dense)
    return EvenCalendar(tuple(_one_after_the_other(courses)), tuple(used))


def _one_after_the_other(courses: Iterable[Candidate]) -> Iterator[Stretch]:
    passed = Fraction(0)
    for candidate in courses:
        end = passed + Fraction(candidate.half_hours, 2)
        yield Stretch(candidate, passed, end)
        passed = end


def _used(weeks: Sequence[Fraction], hours: Fraction, *, is_dense: bool) -> list[Fraction]:
    """A month's hours in its weeks: alike, but half an hour at least, or all a week has for a live course."""
    available = sum(weeks, Fraction(0))
    used: list[Fraction] = []
    for week in weeks:
        share = (
            week
            if is_dense
            else max(week * hours / available if available else week, min(week, _LEAST_A_WEEK))
        )
        left = hours - sum(used, Fraction(0))
        used.append(min(share, left))
    return used
