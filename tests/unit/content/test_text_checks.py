"""Texts have nothing missing, nothing left over, and nothing translated from words that have changed."""

from pathlib import Path

import pytest

from desktop.content.stamping import stamp
from desktop.errors import ContentError, Problem
from tests.builders import DIMENSIONS, HEAD, a_reading, a_structure, with_texts

GRID = """\
      - id: grid
        kind: grid
        scale: steps
        words: [cloud]
        rows: [{id: mail}, {id: files}]
      - {id: people, kind: number, weight: 0, unit: true}
"""
SCALES = "scales:\n  steps: [{id: never, points: 0}, {id: often, points: 1}]\n"
STRUCTURE = a_structure(GRID, dimensions=DIMENSIONS + SCALES)
TWO_LANGUAGES = a_structure(head=HEAD.replace("[it]", "[it, en]"))


def problems_with(written: str, changed: str) -> list[Problem]:
    files = with_texts(STRUCTURE)
    assert written in files["small.it.yaml"]
    files["small.it.yaml"] = files["small.it.yaml"].replace(written, changed, 1)
    return [problem for problem in a_reading(files).problems if not problem.is_warning]


def test_a_language_without_texts_is_reported_at_languages() -> None:
    files = with_texts(STRUCTURE)
    del files["small.it.yaml"]
    (problem,) = a_reading(files).problems
    assert (problem.code, problem.line) == ("T001", 5)
    assert "small.it.yaml" in str(problem.sentence)


def test_a_file_says_the_language_of_its_name() -> None:
    (problem,) = problems_with("language: it", "language: en")
    assert problem.code == "T002"


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("      files: files\n", "files"),
        ("    often: often\n", "often"),
        ("  low:\n    meaning: m\n    name: n\n", "low"),
        ("  cloud:\n    meaning: m\n    term: cloud\n", "cloud"),
        ("  people:\n    text: t\n    unit: u\n", "people"),
        ("    unit: u\n", "unit"),
        ("  first:\n    title: t\n", "first"),
        ("  work:\n    about: a\n    high: h\n    low: l\n    middle: m\n    name: n\n", "work"),
    ],
)
def test_a_missing_text_is_reported(written: str, missing: str) -> None:
    placeholder = "  zzz: {title: t, about: a}\n" if missing == "first" else ""
    empty = {"cloud": "  {}\n", "work": "  {}\n"}.get(missing, placeholder)
    problems = problems_with(written, empty)
    assert any(problem.code == "T003" and f"`{missing}`" in str(problem.sentence) for problem in problems)


@pytest.mark.parametrize(
    ("written", "changed", "extra"),
    [
        ("      files: files\n", "      files: files\n      more: x\n", "more: x"),
        ("    often: often\n", "    often: often\n    more: x\n", "more: x"),
        ("  cloud:\n", "  more: {term: t, meaning: m}\n  cloud:\n", "more: {"),
        ("  people:\n", "  more: {text: t}\n  people:\n", "more: {"),
        ("  low:\n", "  more: {name: t, meaning: m}\n  low:\n", "more: {"),
    ],
)
def test_a_text_of_nothing_is_reported_at_its_line(written: str, changed: str, extra: str) -> None:
    (problem,) = problems_with(written, changed)
    lines = with_texts(STRUCTURE)["small.it.yaml"].replace(written, changed, 1).splitlines()
    assert problem.code == "T004"
    assert extra in lines[problem.line - 1]


def test_a_translation_without_marks_is_a_warning_and_stays_usable() -> None:
    reading = a_reading(with_texts(TWO_LANGUAGES))
    assert {(problem.code, problem.is_warning) for problem in reading.problems} == {("T005", True)}
    assert set(reading.questionnaires) == {"small"}


def written_to(folder: Path) -> dict[str, str]:
    files = with_texts(TWO_LANGUAGES)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return files


def test_a_stamped_translation_has_no_warning(tmp_path: Path) -> None:
    files = written_to(tmp_path)
    count = stamp(tmp_path / "small.en.yaml")
    stamped = (tmp_path / "small.en.yaml").read_text(encoding="utf-8")
    assert count > 0
    assert stamped.startswith(files["small.en.yaml"].rstrip())
    assert a_reading({**files, "small.en.yaml": stamped}).problems == ()


def test_a_change_of_the_source_makes_one_block_stale(tmp_path: Path) -> None:
    files = written_to(tmp_path)
    stamp(tmp_path / "small.en.yaml")
    files["small.en.yaml"] = (tmp_path / "small.en.yaml").read_text(encoding="utf-8")
    files["small.it.yaml"] = files["small.it.yaml"].replace("    text: t", "    text: changed", 1)
    (problem,) = a_reading(files).problems
    assert (problem.code, "questions.tool" in str(problem.sentence)) == ("T005", True)


def test_stamping_twice_changes_nothing(tmp_path: Path) -> None:
    written_to(tmp_path)
    stamp(tmp_path / "small.en.yaml")
    once = (tmp_path / "small.en.yaml").read_bytes()
    stamp(tmp_path / "small.en.yaml")
    assert (tmp_path / "small.en.yaml").read_bytes() == once


def test_the_source_language_is_not_stamped(tmp_path: Path) -> None:
    written_to(tmp_path)
    with pytest.raises(ContentError, match="T006"):
        stamp(tmp_path / "small.it.yaml")
