"""Plans of many companies, written into a folder while the window goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from desktop.content.company import Company, People
from desktop.exchange.results.envelope import read
from desktop.ui.background import end_background_work
from desktop.workspace import Workspace
from tests.ui.hand import Hand

MANY = 12


@pytest.fixture
def companies(workspace: Workspace) -> tuple[str, ...]:
    """Companies that have answered little; two have the same name."""
    names = [f"Forno {number}" for number in range(MANY - 1)]
    for name in ("Forno 0", *names):
        case = workspace.create_case(Company(name=name, headcount=3, people=People(owner=1)))
        workspace.choose_questionnaires(case.id, ("quick",))
    return ("Forno 0", *names)


@pytest.fixture
def several(open_window: Callable[[], Hand], companies: tuple[str, ...]) -> Hand:
    """A window on the page that prints several companies, reached as a user reaches it."""
    hand = open_window()
    hand.click("to-several")
    hand.until(lambda: hand.see("print-several").isEnabled())
    return hand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the user chooses."""
    chosen = tmp_path / "plans"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def state(hand: Hand) -> str:
    return hand.see("batch-state", QLabel).text()


def only(hand: Hand, name: str) -> None:
    """Tick the companies with this in their name, and no others."""
    hand.click("tick-none")
    hand.write("company-search", name)
    hand.click("tick-all")


def test_every_company_gets_a_file_of_its_own(several: Hand, folder: Path) -> None:
    several.see("kind-pdf").setFocus()
    several.click("kind-sestante")
    several.click("kind-pdf")
    several.click("print-several")
    several.until(lambda: state(several) == f"{MANY} files saved in {folder}.")
    names = {read(file.read_bytes()).result.company.name for file in folder.iterdir()}
    assert len(names) == MANY - 1
    assert (folder / "Sestante-Forno-0-2.sestante").exists()


def test_a_search_narrows_what_is_ticked(several: Hand, folder: Path) -> None:
    only(several, "forno 1")
    assert several.see("print-several", QPushButton).text() == "Save 2 companies…"
    several.click("print-several")
    several.until(lambda: state(several) == f"2 files saved in {folder}.")
    assert sorted(file.name for file in folder.iterdir()) == ["Sestante-Forno-1.pdf", "Sestante-Forno-10.pdf"]


def test_the_keyboard_comes_to_every_button_after_the_options(several: Hand) -> None:
    met = []
    several.until(lambda: several.focused() == "company-search")
    while several.focused() not in met:
        met.append(several.focused())
        several.press(Qt.Key.Key_Tab)
    assert met.index("parts-fold") < met.index("to-welcome") < met.index("print-several")


def test_the_keyboard_stays_with_the_work(several: Hand, folder: Path) -> None:
    only(several, "Forno 1")
    several.see("print-several").setFocus()
    several.press(Qt.Key.Key_Return)
    several.until(lambda: several.focused() == "stop-batch")
    several.until(lambda: several.focused() == "open-folder")


def test_space_ticks_the_company_the_keyboard_is_at(several: Hand) -> None:
    several.see("companies").setFocus()
    several.press(Qt.Key.Key_Down)
    several.press(Qt.Key.Key_Space)
    assert several.see("print-several", QPushButton).text() == f"Save {MANY - 1} companies…"


def test_it_stops_at_once_and_what_is_finished_stays(several: Hand, folder: Path) -> None:
    several.click("print-several")
    several.until(lambda: state(several).startswith("2 of"))
    several.click("stop-batch")
    several.until(lambda: state(several).startswith("Stopped:"))
    files = list(folder.iterdir())
    assert 1 <= len(files) < MANY
    assert all(file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)
    left = MANY - len(files)
    assert state(several).startswith(f"Stopped: {left} companies were not written. {len(files)} file")


def test_a_window_that_closes_does_not_wait_for_the_rest(several: Hand, folder: Path) -> None:
    several.click("print-several")
    several.until(lambda: state(several).startswith("2 of"))
    assert end_background_work(several.window, 10_000)
    files = list(folder.iterdir())
    assert 1 <= len(files) < MANY
    assert all(file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)


def test_the_work_goes_on_while_the_user_is_elsewhere(several: Hand, folder: Path) -> None:
    only(several, "forno 1")
    several.click("print-several")
    several.see("batch-state")
    several.click("to-welcome")
    several.click("to-several")
    several.until(lambda: state(several) == f"2 files saved in {folder}.")


ANSWERS = {
    "Keep them, number the new ones": {"Sestante-Forno-10.pdf", "Sestante-Forno-10-2.pdf"},
    "Replace them": {"Sestante-Forno-10.pdf"},
    "Cancel": {"Sestante-Forno-10.pdf"},
}


def answer_with(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Press a button of the next question; the questions come back."""
    asked: list[str] = []

    def exec_(box: QMessageBox) -> int:
        asked.append(box.text())
        [wanted] = [each for each in box.buttons() if each.text() == words]
        wanted.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked


@pytest.mark.parametrize("answer", ANSWERS)
def test_files_of_before_are_asked_about(
    several: Hand, folder: Path, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folder / "Sestante-Forno-10.pdf"
    before.write_bytes(b"%PDF of before")
    asked = answer_with(monkeypatch, answer)
    only(several, "forno 10")
    several.click("print-several")
    several.until(lambda: bool(asked) and several.see("print-several", QPushButton).isEnabled())
    assert asked == ["1 file of such a name is in this folder already."]
    assert {file.name for file in folder.iterdir()} == ANSWERS[answer]
    assert (before.read_bytes() == b"%PDF of before") == (answer != "Replace them")


def test_one_company_that_fails_is_named_and_does_not_hold_the_others(
    several: Hand, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "Sestante-Forno-1.pdf").write_text("notes", encoding="utf-8")
    answer_with(monkeypatch, "Replace them")
    only(several, "forno 1")
    several.click("print-several")
    several.until(lambda: state(several) == f"1 file saved in {folder}.")
    card = several.see("batch-card")
    told = [each.text() for each in card.findChildren(QLabel)]
    assert any(line.startswith("Forno 1: ") and "is not a PDF" in line for line in told)
