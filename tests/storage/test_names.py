"""A company and its people are found by what they are called, in a file and on a server."""

from uuid import UUID

from desktop.storage import Database
from desktop.storage.holdings import Holdings
from desktop.storage.respondent_store import RespondentStore
from desktop.storage.store import Store


def test_names_are_found_however_they_are_written(round_id: int, database: Database) -> None:
    company, held = Store(database).load(round_id).company_id, Holdings(database)
    with database.reading() as rows:
        uuid = str(UUID(str(rows("SELECT uuid FROM company")[0]["uuid"])))
    anna = RespondentStore(database).add(round_id, "Anna", "owner")
    assert [held.find(name) for name in ("PANIFICIO lorusso", uuid, "Lorusso")] == [
        (company,),
        (company,),
        (),
    ]
    assert [held.people(company, label) for label in ("anna", "Bruno")] == [(anna,), ()]
