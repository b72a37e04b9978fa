"""The card about the rounds of a company: compare them, begin the next one, take the last one back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk import Desk
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.rounds.begin_dialog import BeginDialog


class RoundsCard(QFrame):
    """Hidden where there is nothing to repeat, to compare or to take back; `side` is its margin in pixels.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look, side: int = 24) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._rounds = desk.protection.rounds(desk.open_case)
        self._repeat = Button("", "repeat-assessment")
        self._compare = Button(look.wording("Compare the assessments"), "compare-rounds")
        self._remove = Button("", "remove-round", "quiet")
        self._build(side)
        self._connect()

    def _build(self, side: int) -> None:
        say, rounds, case = self._wording, self._rounds, self._desk.open_case
        self.setObjectName("rounds-card")
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 20, side, 20)
        column.setSpacing(8)
        column.addWidget(label(say("Then and now"), "heading"))
        about = say(
            "Asked again some months later, the same questions show what really changed, and what only "
            "seems to have."
        )
        column.addWidget(label(about, "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self._repeat, self._compare, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        can_repeat = bool(rounds) and rounds[-1].answers > 0
        can_remove = len(rounds) > 1 and rounds[-1].id == case.id
        if can_repeat:
            stage = self._desk.workspace.rounds.next_stage(case)
            self._repeat.setText(say("Repeat the assessment ({stage})…", stage=stage))
        self._remove.setText(say("Delete {stage}…", stage=case.stage))
        self._repeat.setVisible(can_repeat)
        self._compare.setVisible(len(rounds) > 1)
        self._remove.setVisible(can_remove)
        if not can_repeat and len(rounds) < 2:  # noqa: PLR2004 - two can be compared
            self.hide()

    def _connect(self) -> None:
        self._repeat.clicked.connect(self._on_repeat_clicked)
        self._compare.clicked.connect(self._on_compare_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)

    def _on_repeat_clicked(self) -> None:
        dialog = BeginDialog(self._desk, self._look, self.window())
        dialog.ask(self._begin)

    def _begin(self) -> None:
        self._desk.begin_round()
        self.page_requested.emit(self._desk.open_case.place.page)

    def _on_compare_clicked(self) -> None:
        self.page_requested.emit("comparison")

    def _on_remove_clicked(self) -> None:
        say, case = self._wording, self._desk.open_case
        asked = Asked(
            say("Delete {stage} of {name}?", stage=case.stage, name=short_name(case.company.name)),
            say("Delete {stage}", stage=case.stage),
            [self._lost()],
            say("Keep it"),
        )
        dialog = AskingDialog(self.window(), asked, self._look, is_final=True)
        dialog.setObjectName("remove-dialog")
        dialog.ask(self._delete)

    def _delete(self) -> None:
        self._desk.remove_round()
        self.page_requested.emit("results")

    def _lost(self) -> str:
        answers, before = self._rounds[-1].answers, self._rounds[-2].stage
        lost = self._wording.plural(
            "{count} answer, its notes and its plan are deleted for good.",
            "{count} answers, their notes and their plan are deleted for good.",
            answers,
        )
        stays = self._wording("{before} stays.", before=before)
        return f"{lost} {stays}"
