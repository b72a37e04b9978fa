"""The plans of the shipped examples, from the file to the paper."""

from pathlib import Path

import pytest
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
