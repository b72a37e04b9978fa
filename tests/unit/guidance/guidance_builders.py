"""A small network of organisations, labs and funding, and firms that look for help."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.content.catalogues.catalogue import Network
from desktop.content.catalogues.catalogue_file import HubEntry, HubTextFile, RegionEntry
from desktop.content.company import Company, People
from desktop.content.networks.support import Support
from desktop.content.networks.support_file import FundingEntry, KindEntry, LabEntry
from desktop.guidance import Ask, Needs

DAY = date(2026, 11, 22)
REGIONS = ("ITC4", "ITF4", "ITI1")
CYBER = Needs(
    areas={"cyber": 10, "digital": 5}, asks=(Ask(("training",), 4),), lab_areas=frozenset({"cyber"})
)
KINDS = (
    KindEntry(id="pid", hubs=True, firms={"micro": 3, "small": 2}),
    KindEntry(id="edih", hubs=True, firms={"micro": 2, "small": 3}),
    KindEntry(id="competence-centre", hubs=True, firms={"micro": 0, "small": 2}, own_it=True),
    KindEntry(id="dih", hubs=True, firms={"micro": 1, "small": 2}, sectors=("C",)),
    KindEntry(id="hub", hubs=True, firms={"micro": 1, "small": 1}),
)


def a_hub(name: str, **changes: Any) -> HubEntry:
    facts: dict[str, Any] = {
        "name": name.title(),
        "kind": "edih",
        "regions": ("ITF4",),
        "areas": ("cyber", "digital"),
        "services": ("training",),
        "status": "active-when-seen",
        "source": "written for a test",
        "as_of": "2026-10",
        "as_of_basis": "consulted",
    }
    return HubEntry(id=name, **(facts | changes))


def a_lab(name: str, **changes: Any) -> LabEntry:
    facts: dict[str, Any] = {
        "name": name.title(),
        "kind": "university",
        "regions": ("ITF4",),
        "areas": ("cyber",),
        "status": "listed",
        "source": "written for a test",
        "as_of": "2026-10",
        "as_of_basis": "consulted",
    }
    return LabEntry(id=name, **(facts | changes))


def a_call(name: str, **changes: Any) -> FundingEntry:
    facts: dict[str, Any] = {
        "country": "IT",
        "regions": (),
        "covers": ("training",),
        "max_share_percent": 50,
        "max_amount_eur": 10_000,
        "state": "open",
        "source": "written for a test",
        "as_of": "2026-10",
        "as_of_basis": "consulted",
    }
    return FundingEntry(id=name, **(facts | changes))


def a_network(
    hubs: Iterable[HubEntry] = (), labs: Iterable[LabEntry] = (), calls: Iterable[FundingEntry] = ()
) -> Network:
    names = HubTextFile(format=1, language="it", kinds={}, services={}, statuses={})
    return Network(
        regions={code: RegionEntry(code=code, country="IT", name=code) for code in REGIONS},
        sectors={},
        sector_texts={},
        hubs={hub.id: hub for hub in hubs},
        hub_texts={"it": names},
        support=Support(
            kinds={kind.id: kind for kind in KINDS},
            labs={lab.id: lab for lab in labs},
            funding={call.id: call for call in calls},
        ),
    )


def a_bakery(**changes: Any) -> Company:
    facts: dict[str, Any] = {
        "name": "Panificio",
        "headcount": 6,
        "region": "ITF4",
        "sector": "C",
        "people": People(owner=1, employee=5),
    }
    return Company(**(facts | changes))
