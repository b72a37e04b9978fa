"""What rounds scored and lack, written once counted, as lines of digits that are quickly added up."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from desktop.models import FrameRecord, NeedRecord, RoundRecord, StandingRecord
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.territory import Needed, RoundStanding, Standing

DIGITS = 5
"""Characters of a score: hundredths of a point with leading zeros."""
NO_SCORE, NO_LEVEL = "-" * DIGITS, "-"
_UNCOUNTED = """
SELECT id, changed_at FROM round WHERE (counted_at IS NULL OR counted_at != changed_at) AND id > :after
ORDER BY id LIMIT :most
"""
_HOW_MANY = "SELECT count(*) AS count FROM round WHERE counted_at IS NULL OR counted_at != changed_at"


class StandingStore:
    """Writes standings. What `save` was given has been committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def uncounted(self, most: int, after: int = 0) -> Mapping[int, datetime]:
        """When rounds were changed that were not counted since, by id, the lowest above `after` first.

        One of which it cannot be read counts as changed at the beginning of time.
        """
        with self._database.reading() as rows:
            return {
                row["id"]: _changed(row["changed_at"]) for row in rows(_UNCOUNTED, most=most, after=after)
            }

    def how_many_uncounted(self) -> int:
        """How many rounds changed since they were counted."""
        with self._database.reading() as rows:
            return sum(row["count"] for row in rows(_HOW_MANY))

    def save(self, counted: Mapping[int, tuple[datetime, RoundStanding]]) -> None:
        """Replace the standings of rounds by id, each with the `changed_at` of what was counted.

        A round that was deleted meanwhile is passed over.
        """
        with self._database.session() as session:
            frames = _Frames(session)
            here = set(session.scalars(select(RoundRecord.id).where(RoundRecord.id.in_(counted))))
            for round_id, (changed_at, found) in counted.items():
                if round_id in here:
                    write_standing(session, frames, round_id, changed_at, found)


def _changed(text: str) -> datetime:
    try:
        return moment(text)
    except (TypeError, ValueError):
        return datetime.min.replace(tzinfo=UTC)


class _Frames:
    """The numbers of lists of names, looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], int] = {}

    def number(self, kind: str, names: Iterable[str]) -> int:
        """The number of a list of names; a new one is written down."""
        key = (kind, json.dumps(list(names)))
        if key not in self._known:
            found = self._session.scalar(select(FrameRecord).filter_by(kind=key[0], names=key[1]))
            if found is None:
                found = FrameRecord(kind=key[0], names=key[1])
                self._session.add(found)
                self._session.flush()
            self._known[key] = found.id
        return self._known[key]


def write_standing(
    session: Session, frames: _Frames, round_id: int, changed_at: datetime, found: RoundStanding
) -> None:
    """Replace the standing of one round."""
    for gone in (StandingRecord, NeedRecord):
        session.execute(delete(gone).where(gone.round_id == round_id))
    rows = [_standing_row(frames, round_id, each) for each in found.standings]
    if rows:
        session.execute(insert(StandingRecord), rows)
    if found.needs:
        session.execute(insert(NeedRecord), [_need_row(frames, round_id, found.needs)])
    counted = update(RoundRecord).where(RoundRecord.id == round_id)
    session.execute(counted.values(counted_at=changed_at))


def _standing_row(frames: _Frames, round_id: int, found: Standing) -> dict[str, object]:
    return {
        "round_id": round_id,
        "questionnaire_id": found.questionnaire,
        "frame_id": frames.number("dimensions", found.dimensions),
        "overall": found.overall,
        "coverage": found.coverage,
        "scores": scores_line(tuple(found.dimensions.values())),
    }


def _need_row(frames: _Frames, round_id: int, needs: Mapping[str, Needed]) -> dict[str, object]:
    return {
        "round_id": round_id,
        "frame_id": frames.number("competences", needs),
        "levels": "".join(NO_LEVEL if each.level is None else str(each.level) for each in needs.values()),
        "targets": "".join(str(each.target) for each in needs.values()),
    }


def scores_line(scores: Sequence[int | None]) -> str:
    """Scores as one line of digits."""
    return "".join(NO_SCORE if score is None else f"{score:0{DIGITS}}" for score in scores)
