"""Projects in words, on the screen and on paper: what companies share, why this, what it costs."""

from collections.abc import Iterator

from desktop.content.library import Library
from desktop.projects import (
    About,
    GroupFacts,
    MemberState,
    ProjectState,
    Way,
    WayKind,
    left_each_cents,
    price_each_cents,
)
from desktop.text import Wording

_CENTS = 100


class ProjectWords:
    """Names and reasons in one language."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self._library = library
        self._wording = wording
        self._sectors = library.network.sectors_in(wording.language)
        self._competences = library.catalogue.competence_text(wording.language)

    def need(self, name: str) -> str:
        """A competence."""
        found = self._competences.competences.get(name)
        return found.name if found else name

    def area_of(self, need: str) -> str:
        """The id of the area of a competence; empty where it is not known."""
        entry = self._library.catalogue.competences.get(need)
        return entry.area if entry else ""

    def area(self, name: str) -> str:
        """An area."""
        return self._competences.areas.get(name, name)

    def sector(self, code: str | None) -> str:
        """A sector; empty where none was told."""
        found = self._sectors.get(code or "")
        return found.name if found else code or ""

    def region(self, code: str | None) -> str:
        """A region; empty where none was told."""
        found = self._library.network.regions.get(code or "")
        return found.name if found else code or ""

    def province(self, region: str | None, letters: str | None) -> str:
        """A province; empty where none was told."""
        return self._library.network.provinces_of(region).get(letters or "", letters or "")

    def place(self, about: About) -> str:
        """Where the companies are."""
        if about.province:
            name = self.province(about.region, about.province)
            return self._wording("province of {name}", name=name)
        return self.region(about.region)

    def title(self, about: About) -> str:
        """What a project is called to begin with."""
        return f"{self.need(about.need)} · {self.sector(about.sector)} · {self.place(about)}"

    def way(self, kind: WayKind, name: str) -> str:
        """An offer, course or funding by its title."""
        language, network = self._wording.language, self._library.network
        if kind == "offer":
            text = self._library.hub_desk.offer_text(name, language)
            return text.title if text else name
        if kind == "course":
            course = self._library.catalogue.courses.get(name)
            return course.title if course else name
        funding = network.support.funding_text(name, language)
        return funding.name if funding else name

    def way_kind(self, kind: WayKind) -> str:
        """What sort of way it is."""
        words: dict[WayKind, str] = {
            "offer": self._wording("Offer of the hub"),
            "course": self._wording("Course in a class"),
            "voucher": self._wording("Voucher or funding"),
        }
        return words[kind]

    def reasons(self, about: About, facts: GroupFacts | None, way: Way | None) -> Iterator[str]:
        """Why these companies, and why this way; what is known of them today."""
        if facts is not None and facts.count:
            yield self._who(about, facts)
            if missing := self._missing(facts):
                yield missing
        yield self._why_way(about)
        if about.also:
            yield self._wording("It also teaches: {names}.", names=", ".join(map(self.need, about.also)))
        if facts is not None and way is not None:
            yield from self.price(way, facts.count)

    def price(self, way: Way, companies: int) -> Iterator[str]:
        """What so many companies pay, as far as it is known."""
        say = self._wording
        whole, each = way.price_cents, price_each_cents(way, max(1, companies))
        left = left_each_cents(way, max(1, companies))
        if whole == 0:
            yield say("It costs nothing.")
        elif whole is not None and each is not None and left is not None:
            told = say("It costs {each} for each company.", each=self.euro(each))
            if not way.is_price_each:
                told = say(
                    "The price of {whole} is shared: {each} for each company.",
                    whole=self.euro(whole),
                    each=self.euro(each),
                )
            yield told
            if way.aid_percent:
                yield say(
                    "Public money pays {percent} % of it: {left} is left for each company to pay.",
                    percent=way.aid_percent,
                    left=self.euro(left),
                )
        elif way.kind == "voucher" and way.aid_percent:
            yield say("It pays up to {percent} % of the cost.", percent=way.aid_percent)
        if way.most_aid_cents:
            yield say("It pays at most {amount} for a company.", amount=self.euro(way.most_aid_cents))

    def euro(self, cents: int) -> str:
        """An amount in whole euros, rounded up."""
        return self._wording.euro(-(-cents // _CENTS))

    def lack(self, levels: int) -> str:
        """How many levels are missing."""
        return self._wording.plural("{count} level", "{count} levels", levels)

    def _who(self, about: About, facts: GroupFacts) -> str:
        return self._wording.plural(
            "{count} company is below its goal in “{need}” ({sector}, {place}).",
            "{count} companies are below their goal in “{need}” ({sector}, {place}).",
            facts.count,
            need=self.need(about.need),
            sector=self.sector(about.sector),
            place=self.place(about),
        )

    def _missing(self, facts: GroupFacts) -> str:
        say = self._wording
        told = [
            say(
                "{levels} for {companies}",
                levels=self.lack(levels),
                companies=say.plural("{count} company", "{count} companies", count),
            )
            for levels, count in facts.by_lack.items()
            if levels
        ]
        return say("Missing to the goal: {told}.", told=", ".join(told)) if told else ""

    def _why_way(self, about: About) -> str:
        say, title = self._wording, self.way(about.way_kind, about.way)
        if about.way_kind == "offer":
            return say(
                "“{title}” is an offer of your hub for {least} to {most} companies.",
                title=title,
                least=about.least,
                most=about.most,
            )
        if about.way_kind == "course":
            course = self._library.catalogue.courses.get(about.way)
            provider = course.provider if course else ""
            return say(
                "The course “{title}” ({provider}) is given in a class.", title=title, provider=provider
            )
        text = self._library.network.support.funding_text(about.way, say.language)
        issuer = text.issuer if text else ""
        return say(
            "“{title}” ({issuer}) pays for training or advice; several companies can ask for it together.",
            title=title,
            issuer=issuer,
        )


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
