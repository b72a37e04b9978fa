"""Two quiet buttons: undo and redo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import icon_button


class TurnButtons(QWidget):
    """Undo and redo; they leave the keyboard where it is.

    Signals: `undo_pressed`, `redo_pressed`.
    """

    undo_pressed = Signal()
    redo_pressed = Signal()

    def __init__(self, look: Look, place: str) -> None:
        super().__init__()
        says = look.wording("Undo (Ctrl+Z)"), look.wording("Redo (Ctrl+Shift+Z)")
        self._undo = icon_button("undo", look.tokens, name=f"undo-{place}", says=says[0])
        self._redo = icon_button("redo", look.tokens, name=f"redo-{place}", says=says[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self._undo, self._redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._undo.clicked.connect(self._on_undo)
        self._redo.clicked.connect(self._on_redo)

    def _on_undo(self) -> None:
        self.undo_pressed.emit()

    def _on_redo(self) -> None:
        self.redo_pressed.emit()
