"""The shapes of the catalogue's and the network's YAML files."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.content.files.decoding import FileFormat
from desktop.content.questionnaires.questionnaire_file import DigCompCode, LanguageCode, NistCode, Shape, Slug

Role = Literal["owner", "employee", "it"]
ROLES: tuple[Role, ...] = ("owner", "employee", "it")
CompetenceLevel = Annotated[int, Meta(ge=0, le=4)]
Nuts2 = Annotated[str, Meta(pattern=r"^[A-Z]{2}[0-9A-Z]{2}$")]
SectionLetter = Annotated[str, Meta(pattern=r"^[A-V]$")]


class CompetenceEntry(Shape, frozen=True, kw_only=True):
    """A competence; `roles` says from 0 to 3 how much it matters to each role."""

    id: Slug
    area: Slug
    roles: dict[Role, Annotated[int, Meta(ge=0, le=3)]]
    digcomp: tuple[DigCompCode, ...] = ()
    nist_csf: tuple[NistCode, ...] = ()
    dma: tuple[Slug, ...] = ()


class CompetencesFile(FileFormat, frozen=True):
    """competences.yaml; `levels` are the scores (0-100) from which levels 1 to 4 begin."""

    levels: tuple[int, int, int, int]
    competences: tuple[CompetenceEntry, ...]


class CompetenceText(Shape, frozen=True):
    """Name of a competence, what it is, and what a firm does at each level 0-4."""

    name: str
    about: str
    levels: tuple[str, str, str, str, str]


class CompetenceTextFile(FileFormat, frozen=True):
    """competences.LANGUAGE.yaml."""

    language: LanguageCode
    areas: dict[Slug, str]
    roles: dict[Role, str]
    competences: dict[Slug, CompetenceText]


class CourseEntry(Shape, frozen=True, kw_only=True):
    """A course as its provider lists it; null where a fact is not known.

    An `offer: catalogue` is a page with many courses: worth a look, but nothing a plan can schedule.
    """

    id: Slug
    offer: Literal["course", "catalogue"] = "course"
    title: str
    provider: str
    platform: str | None = None
    url: str | None = None
    url_kind: Literal["course", "topic_page"] = "course"
    url_verified: bool = False
    languages: tuple[LanguageCode, ...]
    languages_to_confirm: tuple[LanguageCode, ...] = ()
    level: Annotated[int, Meta(ge=1, le=4)]
    hours: Fraction | None
    hours_basis: Literal["official", "list", "third_party", "estimated", "unknown"]
    cost_eur: Fraction | None
    cost_note: str | None = None
    format: Literal["self-paced", "blended", "live"]
    certificate: Literal["certificate", "badge", "none", "unknown"]
    roles: tuple[Role, ...]
    teaches: dict[Slug, tuple[CompetenceLevel, CompetenceLevel]]
    after: tuple[tuple[Slug, ...], ...] = ()
    source: str
    source_type: str
    as_of: str
    as_of_basis: Literal["source", "inferred", "consulted"]
    status: Literal["listed", "check"]
    note: str | None = None


class CoursesFile(FileFormat, frozen=True):
    """courses/AREA.yaml."""

    courses: tuple[CourseEntry, ...]


class CourseText(Shape, frozen=True):
    """What one can do after the course."""

    summary: str


class CourseTextFile(FileFormat, frozen=True):
    """courses/AREA.LANGUAGE.yaml."""

    language: LanguageCode
    courses: dict[Slug, CourseText]


class SectorShift(Shape, frozen=True):
    """Levels more (or fewer) for firms of some NACE sections.

    They are added for the roles named, else for all that the firm's size asks for a level, and in the size
    classes named, else in all.
    """

    in_: tuple[SectionLetter, ...] = msgspec.field(name="in")
    add: Annotated[int, Meta(ge=-3, le=3)]
    roles: tuple[Role, ...] = ()
    sizes: tuple[Literal["micro", "small", "medium", "large"], ...] = ()


class TargetEntry(Shape, frozen=True, kw_only=True):
    """The level each role needs, by size class and sector; `priority` from 1 to 5.

    A role that is not named needs none.
    """

    competence: Slug
    micro: dict[Role, CompetenceLevel]
    small: dict[Role, CompetenceLevel]
    medium: dict[Role, CompetenceLevel]
    large: dict[Role, CompetenceLevel]
    sectors: tuple[SectorShift, ...] = ()
    priority: Annotated[int, Meta(ge=1, le=5)]


class TargetsFile(FileFormat, frozen=True):
    """targets.yaml."""

    targets: tuple[TargetEntry, ...]


class TargetTextFile(FileFormat, frozen=True):
    """targets.LANGUAGE.yaml: why each target is what it is."""

    language: LanguageCode
    targets: dict[Slug, str]


class RegionEntry(Shape, frozen=True):
    """A NUTS 2 region; the names of its provinces by their two letters."""

    code: Nuts2
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    name: str
    istat: str | None = None
    provinces: dict[Annotated[str, Meta(pattern=r"^[A-Z]{2}$(?!\n)")], str] = {}


class RegionsFile(FileFormat, frozen=True):
    """network/regions.yaml."""

    regions: tuple[RegionEntry, ...]


class SectorEntry(Shape, frozen=True):
    """A NACE section with its first and last division."""

    code: SectionLetter
    divisions: tuple[str, str]
    dma_sector: Slug


class SectorsFile(FileFormat, frozen=True):
    """network/sectors.yaml."""

    sections: tuple[SectorEntry, ...]


class SectorText(Shape, frozen=True):
    """Name of a section with everyday examples."""

    name: str
    examples: str


class SectorTextFile(FileFormat, frozen=True):
    """network/sectors.LANGUAGE.yaml."""

    language: LanguageCode
    sectors: dict[SectionLetter, SectorText]
    divisions: dict[str, str]


class HubEntry(Shape, frozen=True, kw_only=True):
    """An organisation a small firm can bring its plan to.

    It works in its regions, or in all of Italy where it has none or is `national`; with `provinces` only
    there. It is for all firms, or for those of its `sectors`; `firms_only`: not for freelancers.
    """

    id: Slug
    name: str
    kind: Slug
    regions: tuple[Nuts2, ...]
    national: bool = False
    provinces: tuple[str, ...] = ()
    sectors: tuple[SectionLetter, ...] = ()
    firms_only: bool = False
    city: str | None = None
    website: str | None = None
    areas: tuple[Slug, ...]
    services: tuple[Slug, ...]
    status: Slug
    source: str
    as_of: str
    as_of_basis: Literal["source", "inferred", "consulted"]
    note: str | None = None

    @property
    def is_national(self) -> bool:
        """Whether it serves all of Italy."""
        return self.national or not self.regions


class HubsFile(FileFormat, frozen=True):
    """network/hubs.yaml."""

    hubs: tuple[HubEntry, ...]


class HubTextFile(FileFormat, frozen=True):
    """network/hubs.LANGUAGE.yaml: names of kinds, services and statuses."""

    language: LanguageCode
    kinds: dict[Slug, str]
    services: dict[Slug, str]
    statuses: dict[Slug, str]
