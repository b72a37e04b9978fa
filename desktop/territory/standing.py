"""What one round scored and lacks, as it is kept to be added up with those of many others."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Company
from desktop.scores import CompetenceScore, Scorecard

_CENT, _PERCENT = 100, 100


@dataclass(frozen=True, slots=True)
class Standing:
    """The scores of a questionnaire in hundredths of a point (0-10000, halves up), None without one.

    `coverage` is in percent.
    """

    questionnaire: str
    overall: int | None
    coverage: int
    dimensions: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Needed:
    """The level (0-4) a company has in a competence, None where nothing tells, and the one it should have."""

    level: int | None
    target: int


@dataclass(frozen=True, slots=True)
class RoundStanding:
    """What a round scored in each questionnaire that was begun, and what it lacks by competence."""

    standings: tuple[Standing, ...]
    needs: Mapping[str, Needed]


def standing_of(card: Scorecard) -> Standing | None:
    """The scores of a questionnaire; None while nothing of it is answered."""
    if card.overall.headline is None:
        return None
    return Standing(
        questionnaire=card.questionnaire.id,
        overall=_hundredths(card.overall.headline),
        coverage=int(card.overall.coverage * _PERCENT),
        dimensions={
            name: None if part.headline is None else _hundredths(part.headline)
            for name, part in card.dimensions.items()
        },
    )


def needed_of(
    catalogue: Catalogue, company: Company, competences: Mapping[str, CompetenceScore]
) -> dict[str, Needed]:
    """What a company has and should have of every competence of the catalogue, in its order."""
    levels = {name: found.level for name, found in competences.items()}
    return {
        name: Needed(levels.get(name), catalogue.target_level(name, company))
        for name in catalogue.competences
    }


def _hundredths(value: Fraction) -> int:
    return int(value * _CENT + Fraction(1, 2))
