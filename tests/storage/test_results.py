"""A desk's secret is made once, agreements are kept and withdrawn, and what came in is kept as it stood."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from desktop.content.company import Company, Constraints
from desktop.errors import StorageError
from desktop.models import ReceivedRecord, RoundRecord
from desktop.storage import Arrival, Database, Origins, StoredConsent
from desktop.storage.consent_store import ConsentStore
from desktop.storage.desk_key_store import DeskKeyStore
from desktop.storage.received_store import ReceivedStore
from desktop.storage.store import Store
from tests.workspaces import Place, erase_company_of

ARRIVAL = Arrival(
    sha256="ab" * 32,
    carrier="pdf",
    scope="full",
    company="018f3a5e-7b1c-7000-9d3a-1f2e3d4c5b6a",
    stage="T0",
    changed_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    signed_by="ABCD-EFGH-2345-6723",
    file_name="piano «forno».pdf",
)
LINE = b'{"format":1}' * 100


@pytest.fixture(autouse=True)
def _there_is_a_company(round_id: int) -> None:
    assert round_id


def add_round(database: Database, company_id: int, stage: str) -> int:
    """A later round of a company."""
    with database.session() as session:
        began = datetime(2027, 11, 20, 9, tzinfo=UTC)
        times = {"started_at": began, "changed_at": began, "visited_at": began}
        record = RoundRecord(stage=stage, constraints="{}", place="{}", **times)
        record.company_id = company_id
        session.add(record)
        session.flush()
        return record.id


def test_a_desk_has_one_secret_for_good(database: Database, place: Place) -> None:
    assert DeskKeyStore(database).find() is None
    assert DeskKeyStore(database).find_or_keep(lambda: b"first") == b"first"
    assert DeskKeyStore(database).find_or_keep(lambda: b"second") == b"first"
    database.close()
    again = place.open()
    assert DeskKeyStore(again).find() == b"first"
    again.close()


def test_agreements_are_kept_one_after_the_other(database: Database, round_id: int) -> None:
    consents = ConsentStore(database)
    consents.record(round_id, date(2026, 11, 20), "2026-11")
    consents.withdraw(round_id, date(2026, 11, 25))
    consents.record(round_id, date(2026, 12, 1), "2026-12")
    assert consents.all(round_id) == (
        StoredConsent(date(2026, 11, 20), "2026-11", date(2026, 11, 25)),
        StoredConsent(date(2026, 12, 1), "2026-12"),
    )
    erase_company_of(database, round_id)
    assert consents.all(round_id) == ()
    with pytest.raises(StorageError, match="no longer in the workspace"):
        consents.record(round_id, date(2026, 12, 1), "2026-12")


def test_what_came_in_is_kept_once_and_as_it_stood(database: Database) -> None:
    received = ReceivedStore(database)
    first = received.add(ARRIVAL, LINE)
    assert received.add(ARRIVAL, b"something else") == first
    assert first.arrival == ARRIVAL
    assert received.all() == (first,) == received.of_company(ARRIVAL.company)
    assert received.find(ARRIVAL.sha256) == first
    assert received.find("cd" * 32) is None
    assert received.line(first.id) == LINE
    received.delete(first.id)
    assert received.all() == ()
    for call in (received.line, lambda id_: received.link(id_, 1)):
        with pytest.raises(StorageError, match="no longer among those received"):
            call(first.id)


def test_what_became_a_company_goes_with_it(database: Database, round_id: int) -> None:
    received = ReceivedStore(database)
    found = received.add(ARRIVAL, LINE)
    assert found.round_id is None
    received.link(found.id, round_id)
    assert received.find(ARRIVAL.sha256).round_id == round_id
    erase_company_of(database, round_id)
    assert received.all() == ()


def test_a_damaged_line_is_told(database: Database) -> None:
    found = ReceivedStore(database).add(ARRIVAL, LINE)
    with database.session() as session:
        session.execute(update(ReceivedRecord).values(line=b"\x00\xff"))
    with pytest.raises(StorageError, match=r"«forno».pdf cannot be read"):
        ReceivedStore(database).line(found.id)


def test_a_round_knows_its_company_and_the_rounds_before_it(database: Database, round_id: int) -> None:
    origins = Origins(database)
    first = origins.of(round_id)
    assert (first.stage, first.earlier) == ("T0", ())
    Store(database).create(Company(name="Other", headcount=1), (), Constraints())
    tenth, second = add_round(database, 1, "T10"), add_round(database, 1, "T2")
    found = origins.of(tenth)
    assert found.company_id == first.company_id
    assert [(each.round_id, each.stage) for each in found.earlier] == [(round_id, "T0"), (second, "T2")]
    assert found.earlier[1].answered_on == date(2027, 11, 20)
    assert [each.stage for each in origins.of(second).earlier] == ["T0"]
    with pytest.raises(StorageError, match="no longer in the workspace"):
        origins.of(999)
