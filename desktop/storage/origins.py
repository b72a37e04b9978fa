"""Which company a round belongs to, and which of its rounds came before, read in plain SQL."""

from datetime import date

from desktop.errors import StorageError
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import NO_ROUND
from desktop.storage.rows import Question, Row
from desktop.storage.stored import EarlierOrigin, Origin
from desktop.storage.turns import turn_of

_ROUND = Question(
    """
SELECT company.uuid, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id WHERE round.id = :id
""",
    of="round company change",
)
_ALL_ROUNDS = Question(
    """
SELECT round.id, round.stage, coalesce(max(answer.answered_at), round.started_at) AS answered_at
FROM round LEFT JOIN answer ON answer.round_id = round.id
WHERE round.company_id = (SELECT company_id FROM round WHERE id = :id) GROUP BY round.id
""",
    of="round answer",
)


class Origins:
    """Where the rounds of a database stand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, round_id: int) -> Origin:
        """Where a round stands; StorageError where it is gone."""
        rounds, others = self._database.ask(_ROUND, _ALL_ROUNDS, id=round_id)
        found = next(iter(rounds), None)
        if found is None:
            raise StorageError(NO_ROUND)
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

    def expect(self, round_id: int) -> None:
        """Say that a window will show a round."""
        self._database.expect(_ROUND, _ALL_ROUNDS, id=round_id)


def _turn_of_row(row: Row) -> int:
    return turn_of(row["stage"])
