"""How far apart those are who answered the company's questions each on a sheet of her or his own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from desktop.answers import Answer, AnswerSheet, Facts, has_answer, shown_questions
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.scores.scorecard import Score, score
from desktop.scores.worth import ZERO, worth

FEWEST = 2
"""How many must have answered before anybody can be apart from anybody."""


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """A score (0-100) on each sheet, in the order of the sheets.

    `lowest` and `highest` are those of the headline scores, None where nobody has one.
    """

    scores: tuple[Score, ...]

    @property
    def lowest(self) -> Fraction | None:
        """The lowest headline score."""
        return min(self._told, default=None)

    @property
    def highest(self) -> Fraction | None:
        """The highest headline score."""
        return max(self._told, default=None)

    @property
    def width(self) -> Fraction:
        """How far highest and lowest are apart."""
        return max(self._told, default=ZERO) - min(self._told, default=ZERO)

    @property
    def _told(self) -> list[Fraction]:
        return [found.headline for found in self.scores if found.headline is not None]


@dataclass(frozen=True, slots=True)
class QuestionApart:
    """A question that not all answered alike; `distance` (0-1) is the part of its points between them."""

    question: str
    key: QuestionKey
    distance: Fraction


@dataclass(frozen=True, slots=True)
class VoicesApart:
    """A questionnaire on several sheets.

    `answered` are the questions that everybody was asked and answered, free texts left out; `differing`
    are those of them on which somebody differs, the most distant first.
    """

    questionnaire: Questionnaire
    overall: ScoreRange
    dimensions: Mapping[str, ScoreRange]
    answered: tuple[QuestionKey, ...]
    differing: tuple[QuestionApart, ...]

    @property
    def agreed(self) -> int:
        """How many questions all answered alike."""
        return len(self.answered) - len(self.differing)


def voices_apart(
    questionnaire: Questionnaire, sheets: Sequence[AnswerSheet], facts: Facts
) -> VoicesApart | None:
    """How far apart some sheets are, each asked and scored by itself; None for fewer than two."""
    if len(sheets) < FEWEST:
        return None
    cards = [score(questionnaire, sheet, facts) for sheet in sheets]
    everywhere = _answered_by_all(questionnaire, sheets, facts)
    apart = [
        QuestionApart(question.id, question.key, _distance(questionnaire, question, sheets))
        for question in everywhere
        if not same_answer(sheet[question.key] for sheet in sheets)
    ]
    return VoicesApart(
        questionnaire,
        ScoreRange(tuple(card.overall for card in cards)),
        {
            dimension.id: ScoreRange(tuple(card.dimensions[dimension.id] for card in cards))
            for dimension in questionnaire.dimensions
        },
        tuple(question.key for question in everywhere),
        tuple(sorted(apart, key=lambda each: _rank(questionnaire, each))),
    )


def same_answer(answers: Iterable[Answer]) -> bool:
    """Whether all answers are equal."""
    return all(one == other for one, other in pairwise(answers))


def _answered_by_all(
    questionnaire: Questionnaire, sheets: Sequence[AnswerSheet], facts: Facts
) -> list[Question]:
    answered = [
        {each.id for each in shown_questions(questionnaire, sheet, facts) if has_answer(each, sheet)}
        for sheet in sheets
    ]
    everywhere = set.intersection(*answered)
    return [
        each for each in questionnaire.questions.values() if each.id in everywhere and each.kind != "text"
    ]


def _distance(questionnaire: Questionnaire, question: Question, sheets: Sequence[AnswerSheet]) -> Fraction:
    if not question.is_scored:
        return ZERO
    zero = questionnaire.unanswered_counts_zero
    found = (worth(question, sheet[question.key], unanswered_counts_zero=zero) for sheet in sheets)
    shares = [each.headline for each in found if each is not None and each.headline is not None]
    return max(shares, default=ZERO) - min(shares, default=ZERO)


def _rank(questionnaire: Questionnaire, apart: QuestionApart) -> tuple[Fraction, Fraction]:
    """The most distant first, of equals the one that counts most; the order of asking decides the rest."""
    return -apart.distance, -questionnaire.questions[apart.question].weight
