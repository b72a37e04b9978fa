"""The finished file with its small objects packed together: the structure has a thousand, each alike."""

import zlib
from collections.abc import Iterator, Sequence
from struct import pack
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFFile
from reportlab.pdfbase.pdfdoc import format as as_written

_TOGETHER = 400  # objects in a stream: readers unpack a whole one for any of its objects
_FREE, _PLAIN, _PACKED = 0, 1, 2
_Entry = tuple[int, int, int]
"""Of the table of objects: the kind, an offset or the number of a stream, and the place in that stream."""


def packed_file(document: Any, canvas: Any) -> bytes:
    """ReportLab's document as a PDF with object streams (ISO 32000-1, 7.5.7); to be called once."""
    _complete(document, canvas)
    file = PDFFile(document._pdfVersion)
    entries: dict[int, _Entry] = {0: (_FREE, 0, 65535)}
    small: list[tuple[int, bytes]] = []
    for number, body in _objects(document):
        if body.endswith(b"endstream\n"):
            entries[number] = (_PLAIN, file.add(b"%d 0 obj\n%bendobj\n" % (number, body)), 0)
        else:
            small.append((number, body))
    free = len(document.numberToId) + 1
    for start in range(0, len(small), _TOGETHER):
        part = small[start : start + _TOGETHER]
        entries[free] = (_PLAIN, file.add(_object_stream(free, part)), 0)
        entries |= {number: (_PACKED, free, place) for place, (number, _) in enumerate(part)}
        free += 1
    start_of_table = file.offset
    entries[free] = (_PLAIN, start_of_table, 0)
    file.add(_table(free, entries, document))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start_of_table)
    written: bytes = file.format(document)
    return written


def _complete(document: Any, canvas: Any) -> None:
    """What ReportLab adds last: fonts, the facts about the file, the outline."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Every object with its number; some come into being while others are written."""
    number = 1
    while number in document.numberToId:
        found = document.idToObject[document.numberToId[number]]
        yield number, as_written(found, document, toplevel=1)
        number += 1


def _object_stream(number: int, objects: Sequence[tuple[int, bytes]]) -> bytes:
    heads, offset = [], 0
    for each, body in objects:
        heads.append(b"%d %d" % (each, offset))
        offset += len(body) + 1
    first = b" ".join(heads) + b"\n"
    facts = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(first))
    return _stream(number, facts, first + b"\n".join(body for _, body in objects))


def _table(number: int, entries: dict[int, _Entry], document: Any) -> bytes:
    """Where each object is found, itself an object, with what readers begin with."""
    root, info = (
        as_written(document.Reference(each), document) for each in (document.Catalog, document.info)
    )
    same = document.ID().split(b"%")[0].strip()
    facts = b"/Type /XRef /Size %d /W [1 4 2] /Root %b /Info %b /ID %b" % (number + 1, root, info, same)
    return _stream(number, facts, b"".join(pack(">BIH", *entries[each]) for each in range(number + 1)))


def _stream(number: int, facts: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    head = b"%d 0 obj\n<< %b /Filter /FlateDecode /Length %d >>\nstream\n" % (number, facts, len(data))
    return head + data + b"\nendstream\nendobj\n"
