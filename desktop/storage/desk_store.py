"""What belongs to the desk: preferences, what is due, who looks after companies, and which were erased."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import delete, select, text, union, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import (
    AnswerRecord,
    CompanyRecord,
    ErasedRecord,
    QuestionRecord,
    ReceivedRecord,
    RemarkRecord,
    ReminderRecord,
    RespondentAnswerRecord,
    RoundRecord,
    ServiceFileRecord,
    ServiceRecord,
    VisitorRecord,
)
from desktop.storage.database import Database
from desktop.storage.import_lines import forget_in_reports
from desktop.storage.inserting import insert
from desktop.storage.moments import now_in
from desktop.storage.preference import OF_THE_HUB, preference
from desktop.storage.preferring import became_one_with, write_preference
from desktop.storage.reader import NO_ROUND, read_whole
from desktop.storage.rows import Row
from desktop.storage.stored import Reminder
from desktop.text import say

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.sql.dml import ReturningDelete, ReturningUpdate

_REMINDERS = """
SELECT reminder.*, company.name FROM reminder JOIN company ON company.id = reminder.company_id
WHERE reminder.done_at IS NULL AND reminder.kind != 'step' ORDER BY reminder.due_on, reminder.id
"""
_ERASED = "SELECT uuid FROM erased"
_ASKED = (AnswerRecord, RespondentAnswerRecord, RemarkRecord)
_ELSEWHERE = say(
    "Somebody else has put this off to another day, done or deleted it meanwhile; nothing was changed here. "
    "Look at the list again."
)
ERASING = "erasing"
"""The preference that holds the names of companies whose traces are still to be erased."""


class DeskStore:
    """The desk's own rows. Every method that writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_preference(self, name: str, value: Any) -> None:
        """Replace a preference: of the hub for all its desks, any other on this computer alone."""
        database = self._database if name in OF_THE_HUB else self._database.own
        with database.session() as session:
            write_preference(session, name, value)

    def reminders(self) -> tuple[Reminder, ...]:
        """What somebody wrote down as due and nobody has done yet, the earliest first."""
        with self._database.reading() as rows:
            return tuple(_reminder(row) for row in rows(_REMINDERS))

    def add_reminder(self, company_id: int, due_on: date, kind: str, text: str) -> int:
        """Write down what is due for a company; returns its number."""
        with self._database.session() as session:
            record = ReminderRecord(
                uid=str(uuid4()),
                company_id=company_id,
                due_on=due_on,
                kind=kind,
                text=text,
                made_at=now_in(session),
            )
            session.add(record)
            session.flush()
            return record.id

    def move_reminder(self, reminder_id: int, due_on: date, seen: date | None = None) -> None:
        """Let it be due on another day; StorageError where it is not open any more as it was `seen`."""
        statement = update(ReminderRecord).where(*_still(reminder_id, seen))
        with self._database.session() as session:
            _if_there(session, statement.values(due_on=due_on).returning(ReminderRecord.id))

    def finish_reminder(self, reminder_id: int, *, is_done: bool = True, seen: date | None = None) -> None:
        """Say that it is done, as `move_reminder`, or not done after all."""
        its_state = ReminderRecord.done_at.is_(None) if is_done else ReminderRecord.done_at.is_not(None)
        statement = update(ReminderRecord).where(*_of_day(reminder_id, seen), its_state)
        with self._database.session() as session:
            done_at = now_in(session) if is_done else None
            _if_there(session, statement.values(done_at=done_at).returning(ReminderRecord.id))

    def delete_reminder(self, reminder_id: int, seen: date | None = None) -> None:
        """Forget it, as `move_reminder`."""
        statement = delete(ReminderRecord).where(*_still(reminder_id, seen))
        with self._database.session() as session:
            _if_there(session, statement.returning(ReminderRecord.id))

    def save_consultant(self, company_id: int, consultant: str) -> None:
        """Say who looks after a company."""
        with self._database.session() as session:
            _save(session, company_id, consultant=consultant)

    def archive(self, company_id: int, *, is_away: bool = True) -> None:
        """Put a company away, or take it out again; nothing of it changes."""
        with self._database.session() as session:
            _save(session, company_id, archived_at=now_in(session) if is_away else None)

    def keep_until(self, company_id: int, day: date | None) -> None:
        """Say until when a company is kept; None where the desk's own period counts."""
        with self._database.session() as session:
            _save(session, company_id, keep_until=day)

    def erase(self, company_id: int, reason: str, code_of: Callable[[str], str]) -> tuple[StorageError, ...]:
        """Remove a company with everything of it for good; its UUID alone is remembered.

        `code_of` gives the code under which results that do not name it came in. Comes back where traces
        may still be: in the file's bytes, or in copies beside it that could not be written.
        """
        with self._database.session() as session:
            uuid = session.scalar(select(CompanyRecord.uuid).where(CompanyRecord.id == company_id))
            if uuid is None:
                raise StorageError(NO_ROUND)
            uuids = (uuid, *became_one_with(session, uuid))
            names = (*uuids, *map(code_of, uuids))
            _delete(session, company_id, names)
            for each in uuids:
                _remember(session, each, reason)
            write_preference(session, ERASING, [*self._left(), *names])
        if self._database.own is not self._database:
            with self._database.own.session() as session:
                _forget(session, names)  # reports of what this computer took in
        return self.finish_erasing()

    def finish_erasing(self) -> tuple[StorageError, ...]:
        """Erase what a deletion cut short may have left in bytes and copies; what was not reached."""
        names = self._left()
        if not names:
            return ()
        left = self._database.erase_traces(names)
        with suppress(StorageError), self._database.session() as session:  # else at the next start
            write_preference(session, ERASING, [])
        return left

    def _left(self) -> list[str]:
        """What is being erased, or was when the program was ended."""
        with self._database.reading() as rows:
            found = preference(rows, ERASING)
        return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []

    def erased(self) -> frozenset[str]:
        """The UUIDs of companies that were erased here."""
        with self._database.reading() as rows:
            return frozenset(row["uuid"] for row in rows(_ERASED))


def _if_there(session: Session, statement: "ReturningUpdate[Any] | ReturningDelete[Any]") -> None:
    if session.scalar(statement) is None:
        raise StorageError(_ELSEWHERE)


def _save(session: Session, company_id: int, **values: Any) -> None:
    statement = update(CompanyRecord).where(CompanyRecord.id == company_id).values(**values)
    if session.scalar(statement.returning(CompanyRecord.id)) is None:
        raise StorageError(NO_ROUND)


def _of_day(reminder_id: int, seen: date | None) -> "list[ColumnElement[bool]]":
    own = [ReminderRecord.id == reminder_id]
    return own if seen is None else [*own, ReminderRecord.due_on == seen]


def _still(reminder_id: int, seen: date | None) -> "list[ColumnElement[bool]]":
    """Nobody has put it off or done it since."""
    return [*_of_day(reminder_id, seen), ReminderRecord.done_at.is_(None)]


def _reminder(row: Row) -> Reminder:
    with read_whole(row["name"]):
        return Reminder(
            id=row["id"],
            uid=str(row["uid"]),
            company_id=row["company_id"],
            company=str(row["name"]),
            due_on=date.fromisoformat(row["due_on"]),
            kind=str(row["kind"]),
            text=str(row["text"]),
        )


def _delete(session: Session, company_id: int, names: tuple[str, ...]) -> None:
    """Of what came in, also what became no round; of questions, those that nobody else answers.

    Services stay for the accounts, and visits to events for their count, without what they say of it.
    """
    of_it = ServiceRecord.company_id == company_id
    shown = select(ServiceRecord.id).where(of_it)
    session.execute(delete(ServiceFileRecord).where(ServiceFileRecord.service_id.in_(shown)))
    session.execute(update(ServiceRecord).where(of_it).values(title="", note="", officer=""))
    visits = select(RoundRecord.id).where(RoundRecord.company_id == company_id)
    visitor = update(VisitorRecord).where(VisitorRecord.round_id.in_(visits))
    session.execute(visitor.values(firm="{}", scores="{}", draft=""))
    session.execute(delete(CompanyRecord).where(CompanyRecord.id == company_id))
    unused = (ReceivedRecord.company.in_(names), ReceivedRecord.round_id.is_(None))
    session.execute(delete(ReceivedRecord).where(*unused))
    _forget(session, names)
    asked = union(*(select(table.question_id) for table in _ASKED))
    session.execute(delete(QuestionRecord).where(QuestionRecord.id.not_in(asked)))


def _forget(session: Session, names: tuple[str, ...]) -> None:
    forget_in_reports(lambda asked, values: session.execute(text(asked), values), names)


def _remember(session: Session, uuid: str, reason: str) -> None:
    day = now_in(session).date()
    statement = insert(session, ErasedRecord).values(uuid=uuid, erased_on=day, reason=reason)
    session.execute(statement.on_conflict_do_nothing())
