"""The result format, versions 1 to 3: what a company's round holds, as it leaves and arrives.

Documented for other programs in docs/result-format.md. Scores are rounded once to two digits; answers and
limits are exact. What a scope withholds is absent: see `scope`.
"""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal

from msgspec import UNSET, Meta, UnsetType

from desktop.content.catalogues.catalogue_file import Nuts2, Role, SectionLetter
from desktop.content.company import Company, Constraints, SizeClass
from desktop.content.files.decoding import FileFormat
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug
from desktop.dossier import Scope

FORMAT = 1
FORMAT_WITH_VOICES = 2
"""Of results that tell what several people answered: other results stay readable for earlier programs."""
FORMAT_WITH_PLACE = 3
"""Of results that tell the company's province, or what an expert remarks; perhaps with voices."""
KIND: Literal["sestante-result"] = "sestante-result"

Identifier = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$(?!\n)")]
Code = Annotated[str, Meta(pattern=r"^([A-Z2-7]{4}-[A-Z2-7]{4})?$(?!\n)")]
Stage = Annotated[str, Meta(pattern=r"^T[0-9]{1,2}$(?!\n)")]
Points = Annotated[float, Meta(ge=0, le=100)]
Level = Annotated[int, Meta(ge=0, le=4)]
LONGEST_TEXT = 500
ShortText = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$(?!\n)", max_length=LONGEST_TEXT)]
Moment = Annotated[datetime, Meta(tz=True)]
Hours = Annotated[float, Meta(ge=0, le=100_000)]
Worth = Annotated[int, Meta(ge=0, le=10**14)]


class Firm(Shape, frozen=True):
    """What may be told of a company without saying which it is."""

    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    region: Nuts2 | None
    sector: SectionLetter | None
    size_class: SizeClass


class ResultRound(Shape, frozen=True):
    """Which round of which company: T0 for the first; `company_id` null and `code` given with scores only.

    Where nothing keeps the company, both are empty.
    """

    stage: Stage
    company_id: Identifier | None
    code: Code
    changed_at: Moment | None


class ResultConsent(Shape, frozen=True):
    """That the company agreed, when, and to which version of the text."""

    agreed_on: date
    text_version: ShortText


class ResultScore(Shape, frozen=True):
    """From 0 to 100: the score if what is not known were worst, as told, and best; null without an answer."""

    low: Points | None
    headline: Points | None
    high: Points | None
    coverage: Annotated[float, Meta(ge=0, le=1)] | None
    level: Slug | None


class ResultAssessment(Shape, frozen=True):
    """A questionnaire in its version: answers by question id in plain form, and scores.

    `hash` is the fingerprint of its structure: equal hashes give equal scores for equal answers.
    """

    id: Slug
    version: ShortText
    hash: ShortText
    title: dict[LanguageCode, ShortText]
    answers: dict[Slug, Any]
    overall: ResultScore
    dimensions: dict[Slug, ResultScore]


class ResultCompetence(Shape, frozen=True):
    """A competence from 0 to 4 as an interval, and the level reached."""

    id: Slug
    low: Annotated[float, Meta(ge=0, le=4)] | None
    headline: Annotated[float, Meta(ge=0, le=4)] | None
    high: Annotated[float, Meta(ge=0, le=4)] | None
    level: Level | None


class ResultCourse(Shape, frozen=True):
    """A course for one role; hours of one person by week (0 is the plan's first), cost of all people."""

    id: Slug
    title: ShortText
    role: Role
    people: Annotated[int, Meta(ge=0, le=1_000_000)]
    hours: Hours
    cost_eur: Annotated[int, Meta(ge=0, le=10**12)]
    weeks: dict[Annotated[str, Meta(pattern=r"^[0-9]{1,3}$(?!\n)")], Hours]


class ResultGap(Shape, frozen=True):
    """A competence that the plan leaves open, with the key of the reason."""

    competence: Slug
    level: Level
    target: Level
    reason: Slug


class ResultPlan(Shape, frozen=True):
    """The plan: first day, weeks, courses, ids of quick wins, open gaps; `value` up to a proven `bound`."""

    start: date
    weeks: Annotated[int, Meta(ge=0, le=1000)]
    value: Worth
    bound: Worth
    is_optimal: bool
    courses: tuple[ResultCourse, ...]
    quick_wins: tuple[Slug, ...]
    open_gaps: tuple[ResultGap, ...]

    @property
    def course_count(self) -> int:
        """How many courses it has: one that several roles take counts once."""
        return len({course.id for course in self.courses})


class RolePeople(Shape, frozen=True):
    """How far apart the people of a role are; the ends are told from three people on."""

    people: Annotated[int, Meta(ge=0, le=1_000_000)]
    lowest: Level | None
    median: Level | None
    highest: Level | None


class ResultPeople(Shape, frozen=True):
    """A competence among the people who answered for themselves, by role; nobody is told apart."""

    competence: Slug
    by_role: dict[Role, RolePeople]


class ResultVoices(Shape, frozen=True):
    """A questionnaire that several people answered, each on a sheet of her or his own, told by role alone.

    Scores stand in the order of `roles`. `answered` questions were answered by all of them, `agreed` of these
    alike; `distant` are the ids of the others, the most distant first.
    """

    id: Slug
    roles: tuple[Role, ...]
    answered: Annotated[int, Meta(ge=0, le=100_000)]
    agreed: Annotated[int, Meta(ge=0, le=100_000)]
    distant: tuple[Slug, ...]
    overall: tuple[ResultScore, ...]
    dimensions: dict[Slug, tuple[ResultScore, ...]]


class ResultRemark(Shape, frozen=True):
    """What an expert tells the company, about a competence, an area, or in general where `about` is empty."""

    uid: Identifier
    about: Annotated[str, Meta(pattern=r"^[a-z0-9-]*$(?!\n)", max_length=60)]
    text: Annotated[str, Meta(pattern=r"^[^\x00-\x09\x0b-\x1f\x7f-\x9f]*$(?!\n)", max_length=2000)]
    by: ShortText
    made_on: date


class Result(FileFormat, frozen=True, kw_only=True):
    """One round of one company; its format is the first that holds what it tells (`least_format`).

    With scope `no-contact` the company's contact is empty. With `scores` there is no company, no answer, no
    limit, no person, no plan and no consent: `company`, `limits`, `plan` and `consent` are null, `answers`
    and `people` empty, and no `voices` or `remarks`.
    """

    known_formats: ClassVar[tuple[int, ...]] = (FORMAT, FORMAT_WITH_VOICES, FORMAT_WITH_PLACE)

    kind: Literal["sestante-result"]
    scope: Scope
    made_on: date
    made_by: ShortText
    round: ResultRound
    firm: Firm
    company: Company | None
    limits: Constraints | None
    consent: ResultConsent | None
    assessments: tuple[ResultAssessment, ...]
    competences: tuple[ResultCompetence, ...]
    people: tuple[ResultPeople, ...]
    plan: ResultPlan | None
    voices: tuple[ResultVoices, ...] | UnsetType = UNSET
    remarks: tuple[ResultRemark, ...] | UnsetType = UNSET


def least_format(company: Company | None, *, has_voices: bool, has_remarks: bool) -> int:
    """The first format that holds what is to be told."""
    if has_remarks or (company is not None and company.province is not None):
        return FORMAT_WITH_PLACE
    return FORMAT_WITH_VOICES if has_voices else FORMAT
