"""What waits to be counted, and how far the counting is."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.hub.counting import count_changed
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.workspace import Workspace


class CountingStrip(QFrame):
    """Counts in the background what changed since it was counted last; what was counted is kept.

    When all is counted, a coordinator's desk publishes the figures for those who see figures alone.

    Signals: `counted` after some were.
    """

    counted = Signal()

    def __init__(self, workspace: Workspace, look: Look) -> None:
        super().__init__()
        self._workspace = workspace
        self._wording = look.wording
        self._waiting = 0
        self._words = label("", "small")
        self._words.setObjectName("counting-state")
        self._stop = Button(look.wording("Stop"), "stop-counting", "quiet")
        self._go_on = Button(look.wording("Count now"), "count-now", "quiet")
        self._operation = Operation(self)
        self._publishing = Operation(self)  # who sees figures alone looks at others every minute
        self._build()
        self._operation.progressed.connect(self._on_progressed)
        self._operation.succeeded.connect(self._on_ended)
        self._operation.stopped.connect(self._on_ended)
        self._operation.failed.connect(self._on_failed)
        self._stop.clicked.connect(self._operation.stop)
        self._go_on.clicked.connect(self._start)

    def show_waiting(self, waiting: int) -> None:
        """Say how many assessments wait, and begin to count them; later ones are counted when wanted."""
        is_first = not self._operation.is_running and self._waiting == 0
        self._waiting = waiting
        if not waiting and self._workspace.rights_here.can_publish:
            self._publishing.start(self._workspace.publishing.publish_if_wanted)
        if waiting and is_first:
            self._start()
        elif not self._operation.is_running:
            self._show_rest()

    def _build(self) -> None:
        self.setProperty("kind", "note")
        self.setObjectName("counting-strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        row.addWidget(self._go_on)
        self.hide()

    def _start(self) -> None:
        self._say(0)
        self._stop.show()
        self._go_on.hide()
        self.show()
        self._operation.start_telling(partial(count_changed, self._workspace))

    def _say(self, done: int) -> None:
        say = self._wording
        show_words(
            self._words,
            say("Assessments are being counted: {done} of {all}.", done=done, all=max(done, self._waiting)),
            "plain",
        )

    def _on_progressed(self, done: object) -> None:
        if isinstance(done, int):
            self._say(done)

    def _on_ended(self) -> None:
        self._show_rest()
        self.counted.emit()

    def _on_failed(self, error: object) -> None:
        self._show_rest()
        show_words(self._words, self._wording.tell(sentence_of(error)), "warn")
        self.show()

    def _show_rest(self) -> None:
        say, count = self._wording, self._waiting
        self._stop.hide()
        self._go_on.show()
        words = say.plural(
            "{count} assessment changed and is not counted yet.",
            "{count} assessments changed and are not counted yet.",
            count,
        )
        show_words(self._words, words, "plain")
        self.setVisible(count > 0)
