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
from desktop.storage.preference import OF_THE_HUB, PREFERENCES, by_name
from desktop.storage.purposes import is_about_company, question_of
from desktop.storage.rows import Question, Row
from desktop.storage.stored import (
    FormerRound,
    KeptPlan,
    PinnedQuestionnaire,
    RoundSummary,
    StoredRespondent,
    StoredRound,
)
from desktop.storage.turns import TURN
from desktop.text import quoted, say

NO_ROUND = say("This company is no longer in the workspace; choose another one from the list.")
_NOT_WHOLE = say(
    "What is stored of {name} cannot be read: {reason}. The other companies are not touched: put a safety "
    "copy in place of the database, or delete this company."
)
_SUMMARIES = Question("""
SELECT round.id, round.company_id, company.name, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id
WHERE company.archived_at IS NULL
ORDER BY round.visited_at DESC, round.id DESC
""")
_LAST = Question(f"""
SELECT round.id, round.company_id, company.name, round.stage, round.changed_at
FROM round JOIN company ON company.id = round.company_id
WHERE company.id = (
    SELECT company.id FROM round JOIN company ON company.id = round.company_id
    WHERE company.archived_at IS NULL ORDER BY round.visited_at DESC, round.id DESC LIMIT 1
)
ORDER BY {TURN} DESC, round.id DESC LIMIT 1
""")  # noqa: S608 - our own words
_SEVERAL = Question(
    """
SELECT CASE WHEN (SELECT count(*) FROM (SELECT id FROM company LIMIT 2) AS two) > 1 THEN TRUE
    ELSE EXISTS (SELECT 1 FROM company WHERE archived_at IS NOT NULL) END AS several
""",
    of="company",
)  # with OR, SQLite would look through all companies for one that was put away
_ANY = Question("SELECT id FROM company LIMIT 1", of="company")
_ROUND = Question("SELECT id, company_id, stage, constraints, place FROM round WHERE id = :id")
_COMPANY = Question(
    "SELECT * FROM company WHERE id = (SELECT company_id FROM round WHERE round.id = :id)", of="company round"
)
_ASSESSMENTS = Question(
    "SELECT questionnaire_id, version, hash FROM assessment WHERE round_id = :id ORDER BY position",
    of="assessment",
)
_FORMER = Question(
    """
SELECT company.name, move.questionnaires, move.answers
FROM move JOIN round ON round.id = move.round_id JOIN company ON company.id = round.company_id
WHERE move.round_id = :id
""",
    of="move round company",
)
_ANSWERS = Question(
    """
SELECT question.key, answer.value
FROM answer JOIN question ON question.id = answer.question_id
WHERE answer.round_id = :id
""",
    of="answer question",
)
_RESPONDENTS = Question(
    """
SELECT respondent.id, company.name, respondent.label, respondent.role, respondent.created_at
FROM respondent JOIN round ON round.id = respondent.round_id JOIN company ON company.id = round.company_id
WHERE respondent.round_id = :id ORDER BY respondent.id
""",
    of="respondent round company",
)
_KEPT_PLANS = """
SELECT kept_plan.id, company.name AS company, kept_plan.name, kept_plan.constraints
FROM kept_plan JOIN round ON round.id = kept_plan.round_id JOIN company ON company.id = round.company_id
WHERE kept_plan.round_id = :id ORDER BY kept_plan.id
"""
_THEIR_ANSWERS = Question(
    """
SELECT respondent_answer.respondent_id, question.key, respondent_answer.value
FROM respondent_answer
JOIN respondent ON respondent.id = respondent_answer.respondent_id
JOIN question ON question.id = respondent_answer.question_id
WHERE respondent.round_id = :id
""",
    of="respondent_answer respondent question",
)


class Reader:
    """Companies, rounds and answers as they have been committed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def summaries(self) -> tuple[RoundSummary, ...]:
        """All rounds but those of companies put away, the one visited last first."""
        [found] = self._database.ask(_SUMMARIES)
        return tuple(map(_summary, found))

    def last(self) -> RoundSummary | None:
        """The latest round of the company visited last; None where there is none."""
        [found] = self._database.ask(_LAST)
        return next(map(_summary, found), None)

    def count(self) -> int:
        """How many companies there are, those put away too."""
        with self._database.reading() as rows:
            return sum(row["count"] for row in rows("SELECT count(*) AS count FROM company"))

    def preference(self, name: str) -> Any:
        """A preference as plain JSON value; None where there is none that can be read."""
        return self.preferences([name]).get(name)

    def preferences(self, names: Iterable[str]) -> dict[str, Any]:
        """Those of some preferences that are kept, as plain JSON values by name; None where unreadable."""
        asked = list(names)
        shared = [name for name in asked if name in OF_THE_HUB]
        found = self._kept(self._database.own, asked)
        if shared and self._database.own is not self._database:
            found = {name: value for name, value in found.items() if name not in shared}
            found |= self._kept(self._database, shared)
        return found

    @staticmethod
    def _kept(database: Database, names: Iterable[str]) -> dict[str, Any]:
        [found] = database.ask(PREFERENCES, names=json.dumps(list(names)))
        return by_name(found)

    def has_any(self) -> bool:
        """Whether there is any company, put away or not."""
        [found] = self._database.ask(_ANY)
        return bool(found)

    def has_several(self) -> bool:
        """Whether there are several companies, or some were put away."""
        [found] = self._database.ask(_SEVERAL)
        return any(row["several"] for row in found)

    def load(self, round_id: int) -> StoredRound:
        """A round with everything in it; StorageError where it is not there any more."""
        return _round(*self._database.ask(_ROUND, _COMPANY, _ASSESSMENTS, _ANSWERS, id=round_id))

    def expect(self, round_id: int) -> None:
        """Say that a window will show a round."""
        self._database.expect(_SEVERAL)
        self._database.expect(_FORMER, _RESPONDENTS, _THEIR_ANSWERS, id=round_id)

    def former(self, round_id: int) -> FormerRound | None:
        """What a round was before it was moved; None where no move waits to be confirmed."""
        [found] = self._database.ask(_FORMER, id=round_id)
        kept = next(iter(found), None)
        if kept is None:
            return None
        with read_whole(kept["name"]):
            return former_from(kept["questionnaires"], kept["answers"])

    def respondents(self, round_id: int) -> tuple[StoredRespondent, ...]:
        """Who answers in a round, in the order in which they were added."""
        found, answers = self._database.ask(_RESPONDENTS, _THEIR_ANSWERS, id=round_id)
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


def _round(
    rounds: Sequence[Row], companies: Sequence[Row], pinned: Sequence[Row], answers: Sequence[Row]
) -> StoredRound:
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
