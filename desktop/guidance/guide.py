"""Where to go with a plan, in one value: the few doors, labs and funding that are worth telling."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.content.catalogues.catalogue import Network
from desktop.content.company import Company
from desktop.guidance.asking import with_asks
from desktop.guidance.doors import Door, doors, first_of_each_kind
from desktop.guidance.funding import FundingMatch, ended_funding, funding
from desktop.guidance.labs import LabMatch, is_ready_for_labs, labs
from desktop.guidance.needs import Needs

_DOORS, _LABS, _FUNDING = 5, 3, 5


@dataclass(frozen=True, slots=True)
class Guidance:
    """What is told. `rules` are the ids of the rules that the funding shown is under.

    `no_labs` says why there are none: `too-early` for a firm without people for it, `none-needed` where no
    lab works on what is missing. `lacks_region`: naming the region would show more.
    """

    doors: tuple[Door, ...] = ()
    labs: tuple[LabMatch, ...] = ()
    no_labs: Literal["", "too-early", "none-needed"] = ""
    funding: tuple[FundingMatch, ...] = ()
    ended: tuple[FundingMatch, ...] = ()
    rules: tuple[str, ...] = ()
    lacks_region: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.doors or self.labs or self.funding)


def guide(network: Network, company: Company, needs: Needs, day: date) -> Guidance:
    """Where a company with these needs should go on a day."""
    found_labs = labs(network, company, needs, day)[:_LABS]
    found_funding = _told(funding(network, company, needs, day))
    used = {rule for match in found_funding for rule in match.entry.rules}
    no_labs: Literal["", "too-early", "none-needed"] = ""
    if not found_labs:
        no_labs = "none-needed" if is_ready_for_labs(company) else "too-early"
    return Guidance(
        doors=with_asks(first_of_each_kind(doors(network, company, needs, day), _DOORS), needs),
        labs=found_labs,
        no_labs=no_labs,
        funding=found_funding,
        ended=ended_funding(network, company, needs, day),
        rules=tuple(name for name in network.support.rules if name in used),
        lacks_region=company.region is None,
    )


def _told(found: tuple[FundingMatch, ...]) -> tuple[FundingMatch, ...]:
    """The best, each with its closed editions behind it; members stand for a family nobody is sure of."""
    ids, families = {match.entry.id for match in found}, {match.entry.family for match in found}
    alone = [
        match
        for match in found
        if not (match.entry.id in families and match.availability == "unknown")
        and not (match.entry.family in ids and match.availability == "closed-recurs")
    ]
    told = []
    for match in alone[:_FUNDING]:
        editions = [each for each in found if each.entry.family == match.entry.id and each not in alone]
        told += [match, *editions]
    return tuple(told)
