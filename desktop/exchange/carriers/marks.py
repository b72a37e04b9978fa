"""What a file is, told by how it begins and never by its name."""

from typing import Literal

Kind = Literal["result", "pdf", "picture"]

HEAD_BYTES = 1024
MOST_AT_AN_END = 20
"""Pages at either end of a PDF on which codes are looked for."""
_RESULT_WITHIN = 400
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")


def kind_of(head: bytes) -> Kind | None:
    """The kind of file that begins with these bytes (at least 1,024, or all); None for any other."""
    if is_result(head):
        return "result"
    if b"%PDF-" in head[:HEAD_BYTES]:
        return "pdf"
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return "picture" if is_webp or head.startswith(_PICTURES) else None


def is_result(head: bytes) -> bool:
    """Whether bytes begin as a result does, open or sealed."""
    return head.startswith(b"{") and b'"sestante-' in head[:_RESULT_WITHIN]
