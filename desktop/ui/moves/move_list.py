"""The list of a move: entries of any height, drawn only as far as they are in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.look import Look
from desktop.ui.moves.face_drawing import height, link_area, paint
from desktop.ui.moves.faces import Face
from desktop.ui.moves.lines import Group
from desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_FACE = Qt.ItemDataRole.UserRole
_SPACING = 3  # pixels around an entry
_STEP = 80  # pixels that an arrow key moves on inside an entry


class FaceModel(QAbstractListModel):
    """The entries, read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[Face, ...] = ()

    def set_faces(self, faces: Sequence[Face]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._faces = tuple(faces)
        self.endResetModel()

    def heading(self, group: Group) -> QModelIndex:
        """Where a group begins; not valid where it has no entries."""
        rows = [row for row, face in enumerate(self._faces) if face.begins is group]
        return self.index(rows[0]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._faces)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        face = self._faces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return face.words
        return face if role == _FACE else None


class _FaceDelegate(QStyledItemDelegate):
    """Draws entries as wide as their list."""

    def __init__(self, view: QListView, tokens: Tokens) -> None:
        super().__init__(view)
        self._view = view
        self._tokens = tokens

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * _SPACING
        return QSize(width, height(index.data(_FACE), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint(painter, index.data(_FACE), option.rect, self._tokens, has_focus=has_focus)
        painter.restore()


class MoveList(QListView):
    """All entries of a move under one another.

    Signals: `place_requested` carries the `questionnaire/question` to go to.
    """

    place_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._faces = FaceModel(self)
        self.setObjectName("move-lines")
        self.setAccessibleName(look.wording("What happens to each answer"))
        self.setModel(self._faces)
        self.setItemDelegate(_FaceDelegate(self, look.tokens))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setSpacing(_SPACING)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show other entries, from the first."""
        self._faces.set_faces(faces)
        self.setCurrentIndex(self._faces.index(0))
        self.scrollToTop()

    def go_to(self, group: Group) -> None:
        """Bring the beginning of a group to the top, with the keyboard."""
        heading = self._faces.heading(group)
        self.setCurrentIndex(heading)
        self.scrollTo(heading, QListView.ScrollHint.PositionAtTop)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _link_at(self, where: QPoint) -> str:
        index = self.indexAt(where)
        if not index.isValid():
            return ""
        face: Face = index.data(_FACE)
        return face.place if link_area(face, self.visualRect(index)).contains(where) else ""

    def _scroll_inside(self, index: QModelIndex, key: int) -> bool:
        """Read on in an entry that reaches beyond the edge; whether there was more of it."""
        area, bar = self.visualRect(index), self.verticalScrollBar()
        if key == Qt.Key.Key_Down and area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + min(_STEP, area.bottom() - self.viewport().height() + _SPACING))
        elif key == Qt.Key.Key_Up and area.top() < 0:
            bar.setValue(bar.value() - min(_STEP, _SPACING - area.top()))
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self._scroll_inside(index, event.key()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            face: Face = index.data(_FACE)
            if face.place:
                self.place_requested.emit(face.place)
            return
        super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = bool(self._link_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self._link_at(event.position().toPoint())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self.place_requested.emit(place)
