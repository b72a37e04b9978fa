"""What is erased cannot be read any more, not even in the bytes of the files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.advising import ServiceLine
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import StorageError
from desktop.storage import Arrival, FileDatabase, Key, PinnedQuestionnaire, Remark
from desktop.storage.connecting import connect
from desktop.storage.desk_store import DeskStore
from desktop.storage.erasing import erase_from_database_file
from desktop.storage.event_store import EventStore
from desktop.storage.event_values import VisitEnd
from desktop.storage.holdings import Holdings
from desktop.storage.import_store import ImportStore
from desktop.storage.journal import Journal
from desktop.storage.last_visits import LastVisits
from desktop.storage.received_store import ReceivedStore
from desktop.storage.respondent_store import RespondentStore
from desktop.storage.service_file_store import ServiceFileStore
from desktop.storage.service_store import ServiceStore
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore
from tests.examples import examples
from tests.storage.copy_builders import run_sql

pytestmark = pytest.mark.of_files

MARK, DAY = "Zanzibar", date(2026, 5, 4)
PINNED = (PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),)
KEY = Key(bytes(range(32)))
SHARED, OWN = QuestionKey("technology-check/backup"), QuestionKey(f"own/{MARK}")


class Office:
    """A data folder with a company that bears the mark everywhere, and one that does not."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.database = FileDatabase(folder, key)
        journal = Journal()
        self.store = Store(self.database, journal)
        self.visits = VisitStore(self.database, journal)
        self.people = RespondentStore(self.database)
        self.desk = DeskStore(self.database)
        self.received = ReceivedStore(self.database)
        self.other = self._company("Forno Rossi")
        self.marked = self._company(f"Panificio {MARK}")

    def _company(self, name: str) -> int:
        number = self.store.create(Company(name=name, headcount=6), PINNED, Constraints())
        for text in ("first", "second", name):
            self.store.save_answer(number, SHARED, text * 40)
            self.visits.save_remark(number, SHARED, Remark(text * 30, "sure"))
        self.people.add(number, name[-20:], "owner")
        self.visits.add_evidence(number, "question:a", f"{name}.txt", "text/plain", name.encode() * 3000)
        self.visits.save_step(number, StepChange("course:clear:owner", "done", name))
        return number

    def id_of(self, number: int) -> int:
        return self.store.load(number).company_id

    @property
    def uuid(self) -> str:
        return Holdings(self.database).of(self.id_of(self.marked)).uuid

    def receive(self, company: str) -> None:
        """A result that nobody took over."""
        arrival = Arrival(MARK, "file", "full", company, "T0", datetime.now(UTC), None, f"{MARK}.sestante")
        self.received.add(arrival, f"a line about {MARK}".encode(), None)

    def erase(self) -> tuple[StorageError, ...]:
        return self.desk.erase(self.id_of(self.marked), "asked", str.upper)


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    opened = Office(folder)
    yield opened
    opened.database.close()


def holding(folder: Path, text: str = MARK) -> list[str]:
    """The files whose bytes hold a text."""
    return [each.name for each in sorted(folder.iterdir()) if text.encode() in each.read_bytes()]


def backup(office: Office, name: str) -> Path:
    """A copy as it is made before a file is brought up to date."""
    path = office.database.path.with_name(name)
    with closing(sqlite3.connect(office.database.path)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    return path


def test_nothing_of_an_erased_company_is_left_in_any_file(office: Office, folder: Path) -> None:
    office.store.save_answer(office.marked, OWN, MARK)
    office.receive(office.uuid)
    backup(office, "sestante-before-0006-0005-20260101-000000.db")
    assert len(holding(folder)) == 2
    assert office.erase() == ()
    assert holding(folder) == []
    assert [each.name for each in office.store.summaries()] == ["Forno Rossi"]
    assert office.store.load(office.other).answers[SHARED].startswith("Forno Rossi")


def test_what_a_hub_keeps_for_its_accounts_says_nothing_of_it(office: Office, folder: Path) -> None:
    company = office.id_of(office.marked)
    line = ServiceLine(
        "service", company, "training", f"Course at {MARK}", DAY, "training", MARK, officer=MARK
    )
    ServiceStore(office.database).replace({"service": line})
    ServiceFileStore(office.database).add("service", f"{MARK}.txt", "text/plain", MARK.encode())
    event = EventStore(office.database).create("Fair", "Parma", DAY)
    visitor = EventStore(office.database).begin(event, MARK)
    end = VisitEnd({"sector": MARK}, {"overall": MARK})
    EventStore(office.database).close(visitor, "listed", end)
    run_sql(office.database.path, "UPDATE visitor SET round_id = (SELECT max(id) FROM round)")
    copy = backup(office, "sestante-before-0009-0008-20260101-000000.db")
    assert office.erase() == ()
    assert holding(folder) == []
    for path in (office.database.path, copy):
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("SELECT uid, company_id FROM service").fetchall() == [("service", None)]
            assert file.execute("SELECT count(*) FROM service_file").fetchall() == [(0,)]
            assert file.execute("SELECT choice, round_id FROM visitor").fetchall() == [("listed", None)]


def test_reports_of_imports_count_its_files_and_name_them_no_more(office: Office, folder: Path) -> None:
    reports = ImportStore(office.database)
    files = [f"{MARK}.pdf", "rossi.pdf"]
    lines = [
        {"kind": "added", "files": [f"/in/{MARK}.pdf"], "company": office.uuid, "name": MARK},
        {"kind": "added", "files": ["/in/rossi.pdf"], "company": "another", "name": "Forno Rossi"},
    ]
    reports.save("one", {"uid": "one", "given": files, "counts": {"added": 2}}, 0, lines)
    backup(office, "sestante-before-0009-0008-20260101-000000.db")
    office.erase()
    assert holding(folder) == []
    assert reports.heads() == {"one": {"uid": "one", "given": ["rossi.pdf"], "counts": {"added": 2}}}
    assert reports.lines("one") == [{"kind": "added", "is_forgotten": True}, lines[1]]


def test_a_result_that_does_not_name_the_company_goes_too(office: Office, folder: Path) -> None:
    office.receive(office.uuid.upper())
    office.erase()
    assert office.received.all() == ()
    assert holding(folder) == []


def test_only_the_uuid_is_remembered(office: Office) -> None:
    uuid = office.uuid
    office.erase()
    assert office.desk.erased() == {uuid}


def test_a_copy_that_cannot_be_written_is_named(office: Office, folder: Path) -> None:
    copy = backup(office, "sestante-before-0006-0005-20260101-000000.db")
    with closing(sqlite3.connect(copy)) as holder:
        holder.execute("PRAGMA journal_mode=DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        [error] = office.erase()
    assert copy.name in str(error)
    assert "another program is using it" in str(error)
    assert holding(folder) == [copy.name]


def test_a_copy_of_any_age_is_reached(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as file:
        file.executescript(
            "CREATE TABLE company (id INTEGER PRIMARY KEY, uuid TEXT, name TEXT);"
            "CREATE TABLE question (id INTEGER PRIMARY KEY, key TEXT);"
            "CREATE TABLE round (id INTEGER PRIMARY KEY,"
            " company_id INTEGER REFERENCES company ON DELETE CASCADE);"
            "CREATE TABLE answer (round_id INTEGER REFERENCES round ON DELETE CASCADE,"
            " question_id INTEGER, value TEXT);"
            "INSERT INTO company VALUES (1, 'a', 'A Zanzibar'), (2, 'b', 'Forno');"
            "INSERT INTO question VALUES (1, 'a'), (2, 'b');"
            "INSERT INTO round VALUES (1, 1), (2, 2);"
            "INSERT INTO answer VALUES (1, 1, 'Zanzibar'), (2, 2, 'Forno');"
        )
    assert erase_from_database_file(old, None, "a")
    assert MARK.encode() not in old.read_bytes()
    assert b"Forno" in old.read_bytes()
    assert not erase_from_database_file(old, None, "a")


def test_an_encrypted_workspace_is_erased_with_its_copies(folder: Path) -> None:
    office = Office(folder, KEY)
    uuid, copy = office.uuid, folder / "sestante-before-0006-0005-20260101-000000.db"
    with closing(connect(office.database.path, KEY)) as source, closing(connect(copy, KEY)) as target:
        source.backup(target)
    assert office.erase() == ()
    with closing(connect(copy, KEY)) as file:
        assert [row["name"] for row in file.execute("SELECT name FROM company")] == ["Forno Rossi"]
    assert not erase_from_database_file(copy, KEY, uuid)
    office.database.close()


@examples(10)
@given(lengths=st.lists(st.integers(1, 3000), min_size=1, max_size=12))
def test_a_person_removed_is_gone_from_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    office = Office(folder)
    office.erase()
    for name in ("Anna", MARK, "Bruno"):
        person = office.people.add(office.other, name, "owner")
        for place, length in enumerate(lengths):
            office.people.save_answer(office.other, person, QuestionKey(f"skills/{place}"), name * length)
    [marked] = [each.id for each in office.store.respondents(office.other) if each.label == MARK]
    office.people.remove(office.other, marked)
    office.database.empty_log()
    assert holding(folder) == []
    assert holding(folder, "Bruno")
    office.database.close()


def test_retention_looks_at_the_last_visit(office: Office) -> None:
    office.desk.keep_until(office.id_of(office.other), date(2030, 1, 1))
    kept = {each.name: each.keep_until for each in LastVisits(office.database).before(date.max)}
    assert kept == {"Forno Rossi": date(2030, 1, 1), f"Panificio {MARK}": None}
