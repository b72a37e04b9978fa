"""The server goes in the middle of an answer: it is kept here, and sent once when the server is back."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.storage import FileDatabase
from desktop.storage.outbox import Letter
from desktop.storage.server.address import Address
from desktop.storage.server.server_database import ServerDatabase
from desktop.ui.background import wait_for_background_work
from desktop.ui.guide import Guide
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Place, Workspace
from tests.serving import Server, serving
from tests.ui.conftest import begin_bakery
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY

pytestmark = pytest.mark.usefixtures("_dressed")
CHECK = "technology-check"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def on_server(address: Address, library: Library, tmp_path: Path) -> Callable[[], Workspace]:
    return lambda: Workspace(library, ServerDatabase(address, FileDatabase(tmp_path / "own")))


@pytest.fixture
def workspace(on_server: Callable[[], Workspace]) -> Iterator[Workspace]:
    opened = on_server()
    yield opened
    assert wait_for_background_work(30_000)
    opened.close()


@pytest.fixture
def firm(workspace: Workspace) -> int:
    case_id = begin_bakery(workspace)
    workspace.prepare_saving()
    workspace.save_place(workspace.case(case_id), Place("questions", "technology-check"))
    return case_id


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What dialogs said; each is answered with its first button."""
    found: list[str] = []

    def press(box: QMessageBox) -> int:
        found.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    monkeypatch.setattr(QMessageBox, "warning", lambda *given: found.append(given[-1]))
    return found


def shown(qtbot: QtBot, workspace: Workspace) -> Hand:
    window = Window(LIGHT)
    qtbot.addWidget(window)
    guide = Guide(workspace, Shell(window, "en", "light"))
    with qtbot.waitActive(window, timeout=30_000):
        window.show()
        window.activateWindow()
    guide.desk.go_on_with(())
    guide.start()
    return Hand(qtbot, window)


def answer(hand: Hand, digit: Qt.Key = Qt.Key.Key_1) -> None:
    hand.until(lambda: hand.find("questions-page", QuestionsPage) is not None)
    hand.press(digit)


def state(hand: Hand) -> str:
    return hand.see("saved-state", QLabel).text()


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_an_answer_is_kept_while_the_server_is_gone_and_sent_when_it_is_back(
    qtbot: QtBot, server: Server, workspace: Workspace, firm: int, how: str
) -> None:
    hand = shown(qtbot, workspace)
    answer(hand)
    assert state(hand) == "Saved"
    hand.press(Qt.Key.Key_Return)
    server.stop(how)
    answer(hand)
    assert state(hand) == "Kept here"
    assert "1 change waits for the server" in hand.see("server-words", QLabel).text()
    hand.press(Qt.Key.Key_Return)
    answer(hand)
    assert "2 changes wait for the server" in hand.see("server-words", QLabel).text()
    server.start()
    hand.until(lambda: hand.find("server-strip") is None)
    assert state(hand) == "Saved"
    assert len(workspace.case(firm).sheet) == 3
    assert [each.what for each in workspace.history.of(workspace.case(firm))].count("answer") == 3


def test_what_waits_is_sent_when_the_window_is_opened_again(
    qtbot: QtBot,
    server: Server,
    on_server: Callable[[], Workspace],
    told: list[str],
) -> None:
    with closing(on_server()) as workspace:
        case_id = begin_bakery(workspace)
        workspace.save_place(workspace.case(case_id), Place("questions", "technology-check"))
        hand = shown(qtbot, workspace)
        answer(hand)
        hand.press(Qt.Key.Key_Return)
        server.stop()
        answer(hand, Qt.Key.Key_2)
        assert state(hand) == "Kept here"
        hand.window.close()
        assert not hand.window.isVisible()
        assert "1 change still waits for the server" in told[0]
        assert wait_for_background_work(30_000)
    server.start()
    with closing(on_server()) as workspace:
        hand = shown(qtbot, workspace)
        hand.until(lambda: len(workspace.case(case_id).sheet) == 2)
        hand.until(lambda: hand.find("server-strip") is None)
        assert wait_for_background_work(30_000)


def kept_change(qtbot: QtBot, server: Server, on_server: Callable[[], Workspace]) -> int:
    """A window was closed while an answer of the bakery waited for the server, which is back now."""
    with closing(on_server()) as workspace:
        case_id = begin_bakery(workspace)
        workspace.save_place(workspace.case(case_id), Place("questions", "technology-check"))
        hand = shown(qtbot, workspace)
        hand.until(lambda: hand.find("questions-page", QuestionsPage) is not None)
        server.stop()
        answer(hand)
        assert state(hand) == "Kept here"
        hand.window.close()
        assert wait_for_background_work(30_000)
    server.start()
    return case_id


def test_what_waits_goes_to_its_company_whatever_number_that_has_by_now(
    qtbot: QtBot, server: Server, address: Address, on_server: Callable[[], Workspace], told: list[str]
) -> None:
    case_id = kept_change(qtbot, server, on_server)
    told.clear()
    server.run("UPDATE company SET name = 'Mulino', uuid = 'of the mill'", address.database)  # has the number
    with closing(on_server()) as workspace:
        [letter] = letters(workspace)
        hand = shown(qtbot, workspace)
        assert "1 change for Panificio Lorusso cannot be delivered" in undelivered(hand)
        assert told == []
        assert wait_for_background_work(30_000)
        mill = workspace.case(case_id)
        assert (mill.company.name, dict(mill.sheet)) == ("Mulino", {})
        assert letters(workspace) == (letter,)
        bakery = workspace.create_case(mill.company, str(json.loads(letter.document)["company_uuid"]))
        hand.window.close()
        assert wait_for_background_work(30_000)
    with closing(on_server()) as workspace:
        shown(qtbot, workspace).until(lambda: len(workspace.case(bakery.id).sheet) == 1)
        assert (dict(workspace.case(case_id).sheet), letters(workspace)) == ({}, ())
        assert wait_for_background_work(30_000)


def undelivered(hand: Hand) -> str:
    return hand.see("undelivered-words", QLabel).text()


@pytest.fixture
def undeliverable(
    qtbot: QtBot, server: Server, address: Address, on_server: Callable[[], Workspace], told: list[str]
) -> None:
    """An answer waits on this computer for a company that is gone from the server."""
    kept_change(qtbot, server, on_server)
    server.run("DELETE FROM company", address.database)
    told.clear()


@pytest.mark.usefixtures("undeliverable")
def test_what_cannot_be_delivered_is_read_and_kept_as_text(
    qtbot: QtBot, on_server: Callable[[], Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    with closing(on_server()) as workspace:
        hand = shown(qtbot, workspace)
        hand.click("look-at-undelivered")
        text = hand.see("undelivered-text", QPlainTextEdit).toPlainText()
        name, _, question, answer, *_ = text.splitlines()
        [asked] = (each for each in workspace.library.questionnaires.values() if each.id == CHECK)
        first = next(iter(asked.text("en").questions.values()))
        assert (name, question) == (BAKERY, f"• {first.text}")
        assert answer.strip(" “”") in {each.text for each in first.choices.values()}
        hand.click("copy-undelivered")
        assert QGuiApplication.clipboard().text() == text
        hand.click("save-undelivered")
        assert kept.read_text(encoding="utf-8") == text
        hand.click("dialog-cancel")
        hand.until(lambda: hand.find("undelivered-dialog") is None)
        assert len(letters(workspace)) == 1
        assert wait_for_background_work(30_000)


def ask_to_discard(hand: Hand) -> None:
    hand.click("look-at-undelivered")
    hand.click("dialog-do")
    hand.until(lambda: hand.find("undelivered-dialog") is None)
    hand.see("discard-undelivered")


@pytest.mark.usefixtures("undeliverable")
def test_what_cannot_be_delivered_is_discarded_by_the_user_alone_and_told_no_more(
    qtbot: QtBot, on_server: Callable[[], Workspace], told: list[str]
) -> None:
    with closing(on_server()) as workspace:
        hand = shown(qtbot, workspace)
        ask_to_discard(hand)
        hand.click("dialog-cancel")
        hand.until(lambda: hand.find("discard-undelivered") is None)
        assert len(letters(workspace)) == 1
        ask_to_discard(hand)
        hand.click("dialog-do")
        hand.until(lambda: hand.find("undelivered-strip") is None)
        assert letters(workspace) == ()
        assert wait_for_background_work(30_000)
    with closing(on_server()) as workspace:
        assert shown(qtbot, workspace).find("undelivered-strip") is None
        assert wait_for_background_work(30_000)
    assert told == []


@pytest.mark.usefixtures("undeliverable")
def test_what_cannot_be_delivered_is_put_off_until_the_next_opening(
    qtbot: QtBot, on_server: Callable[[], Workspace]
) -> None:
    for _ in range(2):
        with closing(on_server()) as workspace:
            hand = shown(qtbot, workspace)
            hand.click("put-off-undelivered")
            assert hand.find("undelivered-strip") is None
            assert len(letters(workspace)) == 1
            assert wait_for_background_work(30_000)


def letters(workspace: Workspace) -> tuple[Letter, ...]:
    assert workspace.server is not None
    return workspace.server.outbox.letters()


def test_while_the_server_is_gone_the_window_says_what_waits_for_it_and_leads_away_from_it(
    qtbot: QtBot, server: Server, workspace: Workspace, firm: int
) -> None:
    hand = shown(qtbot, workspace)
    answer(hand)
    server.stop()
    hand.press(Qt.Key.Key_Return)
    answer(hand)
    hand.click("to-history")
    said = [each.text() for each in hand.window.findChildren(QLabel, "passing-words") if each.isVisible()]
    assert said == ["This page can be shown when the server answers again."]
    hand.click("to-settings")
    hand.see("leave-server")
    assert not [each for each in hand.window.findChildren(QLabel, "passing-words") if each.isVisible()]
    server.start()


def test_while_the_server_is_gone_the_way_to_the_companies_stays_and_rooms_say_why_they_do_not_come(
    qtbot: QtBot, server: Server, workspace: Workspace, firm: int
) -> None:
    begin_bakery(workspace)
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = shown(qtbot, workspace)
    hand.click("to-hub")
    hand.until(lambda: hand.see("territory-state", QLabel).text().startswith("2 companies"))
    server.stop()
    hand.click("hub-reports")
    said = [each.text() for each in hand.window.findChildren(QLabel, "passing-words") if each.isVisible()]
    assert said == ["This page can be shown when the server answers again."]
    assert hand.see("hub-territory", QAbstractButton).isChecked()
    hand.click("home")
    assert (
        hand.see("home", QAbstractButton).isChecked(),
        hand.see("to-hub", QAbstractButton).isChecked(),
    ) == (False, True)
    hand.click("to-settings")
    hand.see("leave-server")
    assert hand.find("home") is not None
    server.start()


def test_a_new_company_written_while_the_server_is_gone_is_made_once(
    qtbot: QtBot, server: Server, workspace: Workspace
) -> None:
    hand = shown(qtbot, workspace)
    told = " ".join(each.text() for each in hand.see("welcome-page").findChildren(QLabel))
    assert ("Everything is saved there" in told, "on this computer" in told) == (True, False)
    hand.click("start")
    server.stop()
    hand.write("company-name", "Forno Rossi")
    assert state(hand) == "Kept here"
    hand.write("company-name", "!")
    server.start()
    hand.until(lambda: hand.find("server-strip") is None)
    hand.until(lambda: state(hand) == "Saved")
    assert [each.name for each in workspace.cases()] == ["Forno Rossi!"]
