"""Every change of a round in the order in which it was made: what stood there, what came, by whose hand."""

from typing import Any

from reportlab.platypus import Flowable

from desktop.holding import HeldChange, HeldRound
from desktop.report.advising_words import engagement_change
from desktop.report.holding.asked_words import AskedWords
from desktop.report.holding.held_words import (
    confidence_in_words,
    fields_in_words,
    moment_in_words,
    state_in_words,
)
from desktop.report.holding.tables import table
from desktop.report.holding.told import ToldHolding
from desktop.report.step_words import step_in_words
from desktop.text import Wording


class HistoryPart:
    """Tells the history of one round."""

    def __init__(self, told: ToldHolding, held: HeldRound, wording: Wording) -> None:
        self._told, self._held, self._wording = told, held, wording
        self._asked = AskedWords(told.questionnaires.get(held.id, ()), wording)
        self._files = {str(each.id): each.file_name for each in held.files}
        self._fields = fields_in_words(wording)

    def flowables(self) -> list[Flowable]:
        """A row for each change; nothing where there was none."""
        say = self._wording
        rows = [
            (moment_in_words(each.at, say), self._what(each), self._became(each), self._hand(each))
            for each in self._held.changes
        ]
        title = say("Changes in assessment {stage}", stage=self._held.stage)
        labels = (say("When"), say("What"), say("Before → after"), say("By whom"))
        return table(title, f"history-{self._held.id}", labels, rows, (0.19, 0.31, 0.32, 0.18))

    def _what(self, change: HeldChange) -> str:
        say, key = self._wording, change.question
        told = {
            "answer": self._asked.question(key),
            "remark": say("Beside: {question}", question=self._asked.question(key)),
            "step": say("Step: {title}", title=step_in_words(key, self._told.library.catalogue, say)),
            "evidence": say("File: {name}", name=self._files.get(key, key)),
            "profile": say("The company"),
            "engagement": say("Who looks after it at the hub"),
            "questionnaires": say("Questionnaires"),
            "constraints": say("Limits of the plan"),
            "move": say("Newer versions of questionnaires"),
            "import": say("A result was imported"),
        }.get(change.what, change.what)
        turned = {"undo": say("undone"), "redo": say("redone")}.get(change.act)
        return f"{told} ({turned})" if turned else told

    def _became(self, change: HeldChange) -> str:
        if change.what in ("constraints", "questionnaires", "move", "import"):
            return ""
        if change.what == "profile":
            return self._profile(change)
        if change.what == "engagement":
            return engagement_change(change.before, change.after, self._told.library, self._wording)
        return f"{self._value(change, change.before)} → {self._value(change, change.after)}"

    def _profile(self, change: HeldChange) -> str:
        before, after = change.before or {}, change.after or {}
        changed = [name for name in after if before.get(name) != after.get(name)]
        return "; ".join(
            f"{self._fields.get(name, name)}: {_plain(before.get(name))} → {_plain(after.get(name))}"
            for name in changed
        )

    def _value(self, change: HeldChange, cell: Any) -> str:
        say = self._wording
        if cell is None:
            return say("nothing")
        if change.what == "answer":
            return self._asked.answer(change.question, cell["plain"])
        if change.what == "step":
            return ", ".join(filter(None, (state_in_words(cell["state"], say), cell["note"])))
        if change.what == "remark":
            marked = say("to come back to") if cell["is_marked"] else ""
            parts = (cell["note"], confidence_in_words(cell["confidence"], say), marked)
            return ", ".join(filter(None, parts))
        return say("present")

    def _hand(self, change: HeldChange) -> str:
        say, names = self._wording, list[str]()
        if change.by:
            names.append(change.by)
        if change.told_by:
            names.append(say("told by {name}", name=change.told_by))
        return ", ".join(names) or "–"


def _plain(value: Any) -> str:
    return "–" if value in (None, "") else str(value)
