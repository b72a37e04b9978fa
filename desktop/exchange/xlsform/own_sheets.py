"""Levels, dimensions and glossary: read from the sheets an export wrote, or made as small as they can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

import msgspec

from desktop.content.questionnaires.questionnaire_file import (
    DimensionEntry,
    DimensionText,
    LevelEntry,
    LevelText,
    TermText,
)
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.cells import read_cell
from desktop.exchange.xlsform.drafts import Import
from desktop.exchange.xlsform.findings import Finding, Log, quote
from desktop.exchange.xlsform.languages import Languages, heading
from desktop.exchange.xlsform.naming import is_id
from desktop.exchange.xlsform.sections import DraftSection, entries_of
from desktop.exchange.xlsform.sheets import Form, Row, Sheet
from desktop.text import say

Entry = TypeVar("Entry", bound=msgspec.Struct)

_LEVEL, DIMENSION = "all", "general"
_MINIMAL = {
    "it": ("Tutte le risposte", "Questo modulo non dà punteggi.", "Generale"),
    "en": ("All answers", "This form has no scores.", "General"),
}


@dataclass(slots=True)
class Parts:
    """The parts that stand in sheets of their own, with their texts by language and id."""

    levels: tuple[LevelEntry, ...]
    level_texts: Mapping[str, Mapping[str, LevelText]]
    dimensions: tuple[DimensionEntry, ...]
    dimension_texts: Mapping[str, Mapping[str, DimensionText]]
    glossary: Mapping[str, Mapping[str, TermText]]


def parts_of(form: Form, sections: Sequence[DraftSection], work: Import) -> Parts:
    """The parts in the sheets of the form; the smallest there can be where it has none."""
    languages, log = work.languages, work.log
    levels = tuple(
        LevelEntry(
            id=row.take("id"),
            from_=read_cell(row, "from", extra.read_number, None, log),
            above=read_cell(row, "above", extra.read_number, None, log),
        )
        for row in _named_rows(form.sheet(extra.LEVELS), log)
    )
    dimensions = tuple(
        DimensionEntry(
            id=row.take("id"), weight=read_cell(row, "weight", extra.read_number, Fraction(1), log)
        )
        for row in _named_rows(form.sheet(extra.DIMENSIONS), log)
    )
    minimal = {code: _MINIMAL.get(code, _MINIMAL["en"]) for code in languages.codes}
    found = Parts(
        levels or (LevelEntry(id=_LEVEL, from_=Fraction(0)),),
        _texts_by_id(form.sheet(extra.LEVELS), LevelText, languages, log),
        dimensions or (DimensionEntry(id=DIMENSION),),
        _texts_by_id(form.sheet(extra.DIMENSIONS), DimensionText, languages, log),
        _glossary(form.sheet(extra.GLOSSARY), sections, work),
    )
    if not levels:
        found.level_texts = {code: {_LEVEL: LevelText(*words[:2])} for code, words in minimal.items()}
    if not dimensions:
        found.dimension_texts = {
            code: {DIMENSION: DimensionText(words[2], *[words[1]] * 4)} for code, words in minimal.items()
        }
    return found


def _named_rows(sheet: Sheet, log: Log) -> list[Row]:
    """The rows of a part that have an id; others are reported."""
    for row in sheet.rows:
        if not is_id(row.take("id")):
            what = say("{text} is not an id; the row was left out", text=quote(row.take("id")))
            advice = say("write small letters, digits and hyphens, beginning with a letter")
            log.findings.append(row.finding("id", what, advice, "X120"))
            row.drop()
    return [row for row in sheet.rows if is_id(row.take("id"))]


def _texts_by_id(
    sheet: Sheet, shape: type[Entry], languages: Languages, log: Log
) -> dict[str, dict[str, Entry]]:
    """The texts of a part by language and id; for a missing one that of the source language or the id."""
    found: dict[str, dict[str, Entry]] = {code: {} for code in languages.codes}
    for row in _named_rows(sheet, log):
        for code in languages.codes:
            texts = {}
            for name in shape.__struct_fields__:
                own = row.take_text(heading(name, code))
                texts[name] = own or row.take_text(heading(name, languages.source)) or row.take("id")
                if not own:
                    what = say(
                        "no {name} in {code}; {text} stands for it",
                        name=name,
                        code=code,
                        text=quote(texts[name]),
                    )
                    column = heading(name, code)
                    log.findings.append(row.finding(column, what, say("write the missing text"), "X110"))
            found[code][row.take("id")] = shape(**texts)
    return found


def _glossary(sheet: Sheet, sections: Sequence[DraftSection], work: Import) -> dict[str, dict[str, TermText]]:
    """The words of the questionnaire's own questions; those of shared ones stand in their homes."""
    used = {word for entry in entries_of(sections) for word in entry.words}
    found = _texts_by_id(sheet, TermText, work.languages, work.log)
    known = {row.take("id") for row in sheet.rows}
    has_shared = any(entry.use for entry in entries_of(sections))
    for row in sheet.rows:
        if row.take("id") not in used and not has_shared:
            what = say("no question uses the word {word}; it was left out", word=quote(row.take("id")))
            work.log.findings.append(row.finding("id", what, say("name it in sestante_words"), "X124"))
    for word in used - known:
        what = say("the word {word} is explained nowhere; the word itself stands for it", word=quote(word))
        work.log.findings.append(Finding(extra.GLOSSARY, 0, "id", what, say("explain it"), "X124"))
    return {
        code: {word: terms.get(word, TermText(term=word, meaning=word)) for word in sorted(used)}
        for code, terms in found.items()
    }
