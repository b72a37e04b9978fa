"""A result that came in, or did not, as a row of the report: what became of it, and what can be done."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.incoming import CAME_IN, Outcome
from desktop.workspace.incoming.words import facts, headline, reason, warnings

_LONG_WORD = re.compile(r"\S{24}(?=\S)")
WAYS = ("keep-mine", "take-theirs", "keep-both")


class OutcomeRow(QWidget):
    """One outcome.

    Signals: `opened` carries the id of the round to open; `way_chosen` one of `WAYS`.
    """

    opened = Signal(int)
    way_chosen = Signal(str)

    def __init__(self, outcome: Outcome, place: int, look: Look) -> None:
        super().__init__()
        self.setObjectName(f"outcome-{place}")
        self._outcome = outcome
        self._place = place
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(18)
        row.addLayout(self._words(), 1)
        if outcome.case_id is not None and outcome.kind in CAME_IN | {"here"}:
            row.addWidget(self._open(outcome.case_id), 0, Qt.AlignmentFlag.AlignTop)

    def _words(self) -> QVBoxLayout:
        outcome, say = self._outcome, self._look.wording
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label(breakable(headline(outcome, say)), "strong"))
        why = reason(outcome, say)
        careful = tuple(warnings(outcome, say))
        quiet = (*((outcome.file,) if outcome.stage else ()), *facts(outcome, say))
        for text in (why, *careful):
            if text:
                column.addWidget(label(breakable(text), "small", "warn" if text in careful else "plain"))
        if quiet:
            column.addWidget(label(breakable("\n".join(quiet)), "small", "muted"))
        if outcome.offer is not None:
            column.addSpacing(4)
            column.addLayout(self._ways())
        return column

    def _ways(self) -> QHBoxLayout:
        say, row = self._look.wording, QHBoxLayout()
        row.setSpacing(10)
        texts = (say("Keep mine"), say("Take theirs"), say("Keep both as two companies"))
        for way, text in zip(WAYS, texts, strict=True):
            button = Button(text, f"{way}-{self._place}")
            button.setProperty("way", way)
            button.setAccessibleName(f"{text}: {self._outcome.name}")
            button.clicked.connect(self._on_way_clicked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _open(self, case_id: int) -> Button:
        say = self._look.wording
        button = Button(say("Open the company"), f"open-{case_id}", "quiet")
        button.setAccessibleName(say("Open {name}", name=self._outcome.name))
        button.clicked.connect(self._on_open_clicked)
        return button

    def _on_open_clicked(self) -> None:
        if self._outcome.case_id is not None:
            self.opened.emit(self._outcome.case_id)

    def _on_way_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.way_chosen.emit(button.property("way"))


def breakable(text: str) -> str:
    """A text whose longest words may be broken, so that a row is never wider than the page."""
    return _LONG_WORD.sub(_with_break, text)


def _with_break(match: re.Match[str]) -> str:
    return f"{match[0]}\u200b"


def together(outcomes: Iterable[Outcome]) -> dict[str, list[int]]:
    """The places of the outcomes by the group they are shown in, those that need somebody first."""
    groups: dict[str, list[int]] = {name: [] for name in ("choose", "failed", "in", "kept", "here")}
    for place, outcome in enumerate(outcomes):
        groups[_group(outcome)].append(place)
    return {name: places for name, places in groups.items() if places}


def _group(outcome: Outcome) -> str:
    if outcome.kind in CAME_IN:
        return "in"
    names = {"conflict": "choose", "waiting": "failed", "refused": "failed", "kept": "kept", "here": "here"}
    return names[outcome.kind]
