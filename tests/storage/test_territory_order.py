"""Figures are of the right companies, in whatever order a database gives its rows."""

from sqlalchemy import update

from desktop.content.company import Company, Constraints
from desktop.models import CompanyRecord
from desktop.storage import Database
from desktop.storage.store import Store
from desktop.storage.territory_reader import TerritoryReader

REGIONS = ("ITC4", "ITH3", "ITF4", "ITC1")


def test_a_company_that_was_changed_is_found_by_its_number(database: Database) -> None:
    store = Store(database)
    for region in REGIONS:
        store.create(Company(name=region, region=region, headcount=1), (), Constraints())
    with database.session() as session:  # a server puts what is changed at the end
        session.execute(update(CompanyRecord).where(CompanyRecord.id == 1).values(consultant="Anna"))
    territory = TerritoryReader(database).read({}, "technology-check")[0]
    region = territory.companies.region
    assert territory.companies.ids.tolist() == [1, 2, 3, 4]
    assert tuple(region.names[code] for code in region.codes) == REGIONS
    assert territory.rounds.company.tolist() == [0, 1, 2, 3]
