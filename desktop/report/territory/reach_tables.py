"""How many companies there are, and what is reached of what has to be."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.territory.names import Names
from desktop.report.territory.table import Cell, FigureTable, Heading, Kind, Line
from desktop.territory.figures import Figures
from desktop.territory.figures.reached import Reached


def target_tables(figures: Figures, names: Names) -> Iterator[FigureTable]:
    """What is reached of each target: numbers of companies, rounds and services, and euros apart."""
    counts = [each for each in figures.reached if each.target.counts != "service-value"]
    euros = [each for each in figures.reached if each.target.counts == "service-value"]
    if counts:
        yield _targets("targets", "count", counts, names)
    if euros:
        yield _targets("value-targets", "euro", euros, names)


def _targets(table: str, kind: Kind, reached: list[Reached], names: Names) -> FigureTable:
    say = names.wording
    headings = (
        Heading("reached", say("reached"), kind),
        Heading("target", say("target"), kind),
        Heading("so-far", say("per month so far"), "pace" if kind == "count" else kind),
        Heading("needed", say("per month needed"), "pace" if kind == "count" else kind),
    )
    return FigureTable(
        id=table,
        title=say("Targets") if kind == "count" else say("Targets in euros"),
        note=say("Of the whole territory, whatever is chosen above; large companies are not counted."),
        headings=headings,
        lines=tuple(_target(table, each, names) for each in reached),
        label=say("Target"),
    )


def _target(table: str, each: Reached, names: Names) -> Line:
    target = each.target
    label = names.wording("{target}, by {day}", target=names.target(target.id), day=target.by)

    def cell(column: str, value: Fraction | int | None) -> Cell:
        hangs_on = "target" if column == "target" else "reached"
        return Cell(value, each.companies if hangs_on == "reached" else 0, (table, target.id, hangs_on))

    return Line(
        id=target.id,
        label=label,
        cells=(
            cell("reached", each.value),
            cell("target", target.value),
            cell("so-far", each.so_far),
            cell("needed", each.per_month),
        ),
        behind=("target", target.id),
        share=min(Fraction(1), Fraction(each.value, max(1, target.value))),
    )
