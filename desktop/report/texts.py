"""The only paragraphs and headings of the plan; each tells those who listen what it is."""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph
from typing_extensions import override

from desktop.report import style
from desktop.report.fonts import printable
from desktop.report.markup_reading import fragments
from desktop.report.palette import LIGHT
from desktop.report.structure import Element, Structure, structure_of
from desktop.report.style import from_the_right
from desktop.report.typography import typeset
from desktop.scripts import is_right_to_left, without_marks

_DOT, _STAYS = "·", "\N{NO-BREAK SPACE}"
_LONG, _SHORT = 7, 9  # words of a sentence, letters of its last one


class Markup(str):
    """Text whose special characters are already escaped."""

    __slots__ = ()


def markup(text: str) -> Markup:
    """A text of any origin, ready for a paragraph."""
    return text if isinstance(text, Markup) else Markup(escape(typeset(printable(text))))


def strong(text: str) -> Markup:
    """The text in a heavier face."""
    return Markup(f"<b>{markup(text)}</b>")


def muted(text: str) -> Markup:
    """The text in the second colour."""
    return Markup(f'<font color="{LIGHT.muted}">{markup(text)}</font>')


def link(text: str, address: str) -> Markup:
    """The text leading to a web address."""
    shown = escape(printable(text))
    return Markup(f'<a href={quoteattr(printable(address))} color="{LIGHT.accent}">{shown}</a>')


def joined(parts: Iterable[str], separator: str = " ") -> Markup:
    """The parts that are not empty, escaped where they were not."""
    return Markup(markup(separator).join(markup(part) for part in parts if part))


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph of plain text or `Markup`; words longer than the line are broken."""

    language = ""
    """The language of the text where it is not the document's."""
    listed: object = None
    """What the texts of one list have in common."""
    frags: list[Any]
    _broken_for: float | None = None
    _goes_on = False

    def __init__(
        self, text: str | None, style: ParagraphStyle = style.BODY, *rest: Any, **options: Any
    ) -> None:
        if text is not None:
            text = markup(text)
            options["frags"] = fragments(text, style)
        super().__init__(text, style, *rest, **options)
        self._spoken = self.getPlainText() if text is None else "".join(part.text for part in self.frags)
        self._parts = [] if text is None else list(self.frags)  # which breaking into lines takes apart
        self._turns = is_right_to_left(self._spoken)
        self.identity = object()
        if self._turns:
            self.style = from_the_right(style)

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Broken into lines once for each width, though tables and frames ask again and again."""
        if availWidth != self._broken_for or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_for = availWidth
            if self._ends_alone() and _hold_last_words(self._parts):
                self.frags = list(self._parts)
                super().wrap(availWidth, availHeight)
            lines = self.blPara.lines
            lines[:-1] = [_end_without_dot(line, self.style) for line in lines[:-1]]
        return self.width, self.height

    @override
    def beginText(self, x: float, y: float) -> Any:
        writer = super().beginText(x, y)
        writer.is_right_to_left = self._turns
        structure = structure_of(self.canv)
        if structure is not None:
            structure.link = None
            if not structure.is_open:
                writer.tell(structure, self._element(structure), self._ends())
        return writer

    def _ends_alone(self) -> bool:
        """Whether a short word of a long sentence has the last line to itself."""
        lines = self.blPara.lines
        if len(lines) == 1 or self._goes_on or len(self._spoken.split()) < _LONG:
            return False
        last = _words(lines[-1])
        return len(last) <= _SHORT and not set(last) & {" ", _STAYS}

    def _ends(self) -> list[str]:
        """What follows each line: a space, unless the line ends within a word."""
        lines = self.blPara.lines
        last = [_last_word(line) for line in (lines if self._goes_on else lines[:-1])]
        whole = set(self._spoken.split()) if last else ()
        return [" " if word in whole else "" for word in last]

    def _kind(self, structure: Structure) -> str:  # noqa: ARG002 - headings ask for their level
        return "P"

    def _element(self, structure: Structure) -> Element:
        """The element of what is written: a link where the whole paragraph is one."""
        element = self._paragraph(structure)
        if not self.blPara.kind and self.blPara.link:
            structure.link, is_new = structure.known((element, "link"), "Link")
            if is_new:
                element.add(structure.link)
        return structure.link or element

    def _paragraph(self, structure: Structure) -> Element:
        """The paragraph's element: the same for its parts on several pages."""
        element, is_new = structure.known(self.identity, "P")
        if is_new:
            element.kind = self._kind(structure)
            element.language = self.language
            if self._turns and self.blPara.kind:
                element.instead = without_marks(self._spoken)
            structure.place(element, self.listed)
        return element

    @override
    def drawPara(self, debug: int = 0) -> None:
        """Parts in different faces stand in the paragraph's order, each for itself."""
        if self._turns and self.blPara.kind:
            for line in self.blPara.lines:
                line.words = line.words[::-1]
        super().drawPara(debug)

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts:
            if isinstance(part, Text):
                part._turns, part._spoken, part.identity = self._turns, self._spoken, self.identity
                part.listed, part.language = self.listed, self.language
                part._goes_on = self._goes_on or part is not parts[-1]
        return parts


def _end_without_dot(line: Any, look: ParagraphStyle) -> Any:
    """The line without a dot between two things at its end: the end says the same."""
    if not hasattr(line, "words"):
        room, words = line
        if words[-1] != _DOT or len(words) == 1:
            return line
        return room + stringWidth(f" {_DOT}", look.fontName, look.fontSize), words[:-1]
    while len(line.words) > 1 and not line.words[-1].text.strip(f" {_DOT}"):
        line.extraSpace += _width(line.words.pop())
    last = line.words[-1]
    kept = last.text.rstrip().removesuffix(f" {_DOT}").rstrip()
    if kept and last.text.rstrip().endswith(f" {_DOT}"):
        line.extraSpace += _width(last)
        last.text = kept
        line.extraSpace -= _width(last)
    return line


def _width(words: Any) -> float:
    return float(stringWidth(words.text, words.fontName, words.fontSize))


def _hold_last_words(parts: list[Any]) -> bool:
    """Keep the last two words on one line; whether there are two."""
    for part in reversed(parts):
        before, space, last = part.text.rpartition(" ")
        if space:
            part.text = f"{before}{_STAYS}{last}"
            return True
    return False


def _last_word(line: Any) -> str:
    words = _words(line)
    return words.split()[-1] if words else ""


def _words(line: Any) -> str:
    words = "".join(part.text for part in line.words) if hasattr(line, "words") else " ".join(line[1])
    return str(words).strip(" ")


class Heading(Text):
    """A heading with a bookmark in the outline; `key` is unique in the document, `level` counts from 0."""

    key = ""
    level = 0
    title = ""

    @classmethod
    def of(cls, text: str, style: ParagraphStyle, key: str, level: int = 0) -> "Heading":
        """A heading of plain text."""
        heading = cls(text, style)
        heading.key, heading.level, heading.title = key, level, printable(text)
        return heading

    @override
    def _kind(self, structure: Structure) -> str:
        return structure.heading(self.level + 1)

    @override
    def draw(self) -> None:
        if self.key:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
            self.canv.addOutlineEntry(self.title, self.key, self.level, closed=self.level > 0)
        super().draw()

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], Heading):
            parts[0].key, parts[0].level, parts[0].title = self.key, self.level, self.title
        return parts


def listed(texts: Iterable[Text]) -> list[Flowable]:
    """The texts as items of one list."""
    common, found = object(), list(texts)
    for text in found:
        text.listed = common
    return list[Flowable](found)
