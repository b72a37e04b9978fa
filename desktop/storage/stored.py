"""What the stores give back: domain values, never rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey


@dataclass(frozen=True, slots=True)
class PinnedQuestionnaire:
    """The questionnaire of a round as it was when the round began."""

    id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round as it is kept: answers in plain form by question key."""

    id: int
    company: Company
    stage: str
    questionnaires: tuple[PinnedQuestionnaire, ...]
    constraints: Constraints
    place: Mapping[str, Any]
    answers: Mapping[QuestionKey, Any]


@dataclass(frozen=True, slots=True)
class FormerRound:
    """What a round was before an unconfirmed move: its questionnaires, and the answers that were changed.

    An answer is None where there was none.
    """

    questionnaires: tuple[PinnedQuestionnaire, ...]
    answers: Mapping[QuestionKey, Any]


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A line in the list of companies."""

    id: int
    name: str
    stage: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The limits of a plan that is kept for comparing, under its name."""

    id: int
    name: str
    constraints: Constraints


@dataclass(frozen=True, slots=True)
class StoredRespondent:
    """Somebody who answers in a round, with the answers in plain form by question key."""

    id: int
    label: str
    role: Role
    created_at: datetime
    answers: Mapping[QuestionKey, Any]
