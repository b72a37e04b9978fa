"""An author begins a questionnaire of her own."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from desktop.content.files.locating import questionnaire_at

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_new_questionnaire_has_no_fault_and_every_kind(
    run_here: Run, tmp_path: Path, language: str
) -> None:
    folder = tmp_path / "club"
    made = run_here("new", "assessment", "club", "--folder", folder, "--language", language)
    assert made.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == [f"club.{language}.yaml", "club.yaml"]
    checked = run_here("check", folder)
    assert (checked.stdout.splitlines()[-1], checked.stderr) == ("0 errors, 0 warnings", "")
    questionnaire = questionnaire_at(folder / "club.yaml")
    kinds = {question.kind for question in questionnaire.questions.values()}
    assert kinds == {"one", "many", "scale", "grid", "number", "text"}
    assert questionnaire.source_language == language


def test_a_new_questionnaire_can_be_shown_and_scored(run_here: Run, tmp_path: Path) -> None:
    run_here("new", "assessment", "club", "--folder", tmp_path / "club")
    shown = run_here("show", tmp_path / "club" / "club.yaml")
    assert "My first questionnaire" in shown.stdout
    assert "website: Does your firm have a website?" in shown.stdout
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "format: 1\ncompany: {name: Bar Sport, headcount: 3}\n"
        'assessments: [{id: club, version: "1.0", answers: {website: current, backup: always}}]\n',
        encoding="utf-8",
    )
    scored = run_here("score", answers, "--folder", tmp_path / "club", "--lang", "en")
    assert "Safe data: 100 of 100" in scored.stdout


def test_the_language_is_italian_when_asked_for(run_here: Run, tmp_path: Path) -> None:
    run_here("new", "assessment", "club", "--folder", tmp_path, "--language", "it")
    assert "La vostra azienda ha un sito internet?" in run_here("show", tmp_path / "club.yaml").stdout


def test_nothing_is_overwritten(run_here: Run, tmp_path: Path) -> None:
    for name in ("club.yaml", "club.en.yaml", "club.fr.yaml"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_text("mine\n", encoding="utf-8")
        told = run_here("new", "assessment", "club", "--folder", folder)
        assert (told.returncode, told.stdout) == (2, "")
        assert name in told.stderr
        assert "exists already" in told.stderr
        assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["mine\n"]


@pytest.mark.parametrize("name", ["Club", "../club", "club.it", "1st", "", "a" * 61])
def test_a_name_that_is_no_id_is_refused(run_here: Run, tmp_path: Path, name: str) -> None:
    told = run_here("new", "assessment", name, "--folder", tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert "an id has small letters" in told.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["file/club", "a" * 300])
def test_a_folder_that_cannot_be_made_is_told(run_here: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = run_here("new", "assessment", "club", "--folder", tmp_path / name)
    assert told.returncode == 2
    assert "cannot be written" in told.stderr


@pytest.mark.parametrize("name", ["none", "a" * 300])
def test_scoring_with_a_folder_without_questionnaires_is_told(
    run_here: Run, tmp_path: Path, name: str
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "format: 1\ncompany: {name: Bar Sport, headcount: 3}\n"
        'assessments: [{id: club, version: "1.0", answers: {website: current}}]\n',
        encoding="utf-8",
    )
    told = run_here("score", answers, "--folder", tmp_path / name, "--lang", "en")
    assert told.returncode == 2
    assert "no questionnaire in this folder" in told.stderr
