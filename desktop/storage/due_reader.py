"""What tells when something is due, of all companies at once, in plain SQL."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.content.company import Constraints
from desktop.content.files.decoding import from_json
from desktop.content.steps import StepState, course_of, course_states
from desktop.storage.database import Database
from desktop.storage.latest_rounds import in_turn
from desktop.storage.reader import read_whole
from desktop.storage.rows import Question, Row, Rows

STEP = "step"
"""The kind of reminder that stands for a step of a plan; its text is the step's key."""
_ROUNDS = Question("""
SELECT company.id AS company_id, company.uuid, company.name, company.keep_until, company.archived_at,
       round.id, round.stage, round.visited_at, move.moved_at,
       (SELECT max(answered_at) FROM answer WHERE answer.round_id = round.id) AS answered_at
FROM round JOIN company ON company.id = round.company_id
LEFT JOIN move ON move.round_id = round.id
WHERE CAST(:company AS INTEGER) IS NULL OR company.id = :company
""")
_STEP_DAYS = "SELECT uid, company_id, due_on, text FROM reminder WHERE kind = 'step' ORDER BY due_on, id"
_DAYS_OF = Question(
    """
SELECT due_on, text FROM reminder WHERE kind = 'step' AND company_id = :company ORDER BY due_on, id
""",
    of="reminder",
)
_LIMITS = "SELECT constraints FROM round WHERE id = :id"
_STATES = "SELECT key, state FROM step WHERE round_id = :id"


@dataclass(frozen=True, slots=True)
class CompanyDays:
    """The days of a company: its latest round, the last answer in it, the last visit of any round.

    `keep_until` is the company's own day; `moved_on` that of a move nobody confirmed, in round `moved_round`.
    """

    company_id: int
    uuid: str
    name: str
    round_id: int
    stage: str
    answered_on: date | None
    visited_on: date
    keep_until: date | None
    is_away: bool
    moved_on: date | None
    moved_round: int | None


@dataclass(frozen=True, slots=True)
class StepDay:
    """The day by which a step of a company's plan was to be done; `uid` names it in calendars.

    `state` is what became of it until now.
    """

    uid: str
    company_id: int
    key: str
    due_on: date
    state: StepState = "open"


class DueReader:
    """The days of all companies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def companies(self, company_id: int | None = None) -> tuple[CompanyDays, ...]:
        """The days of every company, those put away too; or of one."""
        rounds: dict[int, list[Row]] = {}
        for row in self._rounds(company_id):
            rounds.setdefault(row["company_id"], []).append(row)
        return tuple(_days(of_company) for of_company in rounds.values())

    def _rounds(self, company_id: int | None) -> Iterator[Row]:
        if company_id is not None:
            yield from self._database.ask(_ROUNDS, company=company_id)[0]
            return
        with self._database.reading() as rows:
            yield from rows.each(_ROUNDS, company=None)

    def step_days(self, company_id: int) -> dict[str, date]:
        """The days kept of a company's steps, by key."""
        [found] = self._database.ask(_DAYS_OF, company=company_id)
        return {row["text"]: date.fromisoformat(row["due_on"]) for row in found}

    def open_steps(self, companies: Iterable[CompanyDays]) -> tuple[StepDay, ...]:
        """The steps of plans that are neither done nor dropped, by their days."""
        latest = {each.company_id: each for each in companies}
        states: dict[int, Mapping[str, StepState]] = {}
        found = []
        with self._database.reading() as rows:
            for row in rows(_STEP_DAYS):
                company = latest.get(row["company_id"])
                if company is None:
                    continue
                if company.company_id not in states:
                    states[company.company_id] = _states(rows, company)
                state = states[company.company_id].get(row["text"], "open")
                if state in ("open", "under-way"):
                    day = date.fromisoformat(row["due_on"])
                    found.append(StepDay(row["uid"], company.company_id, row["text"], day, state))
        return tuple(found)


def _states(rows: Rows, company: CompanyDays) -> Mapping[str, StepState]:
    told = {row["key"]: row["state"] for row in rows(_STATES, id=company.round_id)}
    with read_whole(company.name):
        limits = [from_json(row["constraints"], Constraints) for row in rows(_LIMITS, id=company.round_id)]
    decided = dict(course_states(limits[0])) if limits else {}
    return {key: state for key, state in told.items() if course_of(key) is None} | decided


def _days(rounds: list[Row]) -> CompanyDays:
    last = max(rounds, key=lambda row: in_turn(row["id"], row["stage"]))
    moved = next((row for row in rounds if row["moved_at"]), None)
    with read_whole(last["name"]):
        return CompanyDays(
            company_id=last["company_id"],
            uuid=last["uuid"],
            name=str(last["name"]),
            round_id=last["id"],
            stage=last["stage"],
            answered_on=_day(last["answered_at"]),
            visited_on=max(date.fromisoformat(row["visited_at"][:10]) for row in rounds),
            keep_until=_day(last["keep_until"]),
            is_away=last["archived_at"] is not None,
            moved_on=_day(moved["moved_at"]) if moved else None,
            moved_round=moved["id"] if moved else None,
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
