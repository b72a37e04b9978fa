"""The hub's rooms, what is due and the plan show what another desk has just changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec.structs import replace as with_values
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QWidget

from desktop.advising import ServiceLine
from desktop.clock import today
from desktop.ui.fields import Stepper
from desktop.ui.hub.several_rows import SeveralRows
from desktop.workspace import kept_territory
from tests.desks import a_firm
from tests.ui.test_due_page import lines
from tests.ui.test_hub_advising import rows
from tests.ui.together.test_one_company import answer
from tests.ui.two_desks import Desk

COURSE = ServiceLine("", None, "training", "Cloud course", date(2026, 5, 4), kind="training", officer="Sara")
AUDIT = replace(COURSE, title="Audit", kind="consulting")


def enter(desk: Desk, room: str) -> None:
    desk.workspace.preferences.save(replace(desk.workspace.preferences.read(), is_hub=True))
    desk.go("hub")
    desk.hand.click(f"hub-{room}")


def titles(desk: Desk) -> list[str]:
    return [row.split(" | ")[0] for row in rows(desk.hand, "services-list")]


def test_a_service_of_another_desk_appears_and_the_search_holds(anna: Desk, bruno: Desk) -> None:
    anna.workspace.hub.services.save(COURSE)
    enter(bruno, "services")
    bruno.hand.until(lambda: titles(bruno) == ["Cloud course"])
    room = bruno.hand.see("services-list", SeveralRows)
    bruno.hand.write("services-search", "cloud")
    anna.workspace.hub.services.save(AUDIT, replace(COURSE, title="Cloud, second group"))
    bruno.hand.until(lambda: sorted(titles(bruno)) == ["Cloud course", "Cloud, second group"])
    assert bruno.hand.see("services-list", SeveralRows) is room
    assert bruno.hand.see("services-search", QLineEdit).text() == "cloud"


def test_a_room_that_was_left_shows_the_news_when_it_is_entered_again(anna: Desk, bruno: Desk) -> None:
    enter(bruno, "services")
    bruno.hand.click("hub-reports")
    anna.workspace.hub.services.save(COURSE)
    bruno.hand.click("hub-services")
    bruno.hand.until(lambda: titles(bruno) == ["Cloud course"])


def figures_of(desk: Desk) -> str:
    return desk.hand.see("territory-state", QLabel).text()


def test_figures_follow_other_desks(anna: Desk, bruno: Desk) -> None:
    enter(bruno, "territory")
    bruno.hand.until(lambda: figures_of(bruno).startswith("1 company"))
    anna.workspace.create_case(a_firm("Forno Ada"))
    bruno.hand.until(lambda: figures_of(bruno).startswith("2 companies"))
    assert "as of" not in figures_of(bruno)


def test_figures_that_take_long_are_shown_at_once_with_their_time(
    anna: Desk, bruno: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(bruno, "territory")
    bruno.hand.until(lambda: figures_of(bruno).startswith("1 company"))
    monkeypatch.setattr(kept_territory, "SLOW", 0.0)
    monkeypatch.setattr(kept_territory, "_REST", 3600 * 1000)  # nothing is read anew in this test
    anna.workspace.create_case(a_firm("Forno Ada"))
    bruno.go("hub")
    bruno.hand.until(lambda: "as of" in figures_of(bruno))
    assert figures_of(bruno).startswith("1 company")
    words = bruno.hand.see("territory-state", QLabel)
    assert words.width() >= words.sizeHint().width()


def test_what_another_desk_wrote_down_as_due_appears(anna: Desk, bruno: Desk) -> None:
    bruno.go("due")
    company = anna.guide.desk.open_case.company_id
    anna.workspace.reminders.add(company, today(), "call", "Ask about the router")
    bruno.hand.until(lambda: "Ask about the router" in "".join(lines(bruno.hand)))


def test_who_finishes_what_was_put_off_meanwhile_is_told(
    anna: Desk, bruno: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: told.append(words))
    company, reminders = anna.guide.desk.open_case.company_id, anna.workspace.reminders
    number = reminders.add(company, today(), "call", "Ask about the router")
    bruno.go("due")
    bruno.hand.until(lambda: "Ask about the router" in "".join(lines(bruno.hand)))
    bruno.workspace.together.close()
    reminders.move(number, today() + timedelta(days=7), today())
    bruno.hand.click("due-done")
    assert "Somebody else has put this off" in told[0]
    assert [each.due_on for each in reminders.due() if each.reminder] == [today() + timedelta(days=7)]


def test_limits_of_the_plan_follow_another_desk(anna: Desk, bruno: Desk) -> None:
    for each in ("backup", "ai-skills"):
        answer(anna, each, "unknown")
    bruno.guide.desk.open(bruno.guide.desk.open_case.id)
    bruno.go("plan")
    bruno.hand.see("plan-limits")
    case = anna.workspace.case(anna.guide.desk.open_case.id)
    anna.workspace.save_constraints(case, with_values(case.constraints, weeks=37))
    bruno.hand.until(lambda: 37 in limits_of(bruno))


def limits_of(desk: Desk) -> list[float]:
    found = desk.hand.find("plan-limits", QWidget)
    return [] if found is None else [float(each.value()) for each in found.findChildren(Stepper)]
