"""Reading the workspace in plain SQL: the first page must not wait for SQLAlchemy to be imported."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec import convert

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.content.files.decoding import from_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import OutOfReachError, StorageError
from desktop.storage.company_columns import company_from_columns
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.preference import OF_THE_HUB, preference, preferences
from desktop.storage.purposes import is_about_company, question_of
from desktop.storage.rows import Row, Rows
from desktop.storage.stored import (
    FormerRound,
    KeptPlan,
    PinnedQuestionnaire,
    RoundSummary,
    StoredRespondent,
    StoredRound,
)
from desktop.text import quoted, say

NO_ROUND = say("This company is no longer in the workspace; choose another one from the list.")
_NOT_WHOLE = say(
    "What is stored of {name} cannot be read: {reason}. The other companies are not touched: put a safety "
    "copy in place of the database, or delete this company."
)
_SUMMARIES = """
SELECT round.id, round.company_id, company.name, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id
WHERE company.archived_at IS NULL
ORDER BY round.visited_at DESC, round.id DESC
"""
_LAST = """
SELECT round.id, round.company_id, company.name, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id
WHERE company.id = (
    SELECT company.id FROM round JOIN company ON company.id = round.company_id
    WHERE company.archived_at IS NULL ORDER BY round.visited_at DESC, round.id DESC LIMIT 1
)
ORDER BY CAST(substr(round.stage, 2) AS INTEGER) DESC, round.id DESC LIMIT 1
"""
_SEVERAL = """
SELECT CASE WHEN (SELECT count(*) FROM (SELECT id FROM company LIMIT 2) AS two) > 1 THEN TRUE
    ELSE EXISTS (SELECT 1 FROM company WHERE archived_at IS NOT NULL) END AS several
"""  # with OR, SQLite would look through all companies for one that was put away
_ROUND = "SELECT id, company_id, stage, constraints, place FROM round WHERE id = :id"
_COMPANY = "SELECT * FROM company WHERE id = (SELECT company_id FROM round WHERE round.id = :id)"
_ASSESSMENTS = """
SELECT questionnaire_id, version, hash FROM assessment WHERE round_id = :id ORDER BY position
"""
_FORMER = """
SELECT company.name, move.questionnaires, move.answers
FROM move JOIN round ON round.id = move.round_id JOIN company ON company.id = round.company_id
WHERE move.round_id = :id
"""
_ANSWERS = """
SELECT question.key, answer.value
FROM answer JOIN question ON question.id = answer.question_id
WHERE answer.round_id = :id
"""


_RESPONDENTS = """
SELECT respondent.id, company.name, respondent.label, respondent.role, respondent.created_at
FROM respondent JOIN round ON round.id = respondent.round_id JOIN company ON company.id = round.company_id
WHERE respondent.round_id = :id ORDER BY respondent.id
"""
_KEPT_PLANS = """
SELECT kept_plan.id, company.name AS company, kept_plan.name, kept_plan.constraints
FROM kept_plan JOIN round ON round.id = kept_plan.round_id JOIN company ON company.id = round.company_id
WHERE kept_plan.round_id = :id ORDER BY kept_plan.id
"""
_THEIR_ANSWERS = """
SELECT respondent_answer.respondent_id, question.key, respondent_answer.value
FROM respondent_answer
JOIN respondent ON respondent.id = respondent_answer.respondent_id
JOIN question ON question.id = respondent_answer.question_id
WHERE respondent.round_id = :id
"""


class Reader:
    """Companies, rounds and answers as they have been committed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def summaries(self) -> tuple[RoundSummary, ...]:
        """All rounds but those of companies put away, the one visited last first."""
        with self._database.reading() as rows:
            return tuple(_summary(row) for row in rows(_SUMMARIES))

    def last(self) -> RoundSummary | None:
        """The latest round of the company visited last; None where there is none."""
        with self._database.reading() as rows:
            return next((_summary(row) for row in rows(_LAST)), None)

    def count(self) -> int:
        """How many companies there are, those put away too."""
        with self._database.reading() as rows:
            return sum(row["count"] for row in rows("SELECT count(*) AS count FROM company"))

    def preference(self, name: str) -> Any:
        """A preference as plain JSON value; None where there is none that can be read."""
        database = self._database if name in OF_THE_HUB else self._database.own
        with database.reading() as rows:
            return preference(rows, name)

    def preferences(self, names: Iterable[str]) -> dict[str, Any]:
        """Those of some preferences that are kept, as plain JSON values by name; None where unreadable."""
        asked = list(names)
        shared = [name for name in asked if name in OF_THE_HUB]
        with self._database.own.reading() as rows:
            found = preferences(rows, asked)
        if shared and self._database.own is not self._database:
            with self._database.reading() as rows:
                found = {name: value for name, value in found.items() if name not in shared}
                found |= preferences(rows, shared)
        return found

    def has_any(self) -> bool:
        """Whether there is any company, put away or not."""
        with self._database.reading() as rows:
            return bool(rows("SELECT id FROM company LIMIT 1"))

    def has_several(self) -> bool:
        """Whether there are several companies, or some were put away."""
        with self._database.reading() as rows:
            return any(row["several"] for row in rows(_SEVERAL))

    def load(self, round_id: int) -> StoredRound:
        """A round with everything in it; StorageError where it is not there any more."""
        with self._database.reading() as rows:
            return _round(rows, round_id)

    def former(self, round_id: int) -> FormerRound | None:
        """What a round was before it was moved; None where no move waits to be confirmed."""
        with self._database.reading() as rows:
            kept = next(iter(rows(_FORMER, id=round_id)), None)
        if kept is None:
            return None
        with read_whole(kept["name"]):
            return former_from(kept["questionnaires"], kept["answers"])

    def respondents(self, round_id: int) -> tuple[StoredRespondent, ...]:
        """Who answers in a round, in the order in which they were added."""
        with self._database.reading() as rows:
            found, answers = rows(_RESPONDENTS, id=round_id), rows(_THEIR_ANSWERS, id=round_id)
        given: dict[int, list[Row]] = {row["id"]: [] for row in found}
        for answer in answers:
            given[answer["respondent_id"]].append(answer)
        return tuple(_respondent(row, given[row["id"]]) for row in found)

    def kept_plans(self, round_id: int) -> tuple[KeptPlan, ...]:
        """The plans kept in a round, the oldest first."""
        with self._database.reading() as rows:
            return tuple(_kept_plan(row) for row in rows(_KEPT_PLANS, id=round_id))


def former_from(questionnaires: str, answers: str) -> FormerRound:
    """A former round from its two columns; ValueError where they are not whole."""
    pinned = from_json(questionnaires, tuple[PinnedQuestionnaire, ...])
    return FormerRound(pinned, from_json(answers, dict[QuestionKey, Any]))


def _summary(row: Row) -> RoundSummary:
    with read_whole(row["name"]):
        changed_at = moment(row["changed_at"])
        return RoundSummary(row["id"], row["company_id"], str(row["name"]), row["stage"], changed_at)


def _kept_plan(row: Row) -> KeptPlan:
    with read_whole(row["company"]):
        return KeptPlan(row["id"], str(row["name"]), from_json(row["constraints"], Constraints))


def _respondent(row: Row, told: Sequence[Row]) -> StoredRespondent:
    with read_whole(row["name"]):
        return StoredRespondent(
            id=row["id"],
            label=str(row["label"]),
            role=convert(row["role"], Role),
            created_at=moment(row["created_at"]),
            answers=_told(each for each in told if not is_about_company(each["key"])),
            about_company=_told(each for each in told if is_about_company(each["key"])),
        )


def _told(answers: Iterable[Row]) -> dict[QuestionKey, Any]:
    return {question_of(each["key"]): json.loads(each["value"]) for each in answers}


def _round(rows: Rows, round_id: int) -> StoredRound:
    rounds, companies, pinned, answers = rows.together(_ROUND, _COMPANY, _ASSESSMENTS, _ANSWERS, id=round_id)
    if not rounds or not companies:
        raise OutOfReachError(NO_ROUND)
    [kept], [company] = rounds, companies
    with read_whole(company["name"]):
        return StoredRound(
            id=kept["id"],
            company_id=kept["company_id"],
            company=company_from_columns(company),
            stage=kept["stage"],
            questionnaires=tuple(
                PinnedQuestionnaire(row["questionnaire_id"], row["version"], row["hash"]) for row in pinned
            ),
            constraints=from_json(kept["constraints"], Constraints),
            place=from_json(kept["place"], dict[str, Any]),
            answers={QuestionKey(row["key"]): json.loads(row["value"]) for row in answers},
            uuid=company["uuid"],
        )


@contextmanager
def read_whole(name: object) -> Iterator[None]:
    """StorageError, naming the company, where what is stored of it cannot be read."""
    try:
        yield
    except (TypeError, ValueError) as error:  # broken JSON, values of the wrong shape, or no text at all
        raise StorageError(_NOT_WHOLE, name=name, reason=quoted(error)) from error
