"""One company in one round of assessment, and where the user is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from desktop.answers import AnswerSheet
from desktop.content.company import Company, Constraints
from desktop.storage import PinnedQuestionnaire, StoredRound

Asks = Literal["personal", "company"]
"""What a person of a case is asked: about herself or himself, or about the company."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: the page, such as company, questions or results, and the question shown."""

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
    """One company in one round of assessment, as the company answers it or as one `person` of it does.

    `asks` says what that person is asked; it means nothing where nobody answers apart. `written_limits` are
    those written down, where others are being tried. `uuid` is the company's.
    """

    id: int
    company_id: int
    stage: str
    company: Company
    pinned: tuple[PinnedQuestionnaire, ...]
    sheet: AnswerSheet
    constraints: Constraints
    place: Place
    person: int | None = None
    asks: Asks = "personal"
    written_limits: Constraints | None = None
    uuid: str = ""

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
            uuid=stored.uuid,
        )

    @property
    def is_personal(self) -> bool:
        """Whether somebody answers about herself or himself."""
        return self.person is not None and self.asks == "personal"

    @property
    def questionnaire_ids(self) -> tuple[str, ...]:
        """The questionnaires of the round, in order."""
        return tuple(pinned.id for pinned in self.pinned)
