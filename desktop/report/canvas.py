"""The canvas of the plan: numbers its pages once their count is known, and notes what stands on them."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFPage, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from desktop.report import style
from desktop.report.archive import VERSION, allow, archive
from desktop.report.attaching import attach
from desktop.report.fonts import REGULAR
from desktop.report.line_writer import LineWriter
from desktop.report.options import Attachment
from desktop.report.packed_file import packed_file
from desktop.report.structure import Structure, decoration
from desktop.report.structure_file import write_structure

FOOTER_SIZE = 7.5
FOOTER_BASE = style.BOTTOM - 24


class PlanCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose file keeps to PDF/A-3A and PDF/UA-1, with files attached to it.

    It writes "page 3 of 11" once the 11 is known: each page shows a form filled at the end.
    """

    attachments: Sequence[Attachment] = ()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.language = options.get("lang") or "und"
        self.structure = Structure(self)
        self.say_page: Callable[[int, int], str] = "{} / {}".format
        self._numbered: list[int] = []
        self._doc._pdfVersion = VERSION
        self._doc.defaultStreamFilters = [PDFZCompress]
        self._pageCompression = 0  # which would mean ASCII, a quarter longer
        self.setViewerPreference("DisplayDocTitle", "true")

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> LineWriter:
        return LineWriter(self, x, y, direction=direction)

    @override
    def line(self, *ends: float) -> None:
        """Rules that stand for themselves are decoration."""
        with decoration(self):
            super().line(*ends)

    @override
    def linkURL(self, url: str, rect: Any, *arguments: Any, **options: Any) -> None:
        name = f"NUMBER{self._annotationCount + 1}"  # as ReportLab is about to call it
        key = self.structure.link_to(url, self._doc.annotationName(name))
        told = {"F": 4, "Contents": PDFString(url), "StructParent": key}
        super().linkURL(url, rect, *arguments, **options, **told)

    @override
    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        if not isinstance(page, PDFPage):
            return
        allow(page, "StructParents", "Tabs", "Group")
        page.Trans = None  # an empty one else
        page.Tabs = "/S"
        page.StructParents = self.structure.page_keys[self.getPageNumber()] = self.structure.key()
        if page.ExtGState:
            page.Group = PDFDictionary({"S": "/Transparency", "CS": "/DeviceRGB"})

    def number_page(self) -> None:
        """Leave room for the number of this page."""
        self._numbered.append(self.getPageNumber())
        self.doForm(f"page-{self.getPageNumber()}")

    @override
    def save(self) -> None:
        if self._code:
            self.showPage()
        pages = self.getPageNumber() - 1
        for number in self._numbered:
            self.beginForm(f"page-{number}", 0, 0, style.PAGE_WIDTH, style.BOTTOM)
            self.setFillColor(style.MUTED)
            self.setFont(REGULAR, FOOTER_SIZE)
            text = self.say_page(number, pages)
            self.drawRightString(style.PAGE_WIDTH - style.MARGIN, FOOTER_BASE, text)
            self.endForm()
        write_structure(self.structure, self._doc)
        attach(self.attachments, self._doc)
        archive(self._doc, self.language)
        self._filename.write(packed_file(self._doc, self))
