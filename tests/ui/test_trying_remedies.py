"""What would close a gap is tried from the page of the plan, and taken back."""

from collections.abc import Callable
from fractions import Fraction

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop.content.company import Constraints
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def planned(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers and little time, its plan open."""
    case = workspace.case(answered)
    little = {"owner": Fraction(1), "employee": Fraction(1, 2)}
    workspace.save_constraints(case, msgspec.structs.replace(case.constraints, hours_per_week=little))
    workspace.save_place(workspace.case(answered), Place("plan", "technology-check", None))
    return answered


def limits(workspace: Workspace, case: int) -> Constraints:
    return workspace.case(case).constraints


def words_in(hand: Hand, name: str) -> str:
    return "\n".join(each.text() for each in hand.see(name).findChildren(QLabel))


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def test_a_remedy_is_tried_and_taken_back(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    before = limits(workspace, planned)
    hand = open_window()
    button = hand.see("try-0", QAbstractButton)
    assert button.accessibleName().startswith("Try it: ")
    hand.click("try-0")
    assert limits(workspace, planned) != before
    assert words_in(hand, "tried").startswith("You are trying: ")
    until_up_to_date(hand)
    hand.click("tried-back")
    assert limits(workspace, planned) == before
    until_up_to_date(hand)
    assert hand.find("tried") is None
    hand.see("try-0")


def test_with_the_keyboard_the_way_back_is_next(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    before = limits(workspace, planned)
    hand = open_window()
    hand.see("try-0", QAbstractButton).setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.see("tried")
    hand.until(lambda: hand.focused() == "tried-back")
    hand.press(Qt.Key.Key_Return)
    assert limits(workspace, planned) == before


def test_who_edits_a_limit_has_accepted_what_was_tried(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    hand = open_window()
    hand.click("try-0")
    hand.see("tried")
    until_up_to_date(hand)
    tried = limits(workspace, planned)
    course = workspace.plans.make(workspace.situation(workspace.case(planned))).courses[0].course.id
    hand.click(f"decide-{course}")
    hand.click(f"excluded-{course}")
    hand.until(lambda: hand.find("tried") is None)
    assert limits(workspace, planned).hours_per_week == tried.hours_per_week
