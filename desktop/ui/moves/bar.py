"""The bar under a move: what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.look import Look
from desktop.ui.moves.review import MoveReview
from desktop.ui.pieces import Button


class MoveBar(QFrame):
    """The ways on.

    Signals: `move_pressed`, `keep_pressed`, `undo_pressed`, `later_pressed`.
    """

    move_pressed = Signal()
    keep_pressed = Signal()
    undo_pressed = Signal()
    later_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._later = Button(look.wording("Stay for now"), "move-later")
        self._undo = Button(look.wording("Go back to the old version"), "move-undo")
        self._keep = Button(look.wording("Keep the new version"), "move-keep", "primary")
        self._move = Button(look.wording("Move to the new version"), "move-make", "primary")
        self._build()
        self._connect()

    def show_state(self, review: MoveReview | None) -> None:
        """Which ways there are; without a move only the one back."""
        is_waiting, is_made = (review is not None and review.is_made is state for state in (False, True))
        self._move.setVisible(is_waiting)
        self._keep.setVisible(is_made)
        self._undo.setVisible(review is not None and review.can_undo)
        self._later.setText(
            self._wording("Stay for now")
            if is_waiting
            else self._wording("Decide later")
            if is_made
            else self._wording("Back")
        )

    def _build(self) -> None:
        self.setProperty("kind", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 11, 40, 11)
        row.setSpacing(14)
        for button in (self._later, self._undo, self._keep, self._move):
            button.setMinimumHeight(42)
            row.addWidget(button)
        row.insertStretch(1, 1)

    def _connect(self) -> None:
        self._later.clicked.connect(self._on_later_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._move.clicked.connect(self._on_move_clicked)

    def _on_later_clicked(self) -> None:
        self.later_pressed.emit()

    def _on_undo_clicked(self) -> None:
        self.undo_pressed.emit()

    def _on_keep_clicked(self) -> None:
        self.keep_pressed.emit()

    def _on_move_clicked(self) -> None:
        self.move_pressed.emit()
