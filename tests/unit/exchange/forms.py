"""Small XLSForms as other programs write them, and random questionnaires to send through one and back."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import strategies as st

from desktop.content.files.yaml_writing import structure_to_yaml, texts_to_yaml
from desktop.content.questionnaires.questionnaire_building import Written
from desktop.content.questionnaires.questionnaire_file import (
    BandEntry,
    ChoiceEntry,
    Condition,
    DimensionEntry,
    DimensionText,
    LabelEntry,
    LevelEntry,
    LevelText,
    QuestionEntry,
    QuestionnaireFile,
    QuestionnaireTextFile,
    QuestionTextEntry,
    RowEntry,
    ScoringEntry,
    SectionEntry,
    SectionText,
    TermText,
)

Cells = Sequence[Any]
CODES = ("it", "en")
LONGEST_NAME = 28  # characters of a dimension's name
YES_NO = (("yn", "yes", "Yes"), ("yn", "no", "No"))
ODD = [
    "=1+1",
    "No",
    "a: b #c",
    "_x0041_",
    "${q0}",
    "two\nlines",
    "- x",
    "'\"\\",
    "1.0",
    "null",
    "😀",
    "\x07",
    " x ",
]


def write_form(
    path: Path,
    survey: Iterable[Cells],
    choices: Iterable[Cells] = YES_NO,
    settings: Iterable[Cells] = (("Shop", "shop"),),
    headings: Cells = ("type", "name", "label"),
) -> Path:
    """A form with an English label column; more columns by `headings`."""
    workbook = openpyxl.Workbook()
    first = workbook.active
    assert first is not None
    first.title = "survey"
    sheets = [
        (first, [headings, *survey]),
        (workbook.create_sheet("choices"), [("list_name", "name", "label"), *choices]),
        (workbook.create_sheet("settings"), [("form_title", "form_id"), *settings]),
    ]
    for sheet, rows in sheets:
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def write_questionnaire(folder: Path, written: Written) -> Path:
    """The files of a questionnaire; returns the structure file."""
    folder.mkdir(parents=True, exist_ok=True)
    structure = folder / f"{written.file.id}.yaml"
    structure.write_text(structure_to_yaml(written.file, ("A test.",)), encoding="utf-8")
    for code, texts in written.texts.items():
        path = folder / f"{written.file.id}.{code}.yaml"
        path.write_text(texts_to_yaml(texts), encoding="utf-8", newline="\n")
    return structure


numbers = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 3), Fraction(5, 2), Fraction(-7, 8)])
positive = st.sampled_from([Fraction(1), Fraction(2, 3), Fraction(3, 2)])
_letters = st.characters(exclude_categories=("Cs",), exclude_characters="\r")
texts = (st.sampled_from(ODD) | st.text(_letters, min_size=1, max_size=30)).filter(str.strip)
names = texts.filter(lambda text: len(text) <= LONGEST_NAME)
maybe_texts = st.just("") | texts
labels = texts | st.builds(LabelEntry, text=texts, help=texts)
former_ids = st.sampled_from([(), (), "old-one", ("old-one", "older-one")])
ceilings = st.dictionaries(st.sampled_from(["cyber-backup", "ai-work"]), st.integers(1, 4), max_size=2)


@st.composite
def _choices(draw: st.DrawFn, *, is_many: bool) -> tuple[ChoiceEntry, ...]:
    count = draw(st.integers(1, 3))
    found = [
        ChoiceEntry(
            id=identity,
            points=draw(st.none() | positive) if is_many else Fraction(index),
            competences=draw(ceilings) if is_many else {},
            replaces=draw(former_ids) if index == 0 else (),
        )
        for index, identity in enumerate(["no", "c-1", "c-2", "y"][: count + 1])
    ]
    return (
        (*found, ChoiceEntry(id="none", exclusive=True)) if is_many and draw(st.booleans()) else tuple(found)
    )


@st.composite
def _questions(draw: st.DrawFn, identity: str, earlier: list[QuestionEntry]) -> QuestionEntry:
    kind = draw(st.sampled_from(["one", "many", "scale", "grid", "cells", "number", "text"]))
    weight = Fraction(0) if kind == "text" else draw(st.none() | st.just(Fraction(0)) | positive)
    parts: dict[str, Any] = {}
    if kind in ("one", "many"):
        parts["choices"] = draw(_choices(is_many=kind == "many"))
    if kind in ("grid", "cells"):
        parts["rows"] = (
            RowEntry(id="no", weight=draw(positive), replaces=draw(former_ids)),
            RowEntry(id="r-1"),
        )
    if kind in ("scale", "grid"):
        parts["scale"] = "habit"
    if kind == "cells":
        parts["columns"] = draw(_choices(is_many=False))
    if kind == "number":
        parts["minimum"] = draw(st.none() | st.just(Fraction(-1)) | st.just(Fraction(1, 3)))
        parts["maximum"] = draw(st.none() | st.just(Fraction(50)))
        parts["unit"] = draw(st.booleans())
        bands = (
            BandEntry(from_=Fraction(0), points=Fraction(0)),
            BandEntry(from_=Fraction(1, 3), points=Fraction(2)),
        )
        parts["bands"] = bands if draw(st.booleans()) else ()
    if kind == "text":
        parts["maximum_length"] = draw(st.sampled_from([500, 20]))
    return QuestionEntry(
        id=identity,
        kind="grid" if kind == "cells" else kind,
        replaces=draw(st.sampled_from([(), f"old-{identity}", (f"old-{identity}", f"far/{identity}")])),
        weight=weight,
        minutes=draw(st.none() | positive),
        dimension=draw(st.none() | st.just("trade")),
        words=draw(st.sampled_from([(), ("cloud",)])),
        nist_csf=draw(st.sampled_from([(), ("PR.AA", "ID.AM")])),
        digcomp=draw(st.sampled_from([(), ("4.1",)])),
        unknown=draw(st.booleans()),
        not_applicable=draw(st.booleans()),
        when=draw(_conditions(earlier)),
        **parts,
    )


@st.composite
def _conditions(draw: st.DrawFn, earlier: list[QuestionEntry]) -> Condition | None:
    free = [entry for entry in earlier if entry.weight == 0]
    leaves = [
        Condition(company="headcount", at_least=Fraction(10)),
        Condition(company="sector", in_=("C", "N")),
        *(_leaf(entry, is_in=draw(st.booleans())) for entry in free),
    ]
    several = st.lists(st.sampled_from(leaves), min_size=1, max_size=2).map(tuple)
    found = (
        st.none()
        | st.sampled_from(leaves)
        | several.map(lambda parts: Condition(all=parts))
        | several.map(lambda parts: Condition(any=parts))
        | st.sampled_from(leaves).map(lambda part: Condition(not_=part))
    )
    return draw(found)


def _leaf(entry: QuestionEntry, *, is_in: bool) -> Condition:
    if entry.kind == "number":
        return Condition(question=entry.id, at_least=Fraction(1, 3))
    if entry.kind in ("grid", "text"):
        return Condition(question=entry.id, answered=is_in)
    choice = entry.choices[0].id if entry.choices else "s-0"
    return Condition(question=entry.id, **{"in_" if is_in else "not_in": (choice,)})


@st.composite
def questionnaires(draw: st.DrawFn) -> Written:
    """A valid questionnaire of up to four questions in two languages, with texts that are hard to keep."""
    entries: list[QuestionEntry] = []
    for index in range(draw(st.integers(1, 4))):
        entries.append(draw(_questions(f"q{index}", entries)))
    cut = draw(st.integers(0, len(entries)))
    steps = tuple(ChoiceEntry(id=f"s-{index}", points=Fraction(index)) for index in range(3))
    file = QuestionnaireFile(
        format=1,
        id="small",
        version=draw(st.sampled_from(["1", "1.0", "2027-01-31"])),
        replaces=draw(former_ids),
        source_language="it",
        languages=CODES,
        answered_by=draw(st.sampled_from(["firm", "person"])),
        scoring=ScoringEntry(unanswered=draw(st.sampled_from(["zero", "exclude"])), coverage=Fraction(1, 3)),
        levels=(LevelEntry(id="low", from_=Fraction(0)), LevelEntry(id="high", above=Fraction(100, 3))),
        dimensions=(DimensionEntry(id="work"), DimensionEntry(id="trade", weight=Fraction(2))),
        scales={"habit": steps},
        sections=(
            SectionEntry(id="q0", dimension="work", questions=tuple(entries[:cut])),
            SectionEntry(id="no", dimension="trade", questions=tuple(entries[cut:])),
        ),
    )
    return Written(file, {code: draw(_text_files(file, entries, code)) for code in CODES})


@st.composite
def _text_files(
    draw: st.DrawFn, file: QuestionnaireFile, entries: list[QuestionEntry], code: str
) -> QuestionnaireTextFile:
    def some(items: Iterable[Any]) -> dict[str, Any]:
        return {item.id: draw(labels) for item in items}

    return QuestionnaireTextFile(
        format=1,
        language=code,
        title=draw(texts),
        summary=draw(texts),
        levels={entry.id: LevelText(name=draw(texts), meaning=draw(texts)) for entry in file.levels},
        dimensions={
            entry.id: DimensionText(
                name=draw(names),
                about=draw(texts),
                low=draw(texts),
                middle=draw(texts),
                high=draw(texts),
            )
            for entry in file.dimensions
        },
        scales={"habit": some(file.scales["habit"])},
        sections={
            entry.id: SectionText(title=draw(texts), about=draw(maybe_texts)) for entry in file.sections
        },
        glossary={word: TermText(draw(texts), draw(texts)) for entry in entries for word in entry.words},
        questions={
            entry.id or "": QuestionTextEntry(
                text=draw(texts),
                hint=draw(maybe_texts),
                why=draw(maybe_texts),
                choices=some(entry.choices),
                rows=some(entry.rows),
                columns=some(entry.columns),
                unit=draw(texts) if entry.unit else "",
            )
            for entry in entries
        },
        translated_from={"title": "123456"} if code == "en" else {},
    )
