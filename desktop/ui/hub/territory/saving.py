"""The figures saved as a document, a spreadsheet, a list or a picture, without those of few companies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.errors import SestanteError
from desktop.report.placing import place
from desktop.report.territory.files import SUFFIXES, write_territory
from desktop.report.territory.table import FigureTable
from desktop.report.territory.told import ToldTerritory, told
from desktop.text import say
from desktop.ui.background import Operation
from desktop.ui.hub.choosing import choose_file
from desktop.ui.hub.territory.seeing import Seen
from desktop.ui.look import Look

_WIDTH, _TWICE = 900, 2  # points of a picture, and dots for each
_PICTURE = ".png"
_TOO_SMALL = say("Of fewer than five companies no figures leave the hub.")


class Saving(QObject):
    """Asks for a file, and writes it in a worker thread.

    Signals: `saved` carries the path, `failed` the error.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._writing = Operation(self, is_lasting=True)
        self._writing.succeeded.connect(self.saved)
        self._writing.failed.connect(self.failed)

    def document(self, seen: Seen, narrowed: tuple[tuple[str, str], ...]) -> None:
        """All figures in one file."""
        self.told_document(told_of(seen, narrowed))

    def told_document(self, found: ToldTerritory) -> None:
        """Figures that may leave already, in one file."""
        kinds = ";;".join(f"{name} (*{suffix})" for name, suffix in zip(self._kinds(), SUFFIXES, strict=True))
        path = self._ask("Sestante", kinds, *SUFFIXES)
        if path is not None:
            self._writing.start(partial(write_territory, found, path, self._look.wording.language))

    def picture(self, seen: Seen, table: FigureTable) -> None:
        """One table as a drawing, light as paper."""
        self.told_picture(told_of(seen, ()), table)

    def told_picture(self, found: ToldTerritory, table: FigureTable) -> None:
        """One table of figures that may leave already, as a drawing."""
        kind = self._look.wording("Pictures")
        path = self._ask(f"Sestante {table.id}", f"{kind} (*{_PICTURE})", _PICTURE)
        if path is not None:
            drawn = next((each for each in found.tables if each.id == table.id), None)
            self._writing.start(partial(_write_picture, drawn, path, self._look))

    def _kinds(self) -> tuple[str, str, str]:
        wording = self._look.wording
        return "PDF", wording("Spreadsheets"), wording("Plain lists")

    def _ask(self, name: str, kinds: str, *endings: str) -> Path | None:
        says, first = self._look.wording("Save the figures"), Path.home() / f"{name}{endings[0]}"
        return choose_file(self._page, says, first, kinds, *endings)


def told_of(seen: Seen, narrowed: tuple[tuple[str, str], ...]) -> ToldTerritory:
    """The figures as they may leave."""
    return told(
        seen.tables,
        narrowed,
        companies=seen.figures.assessed,
        waiting=seen.figures.waiting,
        made_on=today(),
        hub=seen.hub,
        brand=seen.brand,
    )


def _write_picture(table: FigureTable | None, path: Path, look: Look) -> Path:
    """Runs in a worker thread."""
    from desktop.report.territory.charts import table_svg

    if table is None:
        raise SestanteError(_TOO_SMALL)
    image = _painted(table_svg(table, look.wording.language, is_dark=False, width=_WIDTH))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    place(path, bytes(buffer.data().data()))
    return path


def _painted(svg: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize() * _TWICE
    margin = 24 * _TWICE
    image = QImage(size.width() + 2 * margin, size.height() + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter, QRectF(margin, margin, size.width(), size.height()))
    painter.end()
    return image
