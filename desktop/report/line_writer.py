"""Writes the lines of paragraphs: every script in its forms and order, every stretch with its element."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from desktop.report.script_font import ScriptFont
from desktop.report.structure import Element, Structure
from desktop.scripts import is_right_to_left, without_marks

_Link = tuple[int, str]
_SHOWS = ("Tj", "TJ", "Tj T*", "TJ T*", "EMC", "EMC T*")


class LineWriter(PDFTextObject):  # type: ignore[misc]
    """Writes lines in the order and the forms they are read in.

    `is_right_to_left` is that of the paragraph a line belongs to; without one each line decides for itself.
    """

    is_right_to_left: bool | None = None
    _element: Element | None = None
    _structure: Structure

    def tell(self, structure: Structure, element: Element, ends: Sequence[str]) -> None:
        """What is written belongs to the element, and links in it to elements of their own below it.

        `ends` are what follows each line for those who listen: a space, or nothing within a word.
        """
        self._structure, self._element, self._ends = structure, element, iter(ends)
        self._begun: dict[_Link, int] = {}
        self._links: list[tuple[int, int, Element]] = []

    @override
    def setRise(self, rise: float) -> None:
        if not self._code:
            self._code.append("")  # ReportLab looks at what was written last
        super().setRise(rise)

    @override
    def getCode(self) -> str:
        if self._element is not None:
            self._code = [*self._told(self._element)]
        return str(super().getCode())

    @override
    def _textOut(self, text: str, TStar: int = 0) -> None:
        if TStar and self._element is not None:
            text += next(self._ends, "")
        super()._textOut(text, TStar)

    @override
    def _formatText(self, text: str) -> str:
        font = pdfmetrics.getFont(self._fontname)
        if not isinstance(font, ScriptFont):
            return str(super()._formatText(text))
        turns = self.is_right_to_left
        shaped = font.shaped(text, is_right_to_left=is_right_to_left(text) if turns is None else turns)
        code = str(super()._formatText(shaped))
        if shaped is text:
            return code
        spoken = without_marks(text).encode("utf-16-be").hex()
        return f"/Span <</ActualText <feff{spoken}>>> BDC {code} EMC"

    def _linkRecord(self, link: _Link, what: str) -> None:  # noqa: N802 - ReportLab calls it by this name
        """A link begins with what was written last, or ends with it."""
        if self._element is None:
            return
        if what == "start":
            self._begun[link] = len(self._code) - 1
            return
        found, _ = self._structure.known((self._element, link), "Link")
        self._structure.waiting.append((link[1], found))
        self._links.append((self._begun.pop(link), len(self._code), found))

    def _told(self, element: Element) -> Iterator[str]:
        """The code with its marks; links stand where they are read."""
        done = 0
        for start, end, link in sorted(self._links, key=itemgetter(0)):
            yield from self._stretch(done, start, element)
            element.add(link)
            yield from self._stretch(start, end, link)
            done = end
        yield from self._stretch(done, len(self._code), element)

    def _stretch(self, start: int, end: int, element: Element) -> Iterator[str]:
        """A part of the code with the marks of its element; without where nothing is shown in it."""
        code = self._code[start:end]
        first = next((place for place, part in enumerate(code) if part.endswith(_SHOWS)), None)
        if first is None:
            yield from code
            return
        yield from (*code[:first], self._structure.stretch(element), *code[first:], "EMC")
