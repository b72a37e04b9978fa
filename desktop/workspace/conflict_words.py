"""What two people wrote in one place, in words: what it is about, and each of the values."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from desktop.answers import answer_from_plain
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.errors import SestanteError
from desktop.report.advising_words import AdviceWords
from desktop.report.limit_words import limit_in_words
from desktop.report.profile_names import profile_names
from desktop.report.profile_values import profile_value
from desktop.report.said_answers import answer_in_words
from desktop.report.service_words import states_in_words
from desktop.report.step_words import state_in_words, step_in_words
from desktop.storage.parcels.three_way import Conflict
from desktop.storage.purposes import is_about_company, question_of
from desktop.text import Wording

_LONGEST = 300  # letters
_DAYS = ("archived_at", "keep_until")
_OF_PEOPLE = ("respondent", "respondent_answer")
_NAMED = 3  # the parts of a key that name a person: stage, moment, label


class ConflictWords:
    """Words in one language; what the content no longer knows is told by its id."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self._library = library
        self._wording = wording

    def about(self, conflict: Conflict) -> str:
        """What was changed on both sides."""
        say, key = self._wording, conflict.key
        if conflict.field:
            return self._fields.get(conflict.field, conflict.field)
        match conflict.part:
            case "answer":
                return self._question(key[1])
            case "remark":
                return say("Note beside “{question}”", question=self._question(key[1]))
            case "step":
                return say("Step “{step}”", step=self._step_named(key[1]))
            case "limits":
                return say("Limits of the plan: {limit}", limit=self._limit(key))
            case part:
                return self._person(key) if part in _OF_PEOPLE else self._tables[part]

    def _person(self, key: tuple[str, ...]) -> str:
        """Somebody by the name that both sides knew, and the question, if it is about an answer."""
        say = self._wording
        if len(key) <= _NAMED:
            return say("Details of {person}", person=key[2])
        question = self._question(question_of(key[-1]))
        return say("Answer of {person} to “{question}”", person=key[2], question=question)

    def value(self, conflict: Conflict, value: Any) -> str:
        """One of the values, as the user would say it; a dash where there is none."""
        if value is None or value == "":
            return "–"
        if conflict.field:
            return self._field(conflict, value)
        tell: Tell = _TOLD.get(conflict.part, _plain_row)
        told = tell(self, conflict, value)
        return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"

    def _field(self, conflict: Conflict, value: Any) -> str:
        if conflict.part == "engagement":
            words = AdviceWords(self._library, self._wording)
            return words.office(value) if conflict.field == "office" else words.person(value)
        if conflict.field in _DAYS:
            return self._day(value)
        return profile_value(conflict.field, value, self._library.network, self._wording) or "–"

    def _answer(self, conflict: Conflict, row: Mapping[str, Any]) -> str:
        return self._said(conflict.key[1], row)

    def _said(self, key: str, row: Mapping[str, Any]) -> str:
        plain, found = json.loads(row["value"]), self._questions.get(key)
        if found is None:
            return str(plain)
        try:
            answer = answer_from_plain(found[0], plain)
            return answer_in_words(*found, answer, self._wording).replace("\n", " · ")
        except (SestanteError, KeyError):  # an answer of another version
            return str(plain)

    def _remark(self, _conflict: Conflict, row: Mapping[str, Any]) -> str:
        say = self._wording
        mark = say("marked for later") if row["is_marked"] else ""
        return " · ".join(filter(None, (row["note"], mark))) or "–"

    def _step(self, _conflict: Conflict, row: Mapping[str, Any]) -> str:
        return " · ".join(filter(None, (state_in_words(row["state"], self._wording), row["note"])))

    def _apart(self, conflict: Conflict, row: Mapping[str, Any]) -> str:
        """What somebody answered in secret is nobody else's."""
        if not is_about_company(conflict.key[-1]):
            return self._wording("an answer of their own")
        return self._said(question_of(conflict.key[-1]), row)

    def _people(self, _conflict: Conflict, row: Mapping[str, Any]) -> str:
        roles = self._library.catalogue.competence_text(self._wording.language).roles
        return f"{row['label']} · {roles.get(row['role'], row['role'])}"

    def _reminder(self, _conflict: Conflict, row: Mapping[str, Any]) -> str:
        done = self._wording("done") if row["done_at"] else ""
        return " · ".join(filter(None, (row["text"], self._day(row["due_on"]), done)))

    def _service(self, _conflict: Conflict, row: Mapping[str, Any]) -> str:
        state = states_in_words(self._wording).get(row["state"], row["state"])
        return " · ".join(filter(None, (row["title"], self._day(row["started_on"]), state, row["note"])))

    def _limit_value(self, conflict: Conflict, row: Mapping[str, Any]) -> str:
        return limit_in_words(conflict.key[1], row["value"], self._library, self._wording)

    def _day(self, written: Any) -> str:
        """A day or moment as people say it; as it is written where it is none."""
        try:
            return self._wording.date(date.fromisoformat(str(written or "")[:10]))
        except ValueError:
            return str(written or "")

    def _limit(self, key: tuple[str, ...]) -> str:
        if key[1] == "decisions":
            return self._step_named(f"course:{key[2]}:{key[3]}")
        return self._limits.get(key[1], key[1])

    def _step_named(self, key: str) -> str:
        return step_in_words(key, self._library.catalogue, self._wording)

    def _question(self, key: str) -> str:
        found = self._questions.get(key)
        return key if found is None else found[1].text

    @cached_property
    def _questions(self) -> Mapping[str, tuple[Question, QuestionText]]:
        language = self._wording.language
        return {
            question.key: (question, each.text(language).questions[question.id])
            for each in self._library.questionnaires.values()
            for question in each.questions.values()
        }

    @property
    def _fields(self) -> Mapping[str, str]:
        say = self._wording
        return profile_names(say) | {
            "consultant": say("Consultant"),
            "archived_at": say("Archived"),
            "keep_until": say("Kept until"),
            "office": say("Office"),
            "officer": say("Officer"),
            "expert": say("Expert"),
        }

    @property
    def _limits(self) -> Mapping[str, str]:
        say = self._wording
        return {
            "hours_per_week": say("hours per week"),
            "weeks": say("number of weeks"),
            "start": say("beginning"),
            "budget_eur": say("budget"),
            "languages": say("languages"),
            "holidays": say("holidays"),
            "formats": say("kinds of courses"),
            "favoured_areas": say("areas that matter most"),
            "people": say("people"),
            "pace": say("pace"),
        }

    @property
    def _tables(self) -> Mapping[str, str]:
        say = self._wording
        return {
            "assessment": say("Version of a questionnaire"),
            "move": say("Move to other versions of the questions"),
            "kept_plan": say("A kept plan"),
            "consent": say("Agreement of the company"),
            "evidence": say("A file or photo"),
            "expert_remark": say("Remark of an expert"),
            "reminder": say("A reminder"),
            "service": say("A service"),
            "service_file": say("A file or photo"),
            "project_member": say("Part in a project"),
        }


Tell: TypeAlias = Callable[[ConflictWords, Conflict, Any], str]


def _plain_row(_words: ConflictWords, _conflict: Conflict, row: Mapping[str, Any]) -> str:
    """What a row of few columns says."""
    return " · ".join(str(each) for each in row.values() if isinstance(each, str) and each)


_TOLD: Mapping[str, Tell] = {
    "answer": ConflictWords._answer,
    "remark": ConflictWords._remark,
    "step": ConflictWords._step,
    "respondent": ConflictWords._people,
    "respondent_answer": ConflictWords._apart,
    "reminder": ConflictWords._reminder,
    "service": ConflictWords._service,
    "limits": ConflictWords._limit_value,
}
