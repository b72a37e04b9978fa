"""Desks whose clocks are wrong, each in its own way, write by the clock of their server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from desktop import clock
from desktop.answers import Reserved
from desktop.content.company import Constraints
from desktop.projects import About
from desktop.storage import FileDatabase, Hand
from desktop.storage.chase_store import ChaseStore
from desktop.storage.desk_store import DeskStore
from desktop.storage.event_store import EventStore
from desktop.storage.loan_reader import loans
from desktop.storage.moments import moment
from desktop.storage.parcels.going import going_from, take_along
from desktop.storage.project_store import ProjectStore
from desktop.storage.round_store import RoundStore
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.text import wording
from desktop.workspace import Workspace
from tests.desks import a_firm, the_content
from tests.laptops import QUESTIONS, Office

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Shift = Callable[[timedelta], None]
_WITH_CLOCKS = (
    *("desktop.storage.moments", "desktop.storage.file_database", "desktop.storage.server.server_clock"),
    *("desktop.storage.server.at_once", "desktop.workspace.conditions", "desktop.clock"),
)


@pytest.fixture
def shift(monkeypatch: pytest.MonkeyPatch) -> Shift:
    """Sets the clock of this computer, which every part of the program asks in its own module."""

    def shifted(by: timedelta) -> None:
        def now() -> datetime:
            return datetime.now(UTC) + by

        for module in map(import_module, _WITH_CLOCKS):  # the clock last: later imports would keep it
            monkeypatch.setattr(module, "now", now)

    return shifted


@contextmanager
def office(address: Address, folder: Path, by: str) -> Iterator[Office]:
    made = Office(on_server(address, FileDatabase(folder)), by)
    yield made
    made.database.close()


def is_now(moment: datetime) -> bool:
    return abs(moment - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("by", [HOUR, -DAY])
def test_what_is_written_has_the_moment_of_the_server(
    address: Address, tmp_path: Path, shift: Shift, by: timedelta
) -> None:
    shift(by)
    with office(address, tmp_path / "anna", "Anna") as anna:
        uuid = anna.firm()
        anna.answer(uuid, "yes")
        for what in ("remark", "step", "reminder", "service", "person", "plan", "file", "expert"):
            anna.do(uuid, what, 0, 1)
        found = [
            datetime.fromisoformat(value)
            for _, _, row in anna.parcel(uuid).each()
            for name, value in row.items()
            if name.endswith("_at") and value is not None
        ]
        assert len(found) > 10
        assert all(map(is_now, found))


def test_the_later_answer_counts_and_is_told_as_later(address: Address, tmp_path: Path, shift: Shift) -> None:
    with (
        office(address, tmp_path / "anna", "Anna") as anna,
        office(address, tmp_path / "bruno", "Bruno") as bruno,
    ):
        uuid = anna.firm()
        shift(HOUR)
        anna.answer(uuid, "first")
        shift(-DAY)
        bruno.answer(uuid, "second")
        shift(timedelta())
        told = [(each.by, each.after["plain"]) for each in anna.history.all(anna.round(uuid))]
        moments = [each.at for each in anna.history.all(anna.round(uuid))]
        assert anna.answers(uuid) == {QUESTIONS[0]: "second"}
        assert told == [("Anna", "first"), ("Bruno", "second")]
        assert moments == sorted(moments)
        assert all(map(is_now, moments))


def test_a_clock_that_is_set_while_the_desk_is_open_changes_nothing(
    address: Address, tmp_path: Path, shift: Shift
) -> None:
    with office(address, tmp_path / "anna", "Anna") as anna:
        uuid = anna.firm()
        for place, by in enumerate((timedelta(), HOUR, -DAY)):
            shift(by)
            anna.answer(uuid, "yes", place)
        assert all(is_now(each.at) for each in anna.history.all(anna.round(uuid)))


def test_what_begins_or_ends_right_after_a_clock_was_set_does_so_by_the_server(
    address: Address, tmp_path: Path, shift: Shift
) -> None:
    day = date(2027, 5, 5)
    with office(address, tmp_path / "anna", "Anna") as anna:
        database, uuid = anna.database, anna.firm()
        company, first, events = anna.company(uuid), anna.round(uuid), EventStore(database)
        desk, chases = DeskStore(database), ChaseStore(database)
        projects, rounds = ProjectStore(database), RoundStore(database)
        event, reminder = events.create("Fair", "Bergamo", day), desk.add_reminder(company, day, "visit", "")
        begun: list[Callable[[], object]] = [
            lambda: anna.firm("Mulino"),
            lambda: rounds.begin(first, [], Constraints()),
            lambda: events.create("Market", "Bergamo", day),
            lambda: events.begin(event, "{}"),
            lambda: events.end(event),
            lambda: desk.add_reminder(company, day, "visit", ""),
            lambda: desk.finish_reminder(reminder),
            lambda: desk.archive(company),
            lambda: chases.mark({company: "Ask"}, "asked", day),
            lambda: chases.finish([company]),
            lambda: projects.create("Together", "course", About(need="ai"), [company]),
        ]
        for place, begin in enumerate(begun):
            shift(HOUR if place % 2 else -DAY)
            begin()
        with database.reading() as rows:
            found = [
                (table, row["id"], name, moment(text))
                for table in ("company", "round", "event", "visitor", "reminder", "project")
                for row in rows(f"SELECT * FROM {table}")  # noqa: S608 - our own names
                for name, text in zip(row.keys(), row, strict=True)
                if name.endswith("_at") and text is not None
            ]
        assert len(found) > len(begun)
        assert [each for each in found if not is_now(each[-1])] == []


@pytest.mark.parametrize("by", [HOUR, -DAY])
def test_a_loan_begins_and_ends_by_the_server(
    address: Address, tmp_path: Path, shift: Shift, by: timedelta
) -> None:
    with office(address, tmp_path / "anna", "Anna") as anna:
        uuid = anna.firm()
        shift(by)
        folder = FileDatabase(tmp_path / "laptop")
        take_along(anna.database, folder, [uuid], going_from(anna.database, "hub", "anna"))
        folder.close()
        [loan] = loans(anna.database)
        assert is_now(loan.taken_at)


@pytest.mark.parametrize("by", [HOUR, -DAY])
def test_a_clock_that_is_wrong_is_told(address: Address, tmp_path: Path, shift: Shift, by: timedelta) -> None:
    shift(by)
    desk = Workspace(the_content(), on_server(address, FileDatabase(tmp_path / "anna")))
    try:
        [told] = desk.conditions.warnings()
        said = wording("en").tell(told)
        assert f"says {wording('en').date((datetime.now(UTC) + by).astimezone().date())}, " in said
        assert "What you write has the server's time" in said
        case = desk.create_case(a_firm("Forno"))
        desk.history.hand = Hand("Anna")
        question = desk.questions(case, desk.questionnaires(case)[0].id)[0]
        desk.save_answer(case, question, Reserved.UNKNOWN)
        [row] = desk.companies.read("it").rows
        assert row.name == "Forno"
    finally:
        desk.close()


def test_a_clock_that_is_right_is_not_told(address: Address, tmp_path: Path) -> None:
    desk = Workspace(the_content(), on_server(address, FileDatabase(tmp_path / "anna")))
    try:
        assert desk.conditions.warnings() == ()
        assert abs(desk._stores.now() - clock.now()) < timedelta(seconds=5)
    finally:
        desk.close()
