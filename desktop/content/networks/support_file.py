"""The shapes of kinds.yaml, labs.yaml and funding.yaml: which doors there are, who researches, who pays."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal, TypeAlias

from msgspec import Meta

from desktop.content.catalogues.catalogue_file import Nuts2, SectionLetter
from desktop.content.company import Company, SizeClass
from desktop.content.files.decoding import FileFormat
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug, Words

Area = Literal["digital", "ai", "cloud", "cyber", "quantum"]
Covered = Literal["training", "consulting", "equipment"]
Channel = Literal["chamber", "training-fund"]
State = Literal["open", "closed", "recurring", "unknown"]
Percent = Annotated[int, Meta(ge=1, le=100)]
Amount = Annotated[int, Meta(ge=1, le=10**12)]
Number = Annotated[int, Meta(ge=1, le=100_000)]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$(?!\n)")]
YearAndMonth = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$(?!\n)")]
Basis = Literal["source", "inferred", "consulted"]


class SupportFile(FileFormat, frozen=True, kw_only=True):
    """What the structure files begin with; `parts` names the lists whose entries have texts."""

    parts: ClassVar[tuple[str, ...]] = ()
    source_language: LanguageCode
    languages: tuple[LanguageCode, ...]


class SupportTextFile(FileFormat, frozen=True, kw_only=True):
    """What the text files begin with; a translation remembers its source in `translated_from`."""

    language: LanguageCode
    translated_from: dict[str, str] = {}


class KindEntry(Shape, frozen=True, kw_only=True):
    """A kind of door; `firms` says from 0 to 3 how much it is the right one for firms of a size.

    It is one less for firms of sectors besides those named, and without IT people where it is `own_it`.
    """

    id: Slug
    hubs: bool
    firms: dict[SizeClass, Annotated[int, Meta(ge=0, le=3)]] = {}
    sectors: tuple[SectionLetter, ...] = ()
    own_it: bool = False

    def fit(self, company: Company) -> int:
        """How much (0-3) it is the right door for a company."""
        is_other_trade = bool(self.sectors and company.sector and company.sector not in self.sectors)
        lacks_it = self.own_it and not company.people.it
        return max(0, self.firms.get(company.size_class, 0) - is_other_trade - lacks_it)


class KindsFile(SupportFile, frozen=True, kw_only=True):
    """network/kinds.yaml."""

    parts: ClassVar[tuple[str, ...]] = ("kinds",)
    kinds: tuple[KindEntry, ...]


class KindText(Shape, frozen=True, kw_only=True):
    """A kind of door in words: its name, what it is for, when to go there; why, in a clause."""

    name: Words
    purpose: Words
    when: Words
    reason: str = ""


class KindTextFile(SupportTextFile, frozen=True, kw_only=True):
    """network/kinds.LANGUAGE.yaml."""

    kinds: dict[Slug, KindText]


class LabEntry(Shape, frozen=True, kw_only=True):
    """A research body; `national` ones serve the whole country, wherever their place is.

    It works for all firms, or for those of its `sectors`.
    """

    id: Slug
    name: Words
    kind: Literal["university", "research-body", "company", "network", "studies"]
    organisation: str | None = None
    regions: tuple[Nuts2, ...]
    national: bool = False
    city: str | None = None
    areas: tuple[Area, ...]
    sectors: tuple[SectionLetter, ...] = ()
    status: Literal["listed", "check"]
    source: str
    as_of: YearAndMonth
    as_of_basis: Basis


class LabsFile(SupportFile, frozen=True, kw_only=True):
    """network/labs.yaml."""

    parts: ClassVar[tuple[str, ...]] = ("labs",)
    labs: tuple[LabEntry, ...]


class LabText(Shape, frozen=True, kw_only=True):
    """What a research body works on; its name where the language has another one."""

    name: str = ""
    works_on: Words


class LabTextFile(SupportTextFile, frozen=True, kw_only=True):
    """network/labs.LANGUAGE.yaml."""

    labs: dict[Slug, LabText]


class RuleEntry(Shape, frozen=True, kw_only=True):
    """A rule that several kinds of funding share."""

    id: Slug
    limit_eur: Amount | None = None
    years: Number | None = None
    law: str
    source: str
    as_of: YearAndMonth


class Tier(Shape, frozen=True, kw_only=True):
    """Share and ceiling for some firms: of these sizes, or up to so many people."""

    sizes: tuple[SizeClass, ...] = ()
    up_to_staff: Number | None = None
    max_share_percent: Percent | None = None
    max_amount_eur: Amount | None = None


class FundingEntry(Shape, frozen=True, kw_only=True):
    """A kind of funding as known at `as_of`; null is not known.

    `firms_only`: freelancers, who are not in the register of businesses, are left out by its rules.
    """

    id: Slug
    country: Country
    regions: tuple[Nuts2, ...]
    provinces: tuple[str, ...] = ()
    without_provinces: tuple[str, ...] = ()
    family: Slug | None = None
    replaced_by: Slug | None = None
    through: Channel | None = None
    hub: Slug | None = None
    covers: tuple[Covered, ...]
    areas: tuple[Area, ...] = ()
    sizes: tuple[SizeClass, ...] = ()
    sectors: tuple[SectionLetter, ...] = ()
    for_employees: bool = False
    firms_only: bool = False
    min_people: Number | None = None
    max_hours: Number | None = None
    max_share_percent: Percent | None
    max_amount_eur: Amount | None
    max_amount_chf: Amount | None = None
    tiers: tuple[Tier, ...] = ()
    min_spend_eur: Amount | None = None
    loan_min_eur: Amount | None = None
    loan_max_eur: Amount | None = None
    budget_eur: Amount | None = None
    opens: date | None = None
    closes: date | None = None
    deadline_reported: date | None = None
    state: State
    rules: tuple[Slug, ...] = ()
    source: str
    as_of: YearAndMonth
    as_of_basis: Basis


class FundingFile(SupportFile, frozen=True, kw_only=True):
    """network/funding.yaml."""

    parts: ClassVar[tuple[str, ...]] = ("rules", "funding")
    rules: tuple[RuleEntry, ...] = ()
    funding: tuple[FundingEntry, ...]


class RuleText(Shape, frozen=True, kw_only=True):
    """A rule in words; its law where the language names it otherwise."""

    name: Words
    law: str = ""
    about: Words


class FundingText(Shape, frozen=True, kw_only=True):
    """Funding in words: its name, who gives it, what it pays for, what to ask before counting on it."""

    name: Words
    issuer: Words
    about: Words
    ask: Words


class FundingTextFile(SupportTextFile, frozen=True, kw_only=True):
    """network/funding.LANGUAGE.yaml."""

    rules: dict[Slug, RuleText] = {}
    funding: dict[Slug, FundingText]


Shapes: TypeAlias = Mapping[str, tuple[type[SupportFile], type[SupportTextFile]]]
SHAPES: Shapes = {
    "kinds": (KindsFile, KindTextFile),
    "labs": (LabsFile, LabTextFile),
    "funding": (FundingFile, FundingTextFile),
}
"""The shapes of a structure file and of its text files, by the name of the file."""
