"""The look of a text document: its styles, the language it is checked in, and its paper."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from desktop.report.palette import LIGHT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

TYPEFACE = "Inter"
FALLBACK = "Segoe UI"
OTHER_SCRIPTS = "Arial"
TABLE_STYLE = "Plan Table"
WIDTH_CM = 17.0
_LANGUAGE_TAGS = {"it": "it-IT", "en": "en-GB"}
_MARGIN_CM = 2.0
_SIZES: Mapping[str, tuple[float, float, float]] = {
    "Normal": (10, 0, 5),
    "Title": (26, 0, 2),
    "Subtitle": (15, 0, 4),
    "Heading 1": (17, 22, 6),
    "Heading 2": (12.5, 14, 4),
    "Heading 3": (11, 10, 3),
    "Table Text": (9, 0, 2),
    "Note": (9, 0, 4),
    "List Bullet": (10, 0, 3),
    "List Number": (9, 0, 2),
    "Footer": (8.5, 0, 0),
}
"""Points: letters, space before, space after."""

_RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"'
_TABLE_LOOK = (
    '<w:style {spaces}><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr><w:tblPr><w:tblBorders>'
    f"<w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders><w:tblCellMar>"
    '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>'
    f'<w:color w:val="{LIGHT.on_accent[1:]}"/></w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{LIGHT.accent[1:]}"/></w:tcPr></w:tblStylePr></w:style>'
)


def colour(value: str) -> RGBColor:
    """A palette colour."""
    return RGBColor.from_string(value.removeprefix("#"))


def dress(document: "Document", language: str) -> None:
    """Give an empty document the plan's styles, language and paper."""
    _forget_theme_fonts(document)
    for name in ("Table Text", "Note"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, (size, before, after) in _SIZES.items():
        _dress_paragraphs(document.styles[name], size, before, after)
    _dress_headings(document)
    _add_link_style(document)
    _add_table_style(document)
    _set_language(document, _LANGUAGE_TAGS.get(language, language))
    _set_paper(document)


def _set_faces(properties: Any) -> None:
    """The typeface for every script."""
    fonts = properties.get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{name}"), TYPEFACE)
    fonts.set(qn("w:cs"), OTHER_SCRIPTS)


def _forget_theme_fonts(document: "Document") -> None:
    """A theme's typeface would win over one that is named."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            if name.endswith("Theme"):
                del fonts.attrib[name]
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_faces(defaults)


def _dress_paragraphs(style: "ParagraphStyle", size: float, before: float, after: float) -> None:
    _set_faces(style.element.get_or_add_rPr())
    style.font.size = Pt(size)
    style.font.italic = style.font.cs_italic = False
    _set_other_size(style, size)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.15
    style.quick_style = True
    style.hidden = False


def _set_other_size(style: "ParagraphStyle", size: float) -> None:
    """Letters read from right to left have a size of their own."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    element = parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(2 * size)}"/>')
    properties.find(qn("w:sz")).addnext(element)


def _dress_headings(document: "Document") -> None:
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        accented = name in ("Title", "Heading 1")
        style.font.color.rgb = colour(LIGHT.accent if accented else LIGHT.ink)
        style.font.bold = name != "Subtitle"
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.line_spacing = 1.05
        properties = style.element.get_or_add_pPr()
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
    footer = document.styles["Footer"]
    footer.font.color.rgb = colour(LIGHT.muted)
    for stops in footer.element.pPr.findall(qn("w:tabs")):
        footer.element.pPr.remove(stops)


def _add_link_style(document: "Document") -> None:
    style: CharacterStyle = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.color.rgb = colour(LIGHT.accent)
    style.font.underline = True


def _add_table_style(document: "Document") -> None:
    """Fine lines between the rows, the head in the accent colour; conditional, so that new rows match."""
    style = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    for part in parse_xml(_TABLE_LOOK.format(spaces=nsdecls("w"))):
        style.element.append(part)


def _set_language(document: "Document", tag: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
        language.set(qn("w:eastAsia"), tag)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), tag)


def _set_paper(document: "Document") -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    section.header_distance = section.footer_distance = Cm(1)
