"""A hub's logo in the window."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

_SCALE = 2
_ROOM = 3  # pixels of white around it on dark ground
_ROUND = 5


@lru_cache(maxsize=8)
def logo_picture(data: bytes, widest: int, highest: int, *, is_dark: bool) -> QPixmap:
    """The picture in its own proportions within so many pixels, sharp on dense screens.

    On dark ground it stands on white, as logos are drawn for paper. Empty where it cannot be read.
    """
    image = QImage()
    if not image.loadFromData(data, "PNG"):
        return QPixmap()
    room = _ROOM if is_dark else 0
    most = QSize(widest - 2 * room, highest - 2 * room) * _SCALE
    image = image.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    picture = QPixmap(image.size() + QSize(2 * room, 2 * room) * _SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if is_dark:
        plate = QPainterPath()
        plate.addRoundedRect(QRectF(picture.rect()), _ROUND * _SCALE, _ROUND * _SCALE)
        painter.fillPath(plate, QColor("white"))
    painter.drawImage(room * _SCALE, room * _SCALE, image)
    painter.end()
    picture.setDevicePixelRatio(_SCALE)
    return picture
