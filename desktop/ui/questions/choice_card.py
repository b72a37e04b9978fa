"""A choice to press: a radio button or a tick box that looks like a card."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy
from typing_extensions import override

from desktop.ui.questions.card_face import CardFace, CardState

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_WIDE = 2000  # pixels; the height for the width at hand follows, the least is all that layouts may ask for


def _prepare(button: QAbstractButton, face: CardFace, identity: str) -> None:
    button.setObjectName(f"choice-{identity}")
    button.setAccessibleName(face.text)
    button.setAccessibleDescription(face.help)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _paint(button: QAbstractButton, face: CardFace) -> None:
    state = CardState(button.isChecked(), button.hasFocus(), button.underMouse())
    face.paint(QPainter(button), button.rect(), state)


class RadioCard(QRadioButton):
    """One choice of several that exclude each other; pressing the chosen one takes it back.

    Signals: `neighbour_wanted` carries -1 or 1 when an arrow key asks for the card before or after.
    """

    neighbour_wanted = Signal(int)

    def __init__(self, identity: str, face: CardFace) -> None:
        super().__init__()
        self.identity = identity
        self._face = face
        self.setAutoExclusive(False)
        _prepare(self, face, identity)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self._face.height(_WIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.neighbour_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._face)


class TickCard(QCheckBox):
    """One choice of several that may be ticked together.

    Signals: `neighbour_wanted` carries -1 or 1 when an arrow key asks for the card before or after.
    """

    neighbour_wanted = Signal(int)

    def __init__(self, identity: str, face: CardFace) -> None:
        super().__init__()
        self.identity = identity
        self._face = face
        _prepare(self, face, identity)

    def show_face(self, face: CardFace) -> None:
        """Show other words."""
        self._face = face
        self.setAccessibleDescription(face.help)
        self.updateGeometry()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self._face.height(_WIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.neighbour_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._face)


ChoiceCard = RadioCard | TickCard
