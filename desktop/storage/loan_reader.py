"""Which companies are on whose laptop, read in plain SQL, so that a start need not wait for more."""

from dataclasses import dataclass
from datetime import datetime

from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.rows import Row

_LOANS = """
SELECT loan.company_id, company.name AS company, loan.login, person.name, loan.taken_at, loan.uid
FROM loan JOIN company ON company.id = loan.company_id LEFT JOIN person ON person.login = loan.login
WHERE loan.returned_at IS NULL ORDER BY loan.taken_at, loan.id
"""
_TAKEN = "SELECT uid, server, taken_at, returned_at FROM taken ORDER BY taken_at"


@dataclass(frozen=True, slots=True)
class Loan:
    """A company that is on somebody's laptop; `name` is the person's, or the login of one nobody named."""

    company_id: int
    company: str
    name: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """What a laptop says of itself: where its companies come from, how many, how many are back there."""

    server: str
    taken_at: datetime
    companies: int
    returned: int
    returned_at: datetime | None

    @property
    def is_back(self) -> bool:
        """Whether all of them were brought back."""
        return self.returned == self.companies


def loans(database: Database) -> tuple[Loan, ...]:
    """The companies that are on laptops now, the one that went first first."""
    with database.reading() as rows:
        return tuple(_loan(row) for row in rows(_LOANS))


def taken_along(database: Database) -> TakenAlong | None:
    """What this computer's own database says of companies taken along; None where there are none."""
    with database.own.reading() as rows:
        found = list(rows(_TAKEN))
    if not found:
        return None
    back = [moment(row["returned_at"]) for row in found if row["returned_at"] is not None]
    first = found[0]
    return TakenAlong(
        first["server"], moment(first["taken_at"]), len(found), len(back), max(back, default=None)
    )


def _loan(row: Row) -> Loan:
    name = row["name"] or row["login"]
    return Loan(row["company_id"], str(row["company"]), str(name), moment(row["taken_at"]))
