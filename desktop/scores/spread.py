"""How far apart the people of a company are: competence levels by role, and nothing that says whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.answers import Facts, Respondent
from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores.competences import CompetenceScore, answered_alone, level_of, score_competences

FEWEST_FOR_A_RANGE = 3
"""How many people a role needs before its lowest and highest level are told."""


@dataclass(frozen=True, slots=True)
class LevelRange:
    """The levels (0-4) of some people, lowest first; "don't know" counts as nothing in them.

    `lowest` and `highest` are the levels that nobody can lie below or above, whatever "don't know" means.
    """

    levels: tuple[int, ...]
    lowest: int
    highest: int

    @property
    def people(self) -> int:
        """How many people."""
        return len(self.levels)

    @property
    def median(self) -> int:
        """The level in the middle, of two the lower one: half of the people are there or above."""
        return self.levels[(len(self.levels) - 1) // 2]

    @property
    def tells_range(self) -> bool:
        """Whether lowest and highest may be told without telling somebody's own level."""
        return self.people >= FEWEST_FOR_A_RANGE

    def below(self, level: int) -> int:
        """How many people lie below a level."""
        return sum(each < level for each in self.levels)


@dataclass(frozen=True, slots=True)
class CompetenceSpread:
    """A competence among those who answered for themselves: of each role, and of all together."""

    competence: str
    everyone: LevelRange
    by_role: Mapping[Role, LevelRange]


def spread(
    questionnaires: Iterable[Questionnaire],
    people: Iterable[Respondent],
    facts: Facts,
    bounds: tuple[int, ...],
) -> dict[str, CompetenceSpread]:
    """The spread of each competence that somebody's answers tell about.

    Each person is scored on the personal questionnaires alone, by what she or he answered; `bounds` are those
    of `score_competences`.
    """
    asked = tuple(questionnaires)
    found: dict[str, list[tuple[Role, CompetenceScore]]] = {}
    for person in people:
        scores = score_competences(asked, person.sheet, facts, bounds)
        for name, score in answered_alone(scores, bounds).items():
            found.setdefault(name, []).append((person.role, score))
    return {name: _spread(name, scores, bounds) for name, scores in sorted(found.items())}


def levels_by_role(spreads: Mapping[str, CompetenceSpread]) -> dict[Role, dict[str, int]]:
    """The level in the middle of each competence, for the roles in which somebody answered."""
    levels = {
        role: {name: each.by_role[role].median for name, each in spreads.items() if role in each.by_role}
        for role in ROLES
    }
    return {role: found for role, found in levels.items() if found}


def _spread(
    name: str, scores: list[tuple[Role, CompetenceScore]], bounds: tuple[int, ...]
) -> CompetenceSpread:
    by_role = {
        role: _range((score for own, score in scores if own == role), bounds)
        for role in ROLES
        if any(own == role for own, _ in scores)
    }
    return CompetenceSpread(name, _range((score for _, score in scores), bounds), by_role)


def _range(scores: Iterable[CompetenceScore], bounds: tuple[int, ...]) -> LevelRange:
    found = list(scores)
    return LevelRange(
        levels=tuple(sorted(score.level for score in found if score.level is not None)),
        lowest=min(level_of(score.low, bounds) for score in found),
        highest=max(level_of(score.high, bounds) for score in found),
    )
