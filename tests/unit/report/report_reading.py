"""What a finished PDF says, read back with other programs than the one that wrote it."""

from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader
from pypdfium2 import PdfDocument


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def squeezed(text: str) -> str:
    """Without any space and with plain apostrophes, so that typesetting does not matter."""
    return "".join(text.split()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=16)
def text_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    try:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The names of all fonts on all pages, and whether each is embedded."""
    found = {}
    for page in reader(pdf).pages:
        for entry in page["/Resources"].get_object().get("/Font", {}).values():
            font = entry.get_object()
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found
