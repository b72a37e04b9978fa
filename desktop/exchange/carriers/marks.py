"""What a file is, told by how it begins and never by its name."""

from typing import Literal

Kind = Literal["result", "pdf", "picture"]

_EDITION_AT, _EDITION = 30, b"manifest.json"  # where a zip names its first file
HEAD_BYTES = 1024
MOST_AT_AN_END = 20
"""Pages at either end of a PDF on which codes are looked for."""
BRACE = b"{"
"""How a result begins, open or sealed, in whatever order its entries stand."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")


def kind_of(head: bytes) -> Kind | None:
    """The kind of file that begins with these bytes (at least 1,024, or all); None for any other."""
    if head.startswith(BRACE):
        return "result"
    if b"%PDF-" in head[:HEAD_BYTES]:
        return "pdf"
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return "picture" if is_webp or head.startswith(_PICTURES) else None


def is_result(data: bytes) -> bool:
    """Whether a file says that it is a result, open or sealed."""
    return data.startswith(BRACE) and b'"sestante-' in data


def is_edition(head: bytes) -> bool:
    """Whether a file begins as the edition of a hub does."""
    return head.startswith(b"PK\x03\x04") and head.startswith(_EDITION, _EDITION_AT)
