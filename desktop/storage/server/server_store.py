"""A cell written to a server in two turns: all that is asked goes at once, and all that is written."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from typing_extensions import override

from desktop.errors import OutOfReachError
from desktop.storage.cells import as_text, plain_of
from desktop.storage.company_columns import COMPANY_COLUMNS
from desktop.storage.journal import Entry, Journal, Last, text_of
from desktop.storage.reader import NO_ROUND
from desktop.storage.server.at_once import AtOnce, Statement
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.store import Store, Wish
from desktop.storage.weighing import is_moved, weighed

Found: TypeAlias = Sequence[Any]
_TOUCH = "UPDATE round SET changed_at = %s, visited_at = %s WHERE id = %s RETURNING id"
_PLACE = "UPDATE round SET visited_at = %s, place = %s WHERE id = %s RETURNING id"
_NUMBER = "INSERT INTO question (key) VALUES (%s) ON CONFLICT DO NOTHING RETURNING id"
_LAST = """
SELECT id, act, what, key, by, told_by, at, before FROM change WHERE round_id = %s ORDER BY id DESC LIMIT 1
"""
_PINNED = "SELECT json_object_agg(questionnaire_id, hash) FROM assessment WHERE round_id = %s"
_ANSWER = """
SELECT question.id, answer.value, answer.told_by
FROM question LEFT JOIN answer ON answer.question_id = question.id AND answer.round_id = %s
WHERE question.key = %s
"""
_EMPTY = "DELETE FROM answer WHERE round_id = %s AND question_id = %s"
_PUT = """
INSERT INTO answer (round_id, question_id, value, answered_at, told_by) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (round_id, question_id) DO UPDATE
SET value = excluded.value, answered_at = excluded.answered_at, told_by = excluded.told_by
"""
_OF_COMPANY = "WHERE id = (SELECT company_id FROM round WHERE round.id = %s)"
_PROFILE = (  # the lock of a round does not reach the others of its company
    f"SELECT {', '.join(COMPANY_COLUMNS)} FROM company {_OF_COMPANY} FOR NO KEY UPDATE"  # noqa: S608 - columns
)
_PUT_PROFILE = f"UPDATE company SET {' = %s, '.join(COMPANY_COLUMNS)} = %s {_OF_COMPANY}"  # noqa: S608
_LIMITS = "SELECT constraints FROM round WHERE id = %s"
_PUT_LIMITS = "UPDATE round SET constraints = %s WHERE id = %s"
_GO_ON = "UPDATE change SET after = %s, at = %s WHERE id = %s"
_TAKE_BACK = "DELETE FROM change WHERE id = %s"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the cells of a kind are asked for and written, and what is another one then (see `Question`)."""

    asked: Callable[[Wish], Statement]
    cell_of: Callable[[Found], Any]
    put: Callable[[Wish, Found, Any, datetime], Statement]
    written: frozenset[str]


class _NotAtOnceError(Exception):
    """There is more to it than writing: nothing was."""


class ServerStore(Store):
    """As `Store`, on a server far away: the rules are the same, and the turns few."""

    def __init__(self, database: ServerDatabase, journal: Journal | None = None) -> None:
        super().__init__(database, journal)
        self._server = database

    @override
    def save_place(self, round_id: int, place: Mapping[str, Any]) -> None:
        with self._server.at_once(frozenset()) as way:
            [found] = way.do((_PLACE, (_naive(self._server.now()), json.dumps(place), round_id)))
        if found is None:
            raise OutOfReachError(NO_ROUND)

    @override
    def _change(self, wish: Wish) -> None:
        kind = _KINDS[wish.what]
        try:
            with self._server.at_once(kind.written) as way:
                self._write(way, kind, wish)
        except _NotAtOnceError:
            super()._change(wish)

    def _write(self, way: AtOnce, kind: _Kind, wish: Wish) -> None:
        now = self._server.now()
        touched, found, last, pinned = way.ask(
            (_TOUCH, (_naive(now), _naive(now), wish.round_id)),
            kind.asked(wish),
            (_LAST, (wish.round_id,)),
            (_PINNED, (wish.round_id,)),
        )
        if touched is None:
            raise OutOfReachError(NO_ROUND)
        if found is None and wish.what == "answer":  # nobody has answered this question in any company
            _, found = way.ask((_NUMBER, (wish.key,)), kind.asked(wish))
        if found is None:
            raise _NotAtOnceError
        before = kind.cell_of(found)
        after = _agreed(wish, before, (pinned and pinned[0]) or {})
        if text_of(before) == text_of(after):
            way.commit()
            return
        entry = Entry(wish.what, wish.key, before, after)
        noted = self._noted(wish, entry, None if last is None else _last(last), now)
        way.commit(kind.put(wish, found, after, now), noted)

    def _noted(self, wish: Wish, entry: Entry, last: Last | None, now: datetime) -> Statement:
        """The change in the history, alone or as one with the last."""
        turn = self._journal.turn(wish.round_id, last, entry, now) if wish.goes_on else "new"
        if last is None or turn == "new":
            columns = self._journal.columns(wish.round_id, entry, now)
            return _inserted({**columns, "at": _naive(now)})
        if turn == "back":
            return _TAKE_BACK, (last.id,)
        return _GO_ON, (text_of(entry.after), _naive(now), last.id)


def _agreed(wish: Wish, now: Any, pinned: Mapping[str, str]) -> Any:
    """What the cell becomes; what clashes is told by who writes step by step."""
    if wish.seen is None:
        return wish.cell
    after, clashing = weighed(wish.what, now, wish.seen.plain, wish.cell)
    if clashing or is_moved(wish.seen.pinned, pinned):
        raise _NotAtOnceError
    return after


def _answer_of(found: Found) -> Any:
    _, value, told_by = found
    return None if value is None else {"plain": json.loads(value), "told_by": told_by}


def _put_answer(wish: Wish, found: Found, cell: Any, now: datetime) -> Statement:
    place = (wish.round_id, found[0])
    if cell is None:
        return _EMPTY, place
    return _PUT, (*place, as_text(cell["plain"]), _naive(now), cell["told_by"])


def _put_profile(wish: Wish, _found: Found, cell: Any, _now: datetime) -> Statement:
    return _PUT_PROFILE, (*(cell[name] for name in COMPANY_COLUMNS), wish.round_id)


def _put_limits(wish: Wish, _found: Found, cell: Any, _now: datetime) -> Statement:
    return _PUT_LIMITS, (json.dumps(cell, ensure_ascii=False), wish.round_id)


_KINDS: Mapping[str, _Kind] = {
    "answer": _Kind(
        lambda wish: (_ANSWER, (wish.round_id, wish.key)),
        _answer_of,
        _put_answer,
        frozenset({"answer", "change"}),
    ),
    "profile": _Kind(
        lambda wish: (_PROFILE, (wish.round_id,)),
        lambda found: dict(zip(COMPANY_COLUMNS, found, strict=True)),
        _put_profile,
        frozenset({"company", "change"}),
    ),
    "constraints": _Kind(
        lambda wish: (_LIMITS, (wish.round_id,)),
        lambda found: plain_of(found[0]),
        _put_limits,
        frozenset({"round", "change"}),
    ),
}


def _last(row: Found) -> Last:
    found = Last(*row)
    return found._replace(at=found.at.replace(tzinfo=UTC))


def _inserted(columns: Mapping[str, Any]) -> Statement:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("%s" for _ in columns)
    return f"INSERT INTO change ({names}) VALUES ({marks})", tuple(columns.values())  # noqa: S608


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
