"""The results attached to a PDF, whoever made it: nothing is unpacked before its size is bounded."""

import logging
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from desktop.exchange.carriers.marks import BRACE, is_result

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told in one sentence

_LARGEST = 5_400_000  # bytes of one result, sealed
_MOST_FILES, _MOST_RESULTS, _MOST_NODES = 500, 50, 2000


class EncryptedError(Exception):
    """The PDF opens with a password alone."""


def attached_results(data: bytes) -> tuple[bytes, ...]:
    """The results in a PDF's bytes, each once; EncryptedError, or any other exception for a damaged one."""
    if b"startxref" not in data:  # cut off: looking for every object in it takes long and finds little
        raise ValueError("no end")
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedError
    found: dict[bytes, None] = {}
    for stream in _files(reader.trailer["/Root"].get_object()):
        content = _content(stream)
        if content is not None and is_result(content):
            found[content] = None
            if len(found) == _MOST_RESULTS:
                break
    return tuple(found)


def _files(catalog: Any) -> Iterator[StreamObject]:
    """The attached streams: in /AF, which some programs drop, and in /Names, which hardly any does."""
    seen: set[int] = set()
    for number, named in enumerate(_specifications(catalog)):
        specification = _resolved(named)
        if number == _MOST_FILES:
            return
        if not isinstance(specification, DictionaryObject) or id(specification) in seen:
            continue
        seen.add(id(specification))
        embedded = _resolved(specification.get("/EF"))
        if isinstance(embedded, DictionaryObject):
            stream = _resolved(embedded.get("/F") or embedded.get("/UF"))
            if isinstance(stream, StreamObject):
                yield stream


def _specifications(catalog: Any) -> Iterator[Any]:
    yield from _array(catalog.get("/AF"))
    names = _resolved(catalog.get("/Names"))
    left = [names.get("/EmbeddedFiles")] if isinstance(names, DictionaryObject) else []
    for _ in range(_MOST_NODES):
        if not left:
            return
        node = _resolved(left.pop())
        if isinstance(node, DictionaryObject):
            yield from _array(node.get("/Names"))[1::2]
            left += _array(node.get("/Kids"))[:_MOST_NODES]


def _array(value: Any) -> list[Any]:
    found = _resolved(value)
    return list.copy(found) if isinstance(found, ArrayObject) else []


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _content(stream: StreamObject) -> bytes | None:
    """The bytes of an attached file that may be a result; None for any other."""
    raw: bytes = stream._data
    filters = _resolved(stream.get("/Filter"))
    if isinstance(filters, ArrayObject) and len(filters) == 1:
        filters = _resolved(filters[0])
    if filters is None:
        return raw if len(raw) <= _LARGEST else None
    if filters != "/FlateDecode" or _resolved(stream.get("/DecodeParms")) is not None:
        return None
    if not zlib.decompressobj().decompress(raw, len(BRACE)).startswith(BRACE):
        return None
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(raw, _LARGEST + 1)
    return content if unpacker.eof and len(content) <= _LARGEST else None
