"""Everything that is held about a company, as values: what an export tells, whatever form it takes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.advising.held import HeldAtHub
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Company


@dataclass(frozen=True, slots=True)
class HeldQuestionnaire:
    """A questionnaire of a round, in the version it is answered in."""

    id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """An answer in plain form by the key of its question; `told_by` is empty where nobody was named."""

    question: str
    value: Any
    answered_at: datetime
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class HeldRemark:
    """What stands beside an answer."""

    question: str
    note: str
    confidence: str
    is_marked: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file or photo; what was taken away is held until the round goes. `size` is in bytes."""

    id: int
    subject: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldStep:
    """What became of a step of the plan."""

    key: str
    state: str
    note: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """The limits of a plan kept for comparing, in plain form."""

    name: str
    constraints: Any
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class HeldConsent:
    """An agreement: when, to which version of the text, and since when it no longer holds."""

    agreed_on: date
    text_version: str
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class HeldResult:
    """A result that came in, and whose it is by UUID or code."""

    stage: str
    carrier: str
    scope: str
    file_name: str
    signed_by: str | None
    received_at: datetime


@dataclass(frozen=True, slots=True)
class HeldImport:
    """What the kept report of an import says of the company: when, how, and its line as it is kept."""

    begun_at: datetime | None
    how: str
    line: Any


@dataclass(frozen=True, slots=True)
class HeldChange:
    """A change of a round: what stood there before and after in plain form, and by whose hand."""

    id: int
    at: datetime
    what: str
    question: str
    before: Any
    after: Any
    by: str
    told_by: str
    act: str
    of: int | None


@dataclass(frozen=True, slots=True)
class HeldReminder:
    """What is, or was, due for a company."""

    due_on: date
    kind: str
    text: str
    made_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldVoice:
    """What somebody answered about the company, which the others see under this label and role."""

    label: str
    role: Role
    answers: tuple[HeldAnswer, ...]


@dataclass(frozen=True, slots=True)
class HeldRound:
    """A round with everything in it; of those who answered about themselves, only how many there are."""

    id: int
    stage: str
    started_at: datetime
    changed_at: datetime
    visited_at: datetime
    constraints: Any
    questionnaires: tuple[HeldQuestionnaire, ...]
    answers: tuple[HeldAnswer, ...]
    remarks: tuple[HeldRemark, ...]
    files: tuple[HeldFile, ...]
    steps: tuple[HeldStep, ...]
    plans: tuple[HeldPlan, ...]
    consents: tuple[HeldConsent, ...]
    changes: tuple[HeldChange, ...]
    voices: tuple[HeldVoice, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Holding:
    """A company with all its rounds, what is due, the results that came in, and what a hub does for it.

    `service_files` show services, whose UUID their subjects tell; `imports` are lines of kept reports.
    """

    company_id: int
    uuid: str
    company: Company
    consultant: str
    created_at: datetime
    archived_at: datetime | None
    keep_until: date | None
    rounds: tuple[HeldRound, ...]
    reminders: tuple[HeldReminder, ...]
    results: tuple[HeldResult, ...]
    at_hub: HeldAtHub
    service_files: tuple[HeldFile, ...] = ()
    imports: tuple[HeldImport, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonHolding:
    """What somebody answered in a round: about herself or himself, and about the company.

    Only this person's own export holds the former.
    """

    label: str
    role: str
    company: str
    stage: str
    created_at: datetime
    questionnaires: tuple[HeldQuestionnaire, ...]
    answers: tuple[HeldAnswer, ...]
    about_company: tuple[HeldAnswer, ...]


@dataclass(frozen=True, slots=True)
class HeldCounts:
    """How much is held about a company; `bytes` are those of the files.

    `people` are in the lists of the rounds; they gave `apart` answers about the company, each by herself or
    himself, and `personal` ones about themselves; `sayings` are remarks of advisers, `imports` lines of kept
    reports.
    """

    rounds: int
    answers: int
    notes: int
    files: int
    bytes: int
    changes: int
    people: int
    apart: int
    personal: int
    results: int
    services: int
    sayings: int
    imports: int


@dataclass(frozen=True, slots=True)
class LastVisit:
    """When somebody last looked at a company, and until when it is kept where that was said."""

    company_id: int
    name: str
    visited_on: date
    keep_until: date | None
