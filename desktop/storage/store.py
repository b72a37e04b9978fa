"""Companies, rounds and answers as domain values; rows never leave this package."""

import json
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias
from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.orm import Session

from desktop.content.company import Company, Constraints
from desktop.content.files.decoding import from_json, to_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import OnlyReadError
from desktop.models import CompanyRecord, MoveRecord, RoundRecord
from desktop.storage import cells
from desktop.storage.company_columns import company_to_columns
from desktop.storage.database import Database
from desktop.storage.journal import Entry, Journal
from desktop.storage.keeping_mine import keep_mine
from desktop.storage.meanwhile import agreed, answered_since_move, refuse, refuse_moved
from desktop.storage.meanwhile_error import Clash, Seen
from desktop.storage.moments import now_in
from desktop.storage.reader import Reader, former_from
from desktop.storage.stored import PinnedQuestionnaire, StoredRound
from desktop.storage.writing import assessment_records, look_in, touch

FIRST_STAGE = "T0"
Moved: TypeAlias = tuple[Iterable[PinnedQuestionnaire], Mapping[QuestionKey, Any]]
"""What a move makes of a round: its questionnaires, and answers to be replaced."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A cell to be replaced, None to empty it; `seen` where somebody says what was there."""

    round_id: int
    what: cells.What
    key: str
    cell: Any
    seen: Seen | None
    goes_on: bool


class Store(Reader):
    """The rounds of a workspace. Every method that writes has committed when it returns."""

    def __init__(self, database: Database, journal: Journal | None = None) -> None:
        super().__init__(database)
        self._journal = journal or Journal()

    def create(
        self,
        company: Company,
        pinned: Iterable[PinnedQuestionnaire],
        constraints: Constraints,
        consultant: str = "",
        uuid: str = "",
    ) -> int:
        """A new company with its first round, and who looks after it; returns the round's id."""
        with self._database.session() as session:
            now = now_in(session)
            record = RoundRecord(
                stage=FIRST_STAGE,
                constraints=to_json(constraints),
                place="{}",
                started_at=now,
                changed_at=now,
                visited_at=now,
                assessments=assessment_records(pinned),
            )
            session.add(
                CompanyRecord(
                    uuid=uuid or str(uuid4()),
                    created_at=now,
                    consultant=consultant,
                    rounds=[record],
                    **company_to_columns(company),
                )
            )
            session.flush()
            return record.id

    def save_company(self, round_id: int, company: Company, seen: Company | None = None) -> None:
        """Replace the company's profile; where it says what was `seen`, only what is another since.

        MeanwhileError where somebody else changed the same fields; the others are written.
        """
        believed = None if seen is None else Seen(company_to_columns(seen))
        self._change(Wish(round_id, "profile", "", company_to_columns(company), believed, goes_on=True))

    def choose(self, round_id: int, pinned: Iterable[PinnedQuestionnaire]) -> None:
        """Replace the questionnaires of a round; answers stay."""
        with self._database.session() as session:
            self._journal.change(session, round_id, "questionnaires", {"": _plain(pinned)})

    def save_answer(
        self,
        round_id: int,
        key: QuestionKey,
        plain: Any | None,
        *,
        goes_on: bool = False,
        seen: Seen | None = None,
    ) -> None:
        """Replace or (None) remove one answer; what `goes_on` is one change with the one before.

        MeanwhileError where another answer is there than was `seen`, StorageError where the round was moved.
        """
        cell = None if plain is None else {"plain": plain, "told_by": self._journal.hand.teller(round_id)}
        self._change(Wish(round_id, "answer", key, cell, seen, goes_on=goes_on))

    def save_answers(
        self,
        round_id: int,
        plain: Mapping[QuestionKey, Any],
        told_by: str,
        seen: cells.Cells | None = None,
    ) -> None:
        """Replace several answers at once, each a change of its own, as somebody told them.

        MeanwhileError where other answers are there than were `seen`; the rest is written.
        """
        with self._journal.heard_from(told_by), self._database.session() as session:
            given: cells.Cells = {key: {"plain": value, "told_by": told_by} for key, value in plain.items()}
            values, clashes = agreed(session, round_id, "answer", given, seen)
            self._journal.change(session, round_id, "answer", values)
        refuse(clashes)

    def move(
        self, round_id: int, pinned: Iterable[PinnedQuestionnaire], answers: Mapping[QuestionKey, Any]
    ) -> None:
        """Replace questionnaires and some answers; what they were is remembered until it is confirmed.

        Answers that stay the same may be among them: they are remembered too.

        Of several moves in a row, what was before the first is remembered.
        """
        self.move_by(round_id, lambda _: (pinned, answers))

    def move_by(self, round_id: int, moved: Callable[[StoredRound], Moved | None]) -> None:
        """As `move`, with what `moved` makes of the round as it is; no answer comes in between."""
        with self._database.session() as session:
            touch(session, round_id)  # from here on nobody else writes
            made = moved(self.load(round_id))
            if made is None:
                return
            pinned, answers = made
            before = cells.read_move(session, round_id, answers)
            after = {
                "questionnaires": _plain(pinned),
                "answers": _moved(before["answers"], answers),
                "former": _former(before),
            }
            self._write_move(session, round_id, before, after)

    def undo_move(self, round_id: int) -> None:
        """Put back questionnaires and answers as they were before the move, where one waits.

        What others have answered since stays.
        """
        with self._database.session() as session:
            touch(session, round_id)
            found = session.get(MoveRecord, round_id)
            if found is None:
                return
            former = former_from(found.questionnaires, found.answers)
            others = answered_since_move(session, round_id, self._journal.hand.by)
            answers = {key: plain for key, plain in former.answers.items() if key not in others}
            before = cells.read_move(session, round_id, answers)
            after = {
                "questionnaires": _plain(former.questionnaires),
                "answers": _moved(before["answers"], answers),
                "former": None,
            }
            self._write_move(session, round_id, before, after)

    def confirm_move(self, round_id: int) -> None:
        """Forget what was before the move."""
        with self._database.session() as session:
            touch(session, round_id)
            session.execute(delete(MoveRecord).where(MoveRecord.round_id == round_id))

    def save_constraints(
        self, round_id: int, constraints: Constraints, seen: Constraints | None = None
    ) -> None:
        """Replace what the plan must fit; where it says what was `seen`, as `save_company`."""
        believed = None if seen is None else Seen(json.loads(to_json(seen)))
        plain = json.loads(to_json(constraints))
        self._change(Wish(round_id, "constraints", "", plain, believed, goes_on=True))

    def keep_mine(self, clash: Clash) -> None:
        """Write what clashed in the place of what was shown; MeanwhileError where it is another by now."""
        with self._database.session() as session:
            left = keep_mine(session, self._journal, clash)
        refuse(left)

    def save_place(self, round_id: int, place: Mapping[str, Any]) -> None:
        """Remember where the user is, wherever that can be written."""
        with suppress(OnlyReadError), self._database.session() as session:
            look_in(session, round_id, place=json.dumps(place))

    def _change(self, wish: Wish) -> None:
        """Replace a cell; as `save_answer` where somebody else did meanwhile."""
        seen, round_id, what = wish.seen, wish.round_id, wish.what
        with self._database.session() as session:
            believed = None if seen is None else {wish.key: seen.plain}
            values, clashes = agreed(session, round_id, what, {wish.key: wish.cell}, believed)
            if seen is not None and seen.pinned:
                refuse_moved(session, round_id, seen.pinned)
            self._journal.change(session, round_id, what, values, goes_on=wish.goes_on)
        refuse(clashes)

    def _write_move(self, session: Session, round_id: int, before: Any, after: Any) -> None:
        touch(session, round_id)
        staying = {key for key, cell in after["answers"].items() if cell == before["answers"][key]}
        before, after = _without(before, staying), _without(after, staying)
        cells.write(session, round_id, "move", {"": after})
        if before != after:
            self._journal.note(session, round_id, Entry("move", "", before, after))


def _plain(pinned: Iterable[PinnedQuestionnaire]) -> list[dict[str, str]]:
    return [asdict(each) for each in pinned]


def _moved(before: cells.Cells, answers: Mapping[QuestionKey, Any]) -> dict[str, Any]:
    """The answers' cells after a move; who told an answer that stays the same stays too."""
    return {
        key: None if plain is None else {"plain": plain, "told_by": (before[key] or {}).get("told_by", "")}
        for key, plain in answers.items()
    }


def _without(move: Mapping[str, Any], answers: AbstractSet[str]) -> dict[str, Any]:
    return {**move, "answers": {key: cell for key, cell in move["answers"].items() if key not in answers}}


def _former(before: Mapping[str, Any]) -> dict[str, str]:
    """What is remembered until the move is confirmed; of several moves, what was before the first."""
    answers = {key: cell and cell["plain"] for key, cell in before["answers"].items()}
    if before["former"] is None:
        return {"questionnaires": to_json(before["questionnaires"]), "answers": to_json(answers)}
    earlier = from_json(before["former"]["answers"], dict[str, Any])
    return {**before["former"], "answers": to_json({**answers, **earlier})}
