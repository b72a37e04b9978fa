"""The calendar as something one can take hold of: courses dragged, moved by keys, and let go again."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import PlannedCourse
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

START = date(2027, 1, 4)


@pytest.fixture
def planned(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers and time enough, its plan open."""
    case = workspace.case(answered)
    limits = msgspec.structs.replace(case.constraints, start=START, weeks=40)
    case = workspace.save_constraints(case, limits)
    workspace.save_place(case, Place("plan", "technology-check", None))
    return answered


def courses(workspace: Workspace, case: int) -> list[PlannedCourse]:
    """What the owner takes, as it is planned now."""
    return [
        each
        for each in workspace.plans.make(workspace.situation(workspace.case(case))).courses
        if each.role == "owner"
    ]


def decisions(workspace: Workspace, case: int) -> list[CourseDecision]:
    return list(workspace.case(case).constraints.decisions)


def bar_of(hand: Hand, planned: PlannedCourse) -> QWidget:
    """The bar once the calendar is drawn and at rest."""
    until_up_to_date(hand)
    return hand.see(f"bar-{planned.role}-{planned.course.id}")


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def until_weeks(hand: Hand, planned: PlannedCourse, words: str) -> None:
    """Until the bar says that it lies in some weeks."""
    name = f"bar-{planned.role}-{planned.course.id}"
    hand.until(lambda: words in hand.see(name).accessibleName())
    until_up_to_date(hand)


def hold(qtbot: QtBot, bar: QWidget, weeks: int, case: int, workspace: Workspace) -> QPoint:
    """Press the mouse on a bar and take it along; where it was let off to is given back."""
    chart = bar.window().findChild(QWidget, "calendar")
    assert chart is not None
    number = workspace.case(case).constraints.weeks
    week = chart.width() * 0.57 / number
    begin = bar.rect().center()
    end = begin + QPoint(round(weeks * week), 2)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(bar, (begin + end) / 2)
    qtbot.mouseMove(bar, end)
    return end


def let_off(qtbot: QtBot, bar: QWidget, where: QPoint) -> None:
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=where)


def test_a_dragged_course_says_its_week_and_begins_in_it(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int, qtbot: QtBot
) -> None:
    last = courses(workspace, planned)[-1]
    hand = open_window()
    bar = bar_of(hand, last)
    where = hold(qtbot, bar, 4, planned, workspace)
    week = last.first_week + 4
    day = START + timedelta(weeks=week)
    words = f"Week {week + 1}, from {day.day} {day:%B} {day.year}"
    assert hand.see("calendar-ghost").accessibleName() == words
    let_off(qtbot, bar, where)
    until_weeks(
        hand, last, f"week {week + 1}" if last.first_week == last.last_week else f"weeks {week + 1} to"
    )
    assert hand.find("calendar-ghost") is None
    assert hand.find("calendar-note") is None
    assert [(each.role, each.state, each.week) for each in decisions(workspace, planned)] == [
        ("owner", "wanted", week)
    ]
    assert courses(workspace, planned)[-1].first_week == week


def test_escape_puts_a_course_back_while_it_is_dragged(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int, qtbot: QtBot
) -> None:
    last = courses(workspace, planned)[-1]
    hand = open_window()
    bar = bar_of(hand, last)
    where = hold(qtbot, bar, 4, planned, workspace)
    hand.see("calendar-ghost")
    hand.press(Qt.Key.Key_Escape)
    assert hand.find("calendar-ghost") is None
    let_off(qtbot, bar, where)
    assert decisions(workspace, planned) == []


def test_a_course_dragged_before_what_it_builds_on_says_where_it_went_and_why(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int, qtbot: QtBot
) -> None:
    case = workspace.case(planned)
    first = courses(workspace, planned)[0]
    begun = CourseDecision(course=first.course.id, role="owner", state="under-way", hours_left=Fraction(9))
    workspace.save_constraints(case, msgspec.structs.replace(case.constraints, decisions=(begun,)))
    later = next(each for each in courses(workspace, planned) if each.first_week > 2)
    hand = open_window()
    bar = bar_of(hand, later)
    let_off(qtbot, bar, hold(qtbot, bar, -later.first_week, planned, workspace))
    note = hand.see("calendar-note", QLabel)
    moved = next(each for each in courses(workspace, planned) if each.course.id == later.course.id)
    assert note.text().startswith(f"Moved to week {moved.first_week + 1}: ")
    until_up_to_date(hand)
    hand.see("plan-budget", QDoubleSpinBox).stepUp()
    hand.until(lambda: hand.find("calendar-note") is None)


def test_a_holiday_in_the_week_is_named_as_the_reason(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int, qtbot: QtBot
) -> None:
    last = courses(workspace, planned)[-1]
    case = workspace.case(planned)
    week = last.first_week + 4
    monday = START + timedelta(weeks=week)
    holiday = Holiday(monday, monday + timedelta(days=6))
    workspace.save_constraints(case, msgspec.structs.replace(case.constraints, holidays=(holiday,)))
    hand = open_window()
    bar = bar_of(hand, last)
    let_off(qtbot, bar, hold(qtbot, bar, 4, planned, workspace))
    note = hand.see("calendar-note", QLabel)
    assert note.text() == f"Moved to week {week + 2}: nobody studies in week {week + 1}."


def test_arrow_keys_move_a_course_and_delete_gives_its_week_up(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    last = courses(workspace, planned)[-1]
    hand = open_window()
    bar_of(hand, last).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        hand.press(key)
    assert hand.see("calendar-ghost").accessibleName().startswith(f"Week {last.first_week + 3},")
    assert decisions(workspace, planned) == []
    hand.until(lambda: [each.week for each in decisions(workspace, planned)] == [last.first_week + 2])
    hand.see(f"unpin-owner-{last.course.id}")
    until_up_to_date(hand)
    assert hand.focused() == f"bar-owner-{last.course.id}"
    hand.press(Qt.Key.Key_Delete)
    hand.until(lambda: hand.find(f"unpin-owner-{last.course.id}") is None)
    assert decisions(workspace, planned) == []
    assert courses(workspace, planned)[-1].first_week == last.first_week


def test_the_card_and_the_calendar_show_the_same_week_and_a_press_on_the_pin_gives_it_up(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    taken = {
        each.course.id
        for each in workspace.plans.make(workspace.situation(workspace.case(planned))).courses
        if each.role != "owner"
    }
    last = [each for each in courses(workspace, planned) if each.course.id not in taken][-1]
    hand = open_window()
    bar_of(hand, last).setFocus()
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_Return)
    week = last.first_week + 2

    def told() -> str:
        card = hand.see(f"course-{last.course.id}")
        return " ".join(label.text() for label in card.findChildren(QLabel))

    hand.until(lambda: f"not before week {week}" in told())
    hand.click(f"decide-{last.course.id}")
    stepper = hand.see(f"from-{last.course.id}", QDoubleSpinBox)
    assert stepper.value() == week
    stepper.stepUp()
    until_weeks(
        hand, last, f"week {week + 1}" if last.first_week == last.last_week else f"weeks {week + 1} to"
    )
    hand.click(f"unpin-owner-{last.course.id}")
    hand.until(lambda: decisions(workspace, planned) == [])
    hand.until(lambda: "not before week" not in told())


def test_what_is_under_way_cannot_be_moved(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int, qtbot: QtBot
) -> None:
    case = workspace.case(planned)
    first = courses(workspace, planned)[0]
    begun = CourseDecision(course=first.course.id, role="owner", state="under-way")
    workspace.save_constraints(case, msgspec.structs.replace(case.constraints, decisions=(begun,)))
    hand = open_window()
    bar = bar_of(hand, first)
    assert "under way" in bar.accessibleName()
    let_off(qtbot, bar, hold(qtbot, bar, 4, planned, workspace))
    bar.setFocus()
    hand.press(Qt.Key.Key_Right)
    assert hand.find("calendar-ghost") is None
    assert decisions(workspace, planned) == [begun]


def test_the_keyboard_passes_the_bars_as_they_are_seen_before_what_stands_below(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    last = courses(workspace, planned)[-1]
    hand = open_window()
    bar_of(hand, last).setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.see("plan-hours-owner", QDoubleSpinBox).stepDown()
    until_up_to_date(hand)
    now = courses(workspace, planned)
    hand.until(lambda: all(hand.find(f"bar-owner-{each.course.id}") for each in now))
    bars = [each for each in hand.window.findChildren(QWidget) if each.objectName().startswith("bar-")]
    shown = [each.objectName() for each in sorted(bars, key=lambda bar: bar.y()) if each.isVisible()]
    folds = [each for each in hand.window.findChildren(QAbstractButton) if each.isVisible()]
    wins = [each.objectName() for each in folds if each.objectName().startswith("steps-")]
    visited = []
    hand.see("plan-change").setFocus()
    while hand.focused() != "to-report":
        hand.press(Qt.Key.Key_Tab)
        visited.append(hand.focused())
        assert len(visited) < 120
    below = [name for name in visited if name.startswith(("bar-", "steps-", "why-"))]
    assert below[: len(shown)] == shown
    assert below[len(shown) : len(shown) + len(wins)] == wins
    assert all(name.startswith("why-") for name in below[len(shown) + len(wins) :])
