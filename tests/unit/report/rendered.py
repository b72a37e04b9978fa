"""A finished PDF as a reader sees it: pages as pictures, and how many dots of a colour are on them."""

import pypdfium2
from PIL import Image


def pictures(pdf: bytes, dots_per_inch: int = 72) -> list[Image.Image]:
    """Each page in red, green and blue."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dots_per_inch / 72).to_pil().convert("RGB") for page in document]


def dots(picture: Image.Image, colour: str) -> int:
    """How many dots have exactly the colour `#RRGGBB`."""
    wanted = tuple(bytes.fromhex(colour[1:]))
    return sum(count for count, found in picture.getcolors(picture.width * picture.height) if found == wanted)
