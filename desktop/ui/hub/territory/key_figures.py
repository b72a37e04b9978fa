"""The few figures that a hub looks at first: targets with their pace, points, services given."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.table import FigureTable, Line
from desktop.territory.wanted import Wanted
from desktop.text import Wording
from desktop.ui.hub.territory.seeing import Seen


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure in large letters; `of` and `told` say more, `share` is how long its bar is (0 to 1)."""

    name: str
    caption: str
    value: str
    line: Line
    of: str = ""
    told: str = ""
    share: Fraction | None = None


def key_figures(seen: Seen, say: Wording) -> tuple[KeyFigure, ...]:
    """The targets, else how many companies there are; then the mean points and the services."""
    found = [*_targets(seen, say)]
    if not found:
        found.append(_companies(seen, say))
    return (*found, *_points(seen, say), *_services(seen, say))


def _targets(seen: Seen, say: Wording) -> Iterator[KeyFigure]:
    lines = {line.id: (table, line) for table in seen.of("targets", "value-targets") for line in table.lines}
    for reached in seen.figures.reached:
        table, line = lines[reached.target.id]
        value, target, so_far, needed = (
            cell_in_words(cell, heading.kind, say)
            for cell, heading in zip(line.cells, table.headings, strict=True)
        )
        told = [] if seen.wanted == Wanted() else [say("of the whole territory")]
        told.append(say("by {day}", day=reached.target.by))
        if reached.per_month is not None:
            told.append(say("{pace} a month needed", pace=needed))
        if reached.so_far is not None:
            told.append(say("{pace} so far", pace=so_far))
        if reached.is_reached:
            told.append(say("reached"))
        yield KeyFigure(
            name=f"target-{reached.target.id}",
            caption=seen.names.target(reached.target.id),
            value=value,
            line=line,
            of=say("of {total}", total=target),
            told=" · ".join(told),
            share=line.share,
        )


def _companies(seen: Seen, say: Wording) -> KeyFigure:
    caption, count, among = say("Companies assessed"), seen.figures.assessed, seen.figures.companies
    return KeyFigure(
        name="assessed",
        caption=caption,
        value=say.number(count),
        line=Line("", caption, (), ("assessed",)),
        of=say("of {total}", total=say.number(among)),
        share=Fraction(count, max(1, among)),
    )


def _points(seen: Seen, say: Wording) -> Iterator[KeyFigure]:
    for table in seen.of("dimensions"):
        line = table.lines[0]
        points = line.cells[1]
        yield KeyFigure(
            name="points",
            caption=say("Mean points"),
            value=cell_in_words(points, "points", say),
            line=line,
            of=say("of 100"),
            told=next(_moved(seen.of("change-"), say), table.title),
            share=None if points.value is None else Fraction(points.value) / 100,
        )


def _moved(changes: tuple[FigureTable, ...], say: Wording) -> Iterator[str]:
    """How far companies assessed twice came, each compared with itself."""
    for table in changes:
        for cell, heading in zip(table.lines[0].cells, table.headings, strict=True):
            if heading.kind == "change" and cell.value is not None:
                yield f"{table.title}: {cell_in_words(cell, 'change', say)}"


def _services(seen: Seen, say: Wording) -> Iterator[KeyFigure]:
    is_told = any(each.target.counts == "service-value" for each in seen.figures.reached)
    for table in () if is_told else seen.of("kinds"):
        line = table.lines[-1]
        cells = dict(zip((heading.id for heading in table.headings), line.cells, strict=True))
        funded = cell_in_words(cells["funded"], "percent", say)
        count, agreed = seen.figures.services.total.count, seen.figures.services.agreed.count
        told = [
            say.plural(
                "{count} service, {funded} public money",
                "{count} services, {funded} public money",
                count,
                funded=funded,
            )
        ]
        if agreed:
            told.append(say.plural("{count} agreed", "{count} agreed", agreed))
        yield KeyFigure(
            name="services",
            caption=say("Services delivered or reported"),
            value=cell_in_words(cells["value"], "euro", say),
            line=line,
            told=" · ".join(told),
        )
