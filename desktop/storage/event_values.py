"""Events and visitors as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, TypeAlias, get_args

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage.stored import PinnedQuestionnaire

Choice: TypeAlias = Literal["open", "anonymous", "listed", "gone"]
"""What became of a visitor: still there, told no name, is on the hub's list, went before the end."""
CHOICES: tuple[Choice, ...] = get_args(Choice)


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with how many visitors made which choice; `later` of them were assessed again since."""

    id: int
    uid: str
    name: str
    place: str
    held_on: date
    ended_at: datetime | None
    counts: Mapping[Choice, int] = field(default_factory=dict)
    later: int = 0

    @property
    def visitors(self) -> int:
        """All who sat down."""
        return sum(self.counts.values())

    def count(self, choice: Choice) -> int:
        """How many made a choice."""
        return self.counts.get(choice, 0)


@dataclass(frozen=True, slots=True)
class StoredVisitor:
    """A visitor as far as anything is known; the name and the round are those of a company on the list."""

    id: int
    came_at: datetime
    choice: Choice
    firm: Mapping[str, Any]
    scores: Mapping[str, Any]
    round_id: int | None
    company: str


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit under way: its number, when it began, and what was answered, as JSON."""

    id: int
    came_at: datetime
    draft: str


@dataclass(frozen=True, slots=True)
class VisitEnd:
    """What stays of a visit that is over: firm facts and scores, as plain values."""

    firm: Mapping[str, Any]
    scores: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewListing:
    """A visitor who is on the hub's list from now on, with what was answered and agreed to.

    `uuid` is the company's, which the code taken home may carry already. `office` looks after it.
    """

    uuid: str
    company: Company
    questionnaires: tuple[PinnedQuestionnaire, ...]
    answers: Mapping[QuestionKey, Any]
    agreed_on: date
    text_version: str
    office: str
    constraints: Constraints
