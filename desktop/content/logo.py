"""A hub's logo, checked before anything decodes it: a PNG of bounded bytes and sides."""

import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import ContentError, Problem, system_reason
from desktop.text import Sentence, say

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 500_000
LONGEST_SIDE = 2000  # pixels
_BEGINNING = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">8sI4sII")
_SIXTEEN_BITS = 257


def read_logo(path: Path) -> bytes:
    """The bytes of the picture at `path`; ContentError where it is missing, large, damaged, or no PNG."""
    data = logo_bytes(path)
    if problem := find_problem(data):
        raise _refusal(path, problem, "B004")
    return data


def logo_bytes(path: Path) -> bytes:
    """The bytes of a file, no more than a logo has and one; ContentError where it is missing."""
    try:
        if not path.is_file():
            raise _refusal(path, say("there is no such picture; put it beside brand.yaml"), "B003")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        sentence = say("the picture cannot be read: {reason}", reason=system_reason(error))
        raise _refusal(path, sentence, "B003") from error


def find_problem(data: bytes) -> Sentence | None:
    """Why these bytes are no logo; None where they are one."""
    if len(data) > MOST_BYTES:
        return say("the picture is larger than {most} kB; save it smaller", most=MOST_BYTES // 1000)
    if len(data) < _HEADER.size or not data.startswith(_BEGINNING):
        return say("this is not a PNG picture; save it as PNG")
    width, height = _HEADER.unpack_from(data)[3:]
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        return say(
            "the picture is {width} × {height} pixels; at most {most} a side",
            width=width,
            height=height,
            most=LONGEST_SIDE,
        )
    try:
        opaque(data)
    except Exception:  # noqa: BLE001 - Pillow fails in many ways on damaged pictures
        return say("the picture is damaged; save it again as PNG")
    return None


def opaque(data: bytes) -> "Image":
    """The picture of a checked logo on white, in red, green and blue; of several frames the first."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data), formats=("PNG",)) as picture:
        layer = _in_eight_bits(picture).convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer).convert("RGB")


def _in_eight_bits(picture: "Image") -> "Image":
    """Sixteen bits of gray are scaled, where Pillow would cut them off."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(_halved).convert("L")


def _halved(level: Any) -> Any:
    return level * (1 / _SIXTEEN_BITS)


def _refusal(path: Path, sentence: Sentence, code: str) -> ContentError:
    return ContentError(Problem(str(path), 0, sentence, code))
