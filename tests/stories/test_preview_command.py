"""`sestante preview` refuses in a sentence what it cannot show."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from desktop.content.questionnaires.skeleton import new_assessment

Run = Callable[..., "CompletedProcess[str]"]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


@pytest.fixture
def questionnaire(tmp_path: Path) -> Path:
    new_assessment("club", tmp_path / "club", "en")
    return tmp_path / "club" / "club.yaml"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("missing",), "There is no file or folder missing."),
        (("missing", "--lang", "it"), "Non esiste un file o una cartella missing."),
        ((".",), "To begin one: sestante new assessment ID"),
    ],
)
def test_a_path_that_leads_nowhere_is_a_sentence(
    run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    finished = run_here("preview", *arguments)
    assert finished.returncode == 2
    assert sentence in finished.stderr
    assert finished.stderr.count("\n") == 1


def test_a_question_that_is_not_there_is_a_sentence(run_here: Run, questionnaire: Path) -> None:
    finished = run_here("preview", questionnaire, "--question", "web-site")
    assert finished.returncode == 2
    assert "There is no question “web-site” in" in finished.stderr
    assert "website" in finished.stderr


def test_what_can_be_shown_is_shown(run_here: Run, questionnaire: Path) -> None:
    assert run_here("preview", questionnaire, "--question", "website", "--lang", "it").returncode == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a screen")
def test_without_a_screen_the_check_is_named(run: Run, questionnaire: Path) -> None:
    finished = run("preview", questionnaire, without=SCREENS)
    assert finished.returncode == 2
    assert "sestante check PATH" in finished.stderr
    assert "Traceback" not in finished.stderr
