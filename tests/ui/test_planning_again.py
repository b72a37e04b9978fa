"""A plan that began in the past is made again from today: what is done and under way counts."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QDoubleSpinBox, QLabel

from desktop.dossier import next_monday
from desktop.planning import Plan
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

NEXT = next_monday(date.today())  # noqa: DTZ011 - the window asks the same clock


@pytest.fixture
def begun(workspace: Workspace, answered: int) -> int:
    """The bakery with bad answers, in the sixth week of its plan."""
    case = workspace.case(answered)
    limits = msgspec.structs.replace(case.constraints, start=NEXT - timedelta(weeks=6), weeks=40)
    case = workspace.save_constraints(case, limits)
    workspace.save_place(case, Place("plan", "technology-check", None))
    return answered


def plan_of(workspace: Workspace, case: int) -> Plan:
    return workspace.plans.make(workspace.situation(workspace.case(case)))


def states(workspace: Workspace, case: int) -> dict[tuple[str, str], str]:
    return {(each.role, each.course): each.state for each in workspace.case(case).constraints.decisions}


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def pressed(hand: Hand, state: str) -> list[str]:
    """The names of the buttons of a state that are pressed."""
    buttons = hand.see("catch-up").findChildren(QAbstractButton)
    start = f"so-far-{state}-"
    names = [each.objectName() for each in buttons if each.isChecked()]
    return [name.removeprefix(start) for name in names if name.startswith(start)]


def test_the_plan_goes_on_from_today_with_what_the_calendar_says(
    open_window: Callable[[], Hand], workspace: Workspace, begun: int
) -> None:
    before = plan_of(workspace, begun)
    ended = {f"{each.role}-{each.course.id}" for each in before.courses if each.last_week < 6}
    hand = open_window()
    until_up_to_date(hand)
    hand.click("plan-again")
    assert set(pressed(hand, "done")) == ended != set()
    running = pressed(hand, "under-way")
    hand.click("catch-up-done")
    hand.until(lambda: hand.find("catch-up") is None)
    until_up_to_date(hand)
    assert hand.find("plan-past-start") is None
    assert workspace.case(begun).constraints.start == NEXT
    now = states(workspace, begun)
    assert {f"{role}-{course}" for (role, course), state in now.items() if state == "done"} == ended
    assert sorted(f"{r}-{c}" for (r, c), state in now.items() if state == "under-way") == sorted(running)
    assert plan_of(workspace, begun).start == NEXT
    assert hand.find("plan-changes") is None  # what is done is no loss


def test_what_went_otherwise_is_corrected(
    open_window: Callable[[], Hand], workspace: Workspace, begun: int
) -> None:
    hand = open_window()
    until_up_to_date(hand)
    hand.click("plan-again")
    first, second = pressed(hand, "done")[:2]
    hand.click(f"so-far-not-begun-{first}")
    hand.click(f"so-far-under-way-{second}")
    hand.see(f"so-far-left-{second}", QDoubleSpinBox).setValue(0.5)
    hand.click("catch-up-done")
    hand.until(lambda: hand.find("catch-up") is None)
    told = {f"{each.role}-{each.course}": each for each in workspace.case(begun).constraints.decisions}
    assert first not in told
    assert (told[second].state, told[second].hours_left) == ("under-way", 0.5)
    planned = [f"{each.role}-{each.course.id}" for each in plan_of(workspace, begun).courses]
    assert planned.index(second) < planned.index(first)


def test_the_plan_can_be_left_as_it_is(
    open_window: Callable[[], Hand], workspace: Workspace, begun: int
) -> None:
    before = workspace.case(begun).constraints
    hand = open_window()
    until_up_to_date(hand)
    hand.click("plan-again")
    hand.click("catch-up-back")
    hand.until(lambda: hand.find("catch-up") is None)
    assert workspace.case(begun).constraints == before


def test_a_first_day_changed_by_hand_keeps_what_is_under_way_and_done(
    open_window: Callable[[], Hand], workspace: Workspace, begun: int
) -> None:
    mine = [each.course.id for each in plan_of(workspace, begun).courses if each.role == "owner"]
    done, running = mine[:2]
    hand = open_window()
    hand.click(f"decide-{done}")
    hand.click(f"done-{done}")
    until_up_to_date(hand)
    if hand.find(f"under-way-{running}") is None:
        hand.click(f"decide-{running}")
    hand.click(f"under-way-{running}")
    hand.see(f"from-{running}", QDoubleSpinBox).setValue(1)
    hand.see("plan-start", QDateEdit).setDate(QDate(2090, 1, 2))
    hand.until(lambda: workspace.case(begun).constraints.start == date(2090, 1, 2))
    until_up_to_date(hand)
    after = plan_of(workspace, begun)
    left = [each for each in after.courses if each.role == "owner"]
    assert (left[0].course.id, left[0].hours) == (running, 1)
    assert done not in [each.course.id for each in left]
