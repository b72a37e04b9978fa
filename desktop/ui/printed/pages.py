"""A PDF as pictures, for the screen and for the printer."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

_POINTS_PER_INCH = 72
_PRINT_DPI = 300
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def rendered_pages(path: Path, dots_per_inch: int) -> tuple[QImage, ...]:
    """Every page of a PDF as a picture on white; may run in a worker thread."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(path)
    try:
        return tuple(_picture(page, dots_per_inch) for page in document)
    finally:
        document.close()


def print_pages(path: Path, printer: QPrinter) -> int:
    """Send the pages to a printer; how many were sent. May run in a worker thread."""
    pages = rendered_pages(path, _PRINT_DPI)
    first = max(1, printer.fromPage() or 1)
    last = printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter(printer)
    for number, picture in enumerate(chosen):
        if number:
            printer.newPage()
        area = painter.viewport()
        size = picture.size().scaled(area.size(), _KEEP)
        painter.drawImage(area.x(), area.y(), picture.scaled(size, _KEEP, _SMOOTH))
    painter.end()
    return len(chosen)


def _picture(page: Any, dots_per_inch: int) -> QImage:
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return image.copy()
