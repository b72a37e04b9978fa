"""What visitors of an event answer, where the workspace is on a server: on the stand's own computer alone."""

from typing import Any, Final

from desktop.storage.database import Database
from desktop.storage.preference import preference

OWN_DRAFTS: Final = "visits-under-way"
"""The preference of a desk that holds them: by the server and the visitor's number."""


class OwnDrafts:
    """The visits that this desk began. A file holds them itself, since nobody else works in it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.are_apart = database.own is not database

    def read(self) -> dict[int, str]:
        """What was answered until now, by the visitor's number."""
        return {int(number): text for number, text in self._kept().get(self._database.name, {}).items()}

    def save(self, visitor_id: int, draft: str | None) -> None:
        """Replace what was answered; None where the visit is over."""
        from desktop.storage.preferring import write_preference

        others = {number: text for number, text in self.read().items() if number != visitor_id}
        mine = others if draft is None else {**others, visitor_id: draft}
        kept = {**self._kept(), self._database.name: {str(number): text for number, text in mine.items()}}
        with self._database.own.session() as session:
            write_preference(session, OWN_DRAFTS, {name: drafts for name, drafts in kept.items() if drafts})

    def _kept(self) -> dict[str, Any]:
        with self._database.own.reading() as rows:
            found = preference(rows, OWN_DRAFTS)
        return found if isinstance(found, dict) else {}
