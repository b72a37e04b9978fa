"""Photos of telephones in HEIC: one picture in a container like a film's, decoded by libheif."""

from io import BytesIO
from typing import TYPE_CHECKING

from desktop.errors import SestanteError
from desktop.text import say

if TYPE_CHECKING:
    from PIL.Image import Image

_BOX, _BRAND = slice(4, 8), slice(8, 12)
_BRANDS = (
    *(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"),
    *(b"mif1", b"mif2", b"msf1", b"avif", b"avis"),
)
_UNREADABLE = say(
    "{file} is a photo in a phone format (HEIC) that cannot be read here, or it is damaged. "
    "Save or send it as JPEG and add that."
)


class UnreadableError(SestanteError):
    """A photo of this kind cannot be read; the sentence waits for the name of its `file`."""


def is_heif(data: bytes) -> bool:
    """Whether a file's bytes begin as those of such a photo, readable or not."""
    return data[_BOX] == b"ftyp" and data[_BRAND] in _BRANDS


def opened(data: bytes) -> "Image":
    """The photo, its size known and nothing decoded yet; UnreadableError.

    What else the file holds stays aside: other sizes, depth, masks, further pictures. An edition without
    the decoder (see docs/adr/037) says the same sentence.
    """
    try:
        from pillow_heif import HeifImageFile, options

        options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
        return HeifImageFile(BytesIO(data))  # type: ignore[no-untyped-call]
    except (ImportError, OSError, ValueError, SyntaxError, RuntimeError, EOFError) as error:
        raise UnreadableError(_UNREADABLE, file="") from error
