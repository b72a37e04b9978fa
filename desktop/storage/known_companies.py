"""Which companies and rounds there are, so that a result finds its own; read in plain SQL."""

import zlib
from collections.abc import Iterator
from datetime import datetime

from msgspec import convert

from desktop.storage.company_columns import company_from_columns
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row
from desktop.storage.stored import Carrier, FormerResult, KnownCompany

_BY_UUID = "SELECT * FROM company WHERE uuid = :uuid"
_BY_ID = "SELECT * FROM company WHERE id = :id"
_BY_RESULT = """
SELECT company.* FROM received JOIN round ON round.id = received.round_id
JOIN company ON company.id = round.company_id
WHERE received.company = :uuid ORDER BY received.received_at DESC, received.id DESC LIMIT 1
"""
_ALIKE = "SELECT * FROM company WHERE country = :country AND vat LIKE :pattern ORDER BY id"
_ROUNDS = "SELECT id, stage, changed_at FROM round WHERE company_id = :id"
_RESULTS = """
SELECT received.round_id, received.carrier, received.changed_at, received.signed_by, received.line
FROM received JOIN round ON round.id = received.round_id
WHERE round.company_id = :id ORDER BY received.received_at DESC, received.id DESC LIMIT 100
"""
_SIGNED = "SELECT count(*) AS count FROM received WHERE signed_by = :desk AND sha256 != :but"


class KnownCompanies:
    """The companies of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_uuid(self, uuid: str) -> KnownCompany | None:
        """The company of a UUID, or the one that a result of it joined last; None where none is known."""
        with self._database.reading() as rows:
            found = [*rows(_BY_RESULT, uuid=uuid), *rows(_BY_UUID, uuid=uuid)]
        return _known(found[0]) if found else None

    def of_id(self, company_id: int) -> KnownCompany | None:
        """The company of an id; None where it is gone."""
        with self._database.reading() as rows:
            found = rows(_BY_ID, id=company_id)
        return _known(found[0]) if found else None

    def alike(self, country: str, number: str) -> tuple[KnownCompany, ...]:
        """The companies of a country whose VAT number may be this one written otherwise, the first one first.

        Each has at least the letters and digits of the number in this order.
        """
        signs = [sign for sign in number if sign.isascii() and sign.isalnum()]
        pattern = f"%{'%'.join(signs)}%"
        with self._database.reading() as rows:
            return tuple(_known(row) for row in rows(_ALIKE, country=country, pattern=pattern))

    def rounds(self, company_id: int) -> dict[str, tuple[int, datetime]]:
        """The rounds of a company by stage: each one's id, and when it was changed last."""
        with self._database.reading() as rows:
            found = rows(_ROUNDS, id=company_id)
        return {row["stage"]: (row["id"], moment(row["changed_at"])) for row in found}

    def results(self, company_id: int) -> tuple[FormerResult, ...]:
        """The results that became rounds of a company, the last hundred, the last one first."""
        with self._database.reading() as rows:
            return tuple(_results(rows(_RESULTS, id=company_id)))

    def signed_by(self, desk: str, but: str) -> int:
        """How many results a desk signed of those that came in, but for the one of a checksum."""
        with self._database.reading() as rows:
            return sum(row["count"] for row in rows(_SIGNED, desk=desk, but=but))


def _known(row: Row) -> KnownCompany:
    with read_whole(row["name"]):
        return KnownCompany(row["id"], row["uuid"], company_from_columns(row))


def _results(rows: list[Row]) -> Iterator[FormerResult]:
    """What can no longer be read is passed over: nothing can be compared with it."""
    for row in rows:
        try:
            line = zlib.decompress(row["line"])
        except (zlib.error, TypeError):
            continue
        changed_at = row["changed_at"]
        yield FormerResult(
            round_id=row["round_id"],
            carrier=convert(row["carrier"], Carrier),
            changed_at=moment(changed_at) if changed_at else None,
            signed_by=row["signed_by"],
            line=line,
        )
