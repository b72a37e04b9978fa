"""The line above the pages of an earlier round: which one it is, and the way to correct it or to leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.storage import CompanyRound
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class RoundBanner(QFrame):
    """Says whether an earlier round is protected or being corrected.

    Signals: `round_wanted` carries the id of the round to go to, `page_requested` the name of a page.
    """

    round_wanted = Signal(int)
    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look, own: CompanyRound, last: CompanyRound) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._own, self._last = own, last
        self._says = label("", "strong")
        self._correct = Button(look.wording("Correct it"), "correct-round", "quiet")
        self._leave = Button(look.wording("Back to {stage}", stage=last.stage), "leave-round", "quiet")
        self._build()
        self._connect()
        self._show()

    def say_refused(self) -> None:
        """Say that nothing was changed, and how it can be."""
        words = self._wording(
            "Nothing was changed: {stage} is protected. Press “Correct it” first.", stage=self._own.stage
        )
        self._show_state("warning-strip", words)

    def _build(self) -> None:
        self.setObjectName("round-banner")
        self._says.setObjectName("round-says")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 5, 30, 5)
        row.setSpacing(8)
        row.addWidget(self._says, 1)
        row.addWidget(self._correct)
        row.addWidget(self._leave)

    def _connect(self) -> None:
        self._correct.clicked.connect(self._on_correct_clicked)
        self._leave.clicked.connect(self._on_leave_clicked)

    def _show(self) -> None:
        say, stage = self._wording, self._own.stage
        if self._desk.protection.covers(self._desk.case):
            day = say.date(self._own.day)
            words = say("This is {stage}, answered on {day}. It is protected.", stage=stage, day=day)
            self._show_state("strip", words)
            self._correct.setText(say("Correct it"))
        else:
            words = say("You are correcting {stage}. Comparisons with it change too.", stage=stage)
            self._show_state("warning-strip", words)
            self._correct.setText(say("Protect it again"))

    def _show_state(self, kind: str, words: str) -> None:
        self.setProperty("kind", kind)
        self.style().polish(self)
        self._says.setText(words)

    def _on_correct_clicked(self) -> None:
        case, protection = self._desk.open_case, self._desk.protection
        if protection.covers(case):
            protection.lift(case)
        else:
            protection.put_back(case)
        self.page_requested.emit(case.place.page)

    def _on_leave_clicked(self) -> None:
        self.round_wanted.emit(self._last.id)


def framed(page: QWidget, desk: Desk, look: Look) -> tuple[QWidget, RoundBanner | None]:
    """A page under the line of its round; as it is, without one, where the round is the last."""
    rounds = desk.protection.rounds(desk.open_case)
    own = next((each for each in rounds if each.id == desk.open_case.id), None)
    if own is None or own is rounds[-1]:
        return page, None
    banner = RoundBanner(desk, look, own, rounds[-1])
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(page, 1)
    frame.setFocusProxy(page)
    return frame, banner
