"""Answers below the best that lead to no course, quick win or service, each with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.planning import Step
from desktop.planning.learning import steps_raised, steps_taught

Reason = Literal["no-competence", "not-needed", "nothing-offered"]
Notes = Mapping[tuple[str, str | None], str]
"""Why answers lead nowhere, as the author says: by question and, where only that is meant, row or choice."""
_ZERO = Fraction(0)
_NO_NOTES: Notes = {}
HEADCOUNTS = (5, 25, 100, 300)
"""A firm of each size class."""


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """An answer that leads to no course, quick win or service.

    `item` is the row, or the tick left empty; `choice` the choice or step given. `steps` are the levels the
    answer calls for. `reason`: it names no competence; no firm needs that level; nothing serves it. `note` is
    the author's reason, if there is one.
    """

    question: str
    item: str | None
    choice: str | None
    reason: Reason
    steps: tuple[Step, ...]
    note: str | None = None

    @property
    def is_explained(self) -> bool:
        """Whether it is meant to be so: the targets say that nobody needs more, or the author says why."""
        return self.reason == "not-needed" or self.note is not None


@dataclass(frozen=True, slots=True)
class Leads:
    """How many answers below the best a questionnaire has, and those that lead nowhere.

    `steps` are the level steps all of them call for; `idle_notes` places of reasons given for answers that do
    lead somewhere.
    """

    answers: int
    dead_ends: tuple[DeadEnd, ...]
    steps: frozenset[Step] = frozenset()
    idle_notes: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True)
class Offer:
    """What there is for firms, and what they need: level steps, and the highest level any firm needs.

    `served` are the steps that a course teaches, a firm can take by itself, or a hub helps with.
    """

    bounds: tuple[int, ...]
    served: frozenset[Step]
    needed: Mapping[str, int]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Offer":
        """The offer of a catalogue; a course counts where one of its roles cares for the competence."""
        served = {
            step
            for course in catalogue.courses.values()
            if course.offer == "course"
            for step in steps_taught(course)
            if matters(catalogue, step.competence, course.roles)
        }
        advice = (*catalogue.advice.actions.values(), *catalogue.advice.services.values())
        served |= {step for entry in advice for step in steps_raised(entry)}
        needed = {
            name: max(
                catalogue.target_level(name, Company(name="-", headcount=headcount, sector=sector))
                for headcount in HEADCOUNTS
                for sector in (None, *(letter for shift in target.sectors for letter in shift.in_))
            )
            for name, target in catalogue.targets.items()
        }
        return cls(catalogue.competence_bounds, frozenset(served), needed)

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


def find_leads(questionnaire: Questionnaire, offer: Offer, notes: Notes = _NO_NOTES) -> Leads:
    """Where the answers below the best lead; shared questions are looked at where they are declared."""
    count = 0
    found, called_for, used = [], set[Step](), set[tuple[str, str | None]]()
    for question in questionnaire.questions.values():
        if not question.is_scored or not question.key.startswith(f"{questionnaire.id}/"):
            continue
        for item, choice, share in _below_best(question):
            count += 1
            steps = _steps_called_for(question, item, share, offer)
            called_for.update(steps or ())
            dead_end = _dead_end(question, (item, choice), steps, offer)
            if dead_end is not None:
                place = next((p for p in _places(dead_end) if p in notes), None)
                used |= {place} if place else set()
                found.append(replace(dead_end, note=notes[place] if place else None))
    return Leads(
        count, tuple(found), frozenset(called_for), tuple(name for name in notes if name not in used)
    )


def _places(dead_end: DeadEnd) -> Iterator[tuple[str, str | None]]:
    """Where a reason for an answer may stand, the nearest place first."""
    for item in (dead_end.item, dead_end.choice, None):
        yield dead_end.question, item


def _steps_called_for(
    question: Question, item: str | None, share: Fraction, offer: Offer
) -> tuple[Step, ...] | None:
    """The level steps an answer calls for, none where it shows all it can; None without a competence."""
    ceilings = list(question.competences.items())
    for name, competences in _by_item(question).items():
        ceilings += competences.items() if name == item else ()
    found = [offer.step_after(name, ceiling, share) for name, ceiling in ceilings]
    return tuple(dict.fromkeys(step for step in found if step is not None)) if ceilings else None


def _dead_end(
    question: Question,
    answer: tuple[str | None, str | None],
    steps: tuple[Step, ...] | None,
    offer: Offer,
) -> DeadEnd | None:
    if steps is None:
        return DeadEnd(question.id, *answer, "no-competence", ())
    needed = [step for step in steps if step.level <= offer.needed.get(step.competence, 0)]
    if not steps or not offer.served.isdisjoint(needed):
        return None
    return DeadEnd(question.id, *answer, "nothing-offered" if needed else "not-needed", steps)


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
