"""The figures of the territory, published on a hub's server for those who may see figures alone."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.clock import today
from desktop.storage.figures_reader import FiguresReader
from desktop.text import LANGUAGES, wording

if TYPE_CHECKING:
    from desktop.content.library import Library
    from desktop.report.territory.told import ToldTerritory
    from desktop.storage import Database
    from desktop.workspace.hub_side import HubSide


class ShownFigures(NamedTuple):
    """What was published last, in a reader's language."""

    made_at: datetime
    told: "ToldTerritory"


class Publishing:
    """Publishes and reads figures in which small groups are hidden."""

    def __init__(self, library: "Library", hub: "HubSide", database: "Database") -> None:
        self._library = library
        self._hub = hub
        self._database = database

    def publish(self) -> bool:
        """Work the figures out and put them in the place of those before; takes a second for 80,000.

        False where that was done less than ten minutes ago: whoever watches the figures of each moment would
        see single companies come and go.
        """
        from desktop.report.territory.published import document_of
        from desktop.storage.figures_store import FiguresStore

        store = FiguresStore(self._database)
        if not store.is_due():
            return False
        return store.publish(document_of({language: self._told(language) for language in sorted(LANGUAGES)}))

    def publish_if_wanted(self) -> bool:
        """As `publish`, where this desk is the one that publishes: a coordinator's, on a server."""
        return self._database.rights.can_publish and self.publish()

    def shown(self, language: str) -> ShownFigures | None:
        """What was published last; None before the first. SestanteError where it cannot be read."""
        from desktop.report.territory.published import read_document

        found = FiguresReader(self._database).latest()
        return None if found is None else ShownFigures(found.made_at, read_document(found.document, language))

    def _told(self, language: str) -> "ToldTerritory":
        from desktop.report.territory.names import Names
        from desktop.report.territory.tables import figure_tables
        from desktop.report.territory.told import told
        from desktop.territory.wanted import Wanted

        book, library = self._hub.territory, self._library
        figures, desk = book.figures(Wanted()), book.hub_desk
        hub = library.network.hubs.get(desk.hub)
        return told(
            figure_tables(figures, desk.shares, Names(library, desk, wording(language))),
            (),
            companies=figures.assessed,
            waiting=figures.waiting,
            made_on=today(),
            hub=desk.hub if hub is None else hub.name,
        )
