"""A transaction that waits for the server twice: what it asks is sent at once, and so is what it writes."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from psycopg import Connection, Cursor
from psycopg.errors import UniqueViolation

from desktop.clock import now
from desktop.storage.server.arrivals import HasArrivedError, Marking

Statement: TypeAlias = tuple[str, Sequence[Any]]
_WAS_THERE = "SELECT FROM arrived WHERE uid = %s"
_NAME = "INSERT INTO arrived (uid, at) VALUES (%s, %s)"
_MAY_FORGET = "SELECT has_table_privilege('arrived', 'DELETE')"
_FORGET = "DELETE FROM arrived WHERE uid = ANY(%s)"


class AtOnce:
    """Asks, then writes and commits; a name is given to it as to any other transaction (see `Arrivals`).

    The connection commits by itself: what a driver begins by itself costs a turn of its own.
    """

    def __init__(self, connection: Connection[Any], marking: Marking) -> None:
        self._connection = connection
        self._marking = marking
        self._may_forget = self._has_begun = False

    def ask(self, *statements: Statement) -> list[Any | None]:
        """The first row that each finds, None where it finds none; HasArrivedError as with `Arrivals`.

        Each sees what was committed when it begins, those after a lock what was written before it was had.
        """
        mark = self._marking
        was_there = [] if mark.is_first else [(_WAS_THERE, [mark.uid])]
        may_forget: list[Statement] = [(_MAY_FORGET, [])] if mark.forgotten else []
        begin: list[Statement] = [] if self._has_begun else [("BEGIN", [])]
        sent = self._send([*begin, *was_there, *may_forget, *statements])
        self._has_begun = True
        rows = [each.fetchone() for each in sent[len(begin) :]]
        if was_there and rows.pop(0) is not None:
            raise HasArrivedError
        if may_forget:
            [self._may_forget] = rows.pop(0) or (False,)
        return rows

    def do(self, *statements: Statement) -> list[Any | None]:
        """Write and commit what needs no looking; the first row of each, as `ask`."""
        if self._marking.uid:
            found = self.ask(*statements)
            self.commit()
            return found
        sent = self._send([("BEGIN", []), *statements, ("COMMIT", [])])
        return [each.fetchone() for each in sent[1:-1]]

    def commit(self, *statements: Statement) -> None:
        """Write all of it, or nothing."""
        mark, own = self._marking, list[Statement]()
        if self._may_forget:
            own.append((_FORGET, [mark.forgotten]))
        if mark.uid:
            own.append((_NAME, [mark.uid, now().replace(tzinfo=None)]))
        try:
            self._send([*own, *statements, ("COMMIT", [])])
        except UniqueViolation as error:
            if error.diag.table_name == "arrived":
                raise HasArrivedError from error
            raise
        mark.is_done = bool(mark.uid)

    def _send(self, statements: Sequence[Statement]) -> list[Cursor[Any]]:
        with self._connection.pipeline():
            return [self._connection.execute(*each) for each in statements]
