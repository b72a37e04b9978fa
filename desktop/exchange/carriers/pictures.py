"""Codes on a photo or a scan, decoded in grey and no larger than memory should hold."""

import warnings
from io import BytesIO

from PIL import Image

from desktop.exchange.carriers.carried import PICTURE_TOO_LARGE, CarrierError
from desktop.exchange.carriers.seeing import codes_seen
from desktop.text import Sentence, say

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_MOST_DOTS = 100_000_000
_MILLION = 1_000_000
_MOST_BYTES = 160_000_000  # of a decoded picture
_MOST_FRAMES = 20
_BYTES_OF_A_DOT = {"1": 1, "L": 1, "P": 1, "LA": 4, "PA": 4, "I;16": 2, "I;16B": 2}
_MOST_OF_A_DOT = 4
_WEBP_BYTES = 12  # WebP is decoded whole and then copied
_PROGRESSIVE_BYTES = 7  # of a JPEG that keeps its coefficients until the end
_DRAFT_BYTES = 0.5  # of a JPEG decoded at half its size or less
_LARGE = 16_000_000  # dots; a larger JPEG is decoded smaller


def codes_in_picture(data: bytes, file: str) -> tuple[tuple[str, ...], Sentence | None]:
    """The texts of codes on a picture, and what was not looked at.

    CarrierError where it is too large; any other exception for a damaged one. Of several pictures in a TIFF
    the first twenty are looked at.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = _opened(data, file)
        frames = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
        found: dict[str, None] = {}
        for frame in range(min(frames, _MOST_FRAMES)):
            if frames > 1:
                picture.seek(frame)
            found |= dict.fromkeys(codes_seen(_grey(picture, file)))
    return tuple(found), _note(file) if frames > _MOST_FRAMES else None


def _note(file: str) -> Sentence:
    return say(
        "Only the first {most} pictures in {file} were looked at. Split the file.",
        file=file,
        most=_MOST_FRAMES,
    )


def _opened(data: bytes, file: str) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise CarrierError(PICTURE_TOO_LARGE, file=file, most=_MOST_DOTS // _MILLION) from None


def _grey(picture: Image.Image, file: str) -> Image.Image:
    """The picture decoded, refused before that where it would fill the memory."""
    dots = picture.width * picture.height
    if dots > _MOST_DOTS or dots * _bytes_of_a_dot(picture, dots) > _MOST_BYTES:
        raise CarrierError(PICTURE_TOO_LARGE, file=file, most=_MOST_DOTS // _MILLION)
    if picture.format == "JPEG":
        shrink = 2 if dots > _LARGE else 1
        picture.draft("L", (picture.width // shrink, picture.height // shrink))
    picture.load()
    if picture.mode == "L":
        return picture.copy() if getattr(picture, "n_frames", 1) > 1 else picture
    grey = picture.convert("L")
    if getattr(picture, "n_frames", 1) == 1:
        picture.close()
    return grey


def _bytes_of_a_dot(picture: Image.Image, dots: int) -> float:
    """What a dot takes while the picture is decoded."""
    match picture.format:
        case "WEBP":
            return _WEBP_BYTES
        case "JPEG" if "progressive" in picture.info or "progression" in picture.info:
            return _PROGRESSIVE_BYTES
        case "JPEG":
            return _DRAFT_BYTES if dots > _LARGE else 1
        case _:
            return _BYTES_OF_A_DOT.get(picture.mode, _MOST_OF_A_DOT)
