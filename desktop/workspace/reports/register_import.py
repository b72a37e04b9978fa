"""Services of a spreadsheet brought into the register: looked at first, then taken, none twice."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from desktop.advising import ServiceLine
from desktop.exchange.service_import import Customer, ReadService, ServiceRow, read_services
from desktop.text import Sentence, say
from desktop.workspace.reports.found import FoundServices
from desktop.workspace.services import Services
from desktop.workspace.stores import Stores

_THERE = say("it is in the register already")
_Mark = tuple[int | None, str, str, date, int]


class RegisterImport:
    """Brings services in from spreadsheets."""

    def __init__(self, stores: Stores, services: Services) -> None:
        self._stores = stores
        self._services = services

    def look_at(self, path: Path) -> FoundServices:
        """What a .csv or .xlsx file holds; ContentError where it cannot be read. Nothing is written."""
        facts = self._stores.hub.facts.read()
        customers = (Customer(each.id, each.name, each.country, each.vat) for each in facts.firms.values())
        return _sorted_out(read_services(path, customers), self._services.lines())

    def take(self, found: FoundServices) -> int:
        """Put the lines into the register, as one change; how many."""
        if found.lines:
            self._services.save(*found.lines)
        return len(found.lines)


def _sorted_out(read: ReadService, there: Iterable[ServiceLine]) -> FoundServices:
    known = {_mark(line) for line in there}
    lines, left_out = list[ServiceLine](), list[tuple[int, Sentence]]()
    for row in read.rows:
        if row.line is None or _mark(row.line) in known:
            left_out.append((row.number, _why(row)))
        else:
            known.add(_mark(row.line))
            lines.append(row.line)
    return FoundServices(tuple(lines), tuple(left_out), read.unused, read.remarks)


def _why(row: ServiceRow) -> Sentence:
    return row.wrong or _THERE


def _mark(line: ServiceLine) -> _Mark:
    """What tells whether two lines are the same service."""
    return line.company_id, line.category, line.title.casefold(), line.started_on, line.price_cents
