"""Small pictures of files that show something."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

_ENOUGH = 256  # megabytes of a decoded picture, which is no larger than 2,500 pixels a side


def thumbnail(content: bytes, side: int) -> QPixmap | None:
    """The picture in a file's bytes no larger than a square of some pixels; None where there is none."""
    image = _read(content, QSize(2 * side, 2 * side))
    if image is None:
        return None
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(2)
    return made


def picture(content: bytes) -> QPixmap | None:
    """The whole picture in a file's bytes; None where there is none."""
    image = _read(content, None)
    return None if image is None else QPixmap.fromImage(image)


def as_png(image: QImage) -> bytes:
    """The bytes of a PNG file; empty where it cannot be made."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the binding takes text, its description bytes
    return bytes(buffer.data().data())


def _read(content: bytes, largest: QSize | None) -> QImage | None:
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAllocationLimit(_ENOUGH)
    size = reader.size()
    if (
        largest is not None
        and size.isValid()
        and (size.width() > largest.width() or size.height() > largest.height())
    ):
        reader.setScaledSize(size.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
