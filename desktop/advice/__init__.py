"""Where to bring a plan: which doors, which labs, which funding, and why; pure functions of values."""

from desktop.advice.doors import Door, doors, first_of_each_kind
from desktop.advice.freshness import Availability, availability, is_stale
from desktop.advice.funding import FundingMatch, ended_funding, funding
from desktop.advice.guidance import Guidance, guide
from desktop.advice.labs import LabMatch, labs
from desktop.advice.needs import Ask, Needs, needs_of
from desktop.advice.reasons import Reason

__all__ = [
    "Ask",
    "Availability",
    "Door",
    "FundingMatch",
    "Guidance",
    "LabMatch",
    "Needs",
    "Reason",
    "availability",
    "doors",
    "ended_funding",
    "first_of_each_kind",
    "funding",
    "guide",
    "is_stale",
    "labs",
    "needs_of",
]
