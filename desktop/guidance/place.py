"""Where a company is, as far as it said, and whether something reaches it there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, Self

from desktop.content.catalogues.catalogue import Network
from desktop.content.company import Company

PROFESSIONS = frozenset("JKMPQR")  # sections where who works alone usually is in no register of businesses
Reach = Literal["province", "region", "country", "part", "not-in"]


@dataclass(frozen=True, slots=True)
class Place:
    """A company's place. `provinces` are those of the hub it chose: nothing else says where it is."""

    country: str
    region: str | None
    provinces: frozenset[str]

    @classmethod
    def of(cls, company: Company, network: Network) -> Self:
        """The place of a company."""
        hub = network.hubs.get(company.hub or "")
        is_near = hub is not None and company.region in hub.regions
        return cls(company.country, company.region, frozenset(hub.provinces if hub and is_near else ()))

    def reach(
        self,
        regions: Collection[str],
        *,
        country: str | None,
        provinces: Collection[str] = (),
        without: Collection[str] = (),
    ) -> Reach | None:
        """How something that works in these regions reaches the company, None where it does not.

        `country` is the one all of which it serves, if any. `part`: only some provinces of the region, and
        nobody knows whether the company's is among them. `not-in`: its province is left out by name.
        """
        if self.region is not None and self.region in regions:
            if self.provinces & set(without):
                return "not-in"
            if provinces and self.provinces:
                return "province" if self.provinces & set(provinces) else None
            return "part" if provinces or without else "region"
        return "country" if country == self.country else None


def is_freelancer(company: Company) -> bool:
    """Whether a company is one person in a trade where that usually is a freelancer: it does not say."""
    return company.headcount == 1 and (company.sector is None or company.sector in PROFESSIONS)
