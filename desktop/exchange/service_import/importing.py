"""Rows of a spreadsheet read as lines of the register; what is wrong with one is said of that one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from desktop.advising import ServiceLine, ServiceState
from desktop.advising.amounts import cents_of
from desktop.content.company import vat_key
from desktop.csv_writing import unguarded
from desktop.exchange.course_import.tables import Table, read_table
from desktop.exchange.service_import.cells import count_of, day_of, days_of
from desktop.exchange.service_import.words import CATEGORY_OF, COLUMN_OF, STATE_OF, plain
from desktop.text import Sentence, say

_NO_COLUMNS = say(
    "no column is known; the first row must hold headings such as Customer, Service category delivered, "
    "Dates and Service price"
)
_NO_CUSTOMER = say("the customer is missing; write its name or VAT number")
_UNKNOWN = say("there is no company “{name}” in the workspace; bring it in first, or write its VAT number")
_SEVERAL = say("several companies are called “{name}”; write the VAT number of the one meant")
_NO_CATEGORY = say("the category “{text}” is not known; write for instance training or test before invest")
_NO_STATE = say("the state “{text}” is not known; write planned, ongoing, completed, reported or cancelled")
_NO_DAYS = say("“{text}” is no day; write it as 2027-01-31 or 31/01/2027, two of them with / between")
_NO_AMOUNT = say("“{text}” is no amount; write it as 1200.50")
_NO_COUNT = say("“{text}” is no number of people; write a whole number")
_TOO_MUCH_AID = say("the public aid is more than the price; correct one of the two")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Customer:
    """A company of the workspace."""

    id: int
    name: str
    country: str
    vat: str


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A row by its number in the file: a line for the register, or what is wrong with it."""

    number: int
    line: ServiceLine | None
    wrong: Sentence | None = None


@dataclass(frozen=True, slots=True)
class ReadService:
    """All rows, the headings that were not understood, and what should be known of the file."""

    rows: tuple[ServiceRow, ...]
    unused: tuple[str, ...]
    remarks: tuple[Sentence, ...]


class _RowError(Exception):
    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence


def read_services(path: Path, customers: Iterable[Customer]) -> ReadService:
    """The rows of a .csv or .xlsx file; ContentError where it cannot be read or no column of it is known."""
    table = read_table(path, _count_known, _NO_COLUMNS)
    columns = _columns(table)
    known = _Customers(tuple(customers))
    rows = tuple(_row(number, cells, columns, known) for number, cells in table.rows)
    unused = tuple(each for each in table.headings if each and plain(each) not in COLUMN_OF)
    return ReadService(rows, unused, table.remarks)


def _count_known(cells: Sequence[str]) -> int:
    return sum(plain(cell) in COLUMN_OF for cell in cells)


def _columns(table: Table) -> Mapping[str, int]:
    """The place of each column; of two with the same meaning the first one."""
    found: dict[str, int] = {}
    for place, heading in enumerate(table.headings):
        name = COLUMN_OF.get(plain(heading))
        if name is not None:
            found.setdefault(name, place)
    return found


class _Customers:
    """Companies found by their VAT number, else by their name."""

    def __init__(self, customers: Sequence[Customer]) -> None:
        self._by_vat: dict[str, list[Customer]] = {}
        self._by_name: dict[str, list[Customer]] = {}
        for each in customers:
            if key := vat_key(each.country, each.vat):
                self._by_vat.setdefault(key, []).append(each)
            self._by_name.setdefault(plain(each.name), []).append(each)

    def find(self, name: str, vat: str) -> Customer:
        """The one company meant; _RowError where there is none or are several."""
        if not name and not vat:
            raise _RowError(_NO_CUSTOMER)
        found = (
            self._by_vat.get(vat_key(vat[:2].upper() if vat[:2].isalpha() else "IT", vat)) if vat else None
        )
        found = found or self._by_name.get(plain(name), [])
        if len(found) != 1:
            sentence = _SEVERAL if found else _UNKNOWN
            raise _RowError(Sentence(sentence.message, {"name": name or vat}))
        return found[0]


def _row(number: int, cells: Sequence[str], columns: Mapping[str, int], known: _Customers) -> ServiceRow:
    said = {
        name: unguarded(cells[place]).strip() if place < len(cells) else "" for name, place in columns.items()
    }
    try:
        return ServiceRow(number, _line(said, known))
    except _RowError as error:
        return ServiceRow(number, None, error.sentence)


def _line(said: Mapping[str, str], known: _Customers) -> ServiceLine:
    customer = known.find(said.get("customer", ""), said.get("vat", ""))
    first, last = _days(said)
    price, aid = _cents(said.get("price", "")), _cents(said.get("aid", ""))
    if aid > price:
        raise _RowError(_TOO_MUCH_AID)
    category = _category(said.get("category", ""))
    return ServiceLine(
        uid="",
        company_id=customer.id,
        category=category,
        kind="training" if category == "training" else "",
        title=said.get("title", "")[:_LONGEST],
        technology=said.get("technology", "")[:_LONGEST],
        price_cents=price,
        aid_cents=aid,
        aid_scheme=said.get("scheme", "")[:_LONGEST],
        started_on=first,
        ended_on=last,
        attendees=_count(said.get("attendees", "")),
        state=_state(said.get("state", "")),
        company=customer.name,
    )


def _category(text: str) -> str:
    return _found(CATEGORY_OF.get(plain(text)), _NO_CATEGORY, text)


def _state(text: str) -> ServiceState:
    """Delivered where nothing is said: registers hold what was done."""
    state = _found(STATE_OF.get(plain(text)) if text else "delivered", _NO_STATE, text)
    return cast("ServiceState", state)


def _days(said: Mapping[str, str]) -> tuple[date, date | None]:
    if start := said.get("start", ""):
        first = day_of(start)
        end = said.get("end", "")
        last = day_of(end) if end else None
        if first is None or (end and (last is None or last < first)):
            raise _RowError(Sentence(_NO_DAYS.message, {"text": f"{start} {end}".strip()}))
        return first, last
    text = said.get("dates", "")
    days = days_of(text)
    if days is None:
        raise _RowError(Sentence(_NO_DAYS.message, {"text": text}))
    return days


def _cents(text: str) -> int:
    cents = cents_of(text)
    if cents is None:
        raise _RowError(Sentence(_NO_AMOUNT.message, {"text": text}))
    return cents


def _count(text: str) -> int:
    count = count_of(text) if text else 1
    if count is None:
        raise _RowError(Sentence(_NO_COUNT.message, {"text": text}))
    return count


def _found(value: str | None, sentence: Sentence, text: str) -> str:
    if value is None:
        raise _RowError(Sentence(sentence.message, {"text": text}))
    return value
