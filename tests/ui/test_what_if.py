"""What if: limits slid to and fro, the plan after them, what changes, and plans kept and compared."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QLabel, QLineEdit, QPushButton, QScrollArea

from desktop.content.company import Constraints
from desktop.ui.slider import Slider
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

DRAFT = "A good plan; proving that none is better…"
PROVEN = "Proven: no better plan within these limits"
Opening = Callable[[], Hand]


@pytest.fixture
def planned(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers, its plan open."""
    workspace.save_place(workspace.case(answered), Place("plan", "technology-check", None))
    return answered


@pytest.fixture
def hand(open_window: Opening, planned: int) -> Hand:
    assert planned
    opened = open_window()
    until_up_to_date(opened)
    return opened


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == PROVEN)


def limits(workspace: Workspace, case: int) -> Constraints:
    return workspace.case(case).constraints


def place(slider: Slider, position: int) -> QPoint:
    return slider.place_of(position).toPoint()


def drag(hand: Hand, name: str, positions: list[int], *, let_go: bool = True) -> Slider:
    """Take the handle of a slider with the mouse over some positions, counted from 0."""
    slider = hand.see(name, Slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=place(slider, slider.value()))
    for position in positions:
        QTest.mouseMove(slider, place(slider, position))
    if let_go:
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place(slider, positions[-1]))
    return slider


def slide(hand: Hand, name: str, position: int) -> None:
    """Slide away from the plan compared with, and wait for the plan."""
    drag(hand, name, [position])
    hand.see("plan-changes")
    until_up_to_date(hand)


def words_in(hand: Hand, name: str) -> str:
    return "\n".join(each.text() for each in hand.see(name).findChildren(QLabel) if each.isVisible())


def test_a_plan_follows_the_slider_first_good_then_proven(
    hand: Hand, workspace: Workspace, planned: int
) -> None:
    hours = hand.see("plan-hours-owner", QDoubleSpinBox)
    drag(hand, "plan-hours-owner-slider", [11, 12, 13], let_go=False)  # beyond what the curve has made ready
    assert hours.value() == 6.5
    seen: list[str] = []

    def is_proven() -> bool:
        seen.append(hand.see("plan-state", QLabel).text())
        return DRAFT in seen and seen[-1] == PROVEN

    hand.until(is_proven)
    situation = workspace.situation(workspace.case(planned)).within(
        replace(
            limits(workspace, planned), hours_per_week={"owner": Fraction(13, 2), "employee": Fraction(2)}
        )
    )
    best = workspace.plans.make(situation)
    assert {f"course-{each.course.id}" for each in best.courses} == {
        card.objectName()
        for card in hand.window.findChildren(QFrame)
        if card.objectName().startswith("course-") and card.isVisible()
    }


def test_limits_are_written_down_when_the_slider_rests(
    hand: Hand, workspace: Workspace, planned: int
) -> None:
    before = limits(workspace, planned)
    drag(hand, "plan-weeks-slider", [10, 11, 12], let_go=False)
    assert limits(workspace, planned) == before
    hand.until(lambda: limits(workspace, planned).weeks == 13)


def test_limits_slid_last_are_written_down_when_the_window_closes(
    hand: Hand, workspace: Workspace, planned: int
) -> None:
    drag(hand, "plan-budget-slider", [3])
    hand.window.close()
    assert limits(workspace, planned).budget_eur == 150


def test_the_slider_goes_by_keyboard_and_the_stepper_goes_on(hand: Hand) -> None:
    slider = hand.see("plan-hours-owner-slider", Slider)
    stepper = hand.see("plan-hours-owner", QDoubleSpinBox)
    slider.setFocus()
    shown = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        hand.press(key)
        shown.append(stepper.value())
    assert shown == [2.5, 3.5, 3, 10, 0]
    assert slider.accessibleName() == "Owner: hours a week, slider"
    stepper.setValue(30)
    assert slider.value() == slider.maximum()
    assert slider.accessibleDescription() == "30 h"
    assert stepper.value() == 30


def test_a_role_that_is_slid_to_nobody_is_not_asked_for_hours_once_it_is_let_go(hand: Hand) -> None:
    slider = drag(hand, "plan-people-employee-slider", [0], let_go=False)
    assert hand.find("plan-hours-employee") is not None
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place(slider, 0))
    hand.until(lambda: hand.find("plan-hours-employee") is None)


def test_what_changes_is_told_and_taken_back(hand: Hand, workspace: Workspace, planned: int) -> None:
    before = workspace.plans.make(workspace.situation(workspace.case(planned)))
    assert hand.find("plan-changes") is None
    slide(hand, "plan-hours-owner-slider", 1)
    hand.until(lambda: limits(workspace, planned).hours_per_week["owner"] == Fraction(1, 2))
    after = workspace.plans.make(workspace.situation(workspace.case(planned)))
    gone = [each.course.title for each in before.courses if (each.role, each.course.id) not in after.keys]
    assert all(title in hand.see("plan-leaving", QLabel).text() for title in gone)
    assert "\N{MINUS SIGN}" in hand.see("plan-changes-totals", QLabel).text()
    assert hand.see("plan-leaving", QLabel).text() in hand.see("plan-changes").accessibleDescription()
    hand.click("plan-back")
    hand.until(lambda: hand.find("plan-changes") is None)
    assert limits(workspace, planned).hours_per_week["owner"] == 2


def test_a_course_that_enters_is_marked_until_it_is_compared_with(hand: Hand) -> None:
    slide(hand, "plan-hours-owner-slider", 1)
    hand.click("plan-compare-from-now")
    hand.until(lambda: hand.find("plan-changes") is None)
    slide(hand, "plan-hours-owner-slider", 12)
    marks = [
        label.text()
        for label in hand.window.findChildren(QLabel)
        if label.objectName().startswith("change-") and label.isVisible()
    ]
    assert "New" in marks
    assert hand.see("plan-entering", QLabel).text().startswith("New: ")


def test_somebody_who_reads_further_down_stays_there(hand: Hand) -> None:
    area = hand.see("plan-area", QScrollArea)
    bar = area.verticalScrollBar()
    read = hand.see("quick-wins")
    bar.setValue(read.y() + 20)
    before = read.mapTo(hand.window, QPoint()).y()
    drag(hand, "plan-budget-slider", [10])
    hand.until(lambda: hand.window.findChild(QFrame, "plan-changes") is not None)
    until_up_to_date(hand)
    hand.until(lambda: abs(read.mapTo(hand.window, QPoint()).y() - before) < 40)


def test_nothing_jumps_while_a_slider_moves(hand: Hand) -> None:
    totals = hand.see("plan-totals").mapTo(hand.window, QPoint())
    slide(hand, "plan-hours-owner-slider", 1)
    changes = hand.see("plan-changes").geometry()
    for position in (2, 3, 5):
        slide(hand, "plan-hours-owner-slider", position)
        assert hand.see("plan-changes").geometry() == changes
    assert hand.see("plan-totals").mapTo(hand.window, QPoint()) == totals


def test_three_kept_plans_stand_side_by_side_in_the_smallest_window(
    workspace: Workspace, planned: int, open_window: Opening
) -> None:
    case = workspace.case(planned)
    for name in ("Little money", "Much time", "As it is"):
        workspace.kept_plans.keep(case, name, case.constraints)
    hand = open_window()
    hand.window.resize(1024, 640)
    hand.see("use-plan-1")
    bar = hand.see("plan-kept").findChildren(QScrollArea)[0].horizontalScrollBar()
    hand.until(lambda: bar.maximum() == 0)


def test_plans_are_kept_compared_used_and_deleted(hand: Hand, workspace: Workspace, planned: int) -> None:
    hand.click("plan-keep")
    slide(hand, "plan-hours-owner-slider", 8)
    name = hand.see("plan-name", QLineEdit)
    hand.until(lambda: "4 h" in name.text())
    name.selectAll()
    QTest.keyClicks(name, "Much time")
    QTest.keyClick(name, Qt.Key.Key_Return)
    first, second = (each.id for each in workspace.kept_plans.of(workspace.case(planned)))
    hand.see(f"use-plan-{second}")
    assert "Much time" in words_in(hand, "plan-kept")
    assert "recalculated from today's answers" in words_in(hand, "plan-kept")
    hand.click(f"use-plan-{first}")
    hand.until(lambda: limits(workspace, planned).hours_per_week["owner"] == 2)
    until_up_to_date(hand)
    hand.click(f"delete-plan-{second}")
    hand.until(lambda: hand.find(f"use-plan-{second}") is None)
    assert hand.see("plan-gone", QLabel).text() == "“Much time” is deleted."
    hand.click("plan-undo")
    hand.until(lambda: "Much time" in words_in(hand, "plan-kept") and hand.find("plan-gone") is None)
    kept = workspace.kept_plans.of(workspace.case(planned))
    assert [(each.id == first, each.name) for each in kept][1:] == [(False, "Much time")]


def test_kept_plans_are_there_after_a_restart(
    workspace: Workspace, planned: int, open_window: Opening
) -> None:
    case = workspace.case(planned)
    workspace.kept_plans.keep(case, "Little money", replace(case.constraints, budget_eur=10))
    hand = open_window()
    hand.until(lambda: hand.find("plan-kept") is not None and "Little money" in words_in(hand, "plan-kept"))


def test_a_name_that_is_taken_is_told(hand: Hand, workspace: Workspace, planned: int) -> None:
    case = workspace.case(planned)
    workspace.kept_plans.keep(case, "Mine", case.constraints)
    name = hand.see("plan-name", QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, "mine")
    hand.click("plan-keep")
    assert "already called “mine”" in hand.see("plan-name-advice", QLabel).text()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    assert hand.find("plan-name-advice") is None
    hand.click("plan-keep")
    assert hand.see("plan-name-advice", QLabel).text().startswith("Give the plan a name")
    assert len(workspace.kept_plans.of(case)) == 1


def test_the_hours_that_bring_most_are_one_press_away(hand: Hand, workspace: Workspace, planned: int) -> None:
    words, told = hand.see("plan-use-hours", QPushButton).text(), words_in(hand, "plan-hours-card")
    assert "% of what" in words_in(hand, "plan-hours-card")
    assert hand.find("plan-hours-chart") is None
    hand.click("plan-hours-more")
    assert "h a week: " in hand.see("plan-hours-chart").accessibleDescription()
    before = limits(workspace, planned).hours_per_week
    hand.click("plan-use-hours")
    hand.until(lambda: limits(workspace, planned).hours_per_week != before)
    (changed,) = set(limits(workspace, planned).hours_per_week.values()) - set(before.values())
    assert words == f"Use {float(changed):g} h a week"
    hand.until(lambda: hand.find("plan-use-hours") is None or words_in(hand, "plan-hours-card") != told)
