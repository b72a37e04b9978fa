"""What a finished text document and spreadsheet say, read back with python-docx and openpyxl."""

from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(data: bytes):
    return docx.Document(BytesIO(data))


def every_paragraph(data: bytes) -> list[str]:
    """The text of all paragraphs, in tables too, in their order, with plain apostrophes and spaces."""
    body = word(data).element.body
    return [plain("".join(part.text or "" for part in each.iter(f"{W}t"))) for each in body.iter(f"{W}p")]


def plain(text: str) -> str:
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{NO-BREAK SPACE}", " ")


def headings(data: bytes, level: int) -> list[str]:
    return [plain(each.text) for each in word(data).paragraphs if each.style.name == f"Heading {level}"]


def links(data: bytes) -> set[str]:
    related = word(data).part.rels.values()
    return {each.target_ref for each in related if each.reltype.endswith("/hyperlink")}


def book(data: bytes):
    return openpyxl.load_workbook(BytesIO(data))


def table(data: bytes, sheet: int = 0) -> list[dict[str, object]]:
    """The rows of a sheet by the titles of its columns."""
    page = book(data).worksheets[sheet]
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
