"""How the companies of a copy stand to those of the workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from desktop.errors import StorageError
from desktop.storage.moments import moment
from desktop.storage.rows import Row
from desktop.text import say

Kind = Literal["erased", "only-there", "newer-there", "newer-here", "only-here", "same"]
"""There is the copy, here the workspace; what was erased here is told before all else."""
STATES = """
SELECT company.uuid, company.name, count(round.id) AS rounds, max(round.changed_at) AS changed_at
FROM company LEFT JOIN round ON round.company_id = company.id GROUP BY company.id
"""
_NOT_READ = say("What is stored of {name} cannot be read.")


@dataclass(frozen=True, slots=True)
class CompanyState:
    """A company as it stands in one of the two; when a round of it was changed last, None without any."""

    name: str
    rounds: int
    changed_at: datetime | None


States: TypeAlias = Mapping[str, CompanyState]
"""Companies by UUID."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a company stands in the copy and in the workspace."""

    uuid: str
    kind: Kind
    there: CompanyState | None
    here: CompanyState | None

    @property
    def name(self) -> str:
        """The name it has here, else in the copy."""
        state = self.here or self.there
        return "" if state is None else state.name


def states_of(rows: Iterable[Row]) -> States:
    """The companies that the rows of `STATES` tell; StorageError where one cannot be read."""
    return {row["uuid"]: _state(row) for row in rows}


def compare(there: States, here: States, erased: frozenset[str]) -> tuple[Standing, ...]:
    """Every company of both, by kind and name."""
    standings = [
        Standing(
            uuid,
            _kind(there.get(uuid), here.get(uuid), is_erased=uuid in erased),
            there.get(uuid),
            here.get(uuid),
        )
        for uuid in {*there, *here}
    ]
    kinds: tuple[Kind, ...] = ("newer-there", "only-there", "erased", "newer-here", "only-here", "same")
    return tuple(
        sorted(standings, key=lambda each: (kinds.index(each.kind), each.name.casefold(), each.uuid))
    )


def _kind(there: CompanyState | None, here: CompanyState | None, *, is_erased: bool) -> Kind:
    if here is None:
        return "erased" if is_erased else "only-there"
    if there is None:
        return "only-here"
    if _order(there) == _order(here):
        return "same"
    return "newer-there" if _order(there) > _order(here) else "newer-here"


def _order(state: CompanyState) -> tuple[datetime, int]:
    return state.changed_at or datetime.min.replace(tzinfo=UTC), state.rounds


def _state(row: Row) -> CompanyState:
    changed = row["changed_at"]
    try:
        changed_at = None if changed is None else moment(changed)
    except (TypeError, ValueError) as error:
        raise StorageError(_NOT_READ, name=str(row["name"])) from error
    return CompanyState(str(row["name"]), row["rounds"], changed_at)
