"""What a hub holds of one company, as an export tells it."""

from dataclasses import dataclass

from desktop.advising.engagement import Engagement
from desktop.advising.remark import ExpertRemark
from desktop.advising.service import ServiceLine


@dataclass(frozen=True, slots=True)
class HeldProject:
    """A project with others: its state, and the company's own (proposed, asked, in or out)."""

    title: str
    kind: str
    project_state: str
    state: str


@dataclass(frozen=True, slots=True)
class HeldSaying:
    """What an expert told the company, and in which round."""

    stage: str
    remark: ExpertRemark


@dataclass(frozen=True, slots=True)
class HeldAtHub:
    """Who looks after the company, the event it came from, services, projects, what experts told it."""

    engagement: Engagement
    came_from: str
    services: tuple[ServiceLine, ...]
    projects: tuple[HeldProject, ...]
    sayings: tuple[HeldSaying, ...]
