"""What the room of the territory shows, worked out in a worker thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.content.brand import Brand
from desktop.errors import ContentError
from desktop.report.territory.names import Names
from desktop.report.territory.table import FigureTable
from desktop.report.territory.tables import figure_tables
from desktop.territory.figures import Figures
from desktop.territory.wanted import Wanted
from desktop.text import Wording
from desktop.workspace import Workspace
from desktop.workspace.territory import Offered


@dataclass(frozen=True, eq=False)
class Seen:
    """The figures of what is wanted, as tables with words, and what they can be narrowed to.

    `as_of` says when they were read, where others have changed something since.
    """

    wanted: Wanted
    figures: Figures
    tables: tuple[FigureTable, ...]
    offered: Offered
    names: Names
    questionnaire: str
    has_own_target: bool
    shares: Mapping[str, int]
    hub: str
    brand: Brand | None
    as_of: datetime | None

    def of(self, *ids: str) -> tuple[FigureTable, ...]:
        """The tables of some names, in their order; one that ends with a dash stands for all that follow."""
        return tables_of(self.tables, *ids)


def tables_of(tables: tuple[FigureTable, ...], *ids: str) -> tuple[FigureTable, ...]:
    """Those of some names, in the order of the names."""
    return tuple(
        table
        for name in ids
        for table in tables
        if table.id == name or (name.endswith("-") and table.id.startswith(name))
    )


def see(workspace: Workspace, wanted: Wanted, wording: Wording) -> Seen:
    """Everything the room shows, of what is at hand."""
    book = workspace.hub.territory
    figures = book.figures(wanted, at_once=True)
    names = Names(workspace.library, book.hub_desk, wording)
    return Seen(
        wanted=wanted,
        figures=figures,
        tables=figure_tables(figures, book.hub_desk.shares, names),
        offered=book.offered(),
        names=names,
        questionnaire=book.questionnaire(wanted),
        has_own_target=not book.hub_desk.targets,
        shares=book.hub_desk.shares,
        hub=_hub_name(workspace, book.hub_desk.hub),
        brand=_brand(workspace),
        as_of=book.as_of,
    )


def _hub_name(workspace: Workspace, hub: str) -> str:
    """What the hub is called; empty where there is none."""
    found = workspace.library.network.hubs.get(hub)
    return hub if found is None else found.name


def _brand(workspace: Workspace) -> Brand | None:
    """The edition's; none where its files cannot be read, which the editions tell."""
    try:
        return workspace.library.brand
    except ContentError:
        return None
