"""The plans of the shipped examples, from the file to the paper."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from tests.builders import RESOURCES
from tests.stories.conftest import Run

EXAMPLES = sorted((RESOURCES / "examples").glob("*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["it", "en"])
def test_an_example_takes_at_most_fourteen_pages(
    run_here: Run, example: Path, language: str, tmp_path: Path
) -> None:
    printed = tmp_path / "plan.pdf"

    run_here("plan", example, "--output", printed, "--lang", language)

    assert 4 <= len(PdfReader(printed).pages) <= 14


def test_how_it_was_computed_stands_together(run_here: Run, tmp_path: Path) -> None:
    printed = tmp_path / "plan.pdf"
    example = RESOURCES / "examples" / "metal-workshop.yaml"
    run_here("plan", example, "--output", printed, "--lang", "en")
    texts = [page.extract_text() for page in PdfReader(printed).pages]
    [told] = [text for text in texts if "How this was computed" in text]
    assert "Limits of this paper" in told


def test_a_third_code_stands_in_the_middle(run_here: Run, tmp_path: Path) -> None:
    printed = tmp_path / "plan.pdf"
    run_here("plan", RESOURCES / "examples" / "bakery.yaml", "--output", printed, "--lang", "en")
    with pypdfium2.PdfDocument(printed) as document:
        page = document[len(document) - 1].render(scale=2).to_pil()
    codes = zxingcpp.read_barcodes(page)
    middles = sorted((code.position.top_left.x + code.position.top_right.x) / 2 for code in codes)
    assert len(codes) == 3
    assert middles[1] == pytest.approx(page.width / 2, abs=page.width / 100)
    assert middles[1] - middles[0] == pytest.approx(middles[2] - middles[1], abs=page.width / 100)
