"""All figures of a territory as tables with words."""

from collections.abc import Mapping

from desktop.report.territory.demand_tables import demand_tables
from desktop.report.territory.maturity_tables import change_tables, maturity_tables
from desktop.report.territory.names import Names
from desktop.report.territory.reach_tables import target_tables
from desktop.report.territory.service_tables import funnel_table, service_tables
from desktop.report.territory.table import FigureTable
from desktop.territory.figures import Figures


def figure_tables(figures: Figures, shares: Mapping[str, int], names: Names) -> tuple[FigureTable, ...]:
    """Every table that has something to tell; nothing is hidden in them yet.

    `shares` of the services' value are those the hub should keep, in percent.
    """
    tables = (
        *target_tables(figures, names),
        *maturity_tables(figures, names),
        *change_tables(figures, names),
        *demand_tables(figures, names),
        *service_tables(figures, shares, names),
        funnel_table(figures, names),
    )
    return tuple(table for table in tables if not table.is_empty or table.id.endswith("targets"))
