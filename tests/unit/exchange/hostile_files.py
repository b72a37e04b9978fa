"""PDFs and pictures that somebody made to do harm, or that got harmed on their way."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

RESULT = b'{"kind":"sestante-result"}\n{}\n'
EMPTY_PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


def a_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return data + table + trailer % (len(objects) + 1, len(data))


def a_stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def with_attached(data: bytes, entries: bytes = b"", *, catalog: bytes = b"/AF[3 0 R]") -> bytes:
    """A PDF without pages that carries a stream, named by its catalogue."""
    return a_pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        EMPTY_PAGES,
        b"<</Type/Filespec/F(a.sestante)/EF<</F 4 0 R>>>>",
        a_stream(data, entries),
    )


def with_page(content: bytes, entries: bytes, *objects: bytes) -> bytes:
    """A PDF of one page; `objects` are numbered from 5."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % entries
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return a_pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, page, a_stream(content), *objects)


def of_many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return a_pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, *[page] * count)


def of_deep_pages(depth: int) -> bytes:
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 3, n + 1) for n in range(depth)]
    return a_pdf(b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/MediaBox[0 0 595 842]>>")


def drawn_for_ever() -> bytes:
    """Forms that draw each other: twenty to the power of nine squares."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
    forms = [
        a_stream(b"/I Do " * 20, form + b"/Resources<</XObject<</I %d 0 R>>>>" % (number + 1))
        for number in range(5, 14)
    ]
    first = b"/Resources<</XObject<</I 5 0 R>>>>"
    return with_page(b"/I Do", first, *forms, a_stream(b"0 0 1 1 re f", form))


def picture_bomb(side: int) -> bytes:
    """A page with a picture that unpacks to a thousand times its size."""
    entries = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    size = b"/Width %d/Height %d" % (side, side)
    first = b"/Resources<</XObject<</I 5 0 R>>>>"
    packed = zlib.compress(bytes(side * side), 1)
    return with_page(b"q 595 0 0 842 0 0 cm /I Do Q", first, a_stream(packed, entries + size))


def a_png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A grey picture that says it has this size."""
    head = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    parts = [head, *chunks, (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, data = part
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def hostile_files(folder: Path) -> Sequence[Path]:
    """Files that would fill the memory where nobody counted first."""
    files = {
        "flate.pdf": with_attached(zlib.compress(RESULT + bytes(300_000_000), 1), b"/Filter/FlateDecode"),
        "picture.pdf": picture_bomb(10_000),
        "deep.pdf": of_deep_pages(20_000),
        "lie.png": a_png(60_000, 60_000),
        "text.png": a_png(100, 100, (b"zTXt", b"a\0\0" + zlib.compress(bytes(300_000_000), 1))),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    Image.new("L", (9_999, 9_999)).save(folder / "grey.png", compress_level=1)
    Image.new("RGB", (6_300, 6_300)).save(folder / "colours.png", compress_level=1)
    Image.new("L", (4_800, 4_800)).save(folder / "progressive.jpg", progressive=True)
    Image.new("RGB", (3_600, 3_600)).save(folder / "picture.webp", lossless=True, quality=0, method=0)
    return sorted(folder.iterdir())
