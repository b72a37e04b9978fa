"""The page of what is due: reminders added, done, put off, deleted, and the rail that counts them."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.clock import today
from desktop.content.company import Company
from desktop.ui.due import counting
from desktop.ui.due.due_list import DueList
from desktop.ui.rail_item import RailItem
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

YESTERDAY = today() - timedelta(days=1)


@pytest.fixture(autouse=True)
def _counts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only when the page has been shown for a while."""
    monkeypatch.setattr(counting, "_CALM", 0)


@pytest.fixture
def due(workspace: Workspace, bakery: int) -> int:
    """The bakery with a call that is overdue, its page of what is due open."""
    case = workspace.case(bakery)
    workspace.reminders.add(case.company_id, YESTERDAY, "call", "Ask about the router")
    return bakery


@pytest.fixture
def opened(open_window: Callable[[], Hand], due: int) -> Hand:
    hand = open_window()
    hand.click("to-due")
    hand.until(lambda: "router" in "".join(lines(hand)))
    return hand


def lines(hand: Hand) -> list[str]:
    shown = hand.find("due", DueList)
    if shown is None:
        return []
    model = shown.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def days(workspace: Workspace) -> list[tuple[str, date, str]]:
    return [(each.kind, each.due_on, each.about) for each in workspace.reminders.due() if each.reminder]


def test_what_is_overdue_is_counted_in_the_rail_and_done(opened: Hand, workspace: Workspace) -> None:
    assert lines(opened)[0] == "Overdue  ·  1"
    assert opened.see("to-due", RailItem).accessibleDescription() == "1"
    opened.click("due-done")
    opened.until(lambda: not any("router" in line for line in lines(opened)))
    assert opened.focused() == "due-undo"
    assert not days(workspace)
    opened.until(lambda: opened.see("to-due", RailItem).accessibleDescription() == "")
    opened.click("due-undo")
    opened.until(lambda: any("router" in line for line in lines(opened)))


def test_a_reminder_is_put_off_and_deleted_and_brought_back(opened: Hand, workspace: Workspace) -> None:
    opened.click("due-move")
    later = today() + timedelta(days=400)
    opened.see("reminder-day", QDateEdit).setDate(QDate(later.year, later.month, later.day))
    opened.click("dialog-do")
    opened.until(lambda: lines(opened)[0] == "Later  ·  1")
    assert days(workspace) == [("call", later, "Ask about the router")]
    opened.click("due-delete")
    opened.until(lambda: not lines(opened))
    opened.click("due-undo")
    opened.until(lambda: len(lines(opened)) == 2)
    assert days(workspace) == [("call", later, "Ask about the router")]


def test_a_reminder_is_added_from_the_page_of_the_company(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    hand.click("step-company")
    hand.click("add-reminder")
    assert hand.focused() == "reminder-text"
    hand.see("reminder-text", QLineEdit).setText("Bring the form")
    hand.click("dialog-do")
    hand.until(lambda: bool(days(workspace)))
    assert days(workspace) == [("visit", today() + timedelta(days=14), "Bring the form")]


def test_the_open_company_alone_is_listed_and_searched(opened: Hand, workspace: Workspace) -> None:
    other = workspace.create_case(Company(name="Officina Verdi", headcount=3))
    workspace.reminders.add(other.company_id, YESTERDAY, "visit", "Look at the lathe")
    opened.click("step-company")
    opened.click("to-due")
    opened.until(lambda: len(lines(opened)) == 3)
    opened.click("due-only")
    assert not any("Verdi" in line for line in lines(opened))
    opened.click("due-only")
    opened.write("due-search", "verdi")
    assert next(line for line in lines(opened) if ":" in line).startswith("Officina Verdi: Visit")
    opened.click("due-open")
    opened.see("company-page")
    assert "Verdi" in opened.see("company-name", QLineEdit).text()


def test_keys_lead_through_the_list_past_its_heads(opened: Hand, workspace: Workspace) -> None:
    case = workspace.cases()[0]
    company = workspace.case(case.id).company_id
    workspace.reminders.add(company, today() + timedelta(days=500), "paper", "Second")
    opened.click("step-company")
    opened.click("to-due")
    opened.until(lambda: len(lines(opened)) == 4)
    view = opened.see("due", DueList)
    view.setFocus()
    opened.press(Qt.Key.Key_Down)
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.about == "Second"


def test_a_step_of_a_plan_that_is_late_is_told_and_done(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    case = workspace.case(answered)
    plan = workspace.plans.make(workspace.situation(case))
    key = f"course:{plan.courses[0].course.id}:{plan.courses[0].role}"
    workspace._stores.plan_days.replace(case.company_id, {key: YESTERDAY})
    hand = open_window()
    hand.click("to-due")
    hand.until(lambda: "Step of the plan" in "".join(lines(hand)))
    hand.click("due-done")
    hand.until(lambda: "Step of the plan" not in "".join(lines(hand)))
    assert workspace.visits.steps(workspace.case(answered))[key].state == "done"
    hand.click("due-undo")
    hand.until(lambda: "Step of the plan" in "".join(lines(hand)))


@pytest.mark.parametrize("is_coded", [False, True])
def test_dates_are_written_for_calendars_without_what_was_noted(
    opened: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_coded: bool
) -> None:
    file = tmp_path / "due.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    opened.click("due-calendar")
    assert "cloud" in "".join(each.text() for each in opened.see("calendar-dialog").findChildren(QLabel))
    if is_coded:
        opened.click("calendar-coded")
    opened.click("dialog-do")
    opened.until(file.exists)
    [event] = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert ("Lorusso" in event["summary"]) is not is_coded
    assert b"router" not in file.read_bytes()
    opened.until(lambda: str(file) in opened.see("due-told", QLabel).text())


def test_a_plan_with_a_first_day_is_remembered(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    from msgspec.structs import replace

    case = workspace.case(answered)
    limits = replace(case.constraints, start=today() - timedelta(days=200))
    workspace.save_constraints(case, limits)
    workspace.save_place(workspace.case(answered), Place("plan", "technology-check", None))
    hand = open_window()
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")
    late = [each for each in workspace.reminders.due() if each.kind == "step"]
    assert late
    plan = workspace.plans.make(workspace.situation(workspace.case(answered)))
    assert {each.about for each in late} >= {f"course:{each.course.id}:{each.role}" for each in plan.courses}
    hand.click("to-due")
    hand.until(lambda: "Overdue" in "".join(lines(hand)))
    assert hand.see("due-done", QPushButton).isEnabled()


def test_a_call_that_is_done_is_crossed_out_by_the_next_file(
    opened: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "due.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    opened.click("due-calendar")
    opened.click("dialog-do")
    opened.until(lambda: "Saved as" in opened.see("due-told", QLabel).text())
    opened.click("due-done")
    opened.until(lambda: not lines(opened))
    opened.until(opened.see("due-calendar", QPushButton).isEnabled)
    file.unlink()
    opened.click("due-calendar")
    said = "".join(each.text() for each in opened.see("calendar-dialog").findChildren(QLabel))
    assert "1 date that is no longer due goes along too" in said
    opened.click("dialog-do")
    opened.until(file.exists)
    [event] = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert (event["status"], str(event["summary"])) == ("CANCELLED", "No longer due: Call")


def test_a_name_with_a_dot_is_still_a_calendar(
    opened: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "due 1.12"), ""))
    opened.click("due-calendar")
    opened.click("dialog-do")
    opened.until((tmp_path / "due 1.12.ics").exists)


def test_what_is_due_is_found_without_accents(opened: Hand, workspace: Workspace, due: int) -> None:
    workspace.reminders.add(workspace.case(due).company_id, YESTERDAY, "call", "Un caffè dall'Étoile")
    opened.write("due-search", "caffe dalletoile")
    opened.click("to-due")
    opened.write("due-search", "caffe dalletoile")
    opened.until(lambda: [line for line in lines(opened) if "caff" in line] == lines(opened)[1:])


def test_where_nothing_is_due_no_empty_list_stands(opened: Hand) -> None:
    opened.click("due-done")
    opened.until(lambda: opened.see("due-state", QLabel).text().startswith("Nothing is due."))
    assert [opened.find(name) for name in ("due", "due-search", "due-open", "due-done")] == [None] * 4
    opened.click("due-add")
    opened.write("reminder-text", "Ask about the printer")
    opened.click("dialog-do")
    opened.until(lambda: any("printer" in line for line in lines(opened)))
