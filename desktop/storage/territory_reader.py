"""A whole workspace in columns, for figures of a territory, read as few long texts in plain SQL."""

from collections.abc import Callable, Mapping
from functools import partial

from desktop.storage import territory_sql as sql
from desktop.storage.database import Database
from desktop.storage.frames import frames_of
from desktop.storage.rows import Rows
from desktop.storage.side_by_side import answers_of
from desktop.storage.territory_columns import Found, ask
from desktop.storage.territory_moment import Frames, Moment, needs_of, scores_from, scores_of
from desktop.territory.coding import DIGITS
from desktop.territory.columns import Scores, Territory

_Asked = dict[str, Callable[[Rows], Found]]
_LONG_FIRST = {"rounds": sql.ROUNDS, "companies": sql.COMPANIES}
_SHORT_LAST = {
    "taken": sql.TAKEN,
    "engagements": sql.ENGAGEMENTS,
    "services": sql.SERVICES,
    "visitors": sql.VISITORS,
    "received": sql.RECEIVED,
    "planned": sql.PLANNED,
}


class TerritoryReader:
    """Reads all companies with what was counted of them; some 160,000 rounds in less than half a second."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> object:
        """Something that is another one after every change."""
        return self._database.state()

    def read(self, offices: Mapping[str, str], questionnaire: str) -> tuple[Territory, Scores]:
        """Everything of one moment, with the scores in one questionnaire.

        `offices` by province, for who has no office yet.
        """
        with self._database.reading_at_once() as readers:
            dimensions, competences = (frames_of(readers[0], kind) for kind in ("dimensions", "competences"))
            scores, needs = _scores_asked(dimensions, questionnaire), _needs_asked(competences)
            asked = _asked(_LONG_FIRST) | scores | needs | _asked(_SHORT_LAST)
            found, events = answers_of(readers, asked), readers[0](sql.EVENTS)
        territory = Moment(found, events, competences, offices).territory()
        return territory, scores_from(found, dimensions, territory.rounds, questionnaire)

    def scores(self, territory: Territory, questionnaire: str) -> Scores:
        """What the rounds of a territory scored in another questionnaire."""
        with self._database.reading_at_once() as readers:
            frames = frames_of(readers[0], "dimensions")
            found = answers_of(readers, _scores_asked(frames, questionnaire))
        return scores_from(found, frames, territory.rounds, questionnaire)


def _asked(questions: Mapping[str, sql.Question]) -> _Asked:
    return {name: partial(ask, asked=question) for name, question in questions.items()}


def _scores_asked(frames: Frames, questionnaire: str) -> _Asked:
    return {
        scores_of(frame): partial(
            ask,
            asked=sql.SCORES,
            columns=len(names),
            questionnaire=questionnaire,
            frame=frame,
            width=DIGITS * len(names),
        )
        for frame, names in frames.items()
    }


def _needs_asked(frames: Frames) -> _Asked:
    return {
        needs_of(frame): partial(ask, asked=sql.NEEDS, columns=len(names), frame=frame, width=len(names))
        for frame, names in frames.items()
    }
