"""Why an offer or a person of the hub is right for a company, and what speaks against it, in words."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from desktop.advising import CompanyNeed, OfferMatch, PersonMatch, UnfitOffer
from desktop.content.library import Library
from desktop.content.size_words import size_name
from desktop.guidance import Reason
from desktop.report.desk_words import office_in_words, person_in_words
from desktop.report.remark_words import about_in_words
from desktop.report.service_words import money_in_words, rule_name, states_in_words
from desktop.text import Wording

if TYPE_CHECKING:
    from desktop.content.company import SizeClass


def engagement_change(before: Any, after: Any, library: Library, say: Wording) -> str:
    """Who looked after a company, and who does now, from the plain cells of its history."""
    words = AdviceWords(library, say)
    names = {"office": say("Office"), "officer": say("Officer"), "expert": say("Expert")}
    named = {"office": words.office, "officer": words.person, "expert": words.person}
    told = [
        f"{title}: {_named(before, name, named[name])} → {_named(after, name, named[name])}"
        for name, title in names.items()
        if (before or {}).get(name) != (after or {}).get(name)
    ]
    return "; ".join(told)


def _named(cell: Any, name: str, words: Callable[[str], str]) -> str:
    found = (cell or {}).get(name)
    return words(str(found)) if found else "–"


class AdviceWords:
    """Words for what was matched, in one language."""

    def __init__(self, library: Library, wording: Wording) -> None:
        self._library = library
        self._hub = library.hub_desk
        self._wording = wording
        self._texts = library.catalogue.competence_text(wording.language)
        self._sectors = library.network.sectors_in(wording.language)

    def competence(self, name: str) -> str:
        """The name of a competence."""
        text = self._texts.competences.get(name)
        return text.name if text else name

    def about(self, name: str) -> str:
        """What a remark is about: a competence, an area, or everything."""
        return about_in_words(name, self._library.catalogue, self._wording)

    def office(self, name: str) -> str:
        """The name of an office."""
        return office_in_words(self._hub, name, self._wording)

    def person(self, name: str) -> str:
        """The name of somebody of the hub."""
        return person_in_words(self._hub, name, self._wording)

    def need(self, need: CompanyNeed) -> str:
        """A need in a line."""
        told = self._wording(
            "{competence}: level {level} of {target}",
            competence=self.competence(need.competence),
            level=need.level,
            target=need.target,
        )
        still_open = self._wording("no course of the plan closes it")
        return f"{told}, {still_open}" if need.is_open else told

    def offer_title(self, offer: str) -> str:
        """What an offer is called."""
        text = self._hub.offer_text(offer, self._wording.language)
        return text.title if text else offer

    def offer_about(self, offer: str) -> str:
        """What happens; empty where nobody wrote it."""
        text = self._hub.offer_text(offer, self._wording.language)
        return text.about if text else ""

    def price(self, match: OfferMatch) -> str:
        """What it costs, and who pays what of it."""
        say = self._wording
        if match.price_cents is None or match.own_cents is None:
            return say("Price still to be agreed")
        price = money_in_words(match.price_cents, say)
        if not match.aid_cents:
            return price
        return say(
            "{price}, of which {aid} are public money ({rule}); {own} left for the company",
            price=price,
            aid=money_in_words(match.aid_cents, say),
            rule=rule_name(self._library, match.offer.aid_scheme, say) or say("no rule named"),
            own=money_in_words(match.own_cents, say),
        )

    def why_offer(self, match: OfferMatch) -> str:
        """Why an offer fits."""
        return " ".join(filter(None, (self._helps(reason) for reason in match.reasons)))

    def against_offer(self, match: OfferMatch) -> str:
        """What speaks against it; empty where nothing does."""
        return " ".join(self._caveat(caveat) for caveat in match.caveats)

    def why_unfit(self, unfit: UnfitOffer) -> str:
        """Why an offer is not for the company."""
        say, values = self._wording, unfit.why.values
        match unfit.why.kind:
            case "size":
                return say("Not for {size}.", size=size_name(cast("SizeClass", values[0]), say))
            case "sector":
                return say("Not for the sector {sector}.", sector=self._sector(values[0]))
            case "sector-unknown":
                names = ", ".join(map(self._sector, values))
                return say("Only for {sectors}: the company's sector is not known.", sectors=names)
            case _:
                return self._why_no_help(unfit.why)

    def _why_no_help(self, why: Reason) -> str:
        say, values = self._wording, why.values
        match why.kind:
            case "below":
                return say(
                    "Begins at level {level} of {competence}: the company is not as far yet.",
                    competence=self.competence(values[0]),
                    level=values[1],
                )
            case "unknown":
                return say("Not asked about yet: {names}.", names=self._names(values))
            case "beyond":
                return say("The company is as far already: {names}.", names=self._names(values))
            case _:
                return say("Nothing of what it leads to is missing here.")

    def why_person(self, match: PersonMatch) -> str:
        """Why somebody is right, and how much there is to do already."""
        say = self._wording
        parts = [self._of_person(reason) for reason in match.reasons]
        load = say.plural("looks after {count} company", "looks after {count} companies", match.load)
        return "; ".join(filter(None, (*parts, load)))

    def against_person(self, match: PersonMatch) -> str:
        """What speaks against somebody; empty where nothing does."""
        return " ".join(self._against_person(caveat) for caveat in match.caveats)

    def _helps(self, reason: Reason) -> str:
        say = self._wording
        if reason.kind == "open":
            return say("No course of the plan closes this: {names}.", names=self._names(reason.values))
        competence, level, reached = reason.values
        return say(
            "{competence}: from level {level} to {reached}.",
            competence=self.competence(competence),
            level=level,
            reached=reached,
        )

    def _caveat(self, caveat: Reason) -> str:
        say, values = self._wording, caveat.values
        match caveat.kind:
            case "had":
                return say("Already in the register: {state}.", state=states_in_words(say)[values[0]])
            case "group":
                return say("A group is needed: at least {count} companies.", count=values[0])
            case "deeper":
                return say("Goes further than the company needs: {names}.", names=self._names(values))
            case "aid-limit":
                rule = rule_name(self._library, values[0], say)
                return say("Its public money would pass the limit of {rule}.", rule=rule)
            case _:
                return say("Nobody wrote down a price: agree on one first.")

    def _of_person(self, reason: Reason) -> str:
        say, values = self._wording, reason.values
        match reason.kind:
            case "office":
                return say("office of this province: {office}", office=self.office(values[0]))
            case "areas":
                return say("knows {names}", names=", ".join(map(self.about, values)))
            case "competences":
                return say("above all {names}", names=self._names(values))
            case _:
                return say("knows the sector")

    def _against_person(self, caveat: Reason) -> str:
        if caveat.kind == "other-office":
            return self._wording("Works at another office: {office}.", office=self.office(caveat.values[0]))
        names = ", ".join(map(self._sector, caveat.values))
        return self._wording("Knows other sectors: {sectors}.", sectors=names)

    def _names(self, competences: Iterable[str]) -> str:
        return ", ".join(map(self.competence, competences))

    def _sector(self, letter: str) -> str:
        text = self._sectors.get(letter)
        return text.name if text else letter
