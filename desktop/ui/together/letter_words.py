"""What waits to be sent, in words, also where its company can no longer be read."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from desktop.content.company import Company
from desktop.content.files.decoding import to_json
from desktop.report.limit_words import changed_limit
from desktop.storage import Change, Remark
from desktop.storage.company_columns import company_to_columns
from desktop.storage.outbox import Letter
from desktop.text import Wording
from desktop.ui.desk.letters import LetterDocument, read_letter
from desktop.ui.history.words import ChangeWords
from desktop.workspace import Workspace

_NOTHING = Remark()


class LetterWords:
    """Words for letters that cannot be delivered."""

    def __init__(self, workspace: Workspace, wording: Wording) -> None:
        self._workspace = workspace
        self._wording = wording
        self._words = ChangeWords(workspace, None, wording)

    def told(self, letter: Letter) -> str:
        """What somebody entered, with whose hand it was by where that is known; a line for each thing."""
        document = read_letter(letter)
        by = document.hand.by
        lines = tuple(self._lines(document)) or (self._wording("A change without words"),)
        signed = (self._wording("{line} ({name})", line=line, name=by) if by else line for line in lines)
        return "\n".join(f"• {line}" for line in signed)

    def _lines(self, document: LetterDocument) -> Iterator[str]:
        say = self._wording
        match document:
            case LetterDocument(kind="answer"):
                yield self._answer(document)
            case LetterDocument(kind="remark", remark=Remark() as remark):
                yield from self._remark(document.question, document.seen_remark or _NOTHING, remark)
            case LetterDocument(kind="company" | "beginning") if document.company is not None:
                before = _columns(document.seen_company)
                yield self._line("profile", "", before, _columns(document.company))
            case LetterDocument(kind="limits") if document.limits is not None:
                yield from self._limits(document)
            case LetterDocument(kind="step") if (change := document.change) is not None:
                was = "open" if document.seen_change is None else document.seen_change.state
                yield self._line("step", change.key, {"state": was}, {"state": change.state})
                if change.note:
                    yield say("Note: “{note}”", note=change.note)
            case LetterDocument(kind="person"):
                yield say("Who answers: {name}", name=document.label)

    def _answer(self, document: LetterDocument) -> str:
        if document.person is not None and document.asks == "personal":
            text = self._words.question_text(document.question)
            secret = self._wording("an answer given in confidence, which is not shown")
            return f"{text}\n  {secret}"
        before, after = (
            None if plain is None else {"plain": plain} for plain in (document.seen_answer, document.answer)
        )
        return self._line("answer", document.question, before, after)

    def _remark(self, key: str, before: Remark, after: Remark) -> Iterator[str]:
        """Each part of it that differs by itself."""
        for field in ("note", "confidence", "is_marked"):
            if (value := getattr(after, field)) != getattr(before, field):
                was = msgspec.to_builtins(before)
                yield self._line("remark", key, was, {**was, field: value})

    def _limits(self, document: LetterDocument) -> Iterator[str]:
        before, after = (json.loads(to_json(each)) for each in (document.seen_limits, document.limits))
        library = self._workspace.library
        for field, value in after.items():
            if value != (before or {}).get(field):
                told = changed_limit(field, value, library, self._wording)
                yield self._wording("Limits of the plan: {value}", value=told)

    def _line(self, what: str, key: str, before: Any, after: Any) -> str:
        change = Change(0, datetime.now(UTC), what, key, before, after, "", "", "do", None)
        told = self._words.told(change)
        return f"{told.about}\n  {told.detail}" if told.detail else told.about


def _columns(company: Company | None) -> dict[str, Any]:
    return {} if company is None else company_to_columns(company)
