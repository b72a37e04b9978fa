"""A company: who it is, how large, in which sector, and who could take courses."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from desktop.content.catalogues.catalogue_file import ROLES, Nuts2, Role, SectionLetter
from desktop.content.decisions import CourseDecision, CourseFormat, DecisionState, Holiday, Pace
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug

Province = Annotated[str, Meta(pattern=r"^[A-Z]{2}$(?!\n)")]
"""The two letters of an Italian province, such as BG, or of a Swiss canton."""
SizeClass = Literal["micro", "small", "medium", "large"]
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MARKS = re.compile(r"[\s./-]")
_NO_CONTROLS = r"^[^\x00-\x1f\x7f-\x9f]*$(?!\n)"
Line = Annotated[str, Meta(pattern=_NO_CONTROLS, max_length=200)]
CompanyName = Annotated[
    str, Meta(pattern=r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$(?!\n)", min_length=1, max_length=200)
]
LONGEST_LABEL = 30
Label = Annotated[
    str, Meta(pattern=r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$(?!\n)", min_length=1, max_length=LONGEST_LABEL)
]
"""What tells a person from the others; no real name is needed."""
Money = Annotated[int, Meta(ge=0, le=10**12)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]

STAFF_LIMITS: tuple[tuple[SizeClass, int], ...] = (("micro", 10), ("small", 50), ("medium", 250))
# Recommendation 2003/361/EC: headcount under the limit and at least one of the two amounts within it.
MONEY_LIMITS: Mapping[SizeClass, tuple[int, int]] = {
    "micro": (2_000_000, 2_000_000),
    "small": (10_000_000, 10_000_000),
    "medium": (50_000_000, 43_000_000),
}
DEFAULT_HOURS_PER_WEEK = Fraction(2)
_EU_PREFIX = {"GR": "EL"}
_SHORTEST_NUMBER = 5


def without_controls(text: str) -> str:
    """A line of text as it may be kept: control characters that came with a paste are dropped."""
    return _CONTROLS.sub("", text).strip()


class Contact(Shape, frozen=True):
    """The person the hub speaks to."""

    name: Line = ""
    role: Line = ""
    email: Line = ""
    phone: Line = ""


class People(Shape, frozen=True):
    """How many people there are in each role."""

    owner: Count = 1
    employee: Count = 0
    it: Count = 0

    def by_role(self) -> dict[Role, int]:
        """Roles that have at least one person."""
        counts: dict[Role, int] = {"owner": self.owner, "employee": self.employee, "it": self.it}
        return {role: counts[role] for role in ROLES if counts[role] > 0}


class Company(Shape, frozen=True, kw_only=True):
    """A company's profile; only `name` and `headcount` are needed to make a plan."""

    name: CompanyName
    vat: Line = ""
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")] = "IT"
    region: Nuts2 | None = None
    province: Province | None = None
    sector: SectionLetter | None = None
    ateco: Annotated[str, Meta(pattern=_NO_CONTROLS, max_length=12)] = ""
    headcount: Count
    turnover_eur: Money | None = None
    balance_sheet_eur: Money | None = None
    people: People = People()
    contact: Contact = Contact()
    hub: Slug | None = None

    @property
    def dma_staff_band(self) -> SizeClass:
        """The DMA's size: by headcount alone."""
        for size, limit in STAFF_LIMITS:
            if self.headcount < limit:
                return size
        return "large"

    @property
    def size_class(self) -> SizeClass:
        """The EU class (2003/361/EC) by headcount and the amounts given; partner firms are not looked at."""
        return size_class_of(self.headcount, self.turnover_eur, self.balance_sheet_eur)


def size_class_of(headcount: int, turnover_eur: int | None, balance_sheet_eur: int | None) -> SizeClass:
    """The EU class (2003/361/EC) of a headcount and two amounts in euro, None where not given."""
    for size, limit in STAFF_LIMITS:
        if headcount < limit and _within(turnover_eur, balance_sheet_eur, MONEY_LIMITS[size]):
            return size
    return "large"


def _within(turnover: int | None, balance: int | None, limits: tuple[int, int]) -> bool:
    if turnover is None and balance is None:
        return True
    return any(
        amount is not None and amount <= limit
        for amount, limit in zip((turnover, balance), limits, strict=True)
    )


def without_marks(number: str) -> str:
    """A VAT number without the spaces, dots and hyphens it is often written with."""
    return number.upper() if number.isalnum() else _MARKS.sub("", number).upper()


def vat_key(country: str, number: str) -> str:
    """What companies with the same VAT number share, however it is written; empty where there is none."""
    bare = without_marks(number).removeprefix(country)
    is_one = len(bare) >= _SHORTEST_NUMBER and any(letter.isdigit() for letter in bare)
    return f"{country}{bare}" if is_one else ""


def is_vat_number_valid(country: str, number: str) -> bool:
    """Whether a VAT number has the right length and check digit; true for countries not known."""
    prefix = _EU_PREFIX.get(country, country)
    digits = without_marks(number)
    if country in _EU_PREFIX:
        digits = digits.removeprefix(country)
    from stdnum.ch import vat as swiss_vat
    from stdnum.eu import vat as eu_vat

    if country == "CH":
        return bool(swiss_vat.is_valid(digits))
    if prefix.lower() in {name.lower() for name in eu_vat.MEMBER_STATES} | {"el"}:
        return bool(eu_vat.is_valid(digits if digits.startswith(prefix) else prefix + digits))
    return True


class Constraints(Shape, frozen=True):
    """What a plan must fit: hours a week of one person by role, weeks, start, budget, languages, people.

    `formats` are those wanted, all where none is named; gaps in a favoured area count double; `decisions`
    hold at most one for a course and role. With an even `pace` no month is fuller than it has to be; with an
    early one each course comes as soon as it can.
    """

    hours_per_week: dict[Role, Fraction] = {}
    weeks: Annotated[int, Meta(ge=1, le=104)] = 26
    start: date | None = None
    budget_eur: Money = 0
    languages: Annotated[tuple[LanguageCode, ...], Meta(min_length=1)] = ("it", "en")
    people: People | None = None
    holidays: tuple[Holiday, ...] = ()
    formats: tuple[CourseFormat, ...] = ()
    favoured_areas: tuple[Slug, ...] = ()
    decisions: tuple[CourseDecision, ...] = ()
    pace: Pace = "early"

    def decided(self, *states: DecisionState) -> Mapping[tuple[Role, str], CourseDecision]:
        """The decisions of some states by role and course."""
        return {(each.role, each.course): each for each in self.decisions if each.state in states}

    def hours(self, role: Role) -> Fraction:
        """Hours a week of one person in a role; two where nothing was said."""
        return self.hours_per_week.get(role, DEFAULT_HOURS_PER_WEEK)
