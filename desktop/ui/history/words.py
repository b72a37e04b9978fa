"""Changes of a case in the words of its questionnaires: what was changed, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.answers import answer_from_plain
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, QuestionText
from desktop.errors import SestanteError
from desktop.report.advising_words import engagement_change
from desktop.report.said_answers import answer_in_words
from desktop.report.step_words import step_in_words
from desktop.storage import Change, Evidence
from desktop.storage.purposes import is_about_company, question_of
from desktop.text import Wording
from desktop.ui.history.profile_words import profile_differences
from desktop.ui.questions.beside.confidence_words import confidence_words
from desktop.workspace import Case, Workspace


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: what it is about, and what became of it (empty where nothing more is to be said)."""

    about: str
    detail: str = ""


class ChangeWords:
    """Words for the changes of one case, in the versions of its questionnaires.

    Without a case they are those of today's questionnaires.
    """

    def __init__(self, workspace: Workspace, case: Case | None, wording: Wording) -> None:
        self._workspace = workspace
        self._case = case
        self._wording = wording

    def told(self, change: Change) -> Told:
        """What a change is about, from what to what."""
        match change.what:
            case "answer":
                return self._answer(change)
            case "remark":
                return self._remark(change)
            case "evidence":
                return self._evidence_told(change)
            case "profile":
                return Told(self._wording("Details of the company"), self._profile(change))
            case "step":
                return Told(self._step_about(change.key), self._step(change))
            case _:
                return self._other(change)

    def _other(self, change: Change) -> Told:
        if change.what == "laptop":
            about = self._wording("Changed on a laptop and here")
            if change.key == "respondent_answer":
                return Told(about, self._apart(change))
            return Told(about, self._from_to(*map(_row_words, (change.before, change.after))))
        if change.what == "import" and isinstance(change.after, dict):
            return Told(self._wording("Brought back from a laptop"))
        is_hub = change.what == "engagement"
        return Told(self._plain_about(change.what), self._engagement(change) if is_hub else "")

    def _apart(self, change: Change) -> str:
        """An answer somebody gave apart: in secret, it is kept and not shown."""
        cells = [cell if isinstance(cell, dict) else {} for cell in (change.before, change.after)]
        stored = next((str(cell["question"]) for cell in cells if "question" in cell), "")
        key = question_of(stored)
        if is_about_company(stored):
            return self._from_to(*(self._said(key, cell or None) for cell in cells))
        name = next((str(cell["told_by"]) for cell in cells if cell.get("told_by")), "")
        return self._wording("“{question}”: {name}'s own answer", question=self.question_text(key), name=name)

    def about(self, change: Change) -> str:
        """What a change is about, as part of a line."""
        if change.what == "answer":
            return self._wording("answer to “{question}”", question=self.question_text(change.key))
        told = self.told(change)
        return f"{told.about[:1].lower()}{told.about[1:]}"

    def question_of(self, change: Change) -> QuestionKey | None:
        """The question a change belongs to, if any."""
        if change.what in ("answer", "remark"):
            return QuestionKey(change.key)
        if change.what == "evidence" and (found := self._evidence.get(_number(change.key))) is not None:
            kind, _, key = found.subject.partition(":")
            return QuestionKey(key) if kind == "question" else None
        return None

    def question_text(self, key: str) -> str:
        """What a question asks; its key where the content knows it no longer."""
        found = self._questions.get(QuestionKey(key))
        return key if found is None else found[1].text

    @cached_property
    def _questions(self) -> Mapping[QuestionKey, tuple[Question, QuestionText]]:
        language = self._wording.language
        asked = (
            *self._workspace.library.questionnaires.values(),
            *(() if self._case is None else self._workspace.questionnaires(self._case)),
        )
        return {
            question.key: (question, each.text(language).questions[question.id])
            for each in asked
            for question in each.questions.values()
        }

    @cached_property
    def _evidence(self) -> Mapping[int, Evidence]:
        return {} if self._case is None else self._workspace.visits.all_evidence(self._case)

    def _answer(self, change: Change) -> Told:
        before, after = (self._said(change.key, cell) for cell in (change.before, change.after))
        return Told(self.question_text(change.key), self._from_to(before, after))

    def _said(self, key: str, cell: Any) -> str:
        """An answer in the words of its questionnaire, in one line; empty where there is none."""
        if not isinstance(cell, dict):
            return ""
        plain, found = cell.get("plain"), self._questions.get(QuestionKey(key))
        if found is None:
            return str(plain)
        try:
            answer = answer_from_plain(found[0], plain)
            return answer_in_words(*found, answer, self._wording).replace("\n", " · ")
        except (SestanteError, KeyError):  # an answer of another version
            return str(plain)

    def _from_to(self, before: str, after: str) -> str:
        say = self._wording
        if before and after:
            return say("from “{before}” to “{after}”", before=before, after=after)
        if after:
            return say("“{after}”", after=after)
        return say("taken back; it was “{before}”", before=before)

    def _remark(self, change: Change) -> Told:
        say, text = self._wording, self.question_text(change.key)
        before, after = _cell(change.before), _cell(change.after)
        if before["note"] != after["note"]:
            detail = self._from_to(before["note"], after["note"])
            return Told(say("Note beside “{question}”", question=text), detail)
        if before["confidence"] != after["confidence"]:
            sure: Mapping[Any, str] = confidence_words(say)
            names = (sure.get(cell["confidence"], "") for cell in (before, after))
            return Told(say("How sure the answer to “{question}” is", question=text), self._from_to(*names))
        words = say("marked for later") if after["is_marked"] else say("no longer marked for later")
        return Told(say("Mark on “{question}”", question=text), words)

    def _evidence_told(self, change: Change) -> Told:
        found = self._evidence.get(_number(change.key))
        name = found.file_name if found is not None else change.key
        words = self._wording("added") if change.after else self._wording("removed")
        return Told(self._wording("File “{file}”", file=name), words)

    def _profile(self, change: Change) -> str:
        network = self._workspace.library.network
        fields = profile_differences(change.before or {}, change.after or {}, network, self._wording)
        return "; ".join(f"{name}: {self._from_to(before, after)}" for name, before, after in fields)

    def _engagement(self, change: Change) -> str:
        library = self._workspace.library
        return engagement_change(change.before, change.after, library, self._wording)

    def _step_about(self, key: str) -> str:
        title = step_in_words(key, self._workspace.library.catalogue, self._wording)
        return self._wording("Step “{step}”", step=title)

    def _step(self, change: Change) -> str:
        states = {
            "open": self._wording("not begun"),
            "under-way": self._wording("under way"),
            "done": self._wording("done"),
            "dropped": self._wording("left out"),
        }
        cells = [cell if isinstance(cell, dict) else {} for cell in (change.before, change.after)]
        before, after = (states.get(cell.get("state", "open"), "") for cell in cells)
        return self._from_to(before, after) if before != after else self._wording("its note")

    def _plain_about(self, what: str) -> str:
        say = self._wording
        return {
            "questionnaires": say("Choice of questionnaires"),
            "constraints": say("Limits of the plan"),
            "move": say("Move to other versions of the questions"),
            "import": say("A result was imported"),
            "engagement": say("Who looks after it at the hub"),
        }.get(what, what)


def _cell(remark: Any) -> Mapping[str, Any]:
    empty = {"note": "", "confidence": "", "is_marked": False}
    return empty | (remark if isinstance(remark, dict) else {})


def _row_words(row: Any) -> str:
    """What a row without words of its own says."""
    values = row.values() if isinstance(row, dict) else ()
    return " · ".join(str(each) for each in values if isinstance(each, str | int) and str(each))


def _number(key: str) -> int:
    return int(key) if key.isdecimal() else 0
