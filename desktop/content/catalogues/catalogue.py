"""The catalogue and the network: what competences there are, who needs which, and what leads to them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.catalogue_file import (
    ROLES,
    CompetenceEntry,
    CompetenceTextFile,
    CourseEntry,
    HubEntry,
    HubTextFile,
    RegionEntry,
    Role,
    SectorEntry,
    SectorText,
    SectorTextFile,
    TargetEntry,
)
from desktop.content.company import Company
from desktop.content.networks.support import Support

_FIRST_GUESS_HOURS = Fraction(6)
_DIVISION_DIGITS = 2


@dataclass(frozen=True)
class Catalogue:
    """Competences, targets, courses, actions and services with their texts by language.

    `competence_bounds` are the scores (0-100) from which levels 1 to 4 begin; `offered` are the
    courses that plans may choose, None for all.
    """

    competence_bounds: tuple[int, int, int, int]
    competences: Mapping[str, CompetenceEntry]
    competence_texts: Mapping[str, CompetenceTextFile]
    targets: Mapping[str, TargetEntry]
    target_texts: Mapping[str, Mapping[str, str]]
    courses: Mapping[str, CourseEntry]
    course_summaries: Mapping[str, Mapping[str, str]]
    advice: Advice = field(default_factory=Advice)
    offered: frozenset[str] | None = None

    def competence_text(self, language: str) -> CompetenceTextFile:
        """Names and explanations in a language, else in Italian."""
        return self.competence_texts.get(language) or self.competence_texts["it"]

    def summary(self, course_id: str, language: str) -> str:
        """What one can do after a course; empty where nobody wrote it."""
        texts = self.course_summaries.get(language) or self.course_summaries.get("it", {})
        return texts.get(course_id, "")

    def why_target(self, competence: str, language: str) -> str:
        """The reason for a target; empty where nobody wrote it."""
        texts = self.target_texts.get(language) or self.target_texts.get("it", {})
        return texts.get(competence, "")

    def area_of(self, competence: str) -> str:
        """The id of the area of a competence; empty where the catalogue does not know it."""
        entry = self.competences.get(competence)
        return entry.area if entry else ""

    def target_level(self, competence: str, company: Company) -> int:
        """The level (0-4) a company of this size and sector needs: the highest that any role needs."""
        return max(self._role_levels(competence, company).values(), default=0)

    def role_target(self, competence: str, company: Company, role: Role, present: Collection[Role]) -> int:
        """The level (0-4) one role needs in a company that has the roles `present`.

        The owner stands in for roles nobody has: without IT people the owner needs what they would.
        """
        levels = self._role_levels(competence, company)
        absent = [other for other in ROLES if other not in present] if role == "owner" else []
        return max(levels.get(other, 0) for other in (role, *absent))

    def _role_levels(self, competence: str, company: Company) -> Mapping[Role, int]:
        target = self.targets.get(competence)
        if target is None:
            return {}
        levels: dict[Role, int] = dict(getattr(target, company.size_class))
        for shift in target.sectors:
            if company.sector in shift.in_ and (not shift.sizes or company.size_class in shift.sizes):
                for role in shift.roles or tuple(role for role, level in levels.items() if level > 0):
                    levels[role] = max(0, min(4, levels.get(role, 0) + shift.add))
        return levels

    def hours(self, course: CourseEntry) -> Fraction:
        """Hours of study; where not known, the upper quartile of the known ones at the same level."""
        return course.hours if course.hours is not None else self._estimated_hours[course.level]

    @cached_property
    def half_hours(self) -> Mapping[str, int]:
        """The half-hours of study of each course, rounded up; estimated as in `hours`."""
        return {name: ceil(2 * self.hours(course)) for name, course in self.courses.items()}

    def courses_in(self, languages: Iterable[str]) -> tuple[CourseEntry, ...]:
        """The courses offered, or perhaps offered, in any of the languages, by id."""
        found = {course.id: course for code in languages for course in self._by_language.get(code, ())}
        return tuple(course for _, course in sorted(found.items()))

    def courses_about(self, competence: str) -> Collection[CourseEntry]:
        """The courses that teach a competence, or need it."""
        return self._by_competence.get(competence, ())

    def _offered(self) -> Iterable[CourseEntry]:
        return (each for name, each in self.courses.items() if self.offered is None or name in self.offered)

    @cached_property
    def _by_competence(self) -> Mapping[str, list[CourseEntry]]:
        found: dict[str, list[CourseEntry]] = {}
        for course in self._offered():
            for name in course.teaches:
                found.setdefault(name, []).append(course)
        return found

    @cached_property
    def _by_language(self) -> Mapping[str, list[CourseEntry]]:
        found: dict[str, list[CourseEntry]] = {}
        for course in self._offered():
            for code in (*course.languages, *course.languages_to_confirm):
                found.setdefault(code, []).append(course)
        return found

    @cached_property
    def _estimated_hours(self) -> Mapping[int, Fraction]:
        known = {
            level: sorted(c.hours for c in self.courses.values() if c.level == level and c.hours is not None)
            for level in range(1, 5)
        }
        return {level: _upper_quartile(hours) for level, hours in known.items()}


def _upper_quartile(hours: list[Fraction]) -> Fraction:
    return hours[len(hours) * 3 // 4] if hours else _FIRST_GUESS_HOURS


@dataclass(frozen=True)
class Network:
    """Regions, sectors and the organisations that help; `support` says more of them, of labs and funding."""

    regions: Mapping[str, RegionEntry]
    sectors: Mapping[str, SectorEntry]
    sector_texts: Mapping[str, SectorTextFile]
    hubs: Mapping[str, HubEntry]
    hub_texts: Mapping[str, HubTextFile]
    support: Support = field(default_factory=Support)

    @property
    def services(self) -> tuple[str, ...]:
        """The kinds of service that hubs give."""
        return tuple(self.hub_texts["it"].services) if "it" in self.hub_texts else ()

    def sectors_in(self, language: str) -> Mapping[str, SectorText]:
        """The NACE sections in words; in Italian where there are none in a language."""
        texts = self.sector_texts.get(language) or self.sector_texts.get("it")
        return texts.sectors if texts is not None else {}

    def section_of(self, ateco: str) -> str | None:
        """The NACE section of an ATECO 2007 code such as 10.71, or None."""
        division = ateco.strip()[:_DIVISION_DIGITS]
        if len(division) < _DIVISION_DIGITS or not division.isdigit():
            return None
        for section in self.sectors.values():
            if section.divisions[0] <= division <= section.divisions[1]:
                return section.code
        return None

    def provinces_of(self, region: str | None) -> Mapping[str, str]:
        """The names of a region's provinces by their two letters."""
        found = self.regions.get(region or "")
        return {} if found is None else found.provinces

    def hubs_in(self, region: str | None) -> tuple[HubEntry, ...]:
        """The organisations of a region by name, with those that serve all of Italy."""
        found: Iterable[HubEntry] = self.hubs.values()
        if region is not None:
            country = self.regions[region].country if region in self.regions else ""
            found = (hub for hub in found if region in hub.regions or (hub.is_national and country == "IT"))
        return tuple(sorted(found, key=lambda hub: (hub.name, hub.id)))
