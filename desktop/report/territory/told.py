"""What is told of a territory outside the hub: figures without small groups, and how they were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from desktop.content.brand import Brand
from desktop.report.territory.hiding import hidden_count, without_small_groups
from desktop.report.territory.table import FigureTable
from desktop.territory.suppression import LEAST
from desktop.text import Wording

Pairs: TypeAlias = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class ToldTerritory:
    """Tables in which small groups are hidden; `narrowed` are the filters in words, as names and values."""

    tables: tuple[FigureTable, ...]
    narrowed: tuple[tuple[str, str], ...]
    companies: int
    waiting: int
    made_on: date
    hub: str = ""
    brand: Brand | None = None

    @property
    def is_too_small(self) -> bool:
        """Whether there are too few companies to tell anything."""
        return self.companies < LEAST


def told(  # noqa: PLR0913 - figures, and what is said of them
    tables: Sequence[FigureTable],
    narrowed: Pairs,
    *,
    companies: int,
    waiting: int,
    made_on: date,
    hub: str = "",
    brand: Brand | None = None,
) -> ToldTerritory:
    """The figures as they may leave; of fewer than five companies none may."""
    shown = without_small_groups(tables) if companies >= LEAST else ()
    return ToldTerritory(shown, tuple(narrowed), companies, waiting, made_on, hub, brand)


def method_in_pairs(found: ToldTerritory, say: Wording) -> list[tuple[str, str]]:
    """How the figures were made: of whom, when, from what, and what is hidden."""
    pairs = [
        (say("Companies"), say("fewer than five") if found.is_too_small else say.number(found.companies)),
        (say("Day"), say.date(found.made_on)),
        (say("Source"), found.hub or say("The assessments in this workspace")),
        *found.narrowed,
        (
            say("Means"),
            say(
                "Of each company its last assessment. Exact scores are added up and rounded once. What "
                "nobody answered counts 0 in a score, what does not apply counts nothing."
            ),
        ),
        (
            say("Changes"),
            say("Only companies that were assessed both times are compared, each with itself."),
        ),
        (
            say("Courses needed"),
            say(
                "A company needs a course where its level is known and below the level that one of its size "
                "and sector should have."
            ),
        ),
    ]
    if hidden := hidden_count(found.tables):
        words = say.plural(
            "{count} figure is hidden and marked with *: those of fewer than five companies, and those "
            "from which these could be worked out.",
            "{count} figures are hidden and marked with *: those of fewer than five companies, and "
            "those from which these could be worked out.",
            hidden,
        )
        pairs.append((say("Hidden figures"), words))
    if found.waiting:
        words = say.plural(
            "{count} assessment changed and was not counted yet.",
            "{count} assessments changed and were not counted yet.",
            found.waiting,
        )
        pairs.append((say("Not counted"), words))
    return pairs
