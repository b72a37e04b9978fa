"""A questionnaire built from its files: shared items fetched, defaults filled in, texts resolved."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

import msgspec

from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.questionnaires import questionnaire as built
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    LabelEntry,
    QuestionEntry,
    QuestionnaireFile,
    QuestionnaireTextFile,
    QuestionTextEntry,
)
from desktop.content.questionnaires.replacing import former_ids, origin

_DEFAULT_MINUTES = {
    "one": Fraction(1, 2),
    "scale": Fraction(1, 2),
    "many": Fraction(1),
    "grid": Fraction(2),
    "number": Fraction(1, 3),
    "text": Fraction(1),
}


@dataclass(frozen=True, slots=True)
class Written:
    """One questionnaire as its author wrote it, texts by language, before anything was resolved."""

    file: QuestionnaireFile
    texts: Mapping[str, QuestionnaireTextFile]


@dataclass(frozen=True, slots=True)
class Source:
    """One questionnaire with the documents it was read from, which tell the lines of problems."""

    document: Document
    file: QuestionnaireFile
    texts: Mapping[str, tuple[Document, QuestionnaireTextFile]]

    @property
    def written(self) -> Written:
        """What was written, without the documents."""
        return Written(self.file, {language: file for language, (_, file) in self.texts.items()})


AnySource = TypeVar("AnySource", Written, Source)


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """A question entry with its place in the file and what surrounds it."""

    entry: QuestionEntry
    path: Steps
    section: str
    dimension: str | None
    opened_by: str | None


def placed_entries(file: QuestionnaireFile) -> Iterator[PlacedEntry]:
    """Every question entry in asking order, follow-ups right after the question that opens them."""
    for s, section in enumerate(file.sections):
        for q, entry in enumerate(section.questions):
            path: Steps = ("sections", s, "questions", q)
            dimension = entry.dimension or section.dimension
            yield PlacedEntry(entry, path, section.id, dimension, None)
            for f, follow_up in enumerate(entry.follow_ups):
                below = (*path, "follow_ups", f)
                yield PlacedEntry(follow_up, below, section.id, follow_up.dimension or dimension, entry.id)


def home_entry(
    entry: QuestionEntry, sources: Mapping[str, AnySource]
) -> tuple[AnySource, QuestionEntry] | None:
    """The declaration a `use:` entry points to, or None where there is none."""
    home_id, _, question_id = (entry.use or "").partition("/")
    home = sources.get(home_id)
    if home is None:
        return None
    for placed in placed_entries(home.file):
        if placed.entry.id == question_id and placed.entry.use is None:
            return home, placed.entry
    return None


def build(source: Written, sources: Mapping[str, Written]) -> built.Questionnaire:
    """The finished questionnaire; the files must have passed their checks."""
    file = source.file
    sections: dict[str, list[built.Question]] = {section.id: [] for section in file.sections}
    homes: dict[str, tuple[Written, QuestionEntry]] = {}
    for placed in placed_entries(file):
        home, declared = (source, placed.entry) if placed.entry.use is None else _home(placed.entry, sources)
        question = _question(placed, declared, home.file)
        homes[question.id] = (home, declared)
        sections[placed.section].append(question)
    return built.Questionnaire(
        id=file.id,
        version=file.version,
        hash=_fingerprint(file, sections),
        source_language=file.source_language,
        is_personal=file.answered_by == "person",
        unanswered_counts_zero=file.scoring.unanswered == "zero",
        required_coverage=file.scoring.coverage,
        levels=tuple(_levels(file)),
        dimensions=tuple(built.Dimension(entry.id, entry.weight) for entry in file.dimensions),
        sections=tuple(built.Section(name, tuple(questions)) for name, questions in sections.items()),
        texts={language: _texts(language, source, homes) for language in file.languages},
        former_ids=former_ids(file),
        origins={name: origin(home.file, declared) for name, (home, declared) in homes.items()},
    )


def _home(entry: QuestionEntry, sources: Mapping[str, Written]) -> tuple[Written, QuestionEntry]:
    found = home_entry(entry, sources)
    if found is None:
        raise LookupError(f"unchecked use: {entry.use}")
    return found


def _levels(file: QuestionnaireFile) -> Iterator[built.Level]:
    for entry in file.levels:
        if entry.above is not None:
            yield built.Level(entry.id, entry.above, is_bound_included=False)
        else:
            yield built.Level(entry.id, entry.from_ or Fraction(0), is_bound_included=True)


def _question(placed: PlacedEntry, declared: QuestionEntry, home: QuestionnaireFile) -> built.Question:
    entry = placed.entry
    kind = declared.kind or "text"
    identity = declared.id or ""
    weight = entry.weight if entry.weight is not None else declared.weight
    scale = home.scales.get(declared.scale or "", ())
    default = Fraction(1) if kind == "many" else Fraction(0)
    return built.Question(
        id=identity,
        key=built.QuestionKey(f"{home.id}/{identity}"),
        kind=kind,
        dimension=placed.dimension,
        weight=Fraction(1) if weight is None else weight,
        minutes=declared.minutes if declared.minutes is not None else _DEFAULT_MINUTES[kind],
        competences=declared.competences,
        when=entry.when,
        opened_by=placed.opened_by,
        follow_ups=tuple(follow_up.id for follow_up in entry.follow_ups if follow_up.id),
        allows_unknown=declared.unknown,
        allows_not_applicable=declared.not_applicable,
        choices=tuple(_choice(choice, default) for choice in (declared.choices or scale)),
        rows=tuple(built.Row(row.id, row.weight, row.competences) for row in declared.rows),
        columns=tuple(_choice(column, Fraction(1)) for column in declared.columns),
        minimum=declared.minimum,
        maximum=declared.maximum,
        bands=tuple(built.Band(band.from_, band.points) for band in declared.bands),
        maximum_length=declared.maximum_length,
        nist_csf=declared.nist_csf,
        digcomp=declared.digcomp,
    )


def _choice(entry: ChoiceEntry, default: Fraction) -> built.Choice:
    worth = Fraction(0) if entry.exclusive else default
    points = worth if entry.points is None else entry.points
    return built.Choice(entry.id, points, entry.exclusive, entry.competences)


def _fingerprint(file: QuestionnaireFile, sections: Mapping[str, list[built.Question]]) -> str:
    parts = (file.id, file.version, file.scoring, file.levels, file.dimensions, sections)
    data = msgspec.json.encode(parts, enc_hook=_plain, order="deterministic")
    return hashlib.sha256(data).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"no rule writes a {type(value).__name__}")


def _texts(
    language: str, source: Written, homes: Mapping[str, tuple[Written, QuestionEntry]]
) -> built.QuestionnaireText:
    file = source.texts[language]
    return built.QuestionnaireText(
        language=language,
        title=file.title,
        summary=file.summary,
        levels=file.levels,
        dimensions=file.dimensions,
        sections=file.sections,
        questions={name: _text(language, *home) for name, home in homes.items()},
    )


def _text(language: str, home: Written, declared: QuestionEntry) -> built.QuestionText:
    file = home.texts.get(language) or home.texts[home.file.source_language]
    entry: QuestionTextEntry = file.questions[declared.id or ""]
    steps = file.scales.get(declared.scale or "", {})
    return built.QuestionText(
        text=entry.text,
        hint=entry.hint,
        why=entry.why,
        choices=_labels(entry.choices or steps),
        rows=_labels(entry.rows),
        columns=_labels(entry.columns),
        unit=entry.unit,
        words=tuple(file.glossary[word] for word in declared.words),
    )


def _labels(entries: Mapping[str, str | LabelEntry]) -> dict[str, LabelEntry]:
    return {
        name: LabelEntry(text=entry) if isinstance(entry, str) else entry for name, entry in entries.items()
    }
