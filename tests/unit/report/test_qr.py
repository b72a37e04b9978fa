"""Square codes that a scanner reads from the printed page."""

from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.report.qr import qr_drawing, qr_matrix
from tests.examples import examples


def _scanned(figure, scale=2.1):
    """What a scanner reads at about 150 dots an inch."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 400))
    figure.drawOn(canvas, 20, 20)
    canvas.save()
    page = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=scale).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(page)]


@examples(15)
@given(st.text(st.characters(min_codepoint=32, codec="ascii"), min_size=1, max_size=120))
def test_what_is_printed_is_what_a_scanner_reads(text):
    """Addresses and results are ASCII; beyond it readers guess the letters."""
    assert _scanned(qr_drawing(text, 60)) == [text]


@pytest.mark.parametrize("length", [20, 60, 120, 900])
def test_a_module_is_never_smaller_than_half_a_millimetre(length):
    text = "x" * length
    figure = qr_drawing(text, 20)

    assert figure.width / (len(qr_matrix(text)) + 8) >= 0.5 * mm - 1e-9


def test_a_code_with_room_is_as_large_as_asked():
    assert qr_drawing("https://example.org", 90).width == 90


def test_the_code_is_one_path_and_has_words():
    figure = qr_drawing("https://example.org", alternative="Course page")

    assert len(figure.drawing.contents) == 1
    assert figure.alternative == "Course page"


@pytest.mark.parametrize(("text", "reason"), [("", "empty data"), ("x" * 3000, "too long")])
def test_what_fits_no_code_is_refused(text, reason):
    with pytest.raises(ValueError, match=reason):
        qr_drawing(text)
