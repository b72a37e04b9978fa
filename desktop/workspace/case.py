"""One company in one round of assessment, and where the user is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from desktop.answers import AnswerSheet
from desktop.content.company import Company, Constraints
from desktop.storage import PinnedQuestionnaire, StoredRound


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: page company, questions, people, results, plan or report, and the question shown."""

    page: str = "company"
    questionnaire: str | None = None
    question: str | None = None

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """A place as it was stored; what a later version added is left out."""
        names = ("page", "questionnaire", "question")
        return cls(**{name: stored[name] for name in names if name in stored})


@dataclass(frozen=True, slots=True)
class Case:
    """One company in one round of assessment, as the company answers it or as one `person` of it does."""

    id: int
    company_id: int
    stage: str
    company: Company
    pinned: tuple[PinnedQuestionnaire, ...]
    sheet: AnswerSheet
    constraints: Constraints
    place: Place
    person: int | None = None

    @classmethod
    def of(cls, stored: StoredRound, sheet: AnswerSheet) -> Self:
        """A stored round with those of its answers that fit the questions asked."""
        return cls(
            id=stored.id,
            company_id=stored.company_id,
            stage=stored.stage,
            company=stored.company,
            pinned=stored.questionnaires,
            sheet=sheet,
            constraints=stored.constraints,
            place=Place.of(stored.place),
        )

    @property
    def questionnaire_ids(self) -> tuple[str, ...]:
        """The questionnaires of the round, in order."""
        return tuple(pinned.id for pinned in self.pinned)
