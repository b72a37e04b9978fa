"""What a hub does for a company: who looks after it, which offers fit and why, the register of services."""

from desktop.advising.aid import AidSoFar, aid_so_far
from desktop.advising.engagement import Engagement
from desktop.advising.needs import CompanyNeed, needs_left
from desktop.advising.offers import OfferMatch, Subject, UnfitOffer, match_offers, unfit_offers
from desktop.advising.people import PersonMatch, match_people, proposed_engagement
from desktop.advising.register import Register, RegisterWish, ServiceTotals, totals_of
from desktop.advising.remark import ExpertRemark
from desktop.advising.service import (
    CATEGORIES,
    SERVICE_STATES,
    ServiceLine,
    ServiceState,
)

__all__ = [
    "CATEGORIES",
    "SERVICE_STATES",
    "AidSoFar",
    "CompanyNeed",
    "Engagement",
    "ExpertRemark",
    "OfferMatch",
    "PersonMatch",
    "Register",
    "RegisterWish",
    "ServiceLine",
    "ServiceState",
    "ServiceTotals",
    "Subject",
    "UnfitOffer",
    "aid_so_far",
    "match_offers",
    "match_people",
    "needs_left",
    "proposed_engagement",
    "totals_of",
    "unfit_offers",
]
