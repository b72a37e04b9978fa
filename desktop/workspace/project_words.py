"""Projects in words, on the screen and on paper: what companies share, why this, what it costs."""

from collections.abc import Iterator

from desktop.content.company import SizeClass
from desktop.content.library import Library
from desktop.projects import (
    WAY_KINDS,
    About,
    FirmLine,
    MemberState,
    Place,
    ProjectState,
    WayKind,
)
from desktop.text import Wording

_CENTS = 100
SIZES: tuple[SizeClass, ...] = ("micro", "small", "medium", "large")


class ProjectWords:
    """Names and reasons in one language."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self.library = library
        self.wording = wording
        self._sectors = library.network.sectors_in(wording.language)
        self._competences = library.catalogue.competence_text(wording.language)

    def need(self, name: str) -> str:
        """A competence."""
        found = self._competences.competences.get(name)
        return found.name if found else name

    def about(self, about: About) -> Iterator[str]:
        """What a competence is, and what happens in an offer."""
        found = self._competences.competences.get(about.need)
        if found is not None:
            yield found.about
        offer = self.library.hub_desk.offer_text(about.way, self.wording.language)
        if about.way_kind == "offer" and offer is not None:
            yield offer.about

    def area(self, name: str) -> str:
        """An area."""
        return self._competences.areas.get(name, name)

    def sector(self, code: str | None) -> str:
        """A sector; empty where none was told."""
        found = self._sectors.get(code or "")
        return found.name if found else code or ""

    def region(self, code: str | None) -> str:
        """A region; empty where none was told."""
        found = self.library.network.regions.get(code or "")
        return found.name if found else code or ""

    def province(self, region: str | None, letters: str | None) -> str:
        """A province; empty where none was told."""
        return self.library.network.provinces_of(region).get(letters or "", letters or "")

    def place(self, about: About) -> str:
        """Where the companies of a project are."""
        if about.province:
            return self.place_of(Place("province", about.province, about.region))
        return self.region(about.region)

    def place_of(self, place: Place) -> str:
        """A place."""
        if place.kind == "region":
            return self.region(place.code)
        return self.wording("province of {name}", name=self.province(place.region, place.code))

    def title(self, about: About) -> str:
        """What a project is called to begin with."""
        return f"{self.need(about.need)} · {self.sector(about.sector)} · {self.place(about)}"

    def way(self, kind: WayKind, name: str) -> str:
        """An offer, course or funding by its title."""
        language, network = self.wording.language, self.library.network
        if kind == "offer":
            text = self.library.hub_desk.offer_text(name, language)
            return text.title if text else name
        if kind == "course":
            course = self.library.catalogue.courses.get(name)
            return course.title if course else name
        funding = network.support.funding_text(name, language)
        return funding.name if funding else name

    def way_kind(self, kind: WayKind) -> str:
        """What sort of way it is."""
        words: dict[WayKind, str] = {
            "offer": self.wording("Offer of the hub"),
            "course": self.wording("Course in a class"),
            "voucher": self.wording("Voucher or funding"),
        }
        return words[kind]

    def way_kind_of(self, kind: str) -> str:
        """What sort of way it is, by its id."""
        return next((self.way_kind(each) for each in WAY_KINDS if each == kind), kind)

    def euro(self, cents: int) -> str:
        """An amount in whole euros, rounded up."""
        return self.wording.euro(-(-cents // _CENTS))

    def firm_place(self, firm: FirmLine) -> str:
        """The province of a company, else its region."""
        return self.province(firm.region, firm.province) or self.region(firm.region)

    def firm(self, firm: FirmLine) -> str:
        """A company in a line: its name, and what stands beside it."""
        return f"{firm.name} · {self.firm_beside(firm)}"

    def firm_beside(self, firm: FirmLine) -> str:
        """Where a company is, how large, and what is missing to it."""
        say = self.wording
        place = self.firm_place(firm)
        people = say.plural("{count} person", "{count} people", firm.headcount)
        if firm.is_taken:
            missing = say("in a project for this already")
        elif firm.level is None or firm.target is None:
            missing = say("not known whether it lacks this")
        elif firm.level >= firm.target:
            missing = say("lacks nothing here")
        else:
            missing = say("level {level} of {target}", level=firm.level, target=firm.target)
        return " · ".join(filter(None, (place, people, missing)))

    def lack(self, levels: int) -> str:
        """How many levels are missing."""
        return self.wording.plural("{count} level", "{count} levels", levels)


def state_in_words(state: ProjectState, wording: Wording) -> str:
    """How far a project is."""
    words: dict[ProjectState, str] = {
        "proposed": wording("Proposed"),
        "asked": wording("Companies asked"),
        "running": wording("Running"),
        "done": wording("Done"),
        "dropped": wording("Dropped"),
    }
    return words[state]


def member_state_in_words(state: MemberState, wording: Wording) -> str:
    """How far a company is in a project."""
    words: dict[MemberState, str] = {
        "proposed": wording("To be asked"),
        "asked": wording("Asked"),
        "in": wording("Takes part"),
        "out": wording("Does not take part"),
    }
    return words[state]
