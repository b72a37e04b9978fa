"""Actions and services that no assessment can ever lead to, each with the reason."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from desktop.content.catalogues.advice_file import AdviceEntry
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Company
from desktop.planning import Step
from desktop.planning.learning import steps_raised
from desktop.review.dead_ends import HEADCOUNTS

AdviceReason = Literal["not-asked", "not-needed", "no-answer"]
ADVICE_REASONS: tuple[AdviceReason, ...] = get_args(AdviceReason)
_SECTORS = (None, *"ABCDEFGHIJKLMNOPQRSTUV")


@dataclass(frozen=True, slots=True)
class UnusedAdvice:
    """An action or service that is never recommended.

    `reason`: no question tells about its competences; no firm it is meant for needs the levels it leads to;
    no answer calls for levels as high.
    """

    entry: str
    reason: AdviceReason


UnusedAdviceByKind = Mapping[str, tuple[UnusedAdvice, ...]]
"""By kind: actions, services."""


def find_unused_advice(
    entries: Iterable[AdviceEntry], catalogue: Catalogue, called_for: Collection[Step]
) -> tuple[UnusedAdvice, ...]:
    """The entries that none of the answers with these level steps can bring to any firm, in their order."""
    asked = {step.competence for step in called_for}
    found = ((entry.id, _reason(entry, catalogue, called_for, asked)) for entry in entries)
    return tuple(UnusedAdvice(name, reason) for name, reason in found if reason is not None)


def _reason(
    entry: AdviceEntry, catalogue: Catalogue, called_for: Collection[Step], asked: Collection[str]
) -> AdviceReason | None:
    steps = {step for step in steps_raised(entry) if step.competence in asked}
    if not steps:
        return "not-asked"
    firms = [firm for firm in _firms() if entry.suits(firm)]
    needed = {
        step
        for step in steps
        if any(step.level <= catalogue.target_level(step.competence, firm) for firm in firms)
    }
    if not needed:
        return "not-needed"
    # Answers of several questions are weighed together, so that any level up to the highest can come next.
    is_called_for = any(
        step.competence == called.competence and step.level <= called.level
        for step in needed
        for called in called_for
    )
    return None if is_called_for else "no-answer"


def _firms() -> Iterator[Company]:
    """A firm of each size and sector."""
    for headcount in HEADCOUNTS:
        for sector in _SECTORS:
            yield Company(name="-", headcount=headcount, sector=sector)
