"""What goes wrong while the window is open is told in the language chosen last."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from desktop.ui.fields import Picker
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the message boxes, which are not shown."""
    texts: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _window, _title, text: texts.append(text))
    return texts


def test_a_company_that_is_gone_is_told_in_the_language_of_the_moment(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, told: list[str]
) -> None:
    hand = open_window()
    hand.click("language-it")
    hand.see("company-name")
    workspace.register.erase(workspace.case(bakery).company_id)
    hand.write("company-name", "!")
    assert told
    assert set(told) == {"Questa azienda non è più nell'area di lavoro; scegline un'altra dall'elenco."}


def test_settings_that_cannot_be_written_are_told(
    open_window: Callable[[], Hand], workspace: Workspace, told: list[str]
) -> None:
    hand = open_window()
    (workspace.folder / "settings.new").mkdir()
    hand.click("language-it")
    assert len(told) == 1
    assert told[0].startswith("The settings could not be kept for the next time: ")


@pytest.mark.expects_log
def test_a_document_that_cannot_be_saved_is_told_in_italian(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    bakery: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.save_place(workspace.case(bakery), Place("report"))
    hand = open_window()
    hand.click("language-it")
    hand.until(lambda: hand.see("save-pdf", QPushButton).isEnabled())
    nowhere = tmp_path / "nowhere" / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    hand.click("save-pdf")
    hand.until(lambda: "Qualcosa non ha funzionato" in hand.see("report-state", QLabel).text())
    assert f"{nowhere}: questa cartella o questo file non esiste." in hand.see("report-state", QLabel).text()


@pytest.mark.expects_log
@pytest.mark.parametrize("page", ["results", "plan"])
def test_work_that_fails_is_told_in_italian(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    bakery: int,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
) -> None:
    def refuse(*_what: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    maker, name = (workspace.scores, "results") if page == "results" else (workspace.plans, "at_once")
    monkeypatch.setattr(maker, name, refuse)
    workspace.save_place(workspace.case(bakery), Place(page))
    hand = open_window()
    hand.click("language-it")

    def texts() -> str:
        return " ".join(shown.text() for shown in hand.window.findChildren(QLabel) if shown.isVisible())

    hand.until(lambda: "Il sistema non lo consente: manca il permesso." in texts())
    assert "Permission denied" not in texts()


def test_settings_that_cannot_be_read_are_told_and_the_page_stays(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, told: list[str]
) -> None:
    """The stick with the data was pulled out."""
    assert bakery
    hand = open_window()
    hand.see("company-name")
    aside = workspace.folder.with_name("aside")
    workspace.folder.rename(aside)
    hand.click("to-settings")
    assert [words.startswith("The data are no longer at") for words in told] == [True]
    assert hand.find("company-name") is not None
    aside.rename(workspace.folder)
    hand.click("to-settings")
    hand.see("consultant-name")


def test_a_period_that_cannot_be_kept_is_told_and_shown_as_before(
    open_window: Callable[[], Hand], workspace: Workspace, told: list[str]
) -> None:
    workspace.prepare_saving()
    hand = open_window()
    hand.click("to-settings")
    period = hand.see("retention-months", Picker)
    aside = workspace.folder.with_name("aside")
    workspace.folder.rename(aside)
    period.setFocus()
    hand.press(Qt.Key.Key_End)
    assert [words.startswith("The data are no longer at") for words in told] == [True]
    assert period.choice() == "0"
    aside.rename(workspace.folder)
    hand.press(Qt.Key.Key_End)
    hand.until(lambda: workspace.preferences.read().retention_months > 0)
