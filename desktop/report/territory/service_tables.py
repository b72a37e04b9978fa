"""The services given by kind and category, and how far companies get."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from desktop.report.territory.names import Names
from desktop.report.territory.table import Cell, CellName, FigureTable, Heading, Line
from desktop.territory.figures import Figures
from desktop.territory.figures.values import FunnelStep, GivenServices
from desktop.territory.suppression import Sum

TOTAL = "total"
Row = tuple[GivenServices, str, tuple[str, str]]
_CENTS = 100


def service_tables(figures: Figures, shares: Mapping[str, int], names: Names) -> Iterator[FigureTable]:
    """By kind, against the shares the hub should keep, then by category; nothing without any service."""
    say, found = names.wording, figures.services
    if not found.total.count and not found.agreed.count:
        return
    foot = ""
    if found.agreed.count:
        foot = say.plural(
            "{count} service is agreed and still to be given: {value}.",
            "{count} services are agreed and still to be given: {value}.",
            found.agreed.count,
            value=say.euro(found.agreed.price_cents // _CENTS),
        )
    kinds: list[Row] = [(each, names.kind(each.name), ("kind", each.name)) for each in found.kinds]
    categories: list[Row] = [
        (each, names.category(each.name), ("category", each.name)) for each in found.categories if each.count
    ]
    by_kind = _table("kinds", kinds, figures, shares, names)
    yield replace(by_kind, title=say("Services given, by kind"), label=say("Kind"), foot=foot)
    by_category = _table("categories", categories, figures, {}, names)
    title = say("Services given, by category")
    yield replace(by_category, title=title, label=say("Category"), words_of=0)


def _table(
    table: str, rows: Sequence[Row], figures: Figures, shares: Mapping[str, int], names: Names
) -> FigureTable:
    say, total = names.wording, figures.services.total
    note = say("Services delivered or reported in the period, as the register has them.")
    headings = [
        Heading("count", say("services"), "count"),
        Heading("companies", say("companies"), "count"),
        Heading("value", say("value"), "euro"),
        Heading("aid", say("public money"), "euro"),
        Heading("funded", say("funded"), "percent"),
        Heading("share", say("share of the value"), "percent"),
    ]
    lines = [_line(table, row, total) for row in rows]
    lines.append(_line(table, (total, say("All together"), ("given", "")), total))
    columns = ("count", "value", "aid")
    return FigureTable(
        id=table,
        title="",
        note=f"{note} {_wanted(shares, names)}".strip(),
        headings=tuple(headings),
        lines=tuple(lines),
        sums=tuple(
            Sum((table, TOTAL, column), tuple((table, each.name or "other", column) for each, _, _ in rows))
            for column in columns
        ),
        adds_values=True,
        words_of=figures.services.agreed.companies,
    )


def _wanted(shares: Mapping[str, int], names: Names) -> str:
    """How the value that counts as training or consulting should divide; other services are in neither."""
    if not shares:
        return ""
    say = names.wording
    told = (say("{kind}: {share}%", kind=names.kind(kind), share=share) for kind, share in shares.items())
    return say("Wanted of the value that counts as one of the two: {shares}.", shares=", ".join(told))


def _line(table: str, row: Row, total: GivenServices) -> Line:
    each, label, behind = row
    is_total = behind[0] == "given"
    identity = TOTAL if is_total else each.name or "other"
    of_all = Fraction(each.price_cents, total.price_cents) if total.price_cents else None
    funded = Fraction(each.aid_cents, each.price_cents) if each.price_cents else None

    def cell(column: str, value: Fraction | int | None, *, by: str = "") -> Cell:
        name: CellName = (table, identity, by or column)
        return Cell(value, each.companies, name)

    cells = [
        cell("count", each.count),
        cell("companies", each.companies, by="count"),
        cell("value", Fraction(each.price_cents, _CENTS)),
        cell("aid", Fraction(each.aid_cents, _CENTS)),
        cell("funded", funded, by="aid"),
        cell("share", of_all, by="value"),
    ]
    return Line(
        identity,
        label,
        tuple(cells),
        ("given",) if is_total else behind,
        None if is_total else of_all,
        is_total=is_total,
    )


def funnel_table(figures: Figures, names: Names) -> FigureTable:
    """How far companies get, from a visit at an event to the second assessment."""
    say = names.wording
    labels = {
        "visitors": say("came to an event"),
        "listed": say("left a name"),
        "first": say("first assessment complete"),
        "plan": say("plan made or taken in"),
        "services": say("got a service"),
        "second": say("assessed again"),
    }
    has_events = any(step.from_events is not None for step in figures.funnel)
    headings = [Heading("all", say("all companies"), "count")]
    if has_events:
        headings.insert(0, Heading("events", say("from events"), "count"))
    most = max(
        (step.from_events or 0 if has_events else step.of_all or 0 for step in figures.funnel), default=0
    )
    return FigureTable(
        id="funnel",
        title=say("How far companies get"),
        note=say("Whoever left a name at an event counts among the companies from then on."),
        headings=tuple(headings),
        lines=tuple(_step(step, labels[step.name], most, has_events=has_events) for step in figures.funnel),
        label=say("Step"),
    )


def _step(step: FunnelStep, label: str, most: int, *, has_events: bool) -> Line:
    shown = step.from_events if has_events else step.of_all
    cells = [Cell(step.of_all, step.of_all or 0, ("funnel", step.name, "all"))]
    if has_events:
        cells.insert(0, Cell(step.from_events, step.from_events or 0, ("funnel", step.name, "events")))
    is_company = step.of_all is not None
    behind = ("step", step.name, "events") if has_events else ("step", step.name)
    return Line(
        step.name,
        label,
        tuple(cells),
        behind if is_company else (),
        Fraction(shown or 0, most) if most else None,
    )
