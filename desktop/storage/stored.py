"""What the stores give back: domain values, never rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepState

if TYPE_CHECKING:
    from desktop.advising import ExpertRemark

Carrier = Literal["file", "pdf", "code"]
"""How a result came in: as a file, inside a printed plan, or as a code on paper."""

Confidence = Literal["", "sure", "estimate", "guess"]
"""How sure an answer is; empty where nobody said."""


@dataclass(frozen=True, slots=True)
class PinnedQuestionnaire:
    """The questionnaire of a round as it was when the round began."""

    id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round as it is kept: answers in plain form by question key; `uuid` is the company's."""

    id: int
    company_id: int
    company: Company
    stage: str
    questionnaires: tuple[PinnedQuestionnaire, ...]
    constraints: Constraints
    place: Mapping[str, Any]
    answers: Mapping[QuestionKey, Any]
    uuid: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class FormerRound:
    """What a round was before an unconfirmed move: its questionnaires, and the answers that were changed.

    An answer is None where there was none.
    """

    questionnaires: tuple[PinnedQuestionnaire, ...]
    answers: Mapping[QuestionKey, Any]


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A line in the list of companies, one for each of their rounds."""

    id: int
    company_id: int
    name: str
    stage: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand a change is by: who works at the desk, and who of the company told it; empty if unknown.

    Who told it belongs to the round `told_in` alone, where one is named: no name strays to another company.
    """

    by: str = ""
    told_by: str = ""
    told_in: int | None = None

    def teller(self, round_id: int) -> str:
        """Who of the company tells the changes of a round."""
        return self.told_by if self.told_in in (None, round_id) else ""


NAMES_APART = " \N{MIDDLE DOT} "
"""Between the names of those who told an answer together."""


def told_by_all(labels: Iterable[str]) -> str:
    """Who told an answer, where several did."""
    return NAMES_APART.join(labels)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a round: what stood there before and after in plain form, when, and by whose hand.

    `what` is answer, remark, step, evidence, profile, engagement, questionnaires, constraints, move or
    import; `key` says which of them; `act` is do, undo or redo, the last two of the change numbered `of`.
    """

    id: int
    at: datetime
    what: str
    key: str
    before: Any
    after: Any
    by: str
    told_by: str
    act: str
    of: int | None


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside an answer: a note, how sure the answer is, and whether to come back to it."""

    note: str = ""
    confidence: Confidence = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file or photo that shows something; `size` in bytes.

    `subject` is `question:KEY`, `step:KEY` or `service:UID`.
    """

    id: int
    subject: str
    file_name: str
    media_type: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a step of the plan."""

    state: StepState
    note: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is due for a company on a day; `uid` names it in calendars."""

    id: int
    uid: str
    company_id: int
    company: str
    due_on: date
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The limits of a plan that is kept for comparing, under its name."""

    id: int
    name: str
    constraints: Constraints


@dataclass(frozen=True, slots=True)
class StoredRespondent:
    """Somebody who answers in a round, with the answers in plain form by question key.

    `answers` were given about herself or himself, in secret; `about_company` to be seen by the others.
    """

    id: int
    label: str
    role: Role
    created_at: datetime
    answers: Mapping[QuestionKey, Any]
    about_company: Mapping[QuestionKey, Any]


@dataclass(frozen=True, slots=True)
class EarlierOrigin:
    """An earlier round of the same company, and the last day on which somebody answered in it."""

    round_id: int
    stage: str
    answered_on: date


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a round stands: its company, and the company's rounds before it, the first one first."""

    company_id: str
    stage: str
    changed_at: datetime
    earlier: tuple[EarlierOrigin, ...]


@dataclass(frozen=True, slots=True)
class StoredConsent:
    """That a company agreed, when, to which version of the text, and since when it no longer does."""

    agreed_on: date
    text_version: str
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A result as it comes in: what tells it from others, whose it is (UUID or code), and who signed it."""

    sha256: str
    carrier: Carrier
    scope: str
    company: str
    stage: str
    changed_at: datetime | None
    signed_by: str | None
    file_name: str


@dataclass(frozen=True, slots=True)
class Received:
    """A result that came in, and the round that was made of it."""

    id: int
    arrival: Arrival
    received_at: datetime
    round_id: int | None


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A company of the workspace, as far as it tells which one it is."""

    id: int
    uuid: str
    company: Company


@dataclass(frozen=True, slots=True)
class NewRound:
    """A round as it is taken over from a result: answers in plain form, and when it was changed last."""

    company: Company
    stage: str
    questionnaires: tuple[PinnedQuestionnaire, ...]
    constraints: Constraints
    answers: Mapping[QuestionKey, Any]
    consent: StoredConsent | None
    changed_at: datetime
    remarks: "tuple[ExpertRemark, ...]" = ()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a round is to stand: in place of a round, as one more of a company, or with a new company.

    `uuid` is a new company's; one that is known keeps its profile unless `takes_profile`.
    """

    uuid: str
    company_id: int | None = None
    round_id: int | None = None
    takes_profile: bool = True


@dataclass(frozen=True, slots=True)
class FormerResult:
    """A result that a company's round was made of, or was compared with: its line as it came in."""

    round_id: int
    carrier: Carrier
    changed_at: datetime | None
    signed_by: str | None
    line: bytes
