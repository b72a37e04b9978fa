"""All a hub's adviser wants to know of a company before the next conversation, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.advising import (
    AidSoFar,
    CompanyNeed,
    Engagement,
    OfferMatch,
    PersonMatch,
    ServiceLine,
    Subject,
    UnfitOffer,
    aid_so_far,
    match_offers,
    match_people,
    needs_left,
    proposed_engagement,
    unfit_offers,
)
from desktop.clock import today
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.guidance import Guidance
from desktop.planning import Plan


@dataclass(frozen=True, slots=True)
class Known:
    """What the hub knows of a company by its number besides its answers; `load` is of the hub's people.

    `unknown` are competences it should have of which nothing is known.
    """

    company_id: int
    lines: tuple[ServiceLine, ...]
    load: Mapping[str, int]
    unknown: frozenset[str]
    engagement: Engagement


@dataclass(frozen=True, slots=True)
class Advice:
    """A company's needs with what the hub can do about them, on a day.

    `proposed` is who should look after it; `guidance` tells of other doors, labs and funding.
    """

    company: Company
    day: date
    needs: tuple[CompanyNeed, ...]
    offers: tuple[OfferMatch, ...]
    unfit: tuple[UnfitOffer, ...]
    officers: tuple[PersonMatch, ...]
    experts: tuple[PersonMatch, ...]
    engagement: Engagement
    proposed: Engagement
    lines: tuple[ServiceLine, ...]
    aid: tuple[AidSoFar, ...]
    guidance: Guidance


def advise(library: Library, company: Company, known: Known, plan: Plan, guidance: Guidance) -> Advice:
    """What the hub can do today for a company with a plan."""
    day = today()
    hub = library.hub_desk
    needs = needs_left(plan.needs, library.catalogue, {gap.competence for gap in plan.open_gaps})
    aid = tuple(
        aid_so_far(known.lines, known.company_id, rule, day)
        for rule in library.network.support.rules.values()
        if rule.limit_eur is not None
    )
    left = {each.rule.id: each.left_cents for each in aid if each.left_cents is not None}
    subject = Subject(company, needs, had_offers(hub, known.lines), left, known.unknown)
    return Advice(
        company=company,
        day=day,
        needs=needs,
        offers=match_offers(hub.offers.values(), subject),
        unfit=unfit_offers(hub.offers.values(), subject),
        officers=match_people(hub, company, needs, "officer", known.load),
        experts=match_people(hub, company, needs, "expert", known.load),
        engagement=known.engagement,
        proposed=proposed_engagement(hub, company, needs, known.load),
        lines=known.lines,
        aid=aid,
        guidance=guidance,
    )


def had_offers(hub: HubDesk, lines: tuple[ServiceLine, ...]) -> Mapping[str, str]:
    """The state of offers that stand in the register already, by id; lines know an offer by its title."""
    titles = {
        text.offers[offer].title: offer
        for text in hub.texts.values()
        for offer in hub.offers
        if offer in text.offers
    }
    found = ((titles.get(line.title), line.state) for line in lines if line.state != "cancelled")
    return {offer: state for offer, state in found if offer is not None}
