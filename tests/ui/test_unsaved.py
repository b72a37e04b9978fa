"""The disk is full, the stick is pulled out: a sentence, and nothing that was answered is lost."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from sqlalchemy import event

from desktop.clock import now
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import NotWrittenError
from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.questions.question_card import QuestionCard
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def asking(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    """A window on the first question, ready for writing."""
    workspace.prepare_saving()
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check"))
    return open_window()


def answered(workspace: Workspace, bakery: int) -> int:
    return len(workspace.case(bakery).sheet)


def answer(hand: Hand, digit: Qt.Key = Qt.Key.Key_1) -> None:
    hand.until(lambda: hand.find("questions-page", QuestionsPage) is not None)
    hand.press(digit)


def state(hand: Hand) -> str:
    return hand.see("saved-state", QLabel).text()


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    """The file may not grow by a page any more, which SQLite takes for a full disk."""
    engine = workspace._database.prepare()
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def limit(connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

    engine.dispose()
    event.listen(engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(engine, "connect", limit)
        engine.dispose()


def fill(workspace: Workspace, bakery: int) -> None:
    """Use up what room there is in the pages."""
    for length in (400, 20):
        with suppress(NotWrittenError):
            for number in range(2000):
                key = QuestionKey(f"fill/{length}/{number}")
                workspace._stores.store.save_answer(bakery, key, "x" * length)


def test_an_answer_on_a_full_disk_stays_and_is_saved_by_another_try(
    asking: Hand, workspace: Workspace, bakery: int
) -> None:
    with full_disk(workspace):
        fill(workspace, bakery)
        answer(asking)
        words = asking.see("unsaved-words", QLabel).text()
        assert "1 answer is not saved yet" in words
        assert "the disk is full" in words
        assert state(asking) == "Not saved"
        asking.click("save-again")
        assert asking.find("unsaved-strip") is not None
        assert answered(workspace, bakery) == 0
    asking.click("save-again")
    assert asking.find("unsaved-strip") is None
    assert state(asking) == "Saved"
    assert answered(workspace, bakery) == 1


def test_the_next_save_takes_along_what_waits(asking: Hand, workspace: Workspace, bakery: int) -> None:
    data = workspace.folder
    away = data.with_name("away")
    answer(asking)
    data.rename(away)
    asking.press(Qt.Key.Key_Return)
    answer(asking)
    assert "no longer at" in asking.see("unsaved-words", QLabel).text()
    asking.press(Qt.Key.Key_Return)
    away.rename(data)
    answer(asking)
    assert asking.find("unsaved-strip") is None
    assert answered(workspace, bakery) == 3


def test_an_answer_that_waits_is_shown_when_one_comes_back_to_it(
    asking: Hand, workspace: Workspace, bakery: int
) -> None:
    data = workspace.folder
    away = data.with_name("away")
    data.rename(away)
    answer(asking)
    asking.press(Qt.Key.Key_Return)
    asking.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    asking.until(lambda: bool(asking.window.findChildren(QuestionCard)))
    [card] = [each for each in asking.window.findChildren(QuestionCard) if each.isVisible()]
    assert card.answer() is not None
    assert state(asking) == "Not saved"
    away.rename(data)
    asking.click("save-again")
    assert answered(workspace, bakery) == 1
    assert asking.find("unsaved-strip") is None


def test_the_window_asks_before_it_closes_on_what_waits(
    asking: Hand, workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = workspace.folder
    away = data.with_name("away")
    data.rename(away)
    answer(asking)
    asked: list[str] = []

    def stay(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    asking.window.close()
    assert asking.window.isVisible()
    assert len(asked) == 1
    away.rename(data)
    asking.window.close()
    assert len(asked) == 1
    assert answered(workspace, bakery) == 1


def test_another_program_that_holds_the_file_is_told_and_waited_for(
    asking: Hand, workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    workspace._database.prepare().dispose()
    with closing(connect(workspace.folder / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer(asking)
        assert "another program is using it" in asking.see("unsaved-words", QLabel).text()
    asking.click("save-again")
    assert answered(workspace, bakery) == 1


def test_a_profile_that_cannot_be_saved_does_not_say_saved(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _window, _title, text: told.append(text))
    workspace.prepare_saving()
    hand = open_window()
    hand.see("company-name")
    data = workspace.folder
    away = data.with_name("away")
    data.rename(away)
    hand.write("company-name", "!")
    assert state(hand) == "Not saved"
    assert "no longer at" in told[0]
    away.rename(data)
    hand.write("company-name", "?")
    assert state(hand) == "Saved"
    assert workspace.case(bakery).company.name.endswith("!?")


def test_a_start_on_a_disk_with_little_room_says_so_once(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage(workspace.folder)._replace(free=20 * 1024 * 1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room)
    hand = open_window()
    assert "Only 20 MB are left" in hand.see("start-words", QLabel).text()
    hand.see("start-away", QPushButton).click()
    hand.click("language-it")
    assert hand.find("start-strip") is None


def test_a_clock_that_went_back_is_told_once_and_in_words(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.create_case(workspace.case(bakery).company)
    monkeypatch.setattr("desktop.workspace.conditions.now", lambda: now() - timedelta(days=40))
    hand = open_window()
    assert "The clock of this computer is behind" in hand.see("start-words", QLabel).text()
    assert str(now().year) in hand.see("start-words", QLabel).text()


def test_a_start_without_trouble_says_nothing(open_window: Callable[[], Hand], bakery: int) -> None:
    hand = open_window()
    hand.see("company-name")
    assert hand.find("start-strip") is None
    assert hand.find("unsaved-strip") is None
