"""Single decisions lifted, and single prices taken for settled, as integer programs that find which."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import msgspec

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.formulation import Row
from desktop.planning.explaining.reaching import Purse, Question
from desktop.planning.plan import Step
from desktop.planning.remedy import Remedy, RemedyKind
from desktop.planning.request import PlanRequest

Key = tuple[Role, str]


@dataclass(frozen=True, slots=True)
class Lift:
    """A question in which one of some courses, by role and id, may come in, or stay out that had to be in."""

    kind: RemedyKind
    question: Question
    keys: frozenset[Key]

    def least(self, step: Step, value: int) -> Remedy | None:
        """The one course, if lifting one leads to a plan of no less than a value that reaches a step."""
        reach = self.question.best(step, tuple(self._rows(step)))
        if reach is None or reach.value < value:
            return None
        chosen = {c.key for c in reach.chosen}
        lifted = min(self.keys - chosen if self.kind == "wanted" else self.keys & chosen, default=None)
        if lifted is None:
            return None
        role, course = lifted
        if self.kind == "price":
            return Remedy("price", name=course, wish=lifted)
        return Remedy(self.kind, role=role, name=course)

    def _rows(self, step: Step) -> Iterator[Row]:
        """One course at most; a price is asked only of courses that teach the step."""
        lifted = [(place, c) for place, c in enumerate(self.question.candidates) if c.key in self.keys]
        others = [(place, 1) for place, c in lifted if step not in c.steps]
        if lifted and self.kind == "wanted":
            yield Row(tuple((place, -1) for place, _ in lifted), 1 - len(lifted))
        elif lifted:
            yield Row(tuple((place, 1) for place, _ in lifted), 1)
        if others and self.kind == "price":
            yield Row(tuple(others), 0)


def lifts(request: PlanRequest, purse: Purse) -> Iterator[Lift]:
    """What was left out, what is wanted, and what has no price, each where there is any.

    A dominated course counts here: the better one may be the one that stays left out.
    """
    left_out = frozenset(request.constraints.decided("excluded"))
    if left_out:
        yield Lift("left-out", Question(_without_left_out(request), purse, with_dominated=True), left_out)
    wanted = frozenset(request.constraints.decided("wanted"))
    if wanted:
        yield Lift("wanted", Question(request, purse, with_dominated=True, no_longer_kept=wanted), wanted)
    unpriced = frozenset(_unpriced(request))
    if unpriced:
        yield Lift("price", Question(_free_of_charge(request), purse, with_dominated=True), unpriced)


def _without_left_out(request: PlanRequest) -> PlanRequest:
    limits = request.constraints
    decisions = tuple(each for each in limits.decisions if each.state != "excluded")
    return replace(request, constraints=msgspec.structs.replace(limits, decisions=decisions))


def _unpriced(request: PlanRequest) -> Iterator[Key]:
    """Courses without a known price, for each role that could take them and has decided nothing."""
    decided = request.constraints.decided("under-way", "wanted", "done", "excluded")
    for course in request.catalogue.courses.values():
        if course.cost_eur is None:
            yield from ((role, course.id) for role in request.people if (role, course.id) not in decided)


def _free_of_charge(request: PlanRequest) -> PlanRequest:
    courses = {
        name: msgspec.structs.replace(course, cost_eur=Fraction(0)) if course.cost_eur is None else course
        for name, course in request.catalogue.courses.items()
    }
    return replace(request, catalogue=replace(request.catalogue, courses=courses))
