"""What every part of an import reads alike from the cells of a row."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from desktop.content.questionnaires.questionnaire_file import LabelEntry
from desktop.errors import SestanteError
from desktop.exchange.xlsform import extra_columns as extra
from desktop.exchange.xlsform.findings import Log, quote
from desktop.exchange.xlsform.languages import Languages
from desktop.exchange.xlsform.sheets import Row
from desktop.text import say

Value = TypeVar("Value")

_YES = frozenset({"yes", "true", "true()", "1", "y"})
_NO = frozenset({"", "no", "false", "false()", "0", "n"})


def read_cell(row: Row, column: str, read: Callable[[str], Value], default: Value, log: Log) -> Value:
    """The value of a cell, the default where it is empty or, which is reported, not understood."""
    text = row.take(column)
    if not text:
        return default
    try:
        return read(text)
    except (ValueError, SestanteError, msgspec.ValidationError):
        what = say("{text} is not understood and was left out", text=quote(text))
        log.findings.append(row.finding(column, what, say("write it as the guide for authors says"), "X120"))
        return default


def is_yes(row: Row, column: str, log: Log) -> bool:
    """Whether a cell says yes; an expression counts as no and is reported."""
    text = row.take(column).lower()
    if text not in _YES | _NO:
        what = say("{text} is neither yes nor no; it counts as no", text=quote(text))
        log.findings.append(row.finding(column, what, say("only yes or no can be kept"), "X107"))
    return text in _YES


def texts_of(row: Row, base: str, languages: Languages, log: Log) -> dict[str, str]:
    """The optional texts of a row by language."""
    found = languages.texts(row, base)
    if any("${" in text for text in found.values()):
        what = say("the text shows the answer to another question, which stands here as `${...}`")
        log.findings.append(row.finding(base, what, say("reword it without that answer"), "X112"))
    return found


def labels_of(row: Row, languages: Languages, name: str, log: Log) -> dict[str, str]:
    """The labels of a row in all languages; where one is missing, that of the source language or the name."""
    found = texts_of(row, "label", languages, log)
    first = found.get(languages.source) or next(iter(found.values()), name)
    missing = [code for code in languages.codes if code not in found]
    if missing:
        what = say(
            "no label in {missing}; {first} stands for it", missing=", ".join(missing), first=quote(first)
        )
        log.findings.append(row.finding("label", what, say("write the missing text"), "X110"))
    return {code: found.get(code, first) for code in languages.codes}


def label_entries(
    row: Row, languages: Languages, name: str, helps: str, log: Log
) -> dict[str, str | LabelEntry]:
    """The label of a choice or row in all languages, with its second line from the columns `helps`."""
    labels = labels_of(row, languages, name, log)
    if helps == "hint":
        found = texts_of(row, helps, languages, log)
    else:
        found = {code: row.take_text(extra.by_language(helps, code)) for code in languages.codes}
    return {
        code: LabelEntry(text=text, help=found[code]) if found.get(code) else text
        for code, text in labels.items()
    }
