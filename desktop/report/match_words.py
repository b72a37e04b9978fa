"""Why something was matched and what to check, in sentences; one for each reason and caveat."""

from collections.abc import Iterable, Mapping

from desktop.content.catalogues.catalogue_file import HubTextFile
from desktop.content.library import Library
from desktop.guidance import Reason
from desktop.report.terms import month_in_words
from desktop.report.typography import lowered
from desktop.text import Wording


class MatchWords:
    """Words for reasons and caveats, in one language."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self._library = library
        self._wording = wording

    def reasons(self, reasons: Iterable[Reason]) -> str:
        """Why it fits."""
        return " ".join(filter(None, (self._reason(reason) for reason in reasons)))

    def cautions(self, caveats: Iterable[Reason], as_of: str) -> str:
        """What to check first, and how old all this is."""
        caveats = tuple(caveats)
        sentences = [self._caution(caveat) for caveat in caveats]
        if not any(caveat.kind == "stale" for caveat in caveats):
            sentences.append(self._wording("As of {date}", date=month_in_words(as_of, self._wording)) + ".")
        return " ".join(filter(None, sentences))

    @property
    def hub_texts(self) -> HubTextFile:
        """The names of kinds, services and statuses of hubs."""
        texts = self._library.network.hub_texts
        return texts.get(self._wording.language) or texts["it"]

    def _reason(self, reason: Reason) -> str:
        say, values = self._wording, reason.values
        sentences = {
            "chosen": say("You chose it."),
            "province": say("It belongs to your area: {places}.", places=", ".join(values)),
            "region": say("It works in your region, {region}.", region=self._region(values)),
            "country": say("It serves the whole country."),
            "areas": say("It works on what you need: {areas}.", areas=self._areas(values)),
            "services": say(
                "It gives what your plan is missing: {services}.",
                services=_named(values, self.hub_texts.services),
            ),
            "sector": say("It is meant for your trade."),
            "members": say("Only for companies that belong to this fund."),
        }
        return sentences.get(reason.kind, "")

    def _caution(self, caveat: Reason) -> str:
        say, values = self._wording, caveat.values
        places = ", ".join(values)
        part = say("Only for {places}: if you are elsewhere, ask who is there for you.", places=places)
        sentences = {
            "part": part if values else "",
            "not-in": say("Not included: {places}. Check with your own chamber.", places=places),
            "firms-only": say("Not for freelancers: you must be in the register of businesses."),
            "status": "".join(self.hub_texts.statuses.get(value, value) + "." for value in values),
            "check": say("It may have ended: ask first."),
            "stale": say(
                "As of {date}, more than a year ago: check.",
                date=month_in_words(places, self._wording),
            ),
        }
        return sentences.get(caveat.kind, "")

    def _areas(self, areas: Iterable[str]) -> str:
        return _named(areas, self._library.catalogue.competence_text(self._wording.language).areas)

    def _region(self, codes: tuple[str, ...]) -> str:
        regions = self._library.network.regions
        return ", ".join(regions[code].name if code in regions else code for code in codes)


def _named(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(lowered(names.get(name, name)) for name in ids)
