"""What a questionnaire is once it has been read and checked: frozen values, addressed by id alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import NewType

from desktop.content.questionnaires.questionnaire_file import (
    Condition,
    DimensionText,
    LabelEntry,
    LevelText,
    QuestionKind,
    SectionText,
    TermText,
)

QuestionKey = NewType("QuestionKey", str)
"""Where an answer is stored: `questionnaire/question` of the questionnaire that declares the question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice, a step of a scale, or a column of a grid; `points` are at least 0."""

    id: str
    points: Fraction
    exclusive: bool
    competences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid."""

    id: str
    weight: Fraction
    competences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Band:
    """Points of a number that is at least `lower`."""

    lower: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Question:
    """One question with everything that decides whether it is asked and what its answers are worth.

    `choices` holds the choices of `one` and `many`, the steps of `scale` and of a grid of scales.
    `competences` maps a competence to the highest level (1-4) that full marks here can show.
    `nist_csf` (categories of version 2.0) and `digcomp` (competences of version 2.2) say where other
    frameworks ask the same. `opened_by` names the question whose follow-up this is.
    """

    id: str
    key: QuestionKey
    kind: QuestionKind
    dimension: str | None
    weight: Fraction
    minutes: Fraction
    competences: Mapping[str, int]
    when: Condition | None
    opened_by: str | None
    follow_ups: tuple[str, ...]
    allows_unknown: bool
    allows_not_applicable: bool
    choices: tuple[Choice, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[Choice, ...] = ()
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    bands: tuple[Band, ...] = ()
    maximum_length: int = 0
    nist_csf: tuple[str, ...] = ()
    digcomp: tuple[str, ...] = ()

    @property
    def is_scored(self) -> bool:
        """Whether any answer earns points for a dimension."""
        return self.weight > 0 and self.kind != "text" and (self.kind != "number" or bool(self.bands))


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand together; follow-ups come right after the question that opens them."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """What is scored from 0 to 100; `weight` counts in the overall score."""

    id: str
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Level:
    """A level by its lower bound on 0-100."""

    id: str
    bound: Fraction
    is_bound_included: bool

    def reaches(self, score: Fraction) -> bool:
        """Whether a score is at this level or a higher one."""
        return score >= self.bound if self.is_bound_included else score > self.bound


@dataclass(frozen=True, slots=True)
class Origin:
    """What a question stands for: its former keys, the one to prefer first, and former ids of its parts.

    The three mappings lead from a former id to today's.
    """

    keys: tuple[QuestionKey, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionText:
    """The prose of one question in one language, labels and glossary terms resolved."""

    text: str
    hint: str
    why: str
    choices: Mapping[str, LabelEntry]
    rows: Mapping[str, LabelEntry]
    columns: Mapping[str, LabelEntry]
    unit: str
    words: tuple[TermText, ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireText:
    """The prose of a questionnaire in one language; questions by id."""

    language: str
    title: str
    summary: str
    levels: Mapping[str, LevelText]
    dimensions: Mapping[str, DimensionText]
    sections: Mapping[str, SectionText]
    questions: Mapping[str, QuestionText]


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire, complete: structure, settings of the score, and texts by language.

    One that `is_personal` is answered by each person about herself or himself, not once for the firm.
    `former_ids` and `origins` (by question id) lead from earlier versions to this one; `hash` does not depend
    on them. `shown_in` is the language chosen for the texts, whatever the reader's; empty where none was.
    """

    id: str
    version: str
    hash: str
    source_language: str
    unanswered_counts_zero: bool
    required_coverage: Fraction
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    sections: tuple[Section, ...]
    texts: Mapping[str, QuestionnaireText]
    is_personal: bool = False
    former_ids: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    shown_in: str = ""

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """All questions by id, in the order in which they are asked."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def watched(self) -> frozenset[str]:
        """The questions some condition looks at."""
        return frozenset(
            name
            for question in self.questions.values()
            if question.when is not None
            for name in question.when.questions()
        )

    @cached_property
    def _scored(self) -> Mapping[str, list[Question]]:
        found: dict[str, list[Question]] = {}
        for question in self.questions.values():
            if question.dimension is not None and question.is_scored and question.opened_by is None:
                found.setdefault(question.dimension, []).append(question)
        return found

    def text(self, language: str) -> QuestionnaireText:
        """The texts in the language chosen for them, else the reader's, else the source language."""
        found = self.texts.get(self.shown_in) or self.texts.get(language)
        return found or self.texts[self.source_language]

    def in_language(self, language: str) -> "Questionnaire":
        """The questionnaire with another language chosen for its texts, as far as it has it."""
        return self if language == self.shown_in else replace(self, shown_in=language)

    def level_of(self, score: Fraction) -> Level:
        """The highest level whose bound the exact score reaches."""
        return max((level for level in self.levels if level.reaches(score)), key=lambda level: level.bound)

    def scored(self, dimension: str) -> Iterator[Question]:
        """The scored questions of a dimension that are nobody's follow-up."""
        yield from self._scored.get(dimension, ())
