"""Companies whose next round is due are asked, and what comes in closes the asking."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.clock import today
from desktop.content.company import without_controls
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.networks.hub_desk_file import OfficeEntry, PersonEntry
from desktop.storage.connecting import connect
from desktop.text import wording
from desktop.workspace.chasing import Chasing, DueRound
from desktop.workspace.chasing.letters import filled, first_letter, unknown_fields
from tests.desks import VAT, Desk, a_firm

WORDS = wording("en")
LONG_AGO = date(2025, 3, 31)


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Desk]:
    """The hub."""
    desk = Desk(tmp_path / "ours")
    yield desk
    desk.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


def write_in(desk: Desk, statement: str, *values: object) -> None:
    with closing(connect(desk.folder / "sestante.db")) as database, database:
        database.execute(statement, values)


def answered_on(desk: Desk, day: date) -> None:
    write_in(desk, "UPDATE answer SET answered_at = ?", f"{day} 10:00:00.000000")


def due(desk: Desk, months: int = 12, day: date | None = None) -> tuple[DueRound, ...]:
    return desk.workspace.hub.plans_in.chasing.due(day or today(), months)


def mark(desk: Desk, state: str) -> None:
    assert state in ("to-call", "called", "coming", "done")
    desk.workspace.hub.plans_in.chasing.mark(due(desk), state, today(), WORDS)  # type: ignore[arg-type]


def test_a_company_is_due_so_many_months_after_its_last_answer(ours: Desk) -> None:
    ours.firm(a_firm("Forno Rossi"))
    answered_on(ours, LONG_AGO)
    [found] = due(ours)
    assert (found.company, found.next_stage, found.due_on) == ("Forno Rossi", "T1", date(2026, 3, 31))
    assert due(ours, 6, date(2025, 9, 30))
    assert due(ours, 6, date(2025, 9, 29)) == ()
    assert due(ours, 120) == ()


def test_each_state_is_one_reminder_and_the_last_contact_is_told(ours: Desk) -> None:
    ours.firm(a_firm("Forno Rossi"))
    answered_on(ours, LONG_AGO)
    mark(ours, "to-call")
    assert [(each.state, each.last_contact) for each in due(ours)] == [("to-call", None)]
    mark(ours, "called")
    assert [(each.state, each.last_contact) for each in due(ours)] == [("called", today())]
    [reminder] = [each for each in ours.workspace.reminders.due() if each.reminder is not None]
    assert (reminder.kind, reminder.due_on) == ("other", today() + timedelta(days=7))
    assert reminder.about == "Called for assessment T1: did anything come?"
    mark(ours, "done")
    assert [each.state for each in due(ours)] == ["done"]
    assert [each for each in ours.workspace.reminders.due() if each.reminder is not None] == []


def test_a_reminder_finished_on_the_list_of_what_is_due_is_asked_no_more(ours: Desk) -> None:
    ours.firm(a_firm("Forno Rossi"))
    answered_on(ours, LONG_AGO)
    mark(ours, "to-call")
    [reminder] = [each.reminder for each in ours.workspace.reminders.due() if each.reminder is not None]
    ours.workspace.reminders.finish(reminder)
    assert [each.state for each in due(ours)] == ["open"]


def test_what_comes_in_closes_the_asking(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    ours.take(theirs.send(case, tmp_path / "first.sestante"))
    answered_on(ours, LONG_AGO)
    mark(ours, "coming")
    ours.take(theirs.send_round(case, tmp_path / "second.sestante", "T1"))
    assert due(ours) == ()
    assert [each for each in ours.workspace.reminders.due() if each.reminder is not None] == []


def test_a_company_put_away_is_not_asked(ours: Desk) -> None:
    case = ours.firm(a_firm("Forno Rossi"))
    answered_on(ours, LONG_AGO)
    ours.workspace.register.archive(case.company_id)
    assert due(ours) == ()


def test_office_and_officer_come_from_the_engagement_or_from_the_province(
    ours: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    offices = {each.id: each for each in (OfficeEntry(id="a", name="Serena", provinces=("BG",)),)}
    people = {"luca": PersonEntry(id="luca", name="Luca Conti", duty="officer")}
    hub = HubDesk(offices=offices, people=people, next_round_months=6)
    monkeypatch.setattr(Chasing, "hub", hub)
    engaged, near = ours.firm(a_firm("Alfa")), ours.firm(a_firm("Beta"))
    ours.firm(a_firm("Gamma"))
    write_in(ours, "UPDATE company SET province = 'BG' WHERE id = ?", near.company_id)
    engagement = (
        "INSERT INTO engagement VALUES (?, 'Elsewhere', 'luca', '', NULL, '2026-01-01 10:00:00.000000')"
    )
    write_in(ours, engagement, engaged.company_id)
    answered_on(ours, LONG_AGO)
    assert ours.workspace.hub.plans_in.chasing.months == 6
    told = {each.company: (each.office, each.officer) for each in due(ours)}
    assert told == {"Alfa": ("Elsewhere", "Luca Conti"), "Beta": ("Serena", ""), "Gamma": ("", "")}


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_letter_is_filled_in_and_kept_as_the_hub_wrote_it(ours: Desk, language: str) -> None:
    ours.firm(a_firm("Forno {officer}"))
    answered_on(ours, LONG_AGO)
    [found] = due(ours)
    letters, words = ours.workspace.hub.plans_in.chasing.letters, wording(language)
    told = filled(letters.letter(language), found, words)
    assert "Maria Lorusso" in told
    assert "Forno {officer}" in told  # a name is filled in once, whatever it looks like
    assert unknown_fields(first_letter(words)) == ()
    letters.save(language, "Ciao {azienda}, {company}, {foo}\x07")
    assert letters.letter(language) == without_controls("Ciao {azienda}, {company}, {foo}\x07")
    assert unknown_fields(letters.letter(language)) == ("foo",)
    letters.save(language, "  ")
    assert letters.letter(language) == first_letter(words)
