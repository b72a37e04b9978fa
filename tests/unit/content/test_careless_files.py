"""Slips that a quick eye misses: empty texts, names too long, words that are taken, files nobody reads."""

import shutil
from pathlib import Path

import pytest

from desktop.answers.checking import check_paths
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires
from desktop.content.questionnaires.skeleton import new_assessment
from desktop.paths import assessments_folder

NAMES = ("quantum", "technology-check", "dma-sme", "cybersecurity")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some shipped questionnaires that may be spoilt."""
    for path in assessments_folder().glob("*.yaml"):
        if path.name.split(".")[0] in NAMES:
            shutil.copy(path, tmp_path)
    return tmp_path


def codes(folder: Path) -> list[str]:
    problems = read_questionnaires(folder, ()).problems
    return [problem.code for problem in problems if not problem.is_warning and problem.code != "Q022"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("quantum.yaml", 'version: "1.0"', 'version: ""', "F006"),
        ("quantum.yaml", "languages: [it, en]", "languages: [it, en, en]", "Q006"),
        ("quantum.yaml", "id: purchases", "id: unknown", "Q018"),
        ("quantum.en.yaml", "title: ", 'title: " " # ', "F006"),
        ("technology-check.yaml", "minimum: 0", "minimum: 0\n        maximum_length: 9", "Q011"),
        (
            "technology-check.yaml",
            "{company: headcount, at_least: 10}",
            "{company: sector, in: [ZZ]}",
            "Q023",
        ),
    ],
)
def test_a_slip_is_reported(folder: Path, name: str, old: str, new: str, code: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in codes(folder)


def test_an_input_file_beside_questionnaires_is_none_of_them(folder: Path) -> None:
    path = folder / "firm.yaml"
    path.write_text("format: 1\ncompany: {name: Bar, headcount: 3}\nassessments: []\n", encoding="utf-8")
    assert codes(folder) == []
    assert [problem.code for problem in check_paths([path]).problems] == ["A003"]


def test_an_input_file_is_checked_with_the_questionnaires_named_along(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(
        "format: 1\ncompany: {name: Bar, headcount: 3}\n"
        'assessments: [{id: own, version: "1.0", answers: {}}]\n',
        encoding="utf-8",
    )
    new_assessment("own", tmp_path / "own", "en")
    assert [problem.code for problem in check_paths([path]).problems] == ["A001"]
    assert not check_paths([path, tmp_path / "own"]).problems
    assert not check_paths([tmp_path]).problems


@pytest.mark.parametrize("name", ["notes.txt", "loop.yaml"])
def test_what_is_no_questionnaire_is_never_found_in_order(folder: Path, name: str) -> None:
    path = folder / name
    if path.suffix == ".txt":
        path.write_text("ask about backups", encoding="utf-8")
    else:
        path.symlink_to(path)
    assert [problem.code for problem in check_paths([path]).problems] == ["Y002"]


@pytest.mark.parametrize("name", ["other.en.yaml", "other.yml", "other.YAML"])
def test_a_file_that_nothing_reads_is_reported(folder: Path, name: str) -> None:
    assert codes(folder) == []
    (folder / name).write_text("format: 1\n", encoding="utf-8")
    assert codes(folder) == ["T008"]
    assert "T008" in [problem.code for problem in check_paths([folder]).problems]
