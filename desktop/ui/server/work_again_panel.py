"""What is said before a workspace that was moved to a server is worked in again on this computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace.moved_away import MovedAway


class WorkAgainPanel(QWidget):
    """What it means, and yes or not now.

    Signals: `done` once the workspace can be written again; `given_up`.
    """

    done = Signal()
    given_up = Signal()

    def __init__(self, moved: MovedAway, wording: Wording) -> None:
        super().__init__()
        say = self._wording = wording
        self._moved = moved
        words = say(
            "From then on there are two: what is changed here is not on the server, what is changed there is "
            "not here, and nothing brings the two together again. To take back what the server has now, go "
            "there and choose “Take everything back into a folder…” instead."
        )
        self._go = Button(say("Work here again"), "work-here", "primary")
        back = Button(say("Not now"), "give-up-working-here", "quiet")
        self._state = label("", "small", "warn")
        self._state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(WrappedRow((self._go, back)))
        column.addWidget(self._state)
        self.setFocusProxy(back)
        self._working = Operation(self, is_lasting=True)
        self._working.succeeded.connect(self._on_done)
        self._working.failed.connect(self._on_failed)
        self._go.clicked.connect(self._on_go)
        back.clicked.connect(self.given_up)

    def _on_go(self) -> None:
        self._go.setEnabled(False)
        self._working.start(self._moved.work_here_again)

    def _on_done(self, _: object) -> None:
        self.done.emit()

    def _on_failed(self, error: object) -> None:
        self._go.setEnabled(True)
        show_words(self._state, self._wording.tell(sentence_of(error)), "warn")
        self._state.show()
