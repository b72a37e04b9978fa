"""Codes on an A4 page as printed, then as a scanner or a camera sees them."""

from io import BytesIO
from random import Random

import zxingcpp
from PIL import Image, ImageChops, ImageFilter

MILLIMETRE = 1 / 25.4  # inches
A4 = (210, 297)
_NOISE = [level // 6 for level in range(256)]


def a_code(text: str) -> Image.Image:
    """A QR code at level M, one dot per module, without a margin."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    view = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    height, width = view.shape
    return Image.frombytes("L", (width, height), view.tobytes())


def a_page(texts: tuple[str, ...], *, dpi: int = 150, module: float = 0.5) -> Image.Image:
    """Codes in two columns; `module` is the side of a module in mm."""
    page = Image.new("L", _dots(A4, dpi), 255)
    for place, text in enumerate(texts):
        code = a_code(text)
        side = round(code.width * module * MILLIMETRE * dpi)
        printed = code.resize((code.width * 8,) * 2, Image.Resampling.NEAREST).resize(
            (side, side), Image.Resampling.BOX
        )
        page.paste(printed, _dots((25 + 90 * (place % 2), 40 + 70 * (place // 2)), dpi))
    return page


def _dots(size: tuple[float, float], dpi: int) -> tuple[int, int]:
    return round(size[0] * MILLIMETRE * dpi), round(size[1] * MILLIMETRE * dpi)


def seen(page: Image.Image, *, seed: int, degrees: float, blur: float, lean: float = 0) -> bytes:
    """The page as JPEG of quality 60: turned, leaning back by a share of its width, blurred, with noise."""
    chance = Random(seed)  # noqa: S311 - no secret
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=235)
    width, height = turned.size
    inset = lean * width
    corners = (-inset, -inset / 2, 0, height, width, height + inset / 2, width + inset, 0)
    leaning = turned.transform(
        (width, height), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=235
    )
    grain = Image.frombytes("L", leaning.size, chance.randbytes(width * height))
    dim = ImageChops.subtract(leaning.filter(ImageFilter.GaussianBlur(blur)), grain.point(_NOISE))
    file = BytesIO()
    dim.save(file, "JPEG", quality=60)
    return file.getvalue()
