"""What courses are needed for, by area and level, and competence by competence."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.territory.names import Names
from desktop.report.territory.table import Cell, FigureTable, Heading, Line
from desktop.territory.figures import Figures
from desktop.territory.figures.demand import LEVELS
from desktop.territory.figures.values import AreaDemand, CompetenceDemand


def demand_tables(figures: Figures, names: Names) -> Iterator[FigureTable]:
    """The areas with the levels needed, then the competences that most companies lack."""
    say, found = names.wording, figures.demand
    note = say.plural(
        "Of {count} company assessed, by its last assessment.",
        "Of {count} companies assessed, by their last assessment.",
        found.companies,
    )
    levels = tuple(
        Heading(f"level-{level}", say("to level {level}", level=level), "count") for level in LEVELS
    )
    yield FigureTable(
        id="areas",
        title=say("Courses needed, by area"),
        note=note,
        headings=(
            Heading("lacking", say("companies"), "count"),
            Heading("share", say("of all"), "percent"),
            *levels,
        ),
        lines=tuple(_area(each, found.companies, names) for each in found.areas),
        label=say("Area"),
        chart="matrix",
        words_of=found.companies,
    )
    ranked = sorted(found.competences, key=lambda each: (-each.lacking, names.competence(each.competence)))
    yield FigureTable(
        id="competences",
        title=say("Courses needed, by competence"),
        note=note,
        headings=(
            Heading("lacking", say("below the goal"), "count"),
            Heading("share", say("of those known"), "percent"),
            Heading("known", say("known"), "count"),
            Heading("unknown", say("not known"), "count"),
        ),
        lines=tuple(_competence(each, names) for each in ranked if each.known or each.unknown),
        label=say("Competence"),
        words_of=found.companies,
    )


def _area(each: AreaDemand, companies: int, names: Names) -> Line:
    lacking = ("areas", each.area, "lacking")
    cells = [
        Cell(count, count, ("areas", each.area, f"level-{level}")) for level, count in each.by_level.items()
    ]
    share = _share(each.lacking, companies)
    return Line(
        id=each.area,
        label=names.area(each.area),
        cells=(Cell(each.lacking, each.lacking, lacking), Cell(share, each.lacking, lacking), *cells),
        behind=("area", each.area),
        share=share,
    )


def _competence(each: CompetenceDemand, names: Names) -> Line:
    lacking = ("competences", each.competence, "lacking")
    share = _share(each.lacking, each.known)
    return Line(
        id=each.competence,
        label=names.competence(each.competence),
        cells=(
            Cell(each.lacking, each.lacking, lacking),
            Cell(share, each.lacking, lacking),
            Cell(each.known, each.known, ("competences", each.competence, "known")),
            Cell(each.unknown, each.unknown, ("competences", each.competence, "unknown")),
        ),
        behind=("lacks", each.competence),
        share=share,
    )


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
