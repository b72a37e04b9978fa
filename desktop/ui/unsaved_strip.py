"""A line above every page while answers or notes wait to be written: why, what to do, and another try."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QWidget
from typing_extensions import override

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class UnsavedStrip(QFrame):
    """Hidden while all is saved; before the window closes it tries once more, and asks."""

    def __init__(self, desk: Desk, look: Look, window: QWidget) -> None:
        super().__init__()
        self._unsaved = desk.unsaved
        self._wording = look.wording
        self._says = label("", "small", "warn")
        self._again = Button(look.wording("Try again"), "save-again")
        self._build()
        self._again.clicked.connect(self._unsaved.try_again)
        self._unsaved.changed.connect(self._show)
        window.installEventFilter(self)
        self._tell()
        if not self._unsaved.count:
            self.hide()

    def _build(self) -> None:
        self.setObjectName("unsaved-strip")
        self.setProperty("kind", "warning-strip")
        self._says.setObjectName("unsaved-words")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self._says, 1)
        row.addWidget(self._again)

    def _show(self) -> None:
        self._tell()
        self.setVisible(self._unsaved.count > 0)

    def _tell(self) -> None:
        reason, count = self._unsaved.reason, self._unsaved.count
        if reason is None:
            return
        told = self._wording.plural(
            "{count} change is not saved yet. It stays here and is saved as soon as that is possible.",
            "{count} changes are not saved yet. They stay here and are saved as soon as that is possible.",
            count,
        )
        self._says.setText(f"{told} {self._wording.tell(reason.sentence)}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._unsaved.count and not self._unsaved.try_again():
            return self._stays(event)
        return super().eventFilter(watched, event)

    def _stays(self, event: QEvent) -> bool:
        """Whether the user would rather not lose them."""
        say = self._wording
        box = QMessageBox(self)
        box.setObjectName("close-unsaved")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Sestante")
        box.setText(self._says.text())
        stay = box.addButton(say("Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.addButton(say("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is stay:
            event.ignore()
            return True
        return False
