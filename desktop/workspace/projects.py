"""Network projects: groups proposed from what companies lack, taken up, led on, put into the register."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from desktop.advising import ServiceLine
from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.networks.hub_desk_file import ServiceKind
from desktop.projects import (
    About,
    FirmLine,
    Ground,
    GroupFacts,
    Member,
    MemberState,
    Project,
    ProjectState,
    Proposal,
    Way,
    about_of,
    facts_of,
    ground_of,
    other_ways,
    propose,
    shares_of,
    ways_of,
)
from desktop.workspace.services import Services
from desktop.workspace.stores import Stores

MOST_NAMED = 40
"""Companies that a search among all of them brings at most."""


@dataclass(frozen=True)
class Found:
    """What there is for groups on a day: the companies, the ways, the proposals, and how many are left out.

    `placeless` are companies without a sector, or without province and region.
    """

    day: date
    ground: Ground
    ways: tuple[Way, ...]
    proposals: tuple[Proposal, ...]
    withdrawn: int
    placeless: int

    @property
    def count(self) -> int:
        """How many companies were looked at."""
        return len(self.ground.ids)

    def way(self, about: About) -> Way | None:
        """The way of a project as it is today; None where it is gone."""
        same = (each for each in self.ways if (each.kind, each.id) == (about.way_kind, about.way))
        return next(same, None)

    def facts(self, about: About, members: Sequence[int]) -> GroupFacts | None:
        """What companies of a project are like; None where the catalogue knows its need no longer."""
        if about.need not in self.ground.competences:
            return None
        return facts_of(self.ground, about, members, self.day)

    def others(self, about: About, members: Sequence[int]) -> tuple[Way, ...]:
        """What else would do for all of them."""
        if about.need not in self.ground.competences:
            return ()
        return other_ways(self.ground, self.ways, about, members)


class Projects:
    """Proposals and projects. Every save has been written to disk when it returns."""

    def __init__(self, library: Library, stores: Stores, services: Callable[[], Services]) -> None:
        self._library = library
        self._stores = stores
        self._services = services

    def look(self, day: date) -> Found:
        """Propose groups from the needs as they were counted last.

        Takes up to two seconds for 80,000 companies: call it in a worker thread, after `counting.count`.
        """
        library = self._library
        firms, withdrawn = self._stores.hub.groups.firms()
        ground = ground_of(firms, tuple(library.catalogue.competences))
        ways = ways_of(library.hub_desk, library.catalogue, library.network, day)
        nowhere = (ground.regions.codes < 0) & (ground.provinces.codes < 0)
        placeless = int((nowhere | (ground.sectors.codes < 0)).sum())
        proposals = propose(ground, ways, self._stores.hub.projects.taken())
        return Found(day, ground, ways, proposals, withdrawn, placeless)

    def all(self) -> tuple[Project, ...]:
        """The projects taken up, the one changed last first."""
        return self._stores.hub.projects.all()

    def one(self, project_id: int) -> Project:
        """A project; StorageError where it is gone."""
        return self._stores.hub.projects.one(project_id)

    def members(self, project: Project) -> tuple[Member, ...]:
        """The companies of a project by name."""
        states = self._stores.hub.projects.members(project.id)
        found = self._stores.hub.groups.lines(states, project.about.need)
        return tuple(Member(firm, states[firm.id]) for firm in found)

    def round_of(self, company: int) -> int | None:
        """The latest assessment of a company; None where the company is gone."""
        return self._stores.hub.groups.round_of(company)

    def firms(self, ids: Collection[int], need: str) -> tuple[FirmLine, ...]:
        """Companies by name, with what they have and should have of a competence."""
        return self._stores.hub.groups.lines(ids, need)

    def named(self, text: str, need: str) -> tuple[FirmLine, ...]:
        """Companies in whose name a text stands, and whether a project has them."""
        found = self._stores.hub.groups.named(text, need, MOST_NAMED)
        taken = self._stores.hub.projects.taken()
        return tuple(replace(each, is_taken=(each.id, need) in taken) for each in found)

    def about(self, proposal: Proposal) -> About:
        """What a project of a proposal is about."""
        category, kind = _counts_as(proposal.way, self._library.hub_desk)
        return about_of(proposal, category, kind)

    def take_up(self, proposal: Proposal, members: Collection[int], title: str) -> int:
        """Begin a project with these companies; returns its number."""
        about = self.about(proposal)
        return self._stores.hub.projects.create(title, proposal.way.project_kind, about, members)

    def rename(self, project_id: int, title: str) -> None:
        """Call a project otherwise."""
        self._stores.hub.projects.save(project_id, title=title)

    def save_state(self, project_id: int, state: ProjectState) -> None:
        """Say how far a project is."""
        self._stores.hub.projects.save(project_id, state=state)

    def save_note(self, project_id: int, note: str) -> None:
        """Replace the note of a project."""
        self._stores.hub.projects.save(project_id, note=note)

    def add(self, project_id: int, companies: Collection[int]) -> None:
        """Let companies take part."""
        self._stores.hub.projects.add(project_id, companies)

    def save_members(self, project_id: int, states: Mapping[int, MemberState | None]) -> None:
        """Say how far companies are, or (None) that they take no part."""
        self._stores.hub.projects.save_members(project_id, states)

    def remove(self, project_id: int) -> None:
        """Forget a project; its lines in the register stay."""
        self._stores.hub.projects.remove(project_id)

    def write_services(self, project: Project, begins: date, officer: str) -> int:
        """A line in the register for each company that is in and has none yet; returns how many there were.

        Price and aid are shared equally among those that are in; `officer` is a name.
        """
        states = self._stores.hub.projects.members(project.id)
        inside = sorted(company for company, state in states.items() if state == "in")
        shares = dict(zip(inside, shares_of(project.about, len(inside)), strict=True))
        area = self._library.catalogue.area_of(project.about.need)
        about, services = project.about, self._services()
        written = {line.company_id for line in services.lines() if line.project_id == project.id}
        lines = [
            ServiceLine(
                uid="",
                company_id=company,
                category=about.category,
                title=project.title,
                started_on=begins,
                kind=next((kind for kind in get_args(ServiceKind) if kind == about.service_kind), ""),
                technology=area,
                price_cents=share.price_cents,
                aid_cents=share.aid_cents,
                aid_scheme=about.aid_scheme,
                officer=officer,
                project_id=project.id,
            )
            for company, share in shares.items()
            if company not in written
        ]
        if lines:
            services.save(*lines)
        return len(lines)


def _counts_as(way: Way, desk: HubDesk) -> tuple[str, ServiceKind]:
    """The category of the hub network and the kind of a service that a way leads to."""
    offer = desk.offers.get(way.id) if way.kind == "offer" else None
    if offer is not None:
        return offer.service, offer.kind
    return ("training", "training") if way.kind == "course" else ("funding-support", "")
