"""Answers below the best that lead to no course, each with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desktop.content.catalogue import Catalogue
from desktop.content.catalogue_file import Role
from desktop.content.company import Company
from desktop.content.level_steps import Step, steps_taught
from desktop.content.questionnaire import Question, Questionnaire

Reason = Literal["no-competence", "not-needed", "no-course"]
_ZERO = Fraction(0)
HEADCOUNTS = (5, 25, 100, 300)
"""A firm of each size class."""


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """An answer that leads to no course.

    `item` is the row, or the tick left empty; `choice` the choice or step given. `steps` are the levels the
    answer calls for. `reason`: it names no competence; no firm needs that level; no course teaches it.
    """

    question: str
    item: str | None
    choice: str | None
    reason: Reason
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """How many answers below the best a questionnaire has, and those that lead to no course."""

    answers: int
    dead_ends: tuple[DeadEnd, ...]


@dataclass(frozen=True)
class Offer:
    """What courses teach, what firms need: level steps, and the highest level any firm needs."""

    bounds: tuple[int, ...]
    taught: frozenset[Step]
    needed: Mapping[str, int]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Offer":
        """The offer of a catalogue; a course counts where one of its roles cares for the competence."""
        taught = {
            step
            for course in catalogue.courses.values()
            if course.offer == "course"
            for step in steps_taught(course)
            if matters(catalogue, step.competence, course.roles)
        }
        needed = {
            name: max(
                catalogue.target_level(name, Company(name="-", headcount=headcount, sector=sector))
                for headcount in HEADCOUNTS
                for sector in (None, *(letter for shift in target.sectors for letter in shift.in_))
            )
            for name, target in catalogue.targets.items()
        }
        return cls(catalogue.competence_bounds, frozenset(taught), needed)

    def step_after(self, competence: str, ceiling: int, share: Fraction) -> Step | None:
        """The level step an answer calls for; None where it already shows all that it can."""
        level = sum(25 * ceiling * share >= bound for bound in self.bounds) + 1
        return Step(competence, level) if level <= ceiling else None


def matters(catalogue: Catalogue, competence: str, roles: tuple[Role, ...]) -> bool:
    """Whether a competence matters to one of the roles."""
    entry = catalogue.competences.get(competence)
    return entry is not None and any(entry.roles.get(role, 0) for role in roles)


def competences_of(question: Question) -> frozenset[str]:
    """The competences a question tells about, as a whole or with its rows and choices."""
    return frozenset(question.competences).union(*_by_item(question).values())


def _by_item(question: Question) -> dict[str, Mapping[str, int]]:
    found: dict[str, Mapping[str, int]] = {choice.id: choice.competences for choice in question.choices}
    return found | {row.id: row.competences for row in question.rows}


def find_leads(questionnaire: Questionnaire, offer: Offer) -> Leads:
    """Where the answers below the best lead; shared questions are looked at where they are declared."""
    count = 0
    found = []
    for question in questionnaire.questions.values():
        if not question.is_scored or not question.key.startswith(f"{questionnaire.id}/"):
            continue
        for item, choice, share in _below_best(question):
            count += 1
            dead_end = _dead_end(question, (item, choice), share, offer)
            if dead_end is not None:
                found.append(dead_end)
    return Leads(count, tuple(found))


def _dead_end(
    question: Question, answer: tuple[str | None, str | None], share: Fraction, offer: Offer
) -> DeadEnd | None:
    item, choice = answer
    ceilings = list(question.competences.items())
    for name, competences in _by_item(question).items():
        ceilings += competences.items() if name == item else ()
    if not ceilings:
        return DeadEnd(question.id, item, choice, "no-competence", ())
    found = [offer.step_after(name, ceiling, share) for name, ceiling in ceilings]
    steps = tuple(dict.fromkeys(step for step in found if step is not None))
    if len(steps) < len(found) and not steps:
        return None
    if any(step in offer.taught and step.level <= offer.needed.get(step.competence, 0) for step in steps):
        return None
    is_needed = any(step.level <= offer.needed.get(step.competence, 0) for step in steps)
    return DeadEnd(question.id, item, choice, "no-course" if is_needed else "not-needed", steps)


def _below_best(question: Question) -> Iterator[tuple[str | None, str | None, Fraction]]:
    """Item, choice, and share of the points earned, of each answer that could be better."""
    if question.kind == "many":
        yield from ((choice.id, None, _ZERO) for choice in question.choices if choice.points > 0)
    elif question.kind == "grid" and question.columns:
        yield from ((row.id, None, _ZERO) for row in question.rows)
    elif question.kind == "grid":
        best = max(step.points for step in question.choices)
        for row in question.rows:
            for step in question.choices:
                if step.points < best:
                    yield row.id, step.id, step.points / best
    else:
        yield from _single(question)


def _single(question: Question) -> Iterator[tuple[None, str, Fraction]]:
    """The choices, or the bounds of the bands, that earn less than the best."""
    ends = [(choice.id, choice.points) for choice in question.choices]
    ends += [(str(band.lower), band.points) for band in question.bands]
    best = max((points for _, points in ends), default=_ZERO)
    yield from ((None, name, points / best) for name, points in ends if points < best)
