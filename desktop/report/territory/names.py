"""What the codes of a territory are called in a language."""

from datetime import date

from desktop.content.library import Library
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.size_words import size_words
from desktop.report.desk_words import office_in_words, person_in_words
from desktop.report.service_words import categories_in_words
from desktop.text import Wording


class Names:
    """The words for sectors, regions, sizes, offices, dimensions, competences and areas."""

    def __init__(self, library: Library, desk: HubDesk, wording: Wording) -> None:
        self.wording = wording
        self._library = library
        self._desk = desk
        language = wording.language
        network, catalogue = library.network, library.catalogue
        self._sectors = {name: text.name for name, text in network.sectors_in(language).items()}
        self._regions = {name: entry.name for name, entry in network.regions.items()}
        self._provinces = {
            code: name for entry in network.regions.values() for code, name in entry.provinces.items()
        }
        self._competences = catalogue.competence_text(language)

    def of(self, kind: str, name: str) -> str:
        """The words for a name of a kind; the name itself where nobody wrote any."""
        say = self.wording
        if not name:
            return say("not given")
        known = {
            "sector": self._sectors,
            "region": self._regions,
            "province": self._provinces,
            "size": size_words(say),
        }
        if kind == "office":
            return office_in_words(self._desk, name, say)
        if kind == "officer":
            return person_in_words(self._desk, name, say)
        return known.get(kind, {}).get(name, name)

    def province(self, name: str, region: str) -> str:
        """A province; one that was not given is told by its region."""
        if name:
            return self.of("province", name)
        if not region:
            return self.of("province", "")
        return self.wording("{region}: province not given", region=self.of("region", region))

    def questionnaire(self, name: str) -> str:
        """The title of a questionnaire; its name where it is not known any more."""
        found = self._library.questionnaires.get(name)
        return name if found is None else found.text(self.wording.language).title

    def dimension(self, questionnaire: str, name: str) -> str:
        """The words for a dimension of a questionnaire."""
        found = self._library.questionnaires.get(questionnaire)
        if found is None or name not in found.text(self.wording.language).dimensions:
            return name
        return found.text(self.wording.language).dimensions[name].name

    def competence(self, name: str) -> str:
        """The words for a competence."""
        text = self._competences.competences.get(name)
        return name if text is None else text.name

    def area(self, name: str) -> str:
        """The words for an area of competences."""
        return self._competences.areas.get(name, name)

    def category(self, name: str) -> str:
        """The words for a category of services."""
        return categories_in_words(self._library, self.wording).get(name, name) or self.wording("other")

    def kind(self, name: str) -> str:
        """The words for how a service counts for the hub's shares."""
        say = self.wording
        return {"training": say("Training"), "consulting": say("Consulting")}.get(name, say("other"))

    def month(self, year: int, month: int) -> str:
        """A month with its year, such as Nov 2026."""
        from babel.dates import format_date

        return str(format_date(date(year, month, 1), "LLL y", locale=self.wording.language))

    def target(self, name: str) -> str:
        """The words for a target."""
        if name in self._desk.targets:
            return self._desk.target_title(name, self.wording.language)
        return self.wording("Companies to reach")
