"""The shapes of hub.yaml: a hub's offices and people, its offers with prices, and what it has to reach."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from desktop.content.catalogues.catalogue_file import CompetenceLevel, SectionLetter
from desktop.content.company import Province, SizeClass
from desktop.content.networks.support_file import (
    Amount,
    Area,
    Number,
    Percent,
    Shapes,
    SupportFile,
    SupportTextFile,
    YearAndMonth,
)
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug, Words

Duty = Literal["officer", "expert", "coordinator"]
Counted = Literal["companies", "first-rounds", "second-rounds", "services", "service-value"]
ServiceKind = Literal["training", "consulting", ""]
Line = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$(?!\n)", max_length=200)]
Share = Annotated[int, Meta(ge=0, le=100)]


class OfficeEntry(Shape, frozen=True, kw_only=True):
    """An office of the hub; companies of its provinces belong to it."""

    id: Slug
    name: Words
    provinces: tuple[Province, ...] = ()
    address: Line = ""
    phone: Line = ""
    email: Line = ""


class PersonEntry(Shape, frozen=True, kw_only=True):
    """Somebody who works for the hub; an expert knows some areas, perhaps some competences above all."""

    id: Slug
    name: Words
    duty: Duty
    office: Slug | None = None
    areas: tuple[Area, ...] = ()
    competences: tuple[Slug, ...] = ()
    sectors: tuple[SectionLetter, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    email: Line = ""


class OfferEntry(Shape, frozen=True, kw_only=True):
    """A service of the hub with its price; `aid_percent` of it is paid by public money.

    `service` is its kind of hubs.yaml (training, test-before-invest, ...), `kind` how it counts for the hub's
    shares; `helps` says of each competence from which level to which it leads. Without `sizes` or `sectors`
    it is for all firms; for a group it needs `least_companies` of them.
    """

    id: Slug
    service: Slug
    kind: ServiceKind = ""
    helps: dict[Slug, tuple[CompetenceLevel, CompetenceLevel]]
    price_eur: Amount | None = None
    aid_percent: Percent | None = None
    aid_scheme: Line = ""
    hours: Number | None = None
    least_companies: Annotated[int, Meta(ge=1, le=1000)] = 1
    most_companies: Annotated[int, Meta(ge=1, le=1000)] = 1
    sizes: tuple[SizeClass, ...] = ()
    sectors: tuple[SectionLetter, ...] = ()
    lab: Slug | None = None
    expert: Slug | None = None


class TargetEntry(Shape, frozen=True, kw_only=True):
    """What the hub has to reach by a day: so many companies, rounds, services, or euros of services."""

    id: Slug
    counts: Counted
    value: Amount
    begins: date | None = None
    by: date


class HubDeskFile(SupportFile, frozen=True, kw_only=True):
    """hub.yaml; `shares` of the services' value that training and consulting should have, in percent.

    A company is asked for its next round `next_round_months` after its last answer.
    """

    parts: ClassVar[tuple[str, ...]] = ("offers", "targets")
    hub: Slug
    as_of: YearAndMonth
    offices: tuple[OfficeEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    offers: tuple[OfferEntry, ...] = ()
    targets: tuple[TargetEntry, ...] = ()
    shares: dict[Literal["training", "consulting"], Share] = {}
    next_round_months: Annotated[int, Meta(ge=1, le=120)] = 12


class OfferText(Shape, frozen=True, kw_only=True):
    """An offer in words: its name, and what happens."""

    title: Words
    about: Words


class TargetText(Shape, frozen=True, kw_only=True):
    """A target in words, such as the programme that sets it."""

    title: Words


class HubDeskTextFile(SupportTextFile, frozen=True, kw_only=True):
    """hub.LANGUAGE.yaml."""

    offers: dict[Slug, OfferText] = {}
    targets: dict[Slug, TargetText] = {}


SHAPES: Shapes = {"hub": (HubDeskFile, HubDeskTextFile)}
"""The shapes of the structure file and of its text files, by the name of the file."""
