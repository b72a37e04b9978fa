"""Deciding about courses in the plan: kept, left out, begun, done, and all of it taken back."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import msgspec
import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QDoubleSpinBox, QLabel, QScrollArea

from desktop.content.decisions import CourseDecision, Holiday
from desktop.planning import Plan
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def planned(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers, its plan open."""
    workspace.save_place(workspace.case(answered), Place("plan", "technology-check", None))
    return answered


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def plan_of(workspace: Workspace, case: int) -> Plan:
    return workspace.plans.make(workspace.situation(workspace.case(case)))


def first_course(workspace: Workspace, case: int) -> str:
    return plan_of(workspace, case).courses[0].course.id


def words_in(hand: Hand, name: str) -> str:
    return "\n".join(each.text() for each in hand.see(name).findChildren(QLabel))


def states(workspace: Workspace, case: int) -> set[tuple[str, str]]:
    return {(each.course, each.state) for each in workspace.case(case).constraints.decisions}


def test_a_course_is_left_out_and_taken_back(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = first_course(workspace, planned)
    hand = open_window()
    hand.click(f"decide-{course}")
    hand.click(f"excluded-{course}")
    assert states(workspace, planned) == {(course, "excluded")}
    assert workspace.library.catalogue.courses[course].title in words_in(hand, "decided")
    until_up_to_date(hand)
    assert hand.find(f"course-{course}") is None
    hand.click(f"back-{course}")
    hand.see(f"course-{course}")
    until_up_to_date(hand)
    assert hand.find("decided") is None
    assert not states(workspace, planned)


def test_whoever_leaves_a_course_out_goes_on_where_it_stood(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = first_course(workspace, planned)
    hand = open_window()
    area = hand.see("plan-area", QScrollArea)
    until_up_to_date(hand)
    hand.see(f"decide-{course}").setFocus()
    hand.press(Qt.Key.Key_Return)
    area.verticalScrollBar().setValue(hand.see(f"course-{course}").y())
    hand.see(f"excluded-{course}").setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.until(lambda: hand.find(f"course-{course}") is None and hand.focused().startswith("state-course:"))
    until_up_to_date(hand)
    stop = hand.see(hand.focused())
    assert 0 < stop.mapTo(area, QPoint()).y() < area.height()


def test_a_course_is_kept_and_put_off_by_keyboard(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = first_course(workspace, planned)
    hand = open_window()
    hand.see(f"decide-{course}").setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Space)
    week = hand.see(f"from-{course}", QDoubleSpinBox)
    until_up_to_date(hand)
    hand.until(lambda: hand.focused() == f"wanted-{course}")
    assert "Wanted by you" in words_in(hand, f"course-{course}")
    for _ in range(3):
        week.setFocus()
        hand.press(Qt.Key.Key_Up)
    hand.until(lambda: "not before week 4" in words_in(hand, f"course-{course}"))
    until_up_to_date(hand)
    hand.until(lambda: hand.focused() == f"from-{course}")
    mine = [each for each in plan_of(workspace, planned).courses if each.course.id == course]
    assert all(each.first_week >= 3 for each in mine)
    hand.click(f"back-{course}")
    assert not states(workspace, planned)


def test_what_is_under_way_says_how_much_is_left(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = plan_of(workspace, planned).courses[-1].course.id
    hand = open_window()
    hand.click(f"decide-{course}")
    hand.click(f"under-way-{course}")
    hand.see(f"from-{course}", QDoubleSpinBox).setValue(1)
    hand.until(lambda: "1 h" in words_in(hand, f"course-{course}"))
    assert "Under way" in words_in(hand, f"course-{course}")
    decisions = workspace.case(planned).constraints.decisions
    assert {(each.state, each.hours_left) for each in decisions} == {("under-way", Fraction(1))}


def test_a_decision_counts_for_all_roles_that_take_the_course(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    takers: dict[str, set[str]] = {}
    for each in plan_of(workspace, planned).courses:
        takers.setdefault(each.course.id, set()).add(each.role)
    shared = next(course for course, roles in takers.items() if len(roles) > 1)
    hand = open_window()
    hand.click(f"decide-{shared}")
    hand.click(f"wanted-{shared}")
    assert {each.role for each in workspace.case(planned).constraints.decisions} == takers[shared]
    hand.click(f"wanted-{shared}")
    assert not states(workspace, planned)


def test_done_counts_for_those_who_took_it(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = first_course(workspace, planned)
    hand = open_window()
    hand.click(f"decide-{course}")
    hand.click(f"done-{course}")
    assert "Done, and counted for: " in words_in(hand, "decided")


def test_what_cannot_be_kept_says_why(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    course = first_course(workspace, planned)
    case = workspace.case(planned)
    wanted = CourseDecision(course=course, role="it", state="wanted")
    gone = CourseDecision(course="gone-since", role="owner", state="wanted")
    limits = msgspec.structs.replace(case.constraints, decisions=(wanted, gone))
    workspace.save_constraints(case, limits)
    hand = open_window()
    said = words_in(hand, "unkept")
    assert "Nobody in this plan has that role." in said
    assert "It is no longer among the courses." in said
    hand.click("back-gone-since")
    hand.until(lambda: "no longer" not in words_in(hand, "unkept"))
    assert states(workspace, planned) == {(course, "wanted")}


def test_a_limit_edited_leaves_decisions_and_wishes_alone(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    case = workspace.case(planned)
    holiday = Holiday(date(2027, 8, 9), date(2027, 8, 20))
    limits = msgspec.structs.replace(
        case.constraints, holidays=(holiday,), formats=("self-paced", "live"), favoured_areas=("ai",)
    )
    workspace.save_constraints(case, limits)
    hand = open_window()
    course = first_course(workspace, planned)
    hand.click(f"decide-{course}")
    hand.click(f"wanted-{course}")
    hand.see("plan-weeks", QDoubleSpinBox).stepUp()
    after = workspace.case(planned).constraints
    assert after.weeks == limits.weeks + 1
    assert (after.holidays, after.formats, after.favoured_areas) == ((holiday,), limits.formats, ("ai",))
    assert states(workspace, planned) == {(course, "wanted")}


def test_forms_areas_and_holidays_are_chosen_and_taken_away(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    hand = open_window()
    hand.click("plan-wishes")
    for name in ("format-self-paced", "area-cyber"):
        hand.see(name).setFocus()
        hand.press(Qt.Key.Key_Space)
    hand.see("holiday-first", QDateEdit).setDate(QDate(2027, 8, 9))
    hand.see("holiday-last", QDateEdit).setDate(QDate(2027, 8, 20))
    hand.click("holiday-add")
    hand.see("holiday-add").setFocus()
    hand.press(Qt.Key.Key_Tab)
    assert hand.focused() == "holiday-2027-08-09"
    limits = workspace.case(planned).constraints
    assert (limits.formats, limits.favoured_areas) == (("self-paced",), ("cyber",))
    assert limits.holidays == (Holiday(date(2027, 8, 9), date(2027, 8, 20)),)
    hand.click("holiday-2027-08-09")
    hand.click("area-cyber")
    limits = workspace.case(planned).constraints
    assert (limits.holidays, limits.favoured_areas) == ((), ())
    assert hand.find("holiday-2027-08-09", QAbstractButton) is None


def test_a_holiday_cannot_end_before_it_begins(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    hand = open_window()
    hand.click("plan-wishes")
    hand.see("holiday-last", QDateEdit).setDate(QDate(2027, 8, 20))
    hand.see("holiday-first", QDateEdit).setDate(QDate(2027, 9, 1))
    hand.click("holiday-add")
    (holiday,) = workspace.case(planned).constraints.holidays
    assert (holiday.first, holiday.last) == (date(2027, 9, 1), date(2027, 9, 1))


def test_courses_are_spread_over_the_months_and_brought_forward_again(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    hand = open_window()
    hand.click("plan-wishes")
    hand.see("pace-even").setFocus()
    hand.press(Qt.Key.Key_Space)
    case = workspace.case(planned)
    assert case.constraints.pace == "even"
    assert workspace.plans.make(workspace.situation(case)).unspread == ()
    until_up_to_date(hand)
    assert hand.find("plan-unspread") is None
    hand.click("plan-wishes")
    assert "spread evenly" in words_in(hand, "plan-limits")
    hand.click("plan-wishes")
    hand.click("pace-early")
    assert workspace.case(planned).constraints.pace == "early"
    hand.click("plan-wishes")
    assert "spread evenly" not in words_in(hand, "plan-limits")


def test_the_page_says_whose_courses_cannot_be_spread(
    open_window: Callable[[], Hand], workspace: Workspace, planned: int
) -> None:
    case = workspace.case(planned)
    course = first_course(workspace, planned)
    late = CourseDecision(course=course, role="owner", state="wanted", week=case.constraints.weeks - 1)
    workspace.save_constraints(
        case, msgspec.structs.replace(case.constraints, pace="even", decisions=(late,))
    )
    hand = open_window()
    assert hand.see("plan-unspread", QLabel).text().startswith("Owner")
