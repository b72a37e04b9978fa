"""A PDF as pictures, for the screen and for the printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.stopping import refuse_if_stopped
from desktop.ui.background import Tell

_POINTS_PER_INCH = 72
_PRINT_DPI = 300
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_ALONE = Lock()  # PDFium serves one thread at a time, whatever documents it has open


class PagePrinted(NamedTuple):
    """How many of the pages wanted have gone to the printer."""

    number: int
    of: int


def rendered_pages(data: bytes, dots_per_inch: int) -> tuple[QImage, ...]:
    """Every page of a PDF as a picture on white; may run in a worker thread."""
    with _opened(data) as document:
        return tuple(_picture(document, index, dots_per_inch) for index in range(len(document)))


def print_pages(data: bytes, printer: QPrinter, tell: Tell) -> int:
    """Send the pages to a printer one by one; how many were sent. May run in a worker thread.

    Each page sent is told as PagePrinted. Where this is ended, the printer forgets what it got.
    """
    with _opened(data) as document:
        first = max(1, printer.fromPage() or 1)
        last = min(printer.toPage() or len(document), len(document))
        wanted = range(first - 1, last)
        painter = QPainter(printer)
        try:
            for number, index in enumerate(wanted, start=1):
                if number > 1:
                    printer.newPage()
                _draw(painter, _picture(document, index, _PRINT_DPI))
                tell(PagePrinted(number, len(wanted)))
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
    return len(wanted)


def _draw(painter: QPainter, picture: QImage) -> None:
    """As large as the paper lets it be, in its middle; scaled while drawn, as a printer's dots are many."""
    area = painter.viewport()
    place = QRect(area.topLeft(), picture.size().scaled(area.size(), _KEEP))
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument

    with _ALONE:
        document = PdfDocument(data)
    try:
        yield document
    finally:
        with _ALONE:
            document.close()


def _picture(document: Any, index: int, dots_per_inch: int) -> QImage:
    refuse_if_stopped()
    with _ALONE:
        page = document[index]
        bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, prefer_bgrx=True)
        shape = bitmap.width, bitmap.height, bitmap.stride
        picture = QImage(bitmap.buffer, *shape, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
    return picture
