"""Open data with rows for each company, under a code, and with what only few share left out."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from desktop.csv_writing import Cell
from desktop.exchange.outward.open_data.events import event_rows
from desktop.exchange.outward.open_data.fields import COMPANY_FIELDS
from desktop.exchange.outward.table import Table
from desktop.territory.facts import Facts, FirmRound
from desktop.territory.groups import group_of, shown_groups, shown_within

Row = tuple[Cell, ...]


def company_tables(facts: Facts, code: Callable[[str], str]) -> tuple[Table, ...]:
    """All tables; `code` gives what stands for a company by its uid.

    Of size, sector and region a company tells only what it shares with four others at least. Companies come
    in the order of their codes, which says nothing.
    """
    codes = {firm.id: code(firm.uid) for firm in facts.firms.values()}
    rows: Mapping[str, Iterator[Row]] = {
        "companies": _companies(facts, codes),
        "rounds": _rounds(facts, codes),
        "scores": _scores(facts, codes),
        "needs": _needs(facts, codes),
        "services": _services(facts, codes),
        "events": event_rows(facts),
    }
    return tuple(
        Table(name, tuple(field.name for field in fields), _sorted(name, rows[name]))
        for name, fields in COMPANY_FIELDS.items()
    )


def _sorted(name: str, rows: Iterator[Row]) -> tuple[Row, ...]:
    return tuple(rows) if name == "events" else tuple(sorted(rows, key=_order))


def _order(row: Row) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)


def _companies(facts: Facts, codes: Mapping[int, str]) -> Iterator[Row]:
    groups = {firm.id: group_of(firm) for firm in facts.firms.values()}
    shown = shown_groups(groups.values())
    for firm in facts.firms.values():
        told = shown_within(groups[firm.id], shown)
        yield (codes[firm.id], *_parts(told), _month(firm.since))


def _parts(group: tuple[str, ...]) -> tuple[str | None, ...]:
    """Size, sector and region, None for those not told."""
    return (*group, *([None] * (3 - len(group))))


def _rounds(facts: Facts, codes: Mapping[int, str]) -> Iterator[Row]:
    for each in facts.rounds.values():
        yield codes[each.firm], each.stage, _month(each.day)


def _of_round(facts: Facts, number: int, codes: Mapping[int, str]) -> tuple[str, str] | None:
    found: FirmRound | None = facts.rounds.get(number)
    return None if found is None else (codes[found.firm], found.stage)


def _scores(facts: Facts, codes: Mapping[int, str]) -> Iterator[Row]:
    for each in facts.scores:
        whose = _of_round(facts, each.round, codes)
        if whose is not None:
            for dimension, value in ((None, each.overall), *each.dimensions.items()):
                points = None if value is None else value / 100
                yield (*whose, each.questionnaire, dimension, points, each.coverage)


def _needs(facts: Facts, codes: Mapping[int, str]) -> Iterator[Row]:
    for each in facts.needs:
        whose = _of_round(facts, each.round, codes)
        if whose is not None:
            yield from ((*whose, name, level, target) for name, (level, target) in each.levels.items())


def _services(facts: Facts, codes: Mapping[int, str]) -> Iterator[Row]:
    """Without their titles: those are free words, and may name somebody."""
    for each in facts.services:
        month, price, aid = _month(each.started_on), each.price_cents / 100, each.aid_cents / 100
        whose = codes.get(each.firm or 0)
        yield whose, each.category, each.kind or None, month, each.state, price, aid, each.attendees


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
