"""Photos as they are kept: upright, no larger than a page needs, without the place they were taken at."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.errors import SestanteError
from desktop.text import say
from desktop.workspace.heif import UnreadableError, is_heif, opened

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2500
"""Pixels of a photo that is kept."""
_JPEGS = ("JPEG", "MPO")
_PHOTOS = (*_JPEGS, "HEIF")
"""Many telephones put a second picture behind the first (MPO is a JPEG with one), which goes."""
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")
_MOST_DOTS = 50_000_000
_MOST_JPEG_DOTS = 170_000_000  # decoded at an eighth to a half of its size
_MILLION = 1_000_000
_QUALITY = 85
_TELLING = ("exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "comment", "photoshop")
_SEES_THROUGH = ("RGBA", "LA", "PA", "RGBa", "La")
_BOMB = say("{file} is a picture with too many pixels. Save it with {most} million at most and add that.")
_DAMAGED = say("{file} is a damaged picture. Open it in another program, save it again and add that.")


class PhotoError(SestanteError):
    """A photo cannot be kept; the sentence waits for the name of its `file`."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept."""

    content: bytes
    media_type: str
    ending: str


def photo_of(data: bytes) -> Photo | None:
    """The photo in a file's bytes; None where they are none, or several in one file. PhotoError says why not.

    What is small already and says nothing of its place stays as it is, byte by byte.
    """
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = opened(data) if is_heif(data) else Image.open(BytesIO(data), formats=_FORMATS)
        except UnidentifiedImageError:
            return None
        except Image.DecompressionBombError:
            raise PhotoError(_BOMB, file="", most=_MOST_DOTS // _MILLION) from None
        except UnreadableError as error:
            raise PhotoError(error.sentence, file="") from error
        except Exception as error:  # Pillow fails in many ways on damaged pictures
            raise PhotoError(_DAMAGED, file="") from error
        with picture:
            return _kept(picture, data)


def _kept(picture: "Image", data: bytes) -> Photo | None:
    _refuse_bombs(picture)
    try:
        if picture.format not in _PHOTOS and int(getattr(picture, "n_frames", 1)) > 1:
            return None
        if _is_fit(picture):
            picture.load()  # what is damaged is refused today, not when it is looked at
            return Photo(data, f"image/{picture.format}".lower(), _ENDINGS[picture.format or ""])
        return _made_small(picture)
    except Exception as error:
        raise PhotoError(_DAMAGED, file="") from error


_ENDINGS = {"JPEG": ".jpg", "PNG": ".png"}


def _refuse_bombs(picture: "Image") -> None:
    is_progressive = "progressive" in picture.info or "progression" in picture.info
    most = _MOST_JPEG_DOTS if picture.format in _JPEGS and not is_progressive else _MOST_DOTS
    if picture.width * picture.height > most:
        raise PhotoError(_BOMB, file="", most=_MOST_DOTS // _MILLION)


def _is_fit(picture: "Image") -> bool:
    is_small = max(picture.size) <= LONGEST_SIDE
    return picture.format in _ENDINGS and is_small and not any(name in picture.info for name in _TELLING)


def _made_small(picture: "Image") -> Photo:
    from PIL import Image, ImageOps

    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    sees_through = upright.mode in _SEES_THROUGH or "transparency" in upright.info
    shown = upright.convert("RGBA" if sees_through else "RGB")
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    shown.info.clear()
    into = BytesIO()
    if sees_through or picture.format in ("PNG", "GIF", "BMP"):
        shown.save(into, "PNG", exif=b"")
        return Photo(into.getvalue(), "image/png", ".png")
    shown.save(into, "JPEG", quality=_QUALITY, exif=b"")
    return Photo(into.getvalue(), "image/jpeg", ".jpg")
