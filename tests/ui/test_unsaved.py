"""The disk is full, the stick is pulled out: a sentence, and nothing that was answered is lost."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from desktop.clock import now
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import CourseOf, StepChange, course_states
from desktop.errors import NotWrittenError
from desktop.storage import FILE_NAME, Hand
from desktop.storage.connecting import connect
from desktop.ui.desk import Desk
from desktop.ui.desk.waiting import WaitingPerson
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.questions.question_card import QuestionCard
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand as UserHand


@pytest.fixture
def asking(open_window: Callable[[], UserHand], workspace: Workspace, bakery: int) -> UserHand:
    """A window on the first question, ready for writing."""
    workspace.prepare_saving()
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check"))
    return open_window()


def answered(workspace: Workspace, bakery: int) -> int:
    return len(workspace.case(bakery).sheet)


def answer(hand: UserHand, digit: Qt.Key = Qt.Key.Key_1) -> None:
    hand.until(lambda: hand.find("questions-page", QuestionsPage) is not None)
    hand.press(digit)


def state(hand: UserHand) -> str:
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
    asking: UserHand, workspace: Workspace, bakery: int
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


def test_the_next_save_takes_along_what_waits(asking: UserHand, workspace: Workspace, bakery: int) -> None:
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
    asking: UserHand, workspace: Workspace, bakery: int
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
    asking: UserHand, workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
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
    asking: UserHand, workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    workspace._database.prepare().dispose()
    with closing(connect(workspace.folder / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer(asking)
        assert "another program is using it" in asking.see("unsaved-words", QLabel).text()
    asking.click("save-again")
    assert answered(workspace, bakery) == 1


@contextmanager
def pulled_out(workspace: Workspace) -> Iterator[None]:
    """The stick is pulled out, and put in again."""
    workspace.prepare_saving()
    away = workspace.folder.rename(workspace.folder.with_name("away"))
    try:
        yield
    finally:
        away.rename(workspace.folder)


def test_a_profile_waits_while_the_data_are_out_of_reach(
    open_window: Callable[[], UserHand], workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    hand.see("company-name")
    with pulled_out(workspace):
        hand.write("company-name", "!")
        assert state(hand) == "Not saved"
        assert "1 entry is not saved yet" in hand.see("unsaved-words", QLabel).text()
        hand.click("step-questions")
        hand.click("step-company")
        assert hand.see("company-name", QLineEdit).text().endswith("!")
        assert state(hand) == "Not saved"
    hand.click("save-again")
    assert state(hand) == "Saved"
    assert hand.find("unsaved-strip") is None
    assert workspace.case(bakery).company.name.endswith("!")


def test_a_new_company_waits_and_is_found_again_on_its_page(
    open_window: Callable[[], UserHand], workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    workspace._database.prepare().dispose()
    hand = open_window()
    hand.click("start")
    with closing(connect(workspace.folder / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        hand.write("company-name", "Forno Rossi")
        assert state(hand) == "Not saved"
        hand.click("language-it")
        assert hand.see("company-name", QLineEdit).text() == "Forno Rossi"
        hand.click("language-en")
    hand.click("save-again")
    hand.until(lambda: state(hand) == "Saved")
    assert [each.name for each in workspace.cases()] == ["Forno Rossi"]
    hand.write("company-name", "!")
    assert [each.name for each in workspace.cases()] == ["Forno Rossi!"]


def test_people_wait_on_a_full_disk(
    open_window: Callable[[], UserHand], workspace: Workspace, bakery: int
) -> None:
    workspace.voices.add(workspace.case(bakery), "Anna", "owner")
    workspace.prepare_saving()
    workspace.save_place(workspace.case(bakery), Place("voices"))
    hand = open_window()
    hand.see("voices-page")
    with pulled_out(workspace):
        hand.write("person-name", "Bruno")
        hand.click("person-done")
        assert hand.see("person-waiting", QLabel).text() == "Bruno"
        assert hand.see("person-name", QLineEdit).text() == ""
        hand.click("person-1-change")
        hand.see("changed-name", QLineEdit).setText("Annalisa")
        hand.click("changed-done")
        assert hand.see("person-1-change", QPushButton).accessibleName() == "Change: Annalisa"
        hand.see("person-name", QLineEdit).setText("Carla, half typed")
    hand.click("save-again")
    assert hand.find("person-waiting") is None
    assert hand.see("person-name", QLineEdit).text() == "Carla, half typed"
    assert [each.label for each in workspace.voices.everybody(workspace.case(bakery))] == [
        "Annalisa",
        "Bruno",
    ]


def test_limits_and_notes_of_steps_wait_on_a_full_disk(
    open_window: Callable[[], UserHand], workspace: Workspace, answered: int
) -> None:
    case = workspace.case(answered)
    key = workspace.plans.make(workspace.situation(case)).courses[0]
    step = f"course:{key.course.id}:{key.role}"
    workspace._stores.visits.add_evidence(answered, f"step:{step}", "a.txt", "text/plain", b"a")
    workspace.save_place(case, Place("plan"))
    workspace.prepare_saving()
    hand = open_window()
    hand.click(f"note-{step}")
    hand.see(f"note-text-{step}")
    with full_disk(workspace):
        fill(workspace, answered)
        words = "Copy of Friday restored " * 60
        hand.see(f"note-text-{step}", QPlainTextEdit).insertPlainText(words)
        hand.until(lambda: hand.find("unsaved-strip") is not None)
        hand.click("step-company")
        hand.click("step-plan")
        hand.click(f"note-{step}")
        assert hand.see(f"note-text-{step}", QPlainTextEdit).toPlainText() == words.strip()
    hand.click("save-again")
    assert hand.find("unsaved-strip") is None
    assert workspace.visits.steps(workspace.case(answered))[step].note == words.strip()


def test_what_waits_is_written_in_the_order_it_was_given_last(
    qtbot: QtBot, workspace: Workspace, answered: int
) -> None:
    desk = Desk(workspace)
    desk.open(answered)
    course = workspace.plans.make(workspace.situation(desk.open_case)).courses[0]
    step = CourseOf(course.course.id, course.role).key
    before = desk.open_case.constraints
    with pulled_out(workspace):
        desk.save_constraints(replace(before, weeks=9))
        desk.save_step(StepChange(step, "done", "in March"))
        assert dict(course_states(desk.open_case.constraints)) == {step: "done"}
        desk.save_constraints(replace(desk.open_case.constraints, weeks=12))
    assert desk.unsaved.try_again()
    limits = workspace.case(answered).constraints
    assert (limits.weeks, dict(course_states(limits))) == (12, {step: "done"})
    assert workspace.visits.steps(workspace.case(answered))[step].note == "in March"


def test_somebody_whose_name_was_given_meanwhile_is_told(
    qtbot: QtBot, workspace: Workspace, bakery: int
) -> None:
    desk, told = Desk(workspace), list[object]()
    desk.open(bakery)
    desk.save_failed.connect(told.append)
    person = WaitingPerson(desk.open_case, Hand(), "voices", "Anna", "owner")
    workspace.voices.add(desk.open_case, "anna", "owner")
    desk.unsaved.go_on([person])
    assert "already called anna" in str(told[0])
    assert desk.unsaved.count == 0


def test_a_start_on_a_disk_with_little_room_says_so_once(
    open_window: Callable[[], UserHand], workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage(workspace.folder)._replace(free=20 * 1024 * 1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room)
    hand = open_window()
    assert "Only 20 MB are left" in hand.see("start-words", QLabel).text()
    hand.see("start-away", QPushButton).click()
    hand.click("language-it")
    assert hand.find("start-strip") is None


def test_a_clock_that_went_back_is_told_once_and_in_words(
    open_window: Callable[[], UserHand], workspace: Workspace, bakery: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.create_case(workspace.case(bakery).company)
    monkeypatch.setattr("desktop.workspace.conditions.now", lambda: now() - timedelta(days=40))
    hand = open_window()
    assert "The clock of this computer is behind" in hand.see("start-words", QLabel).text()
    assert str(now().year) in hand.see("start-words", QLabel).text()


def test_a_start_without_trouble_says_nothing(open_window: Callable[[], UserHand], bakery: int) -> None:
    hand = open_window()
    hand.see("company-name")
    assert hand.find("start-strip") is None
    assert hand.find("unsaved-strip") is None
