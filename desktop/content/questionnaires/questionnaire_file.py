"""The shape of a questionnaire's two kinds of YAML file: the structure, and the texts of one language."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.content.files.decoding import FileFormat

# Python's `$` also matches before a line break at the end.
Slug = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,59}$(?!\n)")]
Scope = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9-]{0,59}$(?!\n)")]
LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2}$(?!\n)")]
CompetenceCeilings = dict[Slug, Annotated[int, Meta(ge=1, le=4)]]
NistCode = Annotated[str, Meta(pattern=r"^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}$(?!\n)")]
DigCompCode = Annotated[str, Meta(pattern=r"^[1-5]\.[1-6]$(?!\n)")]
Words = Annotated[str, Meta(pattern=r"\S")]
ShortName = Annotated[str, Meta(pattern=r"\S", max_length=28)]
_MIDDLE_FROM, _HIGH_FROM = 35, 65
# Without patterns: msgspec 0.22 crashes at exit over a union of a text with one and a list (its issue 717).
FormerIds = str | tuple[str, ...]
QuestionKind = Literal["one", "many", "scale", "grid", "number", "text"]


def _one() -> Fraction:
    return Fraction(1)


def _two_thirds() -> Fraction:
    return Fraction(2, 3)


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Entries of a content file; unknown ones are refused."""


class Condition(Shape, frozen=True, rename={"in_": "in", "not_": "not"}):
    """When a question is asked: exactly one of question, company, all, any, not."""

    question: Slug | None = None
    company: Literal["headcount", "sector", "size_class", "it_staff"] | None = None
    in_: tuple[str, ...] | None = None
    not_in: tuple[str, ...] | None = None
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    answered: bool | None = None
    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    not_: "Condition | None" = None

    def parts(self) -> "tuple[Condition, ...]":
        """The conditions inside this one."""
        return (*(self.all or ()), *(self.any or ()), *((self.not_,) if self.not_ else ()))

    def questions(self) -> frozenset[str]:
        """The ids of all questions it looks at."""
        own = {self.question} if self.question else set[str]()
        return frozenset(own).union(*(part.questions() for part in self.parts()))


class ChoiceEntry(Shape, frozen=True):
    """One choice of a question, step of a scale, or column of a grid."""

    id: Slug
    points: Fraction | None = None
    exclusive: bool = False
    competences: CompetenceCeilings = {}
    replaces: FormerIds = ()
    leads_nowhere: Words | None = None


class RowEntry(Shape, frozen=True):
    """One row of a grid."""

    id: Slug
    weight: Fraction = msgspec.field(default_factory=_one)
    competences: CompetenceCeilings = {}
    replaces: FormerIds = ()
    leads_nowhere: Words | None = None


class BandEntry(Shape, frozen=True, kw_only=True):
    """Points of a number from a lower bound on."""

    from_: Fraction = msgspec.field(name="from")
    points: Fraction


class QuestionEntry(Shape, frozen=True, kw_only=True):
    """A question as written, or a `use:` of one declared in another questionnaire.

    `leads_nowhere`, here or on a choice or row, is the author's reason for answers that lead to no advice.
    """

    id: Slug | None = None
    use: Scope | None = None
    replaces: FormerIds = ()
    leads_nowhere: Words | None = None
    kind: QuestionKind | None = None
    dimension: Slug | None = None
    weight: Fraction | None = None
    minutes: Fraction | None = None
    competences: CompetenceCeilings = {}
    nist_csf: tuple[NistCode, ...] = ()
    digcomp: tuple[DigCompCode, ...] = ()
    words: tuple[Slug, ...] = ()
    when: Condition | None = None
    unknown: bool = True
    not_applicable: bool = False
    choices: tuple[ChoiceEntry, ...] = ()
    scale: Slug | None = None
    rows: tuple[RowEntry, ...] = ()
    columns: tuple[ChoiceEntry, ...] = ()
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    unit: bool = False
    bands: tuple[BandEntry, ...] = ()
    maximum_length: int = 500
    follow_ups: tuple["QuestionEntry", ...] = ()


class LevelEntry(Shape, frozen=True, kw_only=True):
    """A level by its lower bound: `from` includes the bound, `above` excludes it."""

    id: Slug
    from_: Fraction | None = msgspec.field(default=None, name="from")
    above: Fraction | None = None


class DimensionEntry(Shape, frozen=True, kw_only=True):
    """What is scored from 0 to 100."""

    id: Slug
    weight: Fraction = msgspec.field(default_factory=_one)


class SectionEntry(Shape, frozen=True, kw_only=True):
    """Questions shown together in the rail."""

    id: Slug
    dimension: Slug | None = None
    questions: tuple[QuestionEntry, ...]


class ScoringEntry(Shape, frozen=True, kw_only=True):
    """The settings of the score."""

    unanswered: Literal["zero", "exclude"] = "exclude"
    coverage: Fraction = msgspec.field(default_factory=_two_thirds)


class QuestionnaireFile(FileFormat, frozen=True, kw_only=True):
    """The structure of a questionnaire."""

    id: Slug
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    replaces: FormerIds = ()
    source_language: LanguageCode
    languages: tuple[LanguageCode, ...]
    answered_by: Literal["firm", "person"] = "firm"
    scoring: ScoringEntry = msgspec.field(default_factory=ScoringEntry)
    levels: tuple[LevelEntry, ...]
    dimensions: tuple[DimensionEntry, ...]
    scales: dict[Slug, tuple[ChoiceEntry, ...]] = {}
    sections: tuple[SectionEntry, ...]


class LabelEntry(Shape, frozen=True):
    """A short text with an optional second line."""

    text: Words
    help: str = ""


class LevelText(Shape, frozen=True):
    """Name of a level and what a firm there looks like."""

    name: Words
    meaning: Words


class DimensionText(Shape, frozen=True):
    """Name of a dimension and what its score tells: below 35 `low`, from 65 `high`, between them `middle`."""

    name: ShortName
    about: Words
    low: Words
    middle: Words
    high: Words

    def told_at(self, score: Fraction) -> str:
        """What a score from 0 to 100 tells."""
        if score < _MIDDLE_FROM:
            return self.low
        return self.middle if score < _HIGH_FROM else self.high


class SectionText(Shape, frozen=True):
    """Heading of a section."""

    title: Words
    about: str = ""


class TermText(Shape, frozen=True):
    """A word explained."""

    term: Words
    meaning: Words


class QuestionTextEntry(Shape, frozen=True):
    """The prose of one question."""

    text: Words
    hint: str = ""
    why: str = ""
    choices: dict[Slug, Words | LabelEntry] = {}
    rows: dict[Slug, Words | LabelEntry] = {}
    columns: dict[Slug, Words | LabelEntry] = {}
    unit: str = ""


class QuestionnaireTextFile(FileFormat, frozen=True, kw_only=True):
    """The prose of a questionnaire in one language."""

    language: LanguageCode
    title: Words
    summary: Words
    levels: dict[Slug, LevelText]
    dimensions: dict[Slug, DimensionText]
    scales: dict[Slug, dict[Slug, Words | LabelEntry]] = {}
    sections: dict[Slug, SectionText]
    glossary: dict[Slug, TermText] = {}
    questions: dict[Slug, QuestionTextEntry] = {}
    translated_from: dict[str, str] = {}
