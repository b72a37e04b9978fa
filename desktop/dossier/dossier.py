"""Everything a printed plan or a result file speaks of, as one value."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from desktop.advising import ExpertRemark
from desktop.answers import AnswerSheet
from desktop.comparing import QuestionnaireChange
from desktop.content.company import Company, Constraints
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from desktop.dossier.steps import PlanStep
from desktop.dossier.voices import SeveralVoices
from desktop.guidance import Guidance, guide, needs_of
from desktop.planning import Plan
from desktop.planning.quick_wins import QuickWin
from desktop.scores import CompetenceScore, CompetenceSpread, NextLevel, Scorecard, items

FIRST_STAGE = "T0"
_FEW = 3

Scope = Literal["full", "no-contact", "scores"]
"""What leaves the desk: everything, all but the contact's data, or scores that do not say whose they are."""
SCOPES: tuple[Scope, ...] = ("full", "no-contact", "scores")


@dataclass(frozen=True)
class AssessmentResult:
    """One questionnaire with the questions that were shown, its scores and the way to the next level."""

    questionnaire: Questionnaire
    shown: tuple[Question, ...]
    scorecard: Scorecard
    next_level: NextLevel | None

    @cached_property
    def is_first_look(self) -> bool:
        """Whether each dimension rests on a few single answers: too little for more than an impression."""
        told = Counter(
            question.dimension for question in self.shown if question.is_scored for _ in items(question, None)
        )
        return bool(told) and max(told.values()) <= _FEW


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which company and round this is, wherever the file goes.

    `company_id` is the company's for good (UUID); `code` stands for the company in files that do not say
    whose they are, and nobody but the desk that made it can tell which company it is ("" where unknown).
    """

    company_id: str
    changed_at: datetime
    code: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """That the company agreed to what leaves its desk: when, and to which version of the text."""

    agreed_on: date
    text_version: str


@dataclass(frozen=True, slots=True)
class EarlierRound:
    """The results of an earlier round of the same company, in the versions of its questionnaires.

    `changes` say what changed from it to the round it stands beside, and why, where that was worked out.
    """

    stage: str
    answered_on: date
    results: tuple[AssessmentResult, ...]
    competences: Mapping[str, CompetenceScore]
    changes: tuple[QuestionnaireChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an answer: a note, how sure it is (empty where nobody said), and names of files."""

    note: str = ""
    confidence: Literal["", "sure", "estimate", "guess"] = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dossier:
    """A company, its answers, scores and plan on a day; of its people only how far apart they are.

    `people` answered about themselves, `voices` about the company; `remarks` are what advisers tell it.
    """

    library: Library
    company: Company
    constraints: Constraints
    made_on: date
    sheet: AnswerSheet
    results: tuple[AssessmentResult, ...]
    competences: Mapping[str, CompetenceScore]
    plan: Plan
    quick_wins: tuple[QuickWin, ...] = ()
    people: Mapping[str, CompetenceSpread] = field(default_factory=dict)
    voices: tuple[SeveralVoices, ...] = ()
    stage: str = FIRST_STAGE
    earlier: tuple[EarlierRound, ...] = ()
    provenance: Provenance | None = None
    consent: Consent | None = None
    scope: Scope = "full"
    beside: Mapping[QuestionKey, Beside] = field(default_factory=dict)
    steps: Mapping[str, PlanStep] = field(default_factory=dict)
    remarks: tuple[ExpertRemark, ...] = ()

    @cached_property
    def guidance(self) -> Guidance:
        """Where to go with the plan, as known on its day."""
        needs = needs_of(self.plan, self.library.catalogue, self.company)
        return guide(self.library.network, self.company, needs, self.made_on)
