"""The plans of the shipped examples, from the file to the paper."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.cli import run_command
from tests.builders import RESOURCES

EXAMPLES = sorted((RESOURCES / "examples").glob("*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["it", "en"])
def test_an_example_takes_at_most_twelve_pages(example: Path, language: str, tmp_path: Path) -> None:
    printed = tmp_path / "plan.pdf"

    assert run_command(["plan", str(example), "--output", str(printed), "--lang", language]) == 0

    assert 4 <= len(PdfReader(printed).pages) <= 12
