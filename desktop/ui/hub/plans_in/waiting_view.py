"""What waits: two states of one assessment to choose from, and results that cannot be opened yet."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import StorageError, sentence_of
from desktop.stopping import refuse_if_stopped
from desktop.ui.arrivals.rows import OutcomeRow
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import Button, at_left, card, label, scrolled
from desktop.workspace import Workspace
from desktop.workspace.plans_in import Waiting

_WIDEST, _MOST = 860, 200


class WaitingView(QWidget):
    """A card for each result that waits.

    Signals: `counted` carries how many there are.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._all: tuple[Waiting, ...] = ()
        self._reading = Operation(self)
        self._told = label(say("Reading…"), "small", "muted")
        self._again = Button(say("Try again"), "try-again")
        self._parts = Parts()
        self._build()
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._desk.arrivals.ended.connect(self.read)
        self._again.clicked.connect(self.read)
        self.read()

    def read(self) -> None:
        """Weigh once more what waits, and show what still does."""
        if self._desk.arrivals.is_running:
            return  # it is read when that has ended: nothing is weighed twice at once
        self._reading.start(partial(_read, self._desk.workspace))

    def _build(self) -> None:
        self._told.setObjectName("waiting-told")
        head = QHBoxLayout()
        head.addWidget(self._told, 1)
        head.addWidget(self._again)
        area, inside = scrolled((0, 0, 12, 12), 12)
        inside.addLayout(at_left(self._parts, _WIDEST))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.setFocusProxy(self._again)

    def _on_read(self, value: object) -> None:
        found = value if isinstance(value, tuple) else ()
        self._all = tuple(each for each in found if isinstance(each, Waiting))
        self._show()

    def _on_failed(self, error: object) -> None:
        self._told.setText(self._wording.tell(sentence_of(error)))

    def _show(self) -> None:
        say = self._wording
        some = say(
            "Nothing here was overwritten. Where two states of an assessment meet, choose which one counts; "
            "what waits for a questionnaire comes in by itself once an edition brings it."
        )
        nothing = say(
            "Nothing waits. Where somebody has to choose, or a questionnaire is missing, it stands here."
        )
        self._told.setText(some if self._all else nothing)
        self._again.setVisible(bool(self._all))
        self._parts.show_parts(self._made())
        self.counted.emit(len(self._all))

    def _made(self) -> Iterator[Part]:
        for place, waiting in enumerate(self._all[:_MOST]):
            yield Part(f"{place}", waiting, partial(self._card, place, waiting))

    def _card(self, place: int, waiting: Waiting) -> QWidget:
        frame, column = card(margin=18, spacing=6)
        row = OutcomeRow(waiting.outcome, place, self._look)
        row.way_chosen.connect(partial(self._on_way_chosen, waiting))
        column.addWidget(row)
        if waiting.outcome.offer is None:
            leave = Button(self._wording("Ask no more"), f"let-go-{place}", "quiet")
            leave.clicked.connect(partial(self._on_let_go, waiting))
            line = QHBoxLayout()
            line.addWidget(leave)
            line.addStretch(1)
            column.addLayout(line)
        return frame

    def _on_way_chosen(self, waiting: Waiting, way: str) -> None:
        choices = self._desk.workspace.incoming.choices
        ways = {
            "keep-mine": choices.keep_mine,
            "take-theirs": choices.take_theirs,
            "keep-both": choices.keep_both,
        }
        try:
            chosen = ways[way](waiting.outcome)
        except StorageError as error:
            self._told.setText(self._wording.tell(error.sentence))
            return
        if chosen.case_id is not None:
            self._desk.arrivals.round_changed.emit(chosen.case_id)
        self.read()

    def _on_let_go(self, waiting: Waiting) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.hub.plans_in.let_go, waiting)):
            self.read()


def _read(workspace: Workspace) -> tuple[Waiting, ...]:
    """Runs in a worker thread."""
    return workspace.hub.plans_in.try_again(_should_stop)


def _should_stop() -> bool:
    refuse_if_stopped()
    return False
