"""An answer written to a server in as few questions and replies as there can be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from typing_extensions import override

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage.cells import as_text
from desktop.storage.journal import Go, Journal
from desktop.storage.meanwhile_error import Seen
from desktop.storage.reader import NO_ROUND
from desktop.storage.server.at_once import AtOnce, Statement
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.store import Store

_LOCK = "UPDATE round SET changed_at = %s, visited_at = %s WHERE id = %s RETURNING id"
_PLACE = "UPDATE round SET visited_at = %s, place = %s WHERE id = %s RETURNING id"
_FOUND = """
SELECT question.id, answer.value, answer.told_by
FROM question LEFT JOIN answer ON answer.question_id = question.id AND answer.round_id = %s
WHERE question.key = %s
"""
_NUMBER = "INSERT INTO question (key) VALUES (%s) ON CONFLICT DO NOTHING RETURNING id"
_LAST = """
SELECT act, what, key, by, told_by, at, before, id FROM change WHERE round_id = %s ORDER BY id DESC LIMIT 1
"""
_PINNED = "SELECT json_object_agg(questionnaire_id, hash) FROM assessment WHERE round_id = %s"
_EMPTY = "DELETE FROM answer WHERE round_id = %s AND question_id = %s"
_PUT = """
INSERT INTO answer (round_id, question_id, value, answered_at, told_by) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (round_id, question_id) DO UPDATE
SET value = excluded.value, answered_at = excluded.answered_at, told_by = excluded.told_by
"""
_NOTE = """
INSERT INTO change (round_id, at, what, key, before, after, by, told_by, act)
VALUES (%s, %s, 'answer', %s, %s, %s, %s, %s, 'do')
"""
_GO_ON = "UPDATE change SET after = %s, at = %s WHERE id = %s"
_TAKE_BACK = "DELETE FROM change WHERE id = %s"


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer to be written; `value` is its text, None where it is to be taken away."""

    round_id: int
    key: QuestionKey
    value: str | None
    goes_on: bool
    seen: Seen | None


class _NotAtOnceError(Exception):
    """There is more to it than writing: nothing was."""


class ServerStore(Store):
    """As `Store`, on a server far away: what is asked is asked at once, and what is written is, too."""

    def __init__(self, database: ServerDatabase, journal: Journal | None = None) -> None:
        super().__init__(database, journal)
        self._server = database

    @override
    def save_answer(
        self,
        round_id: int,
        key: QuestionKey,
        plain: Any | None,
        *,
        goes_on: bool = False,
        seen: Seen | None = None,
    ) -> None:
        given = _Given(round_id, key, _text(plain), goes_on, seen)
        try:
            with self._server.at_once() as way:
                self._write(way, given)
        except _NotAtOnceError:
            super().save_answer(round_id, key, plain, goes_on=goes_on, seen=seen)

    @override
    def save_place(self, round_id: int, place: Mapping[str, Any]) -> None:
        with self._server.at_once() as way:
            now = self._server.now().replace(tzinfo=None)
            [found] = way.ask((_PLACE, (now, json.dumps(place), round_id)))
            if found is None:
                raise StorageError(NO_ROUND)
            way.commit()

    def _write(self, way: AtOnce, given: _Given) -> None:
        now = self._server.now()
        moment = now.replace(tzinfo=None)
        lock, found, last, there = way.ask(
            (_LOCK, (moment, moment, given.round_id)),
            (_FOUND, (given.round_id, given.key)),
            (_LAST, (given.round_id,)),
            (_PINNED, (given.round_id,)),
        )
        if lock is None:
            raise StorageError(NO_ROUND)
        if found is None:  # nobody has answered this question in any company
            _, found = way.ask((_NUMBER, (given.key,)), (_FOUND, (given.round_id, given.key)))
        if found is None:
            raise _NotAtOnceError
        if given.seen is not None and _is_moved(given.seen.pinned, there):
            raise _NotAtOnceError
        question, before, told_before = found
        if given.seen is not None and before not in (_text(given.seen.plain), given.value):
            raise _NotAtOnceError
        told_by = self._journal.hand.teller(given.round_id)
        was, will = _cell(before, told_before), _cell(given.value, told_by)
        if was == will:
            way.commit()
            return
        put = (_PUT, (given.round_id, question, given.value, moment, told_by))
        empty = (_EMPTY, (given.round_id, question))
        noted = self._noted(given, was, will, last, now)
        way.commit(empty if given.value is None else put, noted)

    def _noted(self, given: _Given, was: str | None, will: str | None, last: Any, now: datetime) -> Statement:
        """The change in the history, alone or as one with the last."""
        moment = now.replace(tzinfo=None)
        if given.goes_on and last is not None:
            act, what, key, by, told_by, at, began, number = last
            go, place = Go(act, what, key, by, told_by, at.replace(tzinfo=UTC)), ("answer", given.key)
            if self._journal.is_one_go(given.round_id, go, place, now):
                return (_TAKE_BACK, (number,)) if began == will else (_GO_ON, (will, moment, number))
        hand = self._journal.hand
        return _NOTE, (given.round_id, moment, given.key, was, will, hand.by, hand.teller(given.round_id))


def _is_moved(pinned: Mapping[str, str], there: Any) -> bool:
    """Whether a questionnaire is another version than the answer was given to."""
    hashes: Mapping[str, str] = (there and there[0]) or {}
    return any(pinned.get(name, found) != found for name, found in hashes.items())


def _text(plain: Any | None) -> str | None:
    return None if plain is None else as_text(plain)


def _cell(value: str | None, told_by: str) -> str | None:
    """An answer's cell as it stands in the history."""
    return None if value is None else as_text({"plain": json.loads(value), "told_by": told_by})
