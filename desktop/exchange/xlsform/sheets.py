"""A form as sheets of rows; a row remembers which of its cells were used, so that none is lost unseen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange.xlsform.findings import Finding
from desktop.text import Sentence

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"


@dataclass(slots=True)
class Row:
    """One row that holds something; cells by the heading of their column."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    _used: set[str] = field(default_factory=set)

    def take(self, heading: str) -> str:
        """The cell without spaces around it, empty where there is none; it counts as used."""
        return self.take_text(heading).strip()

    def take_text(self, heading: str) -> str:
        """The cell as it was written; it counts as used."""
        self._used.add(heading)
        return self.cells.get(heading, "")

    def drop(self) -> None:
        """Count all cells as used: the row as a whole was reported."""
        self._used.update(self.cells)

    def unused(self) -> Iterator[tuple[str, str]]:
        """The headings and texts of the cells that nothing has used."""
        return ((heading, text) for heading, text in self.cells.items() if heading not in self._used)

    def finding(self, column: str, what: Sentence, advice: Sentence, code: str) -> Finding:
        """A finding in this row."""
        return Finding(self.sheet, self.number, column, what, advice, code)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its headings in order; a heading is in small letters up to its language."""

    name: str
    headings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """All sheets of a form that hold something, by name."""

    sheets: Mapping[str, Sheet]

    def sheet(self, name: str) -> Sheet:
        """The sheet of this name, an empty one where the form has none."""
        return self.sheets.get(name) or Sheet(name)


@dataclass(slots=True)
class Draft:
    """A sheet being written: rows of texts by heading."""

    name: str
    headings: Sequence[str]
    rows: list[dict[str, str]] = field(default_factory=list)

    def add(self, cells: Mapping[str, str]) -> int:
        """Add a row; returns its number in the spreadsheet."""
        self.rows.append({heading: text for heading, text in cells.items() if text})
        return len(self.rows) + 1
