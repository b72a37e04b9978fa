"""The reports of imports, what was put aside, and what was seen in a watched folder, all as plain JSON."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete

from desktop.models import PreferenceRecord
from desktop.storage.database import Database
from desktop.storage.import_lines import HEAD, LINES, MARK
from desktop.storage.preference import preference, preferences_like
from desktop.storage.preferring import write_preference

_ASIDE = f"{MARK}aside"


class ImportStore:
    """What is kept about imports, on this computer. Every method that writes has committed when it returns.

    Reports name companies and folders of this computer: other desks have no use for them, or no right.
    """

    def __init__(self, database: Database) -> None:
        self._database = database.own

    def save(self, uid: str, head: Mapping[str, Any], part: int, lines: Sequence[Any]) -> None:
        """Replace the head of a report, and one part of its lines, in one transaction."""
        with self._database.session() as session:
            write_preference(session, f"{HEAD}{uid}", head)
            if lines:
                write_preference(session, f"{LINES}{uid}:{part:06d}", lines)

    def heads(self) -> dict[str, Any]:
        """The heads of all reports by the reports' names."""
        with self._database.reading() as rows:
            found = preferences_like(rows, f"{HEAD}%")
        return {name.removeprefix(HEAD): value for name, value in found.items()}

    def lines(self, uid: str) -> list[Any]:
        """The lines of a report in their order; a part that cannot be read is passed over."""
        with self._database.reading() as rows:
            found = preferences_like(rows, f"{LINES}{uid}:%")
        return [line for _, part in sorted(found.items()) if isinstance(part, list) for line in part]

    def delete(self, uid: str) -> None:
        """Forget a report; what came in stays."""
        name = PreferenceRecord.name
        with self._database.session() as session:
            of_it = (name == f"{HEAD}{uid}") | name.like(f"{LINES}{uid}:%")
            session.execute(delete(PreferenceRecord).where(of_it))

    def aside(self) -> frozenset[str]:
        """The checksums of results that somebody decided about, and that no round was made of."""
        found = self.read("aside")
        return (
            frozenset(each for each in found if isinstance(each, str))
            if isinstance(found, list)
            else frozenset()
        )

    def put_aside(self, checksums: Iterable[str]) -> None:
        """Ask no more about some results."""
        all_of_them = sorted({*self.aside(), *checksums})
        with self._database.session() as session:
            write_preference(session, _ASIDE, all_of_them)

    def read(self, name: str) -> Any:
        """Something kept about imports, as plain JSON value; None where there is none."""
        with self._database.reading() as rows:
            return preference(rows, f"{MARK}{name}")

    def keep(self, name: str, value: Any) -> None:
        """Replace something kept about imports."""
        with self._database.session() as session:
            write_preference(session, f"{MARK}{name}", value)
