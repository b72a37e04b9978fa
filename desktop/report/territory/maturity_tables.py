"""What companies scored: all, by groups, by month, and from one assessment to the next."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.territory.names import Names
from desktop.report.territory.table import Cell, CellName, FigureTable, Heading, Line
from desktop.territory.figures import Figures
from desktop.territory.figures.values import GROUPINGS, Grouping, GroupMeans, Mean, PairedChange
from desktop.territory.suppression import Sum

_MOST = 100
OVERALL = "overall"
_TOTALS = "dimensions"


def maturity_tables(figures: Figures, names: Names) -> Iterator[FigureTable]:
    """The dimensions, then the groups, then the months."""
    yield _dimensions(figures, names)
    for grouping in GROUPINGS:
        yield _groups(figures, grouping, names)
    yield _months(figures, names)


def change_tables(figures: Figures, names: Names) -> Iterator[FigureTable]:
    """From T0 to T1 and on, where anybody has both."""
    for change in figures.changes:
        if change.before.n:
            yield _change(figures, change, names)


def points_cell(mean: Mean, name: CellName) -> Cell:
    """A mean and how many are behind it."""
    return Cell(mean.points, mean.n, name)


def _dimensions(figures: Figures, names: Names) -> FigureTable:
    say, found = names.wording, figures.maturity
    rows = [(OVERALL, say("All together"), found.overall)]
    rows += [
        (name, names.dimension(found.questionnaire, name), mean) for name, mean in found.dimensions.items()
    ]
    return FigureTable(
        id=_TOTALS,
        title=names.questionnaire(found.questionnaire),
        note=say("Mean points from 0 to 100, of the last assessment of each company."),
        headings=_count_and_points(names),
        lines=tuple(
            Line(
                id=name,
                label=label,
                cells=_counted(mean, (_TOTALS, name, "points")),
                behind=("scored",),
                share=_bar(mean),
                is_total=name == OVERALL,
            )
            for name, label, mean in rows
        ),
        label=say("Dimension"),
    )


def _groups(figures: Figures, grouping: Grouping, names: Names) -> FigureTable:
    found, say = figures.maturity, names.wording
    titles = {
        "sector": say("By sector"),
        "size": say("By size"),
        "region": say("By region"),
        "province": say("By province"),
        "office": say("By office"),
    }
    columns = (OVERALL, *found.dimensions)
    headings = [
        Heading(name, names.dimension(found.questionnaire, name), "points") for name in found.dimensions
    ]
    groups = found.groups[grouping]
    return FigureTable(
        id=grouping,
        title=titles[grouping],
        note=say("Mean points from 0 to 100, of the last assessment of each company."),
        headings=(*_count_and_points(names), *headings),
        lines=tuple(_in_order(grouping, [_group(grouping, each, names) for each in groups])),
        label={
            "sector": say("Sector"),
            "size": say("Size"),
            "region": say("Region"),
            "province": say("Province"),
            "office": say("Office"),
        }[grouping],
        sums=tuple(_group_sums(grouping, groups, columns)),
    )


def _group(grouping: Grouping, each: GroupMeans, names: Names) -> Line:
    identity = f"{each.within}/{each.name}" if grouping == "province" else each.name
    label = (
        names.province(each.name, each.within) if grouping == "province" else names.of(grouping, each.name)
    )
    cells = [points_cell(mean, (grouping, identity, name)) for name, mean in each.dimensions.items()]
    return Line(
        id=identity,
        label=label,
        cells=(*_counted(each.overall, (grouping, identity, OVERALL)), *cells),
        behind=("group", grouping, identity),
        share=_bar(each.overall),
    )


def _in_order(grouping: Grouping, lines: list[Line]) -> list[Line]:
    """By their words, those that do not say last; sizes stay as they are."""
    if grouping == "size":
        return sorted(lines, key=_is_not_given)
    return sorted(lines, key=lambda line: (_is_not_given(line), line.label.casefold()))


def _is_not_given(line: Line) -> bool:
    return not line.id.rpartition("/")[2]


def _group_sums(
    grouping: Grouping, groups: tuple[GroupMeans, ...], columns: tuple[str, ...]
) -> Iterator[Sum[CellName]]:
    """All groups add up to all companies, the provinces of a region to the region, for every column."""
    for column in columns:
        if grouping != "province":
            parts = tuple((grouping, each.name, column) for each in groups)
            yield Sum((_TOTALS, column, "points"), parts)
            continue
        for region in sorted({each.within for each in groups}):
            own = tuple(
                (grouping, f"{region}/{each.name}", column) for each in groups if each.within == region
            )
            yield Sum(("region", region, column), own)


def _months(figures: Figures, names: Names) -> FigureTable:
    say = names.wording
    lines = tuple(
        Line(
            id=_month_id(each.month),
            label=_month_name(each.month, names),
            cells=_counted(each.mean, ("months", _month_id(each.month), "points")),
            behind=("month", str(each.month)),
            share=_bar(each.mean),
        )
        for each in figures.months
    )
    are_all = sum(each.mean.n for each in figures.months) == figures.maturity.overall.n
    parts = tuple(("months", line.id, "points") for line in lines)
    return FigureTable(
        id="months",
        title=say("Month by month"),
        note=say("Mean points of the assessments of each month, also several of one company."),
        headings=(Heading("assessments", say("assessments"), "count"), _points_heading(names)),
        lines=lines,
        label=say("Month"),
        chart="months",
        sums=(Sum((_TOTALS, OVERALL, "points"), parts),) if are_all and parts else (),
    )


def _month_id(month: int) -> str:
    return f"{1970 + month // 12}-{month % 12 + 1:02}"


def _month_name(month: int, names: Names) -> str:
    return names.month(1970 + month // 12, month % 12 + 1)


def _change(figures: Figures, change: PairedChange, names: Names) -> FigureTable:
    say, table = names.wording, f"change-{'-'.join(change.stages)}"
    before, after = change.stages
    found = figures.maturity
    rows = [(OVERALL, say("All together"), (change.before, change.after))]
    rows += [
        (name, names.dimension(found.questionnaire, name), pair) for name, pair in change.dimensions.items()
    ]
    told = [("better", say("better"), change.better), ("same", say("the same"), change.same)]
    told.append(("worse", say("worse"), change.worse))
    outcomes = tuple(
        Line(
            id=name,
            label=label,
            cells=(Cell(count, count, (table, name, "points")), *_blank(table, name)),
            behind=("change", *change.stages, name),
        )
        for name, label, count in told
    )
    return FigureTable(
        id=table,
        title=say("From {before} to {after}", before=before, after=after),
        note=say("Mean points of the companies that were assessed both times."),
        headings=(
            Heading("companies", say("companies"), "count"),
            Heading("before", before, "points"),
            Heading("after", after, "points"),
            Heading("change", say("change"), "change"),
        ),
        lines=(*(_change_line(table, change, row) for row in rows), *outcomes),
        label=say("Dimension"),
        chart="steps",
        sums=(Sum((table, OVERALL, "points"), tuple((table, name, "points") for name, _, _ in told)),),
    )


def _change_line(table: str, change: PairedChange, row: tuple[str, str, tuple[Mean, Mean]]) -> Line:
    name, label, (before, after) = row
    cell: CellName = (table, name, "points")
    gain = None if before.points is None or after.points is None else after.points - before.points
    return Line(
        id=name,
        label=label,
        cells=(
            Cell(before.n, before.n, cell),
            points_cell(before, cell),
            points_cell(after, cell),
            Cell(gain, before.n, cell),
        ),
        behind=("change", *change.stages),
        share=_bar(after),
        is_total=name == OVERALL,
    )


def _blank(table: str, name: str) -> tuple[Cell, Cell, Cell]:
    """Points are told of all together alone."""
    before, after, change = (Cell(None, 0, (table, name, column)) for column in ("before", "after", "change"))
    return before, after, change


def _counted(mean: Mean, name: CellName) -> tuple[Cell, Cell]:
    return Cell(mean.n, mean.n, name), points_cell(mean, name)


def _count_and_points(names: Names) -> tuple[Heading, Heading]:
    return Heading("companies", names.wording("companies"), "count"), _points_heading(names)


def _points_heading(names: Names) -> Heading:
    return Heading("points", names.wording("points"), "points")


def _bar(mean: Mean) -> Fraction | None:
    return None if mean.points is None else mean.points / _MOST
