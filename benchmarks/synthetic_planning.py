"""Fifty invented companies and catalogues of any size, drawn from fixed seeds: what planners are timed on."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import starmap
from random import Random

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import ROLES, CompetenceEntry, CourseEntry, Role, TargetEntry
from desktop.content.company import Company, Constraints, People
from desktop.planning import PlanRequest

COMPANIES = 50
_AREAS = {"basics": 8, "cloud": 6, "cyber": 8, "ai": 7, "quantum": 3}
_AREA_WEIGHTS = (30, 18, 24, 22, 6)
_AREA_OF = {f"{area}-{number}": area for area, count in _AREAS.items() for number in range(count)}
_NAMES = tuple(_AREA_OF)
_LANGUAGES = (
    *("en", "pt", "es", "fr", "de", "it", "pl", "nl", "ro", "el"),
    *("cs", "hu", "sv", "bg", "hr", "sk", "sl", "lt", "tr", "uk"),
)
_LANGUAGE_WEIGHTS = (55, 7, 7, 5, 5, 3, *(1.3 for _ in _LANGUAGES[6:]))
_TYPICAL_HOURS = {1: 0.6, 2: 1.0, 3: 1.5, 4: 2.0}  # logarithms
_PRICES = (20, 35, 50, 80, 120, 180, 250, 400)
_MONDAY = date(2027, 1, 4)


def synthetic_courses(count: int, languages: int = 1, seed: int = 1) -> Mapping[str, CourseEntry]:
    """So many courses, each in one language, or each in so many languages and then as many times more."""
    draw = Random(seed)
    drafts = [_Draft(f"c{number:05d}", draw) for number in range(count)]
    of_level: dict[tuple[str, int], list[str]] = {}
    for each in drafts:
        of_level.setdefault((each.area, each.level), []).append(each.name)
    for each in drafts:
        each.draw_prerequisites(of_level, draw)
    if languages == 1:
        found = [each.course(draw.choices(_LANGUAGES, _LANGUAGE_WEIGHTS)[0]) for each in drafts]
    else:
        codes = _LANGUAGES[:languages]
        found = [each.course(code, codes) for each in drafts for code in codes]
    return {course.id: course for course in found}


class _Draft:
    """A course before its language is known."""

    def __init__(self, name: str, draw: Random) -> None:
        self.name = name
        self.area = draw.choices(tuple(_AREAS), _AREA_WEIGHTS)[0]
        self.level = draw.choices((1, 2, 3, 4), (42, 31, 18, 9))[0]
        self.teaches = self._draw_teaching(draw)
        self.half_hours = self._draw_length(draw)
        self.cost = 0 if draw.random() < 0.65 else draw.choice(_PRICES)
        self.roles = self._draw_roles(draw)
        self.after: tuple[str, ...] = ()
        draw.choice("123")  # of the form, which is of no account here

    def _draw_teaching(self, draw: Random) -> dict[str, tuple[int, int]]:
        """The main competence, up to three others, and now and then one that is only needed."""
        own = [name for name, area in _AREA_OF.items() if area == self.area]
        main = draw.choice(own)
        is_one_step = draw.random() < 0.8 or self.level == 1
        teaches = {main: (self.level - (1 if is_one_step else 2), self.level)}
        for _ in range(draw.choices((0, 1, 2, 3), (45, 32, 17, 6))[0]):
            name = draw.choice(own if draw.random() < 0.75 else _NAMES)
            if name not in teaches:
                reached = draw.randint(1, self.level)
                teaches[name] = (reached - 1, reached)
        self.taught = len(teaches)
        if self.level > 1 and draw.random() < 0.2 and (name := draw.choice(_NAMES)) != main:
            needed = draw.randint(1, self.level - 1)
            begin, reached = teaches.get(name, (needed, needed))
            teaches[name] = (max(begin, needed), max(reached, needed))
        return teaches

    def _draw_length(self, draw: Random) -> int:
        half_hours = round(2 * draw.lognormvariate(_TYPICAL_HOURS[self.level], 0.7))
        return max(1, min(80, half_hours)) + (self.taught - 1) * draw.randint(0, 2)

    def _draw_roles(self, draw: Random) -> tuple[Role, ...]:
        found: set[Role] = set()
        if self.level <= 2 and draw.random() < 0.85:
            found.add("employee")
        if draw.random() < 0.6:
            found.add("owner")
        if (self.level >= 2 or self.area in ("cloud", "cyber")) and draw.random() < 0.8:
            found.add("it")
        return tuple(role for role in ROLES if role in found) or ROLES

    def draw_prerequisites(self, of_level: Mapping[tuple[str, int], list[str]], draw: Random) -> None:
        """One or two courses a level below, of which one comes first."""
        if self.level > 1 and draw.random() < 0.12 and (below := of_level.get((self.area, self.level - 1))):
            self.after = tuple(draw.sample(below, min(len(below), draw.choice((1, 1, 2)))))

    def course(self, language: str, languages: tuple[str, ...] = ()) -> CourseEntry:
        """The course in a language; with `languages` one of as many twins."""
        after = [f"{name}-{code}" for name in self.after for code in languages] or list(self.after)
        return CourseEntry(
            id=f"{self.name}-{language}" if languages else self.name,
            title=self.name,
            provider="invented",
            languages=(language,),
            level=1,
            hours=Fraction(self.half_hours, 2),
            hours_basis="official",
            cost_eur=Fraction(self.cost),
            format="self-paced",
            certificate="none",
            roles=self.roles,
            teaches=self.teaches,
            after=(tuple(sorted(after)),) if after else (),
            source="invented",
            source_type="benchmark",
            as_of="2026-11",
            as_of_basis="consulted",
            status="listed",
        )


def synthetic_requests(courses: Mapping[str, CourseEntry], count: int = COMPANIES) -> Iterator[PlanRequest]:
    """What companies of one to some fifty people ask of a catalogue, each with its own levels and targets."""
    return starmap(_request, ((courses, number) for number in range(count)))


def _request(courses: Mapping[str, CourseEntry], number: int) -> PlanRequest:
    draw = Random(7000 + number)
    people = _draw_people(draw)
    native = draw.choice(_LANGUAGES[1:8])
    languages = (native, "en") if draw.random() < 0.6 else (native,)
    if draw.random() < 0.15:
        languages = ("en",)
    levels, targets = _draw_needs(draw)
    competences = {
        name: CompetenceEntry(id=name, area=area, roles=_draw_relevance(draw, area, people))
        for name, area in _AREA_OF.items()
    }
    hours = {
        role: Fraction(draw.choice((2, 3, 4, 6) if role == "it" else (1, 1, 2, 2, 3, 4))) for role in people
    }
    limits = Constraints(
        hours_per_week=hours,
        weeks=draw.choice((8, 12, 16, 26)),
        budget_eur=draw.choice((0, 0, 300, 800, 2000, 5000)),
        languages=languages,
    )
    catalogue = Catalogue(
        competence_bounds=(20, 40, 60, 80),
        competences=competences,
        competence_texts={},
        targets=targets,
        target_texts={},
        courses=courses,
        course_summaries={},
    )
    company = Company(name="Invented", headcount=sum(people.values()), people=People(**people))
    return PlanRequest(catalogue, company, levels, limits, _MONDAY)


def _draw_people(draw: Random) -> dict[Role, int]:
    size = draw.choices(("alone", "micro", "small"), (25, 45, 30))[0]
    people: dict[Role, int] = {"owner": 1}
    if size != "alone":
        people["employee"] = draw.randint(1, 8) if size == "micro" else draw.randint(8, 45)
    if size == "small" or draw.random() < 0.15:
        people["it"] = draw.randint(1, 3) if size == "small" else 1
    return people


def _draw_needs(draw: Random) -> tuple[dict[str, int], dict[str, TargetEntry]]:
    """Present levels around a mean of the company; targets and urgency higher in one or two areas."""
    mean = draw.uniform(5, 65)
    ambition = draw.choice((2, 2, 3))
    favoured = draw.sample(tuple(_AREAS), draw.choice((1, 1, 2)))
    levels, targets = {}, {}
    for name, area in _AREA_OF.items():
        score = draw.gauss(mean - {"ai": 15, "quantum": 30}.get(area, 0), 18)
        levels[name] = min(4, int(max(0, min(100, score)) // 20))
        target = 1 if area == "quantum" else ambition + (area in favoured)
        priority = (3 if area in favoured else 1) + (area == "cyber")
        roles: dict[Role, int] = dict.fromkeys(ROLES, min(4, target))
        targets[name] = TargetEntry(
            competence=name, micro=roles, small=roles, medium=roles, large=roles, priority=priority
        )
    return levels, targets


def _draw_relevance(draw: Random, area: str, people: Mapping[Role, int]) -> dict[Role, int]:
    relevance: dict[Role, int] = {
        "owner": draw.choice((1, 2, 3)),
        "employee": draw.choice((1, 2, 3) if area in ("basics", "cyber", "ai") else (0, 1)),
        "it": 3 if area in ("cyber", "cloud") else draw.choice((0, 1, 2)),
    }
    return {role: relevance[role] for role in people}
