"""A dialog that asks before something is done: words, what to fill in, and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class AskingDialog(QDialog):
    """A window over the page; whoever opens it gives it what to do.

    Signals: `agreed` after the user pressed the button that does it.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget, heading: str, does: str, look: Look) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sestante")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.does = Button(does, "dialog-do", "primary")
        self.cancel = Button(look.wording("Cancel"), "dialog-cancel")
        self.does.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(12)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(14)
        column.addWidget(label(heading, "heading"))
        column.addLayout(self.inside, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.does)
        column.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.does.clicked.connect(self._on_agreed)
        self.finished.connect(parent.window().activateWindow)  # not every system hands the keyboard back

    def ask(self, act: Callable[[], object]) -> None:
        """Open; the act follows where the user agrees."""
        self.agreed.connect(act)
        width = max(self.minimumWidth(), self.sizeHint().width())
        self.setMinimumHeight(self._column.heightForWidth(width))  # Qt itself would cut cards off
        self.resize(width, self.minimumHeight())
        self.open()

    def _on_agreed(self) -> None:
        self.agreed.emit()
        self.accept()
