"""Saying what became of the steps of the plan: states, notes, undo, and a plan that follows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPlainTextEdit, QPushButton

from desktop.content.steps import CourseOf, win_key
from desktop.planning import PlannedCourse
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def planned(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers, its plan open."""
    workspace.save_place(workspace.case(answered), Place("plan", "technology-check", None))
    return answered


def choose(hand: Hand, key: str, state: str) -> None:
    """Open the menu of a step and choose from it."""
    hand.click(f"state-{key}")
    menu = hand.window.findChild(QMenu, f"states-{key}")
    assert menu is not None
    next(action for action in menu.actions() if action.text() == state).trigger()
    menu.close()


def words(hand: Hand, name: str) -> str:
    return "\n".join(each.text() for each in hand.see(name).findChildren(QLabel))


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def courses(workspace: Workspace, case: int) -> tuple[PlannedCourse, ...]:
    return workspace.plans.make(workspace.situation(workspace.case(case))).courses


def a_course(workspace: Workspace, case: int) -> CourseOf:
    first = courses(workspace, case)[0]
    return CourseOf(first.course.id, first.role)


def a_win(workspace: Workspace, case: int) -> str:
    wins = workspace.plans.quick_wins(workspace.situation(workspace.case(case)))
    return win_key(wins[0].action.id)


def states(workspace: Workspace, case: int) -> dict[str, str]:
    return {key: step.state for key, step in workspace.visits.steps(workspace.case(case)).items()}


def test_a_course_under_way_stays_in_the_plan_and_is_counted(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = a_course(workspace, planned)
    hand = open_window()
    choose(hand, course.key, "Under way")
    assert states(workspace, planned) == {course.key: "under-way"}
    hand.until(lambda: "1 under way" in words(hand, "plan-progress"))
    until_up_to_date(hand)
    assert course in [(each.course.id, each.role) for each in courses(workspace, planned)]
    hand.until(lambda: hand.see(f"state-{course.key}", QPushButton).text().strip() == "Under way")


def test_a_course_done_leaves_the_plan_and_comes_back_undone(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = a_course(workspace, planned)
    hand = open_window()
    choose(hand, course.key, "Done")
    hand.until(lambda: "Done, and counted for" in words(hand, "decided"))
    until_up_to_date(hand)
    assert "1 of " in words(hand, "plan-progress")
    assert course not in [(each.course.id, each.role) for each in courses(workspace, planned)]
    hand.click("undo-step")
    assert states(workspace, planned) == {}
    until_up_to_date(hand)
    hand.see(f"state-{course.key}")


def test_a_course_dropped_is_given_to_nobody_else(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = a_course(workspace, planned)
    taking = {each.role for each in courses(workspace, planned) if each.course.id == course.course}
    hand = open_window()
    choose(hand, course.key, "Left out")
    until_up_to_date(hand)
    left = {each.role for each in courses(workspace, planned) if each.course.id == course.course}
    assert left <= taking - {course.role}


def test_what_is_decided_elsewhere_is_the_state_of_the_step(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = a_course(workspace, planned)
    hand = open_window()
    hand.click(f"decide-{course.course}")
    hand.click(f"under-way-{course.course}")
    hand.until(lambda: hand.see(f"state-{course.key}", QPushButton).text().strip() == "Under way")
    assert states(workspace, planned)[course.key] == "under-way"


def test_a_quick_win_is_ticked_with_the_keyboard_and_undone(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    win = a_win(workspace, planned)
    hand = open_window()
    button = hand.see(f"state-{win}", QPushButton)
    until_up_to_date(hand)
    button.setFocus()
    hand.press(Qt.Key.Key_Return)
    menu = hand.window.findChild(QMenu, f"states-{win}")
    assert menu is not None
    hand.until(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        hand.press_in(menu, key)
    assert states(workspace, planned) == {win: "done"}
    hand.until(lambda: button.text().strip() == "Done")
    button.setFocus()
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: button.text().strip() == "To do")
    assert states(workspace, planned) == {}


def test_a_note_is_written_down_while_writing(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    win = a_win(workspace, planned)
    hand = open_window()
    until_up_to_date(hand)
    choose(hand, win, "Note and files…")
    hand.see(f"note-text-{win}", QPlainTextEdit).insertPlainText("Copy of Friday restored")
    hand.until(lambda: win in states(workspace, planned))
    assert workspace.visits.steps(workspace.case(planned))[win].note == "Copy of Friday restored"
    choose(hand, win, "Done")
    assert workspace.visits.steps(workspace.case(planned))[win].note == "Copy of Friday restored"


def test_files_that_show_a_step_are_listed_and_taken_away(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    win = a_win(workspace, planned)
    shown = workspace._stores.visits.add_evidence(planned, f"step:{win}", "restored.txt", "text/plain", b"ok")
    hand = open_window()
    until_up_to_date(hand)
    hand.click(f"note-{win}")
    hand.until(lambda: hand.see(f"note-{win}", QPushButton).text().strip() == "Note, 1 file")
    hand.click(f"remove-file-{shown}")
    assert workspace.visits.evidence(workspace.case(planned)) == ()


def test_certificates_are_added_beside_the_window_and_undone(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    planned: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    win = a_win(workspace, planned)
    good, empty = tmp_path / "restored.txt", tmp_path / "empty.txt"
    good.write_text("ok")
    empty.touch()
    chosen = [str(good), str(empty)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    hand = open_window()
    until_up_to_date(hand)
    choose(hand, win, "Note and files…")
    hand.click(f"add-file-{win}")
    hand.until(lambda: hand.see(f"note-{win}", QPushButton).text().strip() == "Note, 1 file")
    hand.until(lambda: "empty.txt is empty" in hand.see(f"file-told-{win}", QLabel).text())
    [kept] = workspace.visits.evidence(workspace.case(planned), f"step:{win}")
    assert kept.file_name == "restored.txt"
    hand.click("undo-step")
    assert workspace.visits.evidence(workspace.case(planned)) == ()


def test_steps_that_the_plan_no_longer_has_stay_listed(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    case = workspace.case(planned)
    workspace.visits.save_step(case, "win:thrown-away", "done", "In spring")
    hand = open_window()
    hand.until(lambda: hand.find("decided") is not None)
    assert "In spring" in words(hand, "decided")
    hand.click("back-win:thrown-away")
    hand.until(lambda: hand.find("decided") is None)
    assert states(workspace, planned) == {}
