"""What an answer can be. Unanswered is the absence of one of these values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from desktop.content.questionnaires.questionnaire import QuestionKey


class Reserved(Enum):
    """Answers every question offers by itself; the words are reserved in files."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice, or one step of a scale."""

    choice: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """Any number of choices; none ticked is an answer too."""

    choices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rows:
    """What was said of each row of a grid; rows not named are unanswered.

    A grid of a scale maps a row to a step or to a reserved word, a grid of ticks to its ticked columns.
    """

    rows: Mapping[str, "Chosen | Ticked | Reserved"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number, exact."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Text:
    """A short text."""

    text: str


Answer: TypeAlias = Reserved | Chosen | Ticked | Rows | Number | Text
AnswerSheet: TypeAlias = Mapping[QuestionKey, Answer]
"""All answers of one round, by the key of the question."""
