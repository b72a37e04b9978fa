"""What a text document is made of, as values: headings, lines and tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

LineStyle = Literal["Normal", "Table Text", "Note", "List Bullet", "List Number", "Title", "Subtitle"]


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a line: heavier, quieter, a name no dictionary knows, or leading to an address."""

    text: str
    is_strong: bool = False
    is_muted: bool = False
    is_name: bool = False
    address: str = ""


Words: TypeAlias = "str | Said"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `List Number` begins anew after any other style. With `has_box` a box to tick precedes.

    One with a tick in it where `is_ticked`.
    """

    words: tuple[Words, ...]
    style: LineStyle = "Normal"
    has_box: bool = False
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    text: str
    level: int


Cell: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head that stands again on every page; without a head the first column names the rows.

    `widths` are shares of the page's width, `says` tells who does not see the table what is in it.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    says: str


Block: TypeAlias = "Heading | Line | Table"


def strong(text: str) -> Said:
    """Heavier."""
    return Said(text, is_strong=True)


def muted(text: str) -> Said:
    """Quieter."""
    return Said(text, is_muted=True)


def name(text: str) -> Said:
    """A name, which no dictionary knows."""
    return Said(text, is_name=True)


def link(text: str, address: str) -> Said:
    """Leading to a web address; only the text where the address is none of the web."""
    is_web = address.startswith(("https://", "http://"))
    return Said(text, is_name=True, address=address if is_web else "")


def cell(*lines: "Words | Line") -> Cell:
    """A cell; empty words are left out."""
    whole = (each if isinstance(each, Line) else Line((each,), "Table Text") for each in lines)
    return tuple(line for line in whole if any(_text(words) for words in line.words))


def told(*words: Words) -> Line:
    """A line in a cell."""
    return Line(words, "Table Text")


def bullets(lines: Iterable[tuple[Words, ...]]) -> Iterable[Line]:
    """A list."""
    return (Line(words, "List Bullet") for words in lines)


def facts(pairs: Iterable[tuple[str, str]], says: str) -> Table:
    """Names with values, without those that have none."""
    rows = tuple((cell(strong(title)), cell(name(value))) for title, value in pairs if value)
    return Table((), rows, (0.32, 0.68), says)


def _text(words: Words) -> str:
    return words if isinstance(words, str) else words.text
