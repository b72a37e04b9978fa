"""The plans of the shipped examples, from the file to the paper."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader

from desktop.exchange.carriers.seeing import codes_seen
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


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_codes_stand_in_even_rows_and_are_read_from_a_scan(
    run_here: Run, example: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "plan.pdf"
    run_here("plan", example, "--output", printed, "--lang", "en")
    with pypdfium2.PdfDocument(printed) as document:
        page = document[len(document) - 1].render(scale=150 / 72).to_pil()
    found = zxingcpp.read_barcodes(page)
    rows = Counter(round(code.position.top_left.y / 10) for code in found)
    assert len(set(rows.values())) == 1
    turned = page.convert("L").rotate(2, expand=True, fillcolor=235, resample=Image.Resampling.BILINEAR)
    grey = turned.filter(ImageFilter.GaussianBlur(0.8))
    scan = ImageChops.add(grey, Image.effect_noise(grey.size, 60), 2)
    assert len(codes_seen(scan)) == len(found)


def test_where_a_company_stands_takes_no_line_of_another_page(run_here: Run, tmp_path: Path) -> None:
    printed = tmp_path / "plan.pdf"
    run_here("plan", RESOURCES / "examples" / "bakery.yaml", "--output", printed, "--lang", "it")
    texts = [page.extract_text() for page in PdfReader(printed).pages]
    [told] = [text for text in texts if "Ogni punteggio va da 0 a 100" in text]
    assert told.count("La via più breve per il livello") == 2


def test_a_regulation_is_quoted_as_in_its_language(run_here: Run, tmp_path: Path) -> None:
    for language, told in (("it", "(Reg. (UE) 2023/2831)"), ("en", "(Reg. (EU) 2023/2831)")):
        printed = tmp_path / f"{language}.pdf"
        example = RESOURCES / "examples" / "bakery.yaml"
        run_here("plan", example, "--output", printed, "--lang", language)
        text = " ".join(page.extract_text() for page in PdfReader(printed).pages)
        assert told in " ".join(text.split())
