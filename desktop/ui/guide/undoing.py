"""Undo and redo by the keyboard on every page; a field with changes of its own undoes those first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class Undoing(QObject):
    """Watches the keys of a window.

    Signals: `undo_wanted`, `redo_wanted`.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        for keys, act in ((_UNDO, self._on_undo), (_REDO, self._on_redo)):
            for each in keys:
                shortcut = QShortcut(each, window)
                shortcut.activated.connect(act)
                self.destroyed.connect(shortcut.deleteLater)  # two of one key would cancel each other
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that has nothing of its own to turn round leaves the keys to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if (pressed in _UNDO and not _own(watched, _can_undo)) or (
                pressed in _REDO and not _own(watched, _can_redo)
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and self._field is before:
            before.removeEventFilter(self)
        self._field = now if isinstance(now, QLineEdit | QPlainTextEdit | QAbstractSpinBox) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def _on_undo(self) -> None:
        self.undo_wanted.emit()

    def _on_redo(self) -> None:
        self.redo_wanted.emit()


def _own(field: QObject, can: Callable[[QLineEdit | QPlainTextEdit], bool]) -> bool:
    line = field.findChild(QLineEdit) if isinstance(field, QAbstractSpinBox) else field
    return isinstance(line, QLineEdit | QPlainTextEdit) and not line.isReadOnly() and can(line)


def _can_undo(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _can_redo(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
