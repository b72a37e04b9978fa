"""What would make a course fit where a gap stays open: the least change of each limit, one at a time."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from desktop.content.decisions import CourseFormat
from desktop.planning.choosing.candidate import language_for
from desktop.planning.choosing.keeping import keepable
from desktop.planning.explaining.ladders import ladders
from desktop.planning.explaining.lifting import Lift, lifts
from desktop.planning.explaining.reaching import Climb, Purse, Question, Reach
from desktop.planning.explaining.trying import with_remedy
from desktop.planning.learning import teaches
from desktop.planning.plan import OpenGap, Plan, Step
from desktop.planning.remedy import Remedy
from desktop.planning.request import PlanRequest

_HOPELESS = ("practice", "no-course", "beyond")
"""Reasons that no change of limits touches."""
_FORMATS: tuple[CourseFormat, ...] = ("self-paced", "blended", "live")


def explain_open_gaps(request: PlanRequest, plan: Plan) -> Plan:
    """The same plan with the remedies of its open gaps filled in; slow, so in the background.

    With a remedy in its limits the best plan reaches the level of the gap and is worth no less than this one.
    What could not be proven within a fixed effort is left out.
    """
    fitting = _Fitting(request, plan.value)
    gaps = tuple(
        gap if gap.reason in _HOPELESS else replace(gap, remedies=fitting.remedies(gap))
        for gap in plan.open_gaps
    )
    return replace(plan, open_gaps=gaps)


class _Fitting:
    """Asks about one gap after the other; each program is set up once."""

    def __init__(self, asked: PlanRequest, value: int) -> None:
        self._asked = asked
        self._request, _ = keepable(asked)
        self._value = value
        self._purse = Purse()

    def remedies(self, gap: OpenGap) -> tuple[Remedy, ...]:
        """One of each kind of limit; somebody more only where nothing else would do."""
        if self._purse.is_empty:
            return ()
        step = Step(gap.competence, gap.level)
        reach = self._present.best(step)
        if reach is not None and reach.value >= self._value:
            return (_wish(Remedy("course"), reach, step),)
        return self._holding(self._changes(step), step) or self._holding(self._people(step), step)

    @cached_property
    def _present(self) -> Question:
        return Question(self._request, self._purse)

    @cached_property
    def _programs(self) -> tuple[Climb | Lift, ...]:
        climbs = (Climb(ladder, self._purse) for ladder in ladders(self._request))
        return (*climbs, *lifts(self._request, self._purse))

    def _changes(self, step: Step) -> Iterator[Remedy]:
        for program in self._programs:
            if (remedy := program.least(step, self._value)) is not None:
                yield remedy
        yield from self._other_courses(step)

    def _other_courses(self, step: Step) -> Iterator[Remedy]:
        """Courses in another language or form, most of them first."""
        limits, courses = self._request.constraints, self._request.catalogue.courses_about(step.competence)
        teaching = [course for course in courses if teaches(course, step)]
        languages = {code for c in teaching for code in (*c.languages, *c.languages_to_confirm)}
        remedies = [Remedy("language", name=code) for code in sorted(languages - set(limits.languages))]
        if limits.formats:
            remedies += [Remedy("form", name=name) for name in _FORMATS if name not in limits.formats]
        told = [replace(remedy, courses=self._gained(remedy, step)) for remedy in remedies]
        yield from sorted((each for each in told if each.courses), key=_most_courses_first)

    def _gained(self, remedy: Remedy, step: Step) -> tuple[str, ...]:
        """The courses for a step that come into question with a remedy and do not without."""
        gained = _suitable(self._with(self._request, remedy), step) - _suitable(self._request, step)
        return tuple(sorted(gained))

    def _people(self, step: Step) -> Iterator[Remedy]:
        """Somebody in a role that matters to a step and nobody has; who works alone has nobody to send."""
        request = self._request
        if request.company.headcount > 1:
            for role in request.catalogue.competences[step.competence].roles:
                if role not in request.people:
                    yield Remedy("people", 1, role)

    def _holding(self, remedies: Iterator[Remedy], step: Step) -> tuple[Remedy, ...]:
        found = (self._tried(remedy, step) for remedy in remedies)
        return tuple(remedy for remedy in found if remedy is not None)

    def _tried(self, remedy: Remedy, step: Step) -> Remedy | None:
        """The remedy as it works: where the best plan would use the room otherwise, the course is wanted."""
        request, _ = keepable(self._with(self._asked, remedy))
        question = Question(request, self._purse)
        best = question.best()
        if best is None or best.value < self._value:
            return None
        if step in best.steps:
            return _best_first(remedy, best, step)
        if remedy.wish is not None:
            return None
        reach = question.best(step)
        if reach is None or reach.value < self._value:
            return None
        return _best_first(_wish(remedy, reach, step), reach, step)

    @staticmethod
    def _with(request: PlanRequest, remedy: Remedy) -> PlanRequest:
        limits = with_remedy(request.constraints, remedy, request.company.people)
        return replace(request, constraints=limits)


def _wish(remedy: Remedy, reach: Reach, step: Step) -> Remedy:
    return replace(remedy, wish=reach.teaching(step).key)


def _most_courses_first(remedy: Remedy) -> tuple[int, str]:
    return -len(remedy.courses), remedy.name


def _best_first(remedy: Remedy, reach: Reach, step: Step) -> Remedy:
    best = reach.teaching(step).course.id
    return replace(remedy, courses=tuple(sorted(remedy.courses, key=best.__ne__)))


def _suitable(request: PlanRequest, step: Step) -> set[str]:
    """The courses for a step that suit somebody, in the languages there are."""
    return {
        course.id
        for course in request.catalogue.courses_about(step.competence)
        if teaches(course, step) and language_for(course, request.constraints.languages)
        if any(request.suits(course, role) for role in request.people)
    }
