"""Whether a server can hold all that a file holds: found beforehand, and told row by row."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table

from desktop.errors import StorageError
from desktop.stopping import refuse_if_stopped
from desktop.storage.moving.carried import tables
from desktop.storage.moving.file_side import FileSource
from desktop.storage.moving.holding import Holder, NotHeldError
from desktop.storage.moving.sums import Sums, Values, sum_of
from desktop.text import Sentence, joined, say

_SHOWN = 20  # problems
_NOT_HELD = say(
    "A server cannot hold {count} of the values, so nothing was moved. "
    "Correct them in Sestante and move again:\n{problems}"
)
_PLACE = say("table {table}, row {row}, {column}: {problem}")
_BROKEN = say("it refers to something that is not there")


class Checking:
    """Reads a file for a server, and gathers what that cannot hold."""

    def __init__(self, source: FileSource) -> None:
        self._source = source
        self._problems: list[Sentence] = []

    def sum_up(self, each_table: Iterable[Table]) -> Sums:
        """What the tables add up to; StorageError tells what cannot be held."""
        found = {table.name: sum_of(self._held(table)) for table in each_table}
        carried = {table.name for table in tables()}
        for table, row, other in self._source.broken_references():
            if table in carried:
                self._note(table, row, other, _BROKEN)
        if self._problems:
            told = joined(self._problems[:_SHOWN], "\n")
            raise StorageError(_NOT_HELD, count=len(self._problems), problems=told)
        return found

    def _held(self, table: Table) -> Iterator[Values]:
        holder = Holder(table)
        for row in self._source.rows(table):
            refuse_if_stopped()
            try:
                yield holder.row(row)
            except NotHeldError as error:
                self._note(table.name, row[0], error.column, error.sentence)

    def _note(self, table: str, row: object, column: str, problem: Sentence) -> None:
        place = {"table": table, "row": str(row), "column": column, "problem": problem}
        self._problems.append(Sentence(_PLACE.message, place))


def held_rows(source: FileSource, table: Table) -> Iterator[Values]:
    """The rows of a table that were found to be held by a server."""
    return map(Holder(table).row, source.rows(table))
