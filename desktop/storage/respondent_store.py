"""Who answers in a round, written: people come, change, answer, and go for good."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.models import RespondentAnswerRecord, RespondentRecord
from desktop.storage import told_by
from desktop.storage.cells import plain_of
from desktop.storage.database import Database
from desktop.storage.inserting import insert
from desktop.storage.meanwhile_error import TOLD_APART, Clash, MeanwhileError, Seen
from desktop.storage.moments import now_in
from desktop.storage.purposes import key_about_company
from desktop.storage.writing import question_ids, touch
from desktop.text import say

_GONE = say("This person is no longer in the list; choose another one.")


class RespondentStore:
    """The respondents of rounds. Every method has committed when it returns.

    StorageError says where round or person is gone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, round_id: int, label: str, role: Role) -> int:
        """Somebody new in a round; returns the number."""
        with self._database.session() as session:
            touch(session, round_id)
            moment = _own_moment(session, round_id)
            record = RespondentRecord(round_id=round_id, label=label, role=role, created_at=moment)
            session.add(record)
            session.flush()
            return record.id

    def change(self, round_id: int, respondent_id: int, label: str, role: Role) -> None:
        """Another label or role; the answers stay, and what she or he told goes by the new label."""
        with self._database.session() as session:
            former = _label(session, respondent_id)
            _touch(session, round_id, respondent_id, label=label, role=role)
            if label != former:
                told_by.rename(session, round_id, former, label)

    def remove(self, round_id: int, respondent_id: int) -> None:
        """Delete somebody with all answers; nothing of them stays in the file.

        What the company took over as its own answer stays, and no longer says who told it.
        """
        with self._database.session() as session:
            former = _label(session, respondent_id)
            _touch(session, round_id, respondent_id)
            told_by.forget_apart(session, round_id, former)
            told_by.rename(session, round_id, former)
            session.execute(delete(RespondentRecord).where(RespondentRecord.id == respondent_id))

    def save_answer(  # noqa: PLR0913 - an answer with who gives it, and in what belief
        self,
        round_id: int,
        respondent_id: int,
        key: QuestionKey,
        plain: Any | None,
        *,
        is_about_company: bool = False,
        seen: Seen | None = None,
    ) -> None:
        """Replace or (None) remove one answer, given in secret or about the company.

        MeanwhileError where another answer is there than was `seen`.
        """
        key = key_about_company(key) if is_about_company else key
        self.put_answer(round_id, respondent_id, key, plain, seen)

    def put_answer(
        self, round_id: int, respondent_id: int, key: QuestionKey, plain: Any | None, seen: Seen | None
    ) -> None:
        """As `save_answer`; the key itself says whether it is about the company."""
        with self._database.session() as session:
            _touch(session, round_id, respondent_id)
            place = {"respondent_id": respondent_id, "question_id": question_ids(session, [key])[key]}
            if seen is not None:
                _refuse_unseen(session, (round_id, key), place, seen.plain, plain)
            if plain is None:
                session.execute(delete(RespondentAnswerRecord).filter_by(**place))
                return
            value = json.dumps(plain, ensure_ascii=False, sort_keys=True)
            given = {"value": value, "answered_at": now_in(session)}
            session.execute(
                insert(session, RespondentAnswerRecord)
                .values(**place, **given)
                .on_conflict_do_update(index_elements=list(place), set_=given)
            )


def _refuse_unseen(
    session: Session, of: tuple[int, str], place: Mapping[str, int], seen: Any, mine: Any
) -> None:
    """Nobody knows who else answered here: of people's own answers there is no history."""
    value = session.scalar(select(RespondentAnswerRecord.value).filter_by(**place))
    now = plain_of(value)
    if now not in (seen, mine):
        raise MeanwhileError(
            [Clash(of[0], TOLD_APART, f"{place['respondent_id']}:{of[1]}", "", seen, now, mine)]
        )


def _own_moment(session: Session, round_id: int) -> datetime:
    """Now, or just after: a person is known by it when a company comes back from a laptop."""
    query = select(RespondentRecord.created_at).where(RespondentRecord.round_id == round_id)
    taken, moment = set(session.scalars(query)), now_in(session)
    while moment in taken:
        moment += timedelta(microseconds=1)
    return moment


def _label(session: Session, respondent_id: int) -> str:
    query = select(RespondentRecord.label).where(RespondentRecord.id == respondent_id)
    return session.scalar(query) or ""


def _touch(session: Session, round_id: int, respondent_id: int, **values: str) -> None:
    """Mark the round as changed, and give somebody in it new values; StorageError where nobody is there."""
    touch(session, round_id)
    statement = (
        update(RespondentRecord)
        .where(RespondentRecord.id == respondent_id, RespondentRecord.round_id == round_id)
        .values(round_id=round_id, **values)
    )
    if session.scalar(statement.returning(RespondentRecord.id)) is None:
        raise StorageError(_GONE)
