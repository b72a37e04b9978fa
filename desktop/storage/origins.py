"""Which company a round belongs to, and which of its rounds came before, read in plain SQL."""

from datetime import date

from desktop.errors import StorageError
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import NO_ROUND
from desktop.storage.rows import Row
from desktop.storage.stored import EarlierOrigin, Origin
from desktop.storage.turns import turn_of

_ROUND = """
SELECT company.id AS company_id, company.uuid, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id WHERE round.id = :id
"""
_ALL_ROUNDS = """
SELECT round.id, round.stage, coalesce(max(answer.answered_at), round.started_at) AS answered_at
FROM round LEFT JOIN answer ON answer.round_id = round.id
WHERE round.company_id = :company GROUP BY round.id
"""


class Origins:
    """Where the rounds of a database stand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, round_id: int) -> Origin:
        """Where a round stands; StorageError where it is gone."""
        with self._database.reading() as rows:
            found = next(iter(rows(_ROUND, id=round_id)), None)
            if found is None:
                raise StorageError(NO_ROUND)
            others = rows(_ALL_ROUNDS, company=found["company_id"])
        own = turn_of(found["stage"])
        earlier = sorted((row for row in others if turn_of(row["stage"]) < own), key=_turn_of_row)
        return Origin(
            company_id=found["uuid"],
            stage=found["stage"],
            changed_at=moment(found["changed_at"]),
            earlier=tuple(
                EarlierOrigin(row["id"], row["stage"], date.fromisoformat(row["answered_at"][:10]))
                for row in earlier
            ),
        )


def _turn_of_row(row: Row) -> int:
    return turn_of(row["stage"])
