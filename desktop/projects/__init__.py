"""Network projects: which companies with the same need could take a voucher or a course together."""

from desktop.projects.firms import Firms
from desktop.projects.ground import Ground, ground_of
from desktop.projects.group_facts import GroupFacts, facts_of, other_ways
from desktop.projects.picking import BEST, best
from desktop.projects.project import (
    MEMBER_STATES,
    STATES,
    About,
    FirmLine,
    Member,
    MemberState,
    Project,
    ProjectState,
    Share,
    about_of,
    shares_of,
)
from desktop.projects.proposal import Part, Place, Proposal, left_each_cents, price_each_cents
from desktop.projects.proposing import propose
from desktop.projects.publishing import Published, published
from desktop.projects.sharing import shared_cents
from desktop.projects.way import WAY_KINDS, ProjectKind, Way, WayKind
from desktop.projects.ways import ways_of

__all__ = [
    "BEST",
    "MEMBER_STATES",
    "STATES",
    "WAY_KINDS",
    "About",
    "FirmLine",
    "Firms",
    "Ground",
    "GroupFacts",
    "Member",
    "MemberState",
    "Part",
    "Place",
    "Project",
    "ProjectKind",
    "ProjectState",
    "Proposal",
    "Published",
    "Share",
    "Way",
    "WayKind",
    "about_of",
    "best",
    "facts_of",
    "ground_of",
    "left_each_cents",
    "other_ways",
    "price_each_cents",
    "propose",
    "published",
    "shared_cents",
    "shares_of",
    "ways_of",
]
