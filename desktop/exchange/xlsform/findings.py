"""What does not fit from one model into the other: where it stands, what it is, what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing lost or changed on the way. `row` counts from 1; 0 means the whole sheet."""

    sheet: str
    row: int
    column: str
    what: str
    advice: str
    code: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name of the form and the id that stands for it in the questionnaire."""

    part: str
    old: str
    new: str


def lines_of(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings as sentences in the order of the sheets, alike ones of one column in one line."""
    ordered = sorted(findings, key=lambda found: (found.sheet, found.column, found.code, found.what))
    groups = [list(group) for _, group in groupby(ordered, key=_alike)]
    for group in sorted(groups, key=lambda group: (group[0].sheet, min(found.row for found in group))):
        first = group[0]
        rows = sorted({found.row for found in group if found.row})
        place = [first.sheet] if first.sheet else []
        place += [f"row{'s' if len(rows) > 1 else ''} {_spans(rows)}"] if rows else []
        place += [f"column {first.column}"] if first.column else []
        yield f"{', '.join(place) or 'workbook'}: {first.what}; {first.advice} [{first.code}]"


def _alike(found: Finding) -> tuple[str, str, str, str, str]:
    return found.sheet, found.column, found.code, found.what, found.advice


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
