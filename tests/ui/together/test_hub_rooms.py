"""The hub's rooms, what is due and the plan show what another desk has just changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec.structs import replace as with_values
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QWidget

from desktop.advising import ServiceLine
from desktop.clock import today
from desktop.content.steps import StepChange
from desktop.storage.meanwhile_error import MeanwhileError
from desktop.ui.fields import Picker, Stepper
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


def shown_lines(desk: Desk) -> list[str]:
    return rows(desk.hand, "services-list")


def change_state(desk: Desk, state: str) -> None:
    desk.hand.see("services-list", SeveralRows).selectRow(0)
    picker = desk.hand.see("services-set-state", Picker)
    picker.setCurrentIndex(picker.findData(state))
    picker.activated.emit(picker.currentIndex())


def test_two_desks_that_change_one_service_see_both_values_and_choose(anna: Desk, bruno: Desk) -> None:
    anna.workspace.hub.services.save(COURSE)
    enter(bruno, "services")
    bruno.hand.until(lambda: titles(bruno) == ["Cloud course"])
    bruno.workspace.together.close()  # news come late
    [line] = anna.workspace.hub.services.lines()
    anna.workspace.hub.services.save(replace(line, state="cancelled", note="Ill"), seen=[line])
    change_state(bruno, "delivered")
    assert "Service “Cloud course”: State" in bruno.says("clash-about")
    assert bruno.says("clash-theirs") == "Somebody else: cancelled"
    assert bruno.says("clash-mine") == "You, not saved: delivered"
    assert [each.state for each in anna.workspace.hub.services.lines()] == ["cancelled"]
    bruno.hand.click("keep-mine")
    [line] = anna.workspace.hub.services.lines()
    assert (line.state, line.note) == ("delivered", "Ill")
    bruno.hand.until(lambda: "delivered" in " ".join(shown_lines(bruno)))


def test_what_another_desk_wrote_in_another_field_of_a_service_stays(anna: Desk, bruno: Desk) -> None:
    services = bruno.workspace.hub.services
    anna.workspace.hub.services.save(COURSE)
    [line] = services.lines()
    anna.workspace.hub.services.save(replace(line, price_cents=120_000), seen=[line])
    services.save(replace(line, officer="Bruno"), seen=[line])
    [now] = services.lines()
    assert (now.price_cents, now.officer) == (120_000, "Bruno")
    services.undo()
    [now] = services.lines()
    assert (now.price_cents, now.officer) == (120_000, "Sara")


def test_a_service_that_another_desk_changed_is_not_deleted_unseen(anna: Desk, bruno: Desk) -> None:
    services = bruno.workspace.hub.services
    anna.workspace.hub.services.save(COURSE)
    [line] = services.lines()
    anna.workspace.hub.services.save(replace(line, price_cents=120_000), seen=[line])
    with pytest.raises(MeanwhileError) as told:
        services.remove([line.uid], [line])
    assert [each.price_cents for each in services.lines()] == [120_000]
    [clash] = told.value.clashes
    bruno.workspace.together.keep_mine(clash)
    assert services.lines() == ()


def test_a_service_that_another_desk_deleted_comes_back_where_its_change_is_kept(
    anna: Desk, bruno: Desk
) -> None:
    services = bruno.workspace.hub.services
    anna.workspace.hub.services.save(COURSE)
    [line] = services.lines()
    anna.workspace.hub.services.remove([line.uid], [line])
    with pytest.raises(MeanwhileError) as told:
        services.save(replace(line, state="delivered"), seen=[line])
    assert services.lines() == ()
    [clash] = told.value.clashes
    bruno.workspace.together.keep_mine(clash)
    assert [(each.title, each.state) for each in services.lines()] == [("Cloud course", "delivered")]


def test_a_step_that_another_desk_dropped_is_not_done_unseen(anna: Desk, bruno: Desk) -> None:
    case = anna.guide.desk.open_case
    key = "win:three-time-thieves"
    anna.workspace._stores.plan_days.replace(case.company_id, {key: today()})
    bruno.go("due")
    bruno.hand.until(lambda: len(lines(bruno.hand)) == 2)  # with what stands above it
    bruno.workspace.together.close()
    anna.workspace.visits.change_step(case, StepChange(key, "dropped", "Not wanted"))
    bruno.hand.click("due-done")
    assert bruno.says("clash-theirs").startswith("Anna")
    assert anna.workspace.visits.steps(case)[key].state == "dropped"
    bruno.hand.click("keep-mine")
    step = anna.workspace.visits.steps(case)[key]
    assert (step.state, step.note) == ("done", "Not wanted")


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
