"""Where to bring a plan: which doors, which labs, which funding, and why; pure functions of values."""

from desktop.guidance.doors import Door, doors, first_of_each_kind
from desktop.guidance.freshness import Availability, availability, is_stale
from desktop.guidance.funding import FundingMatch, ended_funding, funding
from desktop.guidance.guide import Guidance, guide
from desktop.guidance.labs import LabMatch, labs
from desktop.guidance.needs import Ask, Needs, needs_of
from desktop.guidance.reasons import Reason

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
