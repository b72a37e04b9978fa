"""The application's own icons, tinted when they are drawn."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resources_folder

_SCALE = 2


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def paint_icon(painter: QPainter, name: str, colour: str, where: QRectF) -> None:
    """Draw an icon in a colour into a rectangle."""
    _renderer(name, colour).render(painter, where)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def icon(name: str, colour: str, pixels: int = 18, disabled: str = "") -> QIcon:
    """An icon in a colour, sharp on dense screens, and in another one where its button is disabled."""
    made = QIcon(_picture(name, colour, pixels))
    if disabled:
        made.addPixmap(_picture(name, disabled, pixels), QIcon.Mode.Disabled)
    return made


@cache  # a page has dozens of icons, of the same few kinds as the page before
def _picture(name: str, colour: str, pixels: int) -> QPixmap:
    picture = QPixmap(QSize(pixels, pixels) * _SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, colour, QRectF(0, 0, pixels * _SCALE, pixels * _SCALE))
    painter.end()
    picture.setDevicePixelRatio(_SCALE)
    return picture
