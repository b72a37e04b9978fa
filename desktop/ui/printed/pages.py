"""A PDF as pictures, for the screen and for the printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import SestanteError
from desktop.stopping import refuse_if_stopped
from desktop.text import say
from desktop.ui.background import Tell

_POINTS_PER_INCH = 72
_PRINT_DPI = 300
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_ALONE = Lock()  # PDFium serves one thread at a time, whatever documents it has open


_LONGEST = 2200  # dots of a page that is looked at, however large its paper
_PASSWORD = say(
    "This PDF is protected by a password, so it cannot be shown here. "
    "Save a copy to open it in its own program."
)
_DAMAGED = say(
    "This PDF is damaged and cannot be shown here. Save a copy to try it in its own program, "
    "or ask for the file once more."
)
_PAGE_DAMAGED = say("Page {number} is damaged and cannot be shown.")


class PageShown(NamedTuple):
    """One page of a PDF as a picture, and how many there are."""

    number: int
    of: int
    picture: QImage


class PagePrinted(NamedTuple):
    """How many of the pages wanted have gone to the printer."""

    number: int
    of: int


def rendered_pages(data: bytes, dots_per_inch: int) -> tuple[QImage, ...]:
    """Every page of a PDF as a picture on white; may run in a worker thread."""
    with _opened(data) as document:
        return tuple(_picture(document, index, dots_per_inch) for index in range(len(document)))


def shown_page(data: bytes, index: int) -> PageShown:
    """One page of somebody's PDF as a picture on white; may run in a worker thread.

    SestanteError where the file is protected, or it or the page is damaged.
    """
    from pypdfium2 import PdfiumError

    try:
        with _opened(data) as document:
            count = len(document)
            if not count:
                raise SestanteError(_DAMAGED)
            return PageShown(index + 1, count, _picture_of(document, index))
    except PdfiumError as error:
        is_protected = "password" in str(error).lower()
        raise SestanteError(_PASSWORD if is_protected else _DAMAGED) from error


def _picture_of(document: Any, index: int) -> QImage:
    from pypdfium2 import PdfiumError

    try:
        with _ALONE:
            longest = max(1.0, *document.get_page_size(index))
        return _picture(document, index, _POINTS_PER_INCH * _LONGEST / longest)
    except PdfiumError as error:
        raise SestanteError(_PAGE_DAMAGED, number=index + 1) from error


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


def _picture(document: Any, index: int, dots_per_inch: float) -> QImage:
    refuse_if_stopped()
    with _ALONE:
        page = document[index]
        bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, prefer_bgrx=True)
        shape = bitmap.width, bitmap.height, bitmap.stride
        picture = QImage(bitmap.buffer, *shape, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
    return picture
