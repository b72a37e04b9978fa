"""The rounds of one company, and who told the answers of one, read in plain SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage.database import Database
from desktop.storage.rows import Question, Row
from desktop.storage.turns import turn_of

_ROUNDS = Question(
    """
SELECT round.id, round.stage, round.started_at, max(answer.answered_at) AS answered_at,
  count(answer.question_id) + (
    SELECT count(*) FROM respondent_answer
    JOIN respondent ON respondent.id = respondent_answer.respondent_id
    WHERE respondent.round_id = round.id
  ) AS answers
FROM round LEFT JOIN answer ON answer.round_id = round.id
WHERE round.company_id = (SELECT company_id FROM round WHERE id = :id)
GROUP BY round.id
""",
    of="round answer respondent respondent_answer",
)
_TOLD_BY = Question(
    """
SELECT question.key, answer.told_by
FROM answer JOIN question ON question.id = answer.question_id
WHERE answer.round_id = :id AND answer.told_by <> ''
""",
    of="answer question",
)


@dataclass(frozen=True, slots=True)
class CompanyRound:
    """A round of a company: the last day on which somebody answered, else the day it began, and how much."""

    id: int
    stage: str
    day: date
    answers: int


class CompanyRounds:
    """The rounds of a database's companies."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def beside(self, round_id: int) -> tuple[CompanyRound, ...]:
        """All rounds of the company of a round, the first one first; none where it is gone."""
        [found] = self._database.ask(_ROUNDS, id=round_id)
        return tuple(sorted(map(_round, found), key=lambda each: turn_of(each.stage)))

    def told_by(self, round_id: int) -> Mapping[QuestionKey, str]:
        """Who of the company told each answer; those of which nobody knows are left out."""
        [found] = self._database.ask(_TOLD_BY, id=round_id)
        return {QuestionKey(row["key"]): str(row["told_by"]) for row in found}

    def expect(self, round_id: int) -> None:
        """Say that a window will show a round."""
        self._database.expect(_ROUNDS, id=round_id)


def _round(row: Row) -> CompanyRound:
    day = date.fromisoformat((row["answered_at"] or row["started_at"])[:10])
    return CompanyRound(row["id"], str(row["stage"]), day, row["answers"])
