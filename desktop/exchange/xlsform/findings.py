"""What does not fit from one model into the other: where it stands, what it is, what to do about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.text import Sentence, as_written, joined, say

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing lost or changed on the way. `row` counts from 1; 0 means the whole sheet."""

    sheet: str
    row: int
    column: str
    what: Sentence
    advice: Sentence
    code: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name of the form and the id that stands for it in the questionnaire."""

    part: str
    old: str
    new: str


def lines_of(findings: Iterable[Finding]) -> Iterator[Sentence]:
    """The findings as sentences in the order of the sheets, alike ones of one column in one line."""
    groups = [list(group) for _, group in groupby(sorted(findings, key=_alike), key=_alike)]
    for group in sorted(groups, key=lambda group: (group[0].sheet, min(found.row for found in group))):
        first = group[0]
        said = {"what": first.what, "advice": first.advice, "code": first.code}
        yield Sentence("{place}: {what}; {advice} [{code}]", {"place": _place(group), **said})


def _alike(found: Finding) -> tuple[str, str, str, str, str]:
    return found.sheet, found.column, found.code, str(found.what), str(found.advice)


def _place(group: Sequence[Finding]) -> Sentence:
    first = group[0]
    rows = sorted({found.row for found in group if found.row})
    place = [as_written(first.sheet)] if first.sheet else []
    if rows:
        spans = _spans(rows)
        place.append(say("rows {rows}", rows=spans) if len(rows) > 1 else say("row {row}", row=spans))
    if first.column:
        place.append(say("column {column}", column=first.column))
    return joined(place, ", ") if place else say("workbook")


def _spans(rows: list[int]) -> str:
    """Row numbers as 3-5, 9."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def quote(text: str) -> str:
    """A text as part of a sentence: in one line, and not too long."""
    line = " ".join(text.split())
    return f"`{line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + '…'}`"


@dataclass(frozen=True, slots=True)
class Log:
    """What a conversion has to tell: things lost or changed, and names that became other ids."""

    findings: list[Finding]
    renamed: list[Renamed]

    def rename(self, part: str, old: str, new: str) -> None:
        """Remember a new name where it differs from the old one."""
        if old != new:
            self.renamed.append(Renamed(part, old, new))
