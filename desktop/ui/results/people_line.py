"""A competence among the people, painted: for each role the level in the middle, the range, and the need."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import Role
from desktop.dossier import PeopleRow
from desktop.report.people_words import role_levels_in_words
from desktop.scores import LevelRange
from desktop.ui.fonts import font, medium
from desktop.ui.look import Look

NAME_SHARE = 0.34
_HEIGHT, _RANGE, _DOT, _NEED = 44, 10.0, 6.0, 11.0  # pixels
_MOST = 4  # the highest level
_SIDES = 22


class PeopleLine(QWidget):
    """One line: the name, then a scale from 0 to 4 for each role."""

    def __init__(self, name: str, area: str, row: PeopleRow, roles: Mapping[Role, str], look: Look) -> None:
        super().__init__()
        self._name, self._area, self._row = name, area, row
        self._roles: Sequence[Role] = tuple(roles)
        self._tokens = look.tokens
        told = (f"{text}: {role_levels_in_words(row, role, look.wording)}" for role, text in roles.items())
        says = "\n".join(told)
        self.setObjectName(f"people-{row.competence}")
        self.setAccessibleName(name)
        self.setAccessibleDescription(says)
        self.setToolTip(f"{name}\n{says}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() * NAME_SHARE
        self._paint_words(painter, int(left) - 12)
        each = (self.width() - left) / len(self._roles)
        for position, role in enumerate(self._roles):
            where = QRectF(left + position * each + _SIDES, 0, each - 2 * _SIDES, self.height())
            found = self._row.by_role.get(role)
            if found is None:
                painter.setPen(QColor(self._tokens.muted))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "–")
            else:
                self._paint_scale(painter, where)
                self._paint_levels(painter, where, found, self._row.needed[role])

    def _paint_words(self, painter: QPainter, width: int) -> None:
        for text, look, colour, top, height in (
            (self._name, medium(14), self._tokens.ink, 4, 20),
            (self._area, font(12), self._tokens.muted, 23, 16),
        ):
            painter.setFont(look)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(0, top, width, height), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_scale(self, painter: QPainter, where: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.track), 2))
        painter.drawLine(_at(where, 0), _at(where, _MOST))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.ring))
        for level in range(_MOST + 1):
            painter.drawEllipse(_at(where, level), 1.6, 1.6)

    def _paint_levels(self, painter: QPainter, where: QRectF, found: LevelRange, needed: int) -> None:
        painter.setPen(QPen(QColor(self._tokens.accent), 1.5))
        painter.setBrush(QColor(self._tokens.accent_soft))
        if found.tells_range and found.highest > found.lowest:
            first, last = _at(where, found.lowest), _at(where, found.highest)
            band = QRectF(first, last).adjusted(-_RANGE / 2, -_RANGE / 2, _RANGE / 2, _RANGE / 2)
            painter.drawRoundedRect(band, _RANGE / 2, _RANGE / 2)
        painter.setBrush(QColor(self._tokens.accent))
        painter.drawEllipse(_at(where, found.median), _DOT, _DOT)
        if needed:
            painter.setPen(QPen(QColor(self._tokens.ink), 2))
            middle = _at(where, needed)
            painter.drawLine(middle - QPointF(0, _NEED), middle + QPointF(0, _NEED))


def _at(where: QRectF, level: int) -> QPointF:
    return QPointF(where.left() + where.width() * level / _MOST, where.center().y())
