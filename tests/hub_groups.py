"""Companies that lack something, counted, in a hub that has offers for groups."""

from collections.abc import Mapping
from copy import copy
from functools import cache
from pathlib import Path

from desktop.content.company import Company, Contact, People
from desktop.content.library import Library
from desktop.content.networks.hub_desk import KnownNames, read_hub_desk
from desktop.paths import resources_folder
from desktop.storage import FileDatabase
from desktop.storage.standing_store import StandingStore
from desktop.territory import Needed, RoundStanding
from desktop.workspace import Case, Workspace
from tests.desks import the_content

CLASS = "cloud-basics"
"""What the hub of the examples teaches in a class of 6 to 15 companies, for 3000 euros all paid by aid."""


@cache
def a_hubs_content() -> Library:
    """The shipped content with the hub of the examples."""
    content = copy(the_content())
    network = content.network
    provinces = {letters for region in network.regions.values() for letters in region.provinces}
    known = KnownNames(provinces, network.services, content.catalogue.competences, network.support.labs)
    hub, problems = read_hub_desk(resources_folder() / "examples" / "pack" / "hub", known)
    assert not problems
    vars(content)["hub_desk"] = hub
    return content


class Hub:
    """A hub's desk with companies."""

    def __init__(self, folder: Path) -> None:
        self._database = FileDatabase(folder)
        self.workspace = Workspace(a_hubs_content(), self._database)

    def firm(self, name: str, levels: Mapping[str, int | None] | None = None, **others: object) -> int:
        """A company below its goals (level 2) as told, else at 0 in the class; returns its number."""
        given = {"region": "ITC4", "province": "BG", "sector": "C", "headcount": 6} | others
        people, contact = People(owner=1, employee=5), Contact("Maria", email="maria@example.org")
        company = Company(name=name, people=people, contact=contact, **given)
        case = self.workspace.create_case(company)
        store = StandingStore(self._database)
        needs = {need: Needed(level, 2) for need, level in (levels or {CLASS: 0}).items()}
        changed = store.uncounted(10_000)[case.id]
        store.save({case.id: (changed, RoundStanding((), needs))})
        return case.company_id

    def case(self, company: int) -> Case:
        """The open case of a company."""
        cases = (self.workspace.case(each.id) for each in self.workspace.cases())
        return next(case for case in cases if case.company_id == company)

    def firms(self, count: int, **others: object) -> list[int]:
        """So many companies that lack the same."""
        return [self.firm(f"Panificio {number}", **others) for number in range(1, count + 1)]
