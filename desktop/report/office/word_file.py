"""Blocks laid into a text document with python-docx."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.run import Run

from desktop.report.office.blocks import Block, Cell, Heading, Line, Said, Table, Words
from desktop.report.office.letters import begins_right, harmless, language_of, stretches
from desktop.report.office.word_look import TABLE_STYLE, WIDTH_CM, colour, dress
from desktop.report.palette import LIGHT
from desktop.report.typography import typeset

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

_NUMBERED = "List Number"
_LONGEST_WHOLE = 2_500  # letters of a row that is kept in one piece; a page holds more
_BOX = (
    '<w:sdt {spaces} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
    '<w14:checkbox><w14:checked w14:val="{checked}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
    '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/><w:sz w:val="26"/>'
    "</w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
)


class WordFile:
    """A document that grows block by block."""

    def __init__(self, language: str) -> None:
        self.document: Document = docx.Document()
        dress(self.document, language)
        self._numbering = self.document.part.numbering_part.element
        self._list: Any = None

    def add(self, blocks: Iterable[Block]) -> None:
        """Lay blocks below those that are there; what leads to a table or opens a section stays with it."""
        before: Block | None = None
        for block, following in pairwise((*blocks, None)):
            match block:
                case Heading(text, level):
                    self._fill(self.document.add_paragraph(), Line((text,)), f"Heading{level}")
                case Line():
                    paragraph = self.document.add_paragraph()
                    self._fill(paragraph, block)
                    if isinstance(following, Table) or (following and isinstance(before, Heading)):
                        paragraph.paragraph_format.keep_with_next = True
                case Table():
                    self._add_table(block)
            before = block

    def _add_table(self, block: Table) -> None:
        if not block.rows:
            return
        table = self.document.add_table(rows=0, cols=len(block.widths), style=TABLE_STYLE)
        table.autofit = False
        for column, share in zip(table.columns, block.widths, strict=True):
            column.width = Cm(WIDTH_CM * share)
        self._describe(table, block)
        if block.head:
            head = tuple((Line((title,), "Table Text"),) for title in block.head)
            self._add_row(table, head, block.widths, is_head=True)
        for row in block.rows:
            self._add_row(table, row, block.widths)
        self._fill(self.document.add_paragraph(), Line((), "Table Text"))

    def _describe(self, table: "WordTable", block: Table) -> None:
        """What is said of it to who does not see it, and which row or column names the others."""
        properties = table._tbl.tblPr
        for look in properties.findall(qn("w:tblLook")):
            properties.remove(look)
        has_head = int(bool(block.head))
        properties.append(
            parse_xml(
                f'<w:tblLook {nsdecls("w")} w:val="{"0620" if has_head else "0680"}" w:firstRow="{has_head}" '
                f'w:lastRow="0" w:firstColumn="{1 - has_head}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            )
        )
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), harmless(block.says))
        properties.append(caption)

    def _add_row(
        self, table: "WordTable", cells: tuple[Cell, ...], widths: tuple[float, ...], *, is_head: bool = False
    ) -> None:
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        letters = sum(len(_text(words)) for cell in cells for line in cell for words in line.words)
        if letters < _LONGEST_WHOLE:
            properties.append(OxmlElement("w:cantSplit"))
        if is_head:
            properties.append(OxmlElement("w:tblHeader"))
        for place, lines, share in zip(row.cells, cells, widths, strict=True):
            place.width = Cm(WIDTH_CM * share)
            first, *others = lines or (Line((), "Table Text"),)
            self._fill(place.paragraphs[0], first)
            if is_head:
                place.paragraphs[0].paragraph_format.keep_with_next = True
            for line in others:
                self._fill(place.add_paragraph(), line)

    def _fill(self, paragraph: "Paragraph", line: Line, style: str = "") -> None:
        paragraph._p.style = style or line.style.replace(" ", "")  # by id: by name it takes a search each
        self._number(paragraph, line)
        text = harmless("".join(_text(words) for words in line.words))
        if begins_right(text):
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(
                OxmlElement("w:bidi"),
                "w:adjustRightInd",
                "w:snapToGrid",
                "w:spacing",
                "w:ind",
                "w:jc",
                "w:rPr",
            )
        if line.has_box:
            sign = "\N{BALLOT BOX WITH X}" if line.is_ticked else "\N{BALLOT BOX}"
            box = _BOX.format(spaces=nsdecls("w"), checked=int(line.is_ticked), sign=sign)
            paragraph._p.append(parse_xml(box))
        for words in line.words:
            self.say(paragraph, Said(words) if isinstance(words, str) else words)

    def _number(self, paragraph: "Paragraph", line: Line) -> None:
        """The numbers of a list begin anew after a line of another style."""
        if line.style != _NUMBERED:
            self._list = None
            return
        if self._list is None:
            style = self.document.styles[_NUMBERED].element.pPr.numPr.numId.val
            pattern = self._numbering.num_having_numId(style).abstractNumId.val
            self._list = self._numbering.add_num(pattern)
            self._list.add_lvlOverride(ilvl=0).add_startOverride(1)
        number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = self._list.numId

    def say(self, paragraph: "Paragraph", said: Said) -> None:
        """Put words behind those of a paragraph."""
        place = self._linked(paragraph, said.address) if said.address else paragraph._p
        text = harmless(said.text) if said.is_name else typeset(harmless(said.text))
        for stretch, is_right in stretches(text):
            element = OxmlElement("w:r")
            place.append(element)
            run = Run(element, paragraph)
            run.text = stretch
            _look(run, said, language_of(stretch) if is_right else "")

    def _linked(self, paragraph: "Paragraph", address: str) -> Any:
        key = self.document.part.relate_to(harmless(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        place = OxmlElement("w:hyperlink")
        place.set(qn("r:id"), key)
        paragraph._p.append(place)
        return place


def _look(run: Run, said: Said, right_language: str) -> None:
    if said.address:
        run._r.style = "Hyperlink"
    if said.is_strong:
        run.font.bold = run.font.cs_bold = True
    if said.is_name:
        run.font.no_proof = True
    if said.is_muted:
        run.font.color.rgb = colour(LIGHT.muted)
    if right_language:
        run.font.rtl = True
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi"), right_language)
        run._r.get_or_add_rPr().append(language)


def _text(words: Words) -> str:
    return words if isinstance(words, str) else words.text
