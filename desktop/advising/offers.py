"""Which offers of a hub fit a company: why, what speaks against them, and why the others do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.advising.needs import CompanyNeed
from desktop.content.company import Company
from desktop.content.networks.hub_desk_file import OfferEntry
from desktop.guidance import Reason

CENTS = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A company with its needs; `had` tells the state of offers it has in the register already.

    `unknown` are competences it should have of which nothing is known yet; `aid_left_cents` says by rule how
    much public money it may still be given.
    """

    company: Company
    needs: tuple[CompanyNeed, ...]
    had: Mapping[str, str] = field(default_factory=dict)
    aid_left_cents: Mapping[str, int] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OfferMatch:
    """An offer that helps, and how much (`points`: priorities times levels).

    Reasons: `helps` (competence, level now, level reached); `open` (competences that no course of the plan
    closes). Caveats: `group` (how many companies it takes), `deeper` (competences led beyond the target),
    `had` (its state in the register), `no-price`, `aid-limit` (the rule whose limit the aid would pass).
    """

    offer: OfferEntry
    points: int
    reasons: tuple[Reason, ...]
    caveats: tuple[Reason, ...]

    @property
    def price_cents(self) -> int | None:
        """The whole price; None where nobody said."""
        return None if self.offer.price_eur is None else self.offer.price_eur * CENTS

    @property
    def aid_cents(self) -> int:
        """What public money pays of it, 0 where that is not known."""
        return aid_of(self.offer)

    @property
    def own_cents(self) -> int | None:
        """What is left for the company."""
        return None if self.price_cents is None else self.price_cents - self.aid_cents


@dataclass(frozen=True, slots=True)
class UnfitOffer:
    """An offer that is not for the company.

    Why: `size`, `sector`, `sector-unknown`, `below` (competence, the level it begins at), `beyond` (the
    company is as far already), `unknown` (competences nothing is known of), `no-need`.
    """

    offer: OfferEntry
    why: Reason


def aid_of(offer: OfferEntry) -> int:
    """What public money pays of an offer, in cents."""
    return (offer.price_eur or 0) * (offer.aid_percent or 0) * CENTS // 100


def match_offers(offers: Iterable[OfferEntry], subject: Subject) -> tuple[OfferMatch, ...]:
    """The offers that fit, what helps most first, then what costs the company least, then by id."""
    found = [_match(offer, subject) for offer in offers if why_unfit(offer, subject) is None]
    return tuple(sorted(found, key=_order))


def unfit_offers(offers: Iterable[OfferEntry], subject: Subject) -> tuple[UnfitOffer, ...]:
    """The offers that do not fit, by id, with the reason."""
    ordered = sorted(offers, key=lambda offer: offer.id)
    found = ((offer, why_unfit(offer, subject)) for offer in ordered)
    return tuple(UnfitOffer(offer, why) for offer, why in found if why is not None)


def why_unfit(offer: OfferEntry, subject: Subject) -> Reason | None:
    """Why an offer is not for a company; None where it is."""
    company = subject.company
    if offer.sizes and company.size_class not in offer.sizes:
        return Reason("size", (company.size_class,))
    if offer.sectors and company.sector is None:
        return Reason("sector-unknown", tuple(sorted(offer.sectors)))
    if offer.sectors and company.sector not in offer.sectors:
        return Reason("sector", (company.sector or "",))
    if any(helps(offer, need) for need in subject.needs):
        return None
    return _why_no_help(offer, subject)


def helps(offer: OfferEntry, need: CompanyNeed) -> bool:
    """Whether an offer begins no higher than the company stands, and leads further."""
    needed, reached = offer.helps.get(need.competence, (0, 0))
    return needed <= need.level < reached


def _why_no_help(offer: OfferEntry, subject: Subject) -> Reason:
    about = sorted((need.competence, need.level) for need in subject.needs if need.competence in offer.helps)
    below = [competence for competence, level in about if level < offer.helps[competence][0]]
    if below:
        return Reason("below", (below[0], str(offer.helps[below[0]][0])))
    if unknown := tuple(sorted(subject.unknown.intersection(offer.helps))):
        return Reason("unknown", unknown)
    return Reason("beyond", tuple(competence for competence, _ in about)) if about else Reason("no-need")


def _match(offer: OfferEntry, subject: Subject) -> OfferMatch:
    helped = sorted(
        (need for need in subject.needs if helps(offer, need)),
        key=lambda need: (-need.weight, need.competence),
    )
    points = sum(need.worth(_gained(offer, need)) for need in helped)
    return OfferMatch(offer, points, tuple(_reasons(offer, helped)), tuple(_caveats(offer, helped, subject)))


def _gained(offer: OfferEntry, need: CompanyNeed) -> int:
    """Levels towards the target: what goes beyond it is worth nothing."""
    return min(offer.helps[need.competence][1], need.target) - need.level


def _reasons(offer: OfferEntry, helped: Iterable[CompanyNeed]) -> Iterator[Reason]:
    needs = tuple(helped)
    for need in needs:
        reached = offer.helps[need.competence][1]
        yield Reason("helps", (need.competence, str(need.level), str(reached)))
    if left := tuple(need.competence for need in needs if need.is_open):
        yield Reason("open", left)


def _caveats(offer: OfferEntry, helped: Iterable[CompanyNeed], subject: Subject) -> Iterator[Reason]:
    if offer.id in subject.had:
        yield Reason("had", (subject.had[offer.id],))
    if offer.least_companies > 1:
        yield Reason("group", (str(offer.least_companies),))
    if deeper := tuple(need.competence for need in helped if offer.helps[need.competence][1] > need.target):
        yield Reason("deeper", deeper)
    if offer.price_eur is None:
        yield Reason("no-price")
    left = subject.aid_left_cents.get(offer.aid_scheme)
    if left is not None and aid_of(offer) > left:
        yield Reason("aid-limit", (offer.aid_scheme,))


def _order(match: OfferMatch) -> tuple[bool, int, bool, int, str]:
    """What the company has already comes last; a price nobody knows behind those known."""
    is_had = any(reason.kind == "had" for reason in match.caveats)
    own = match.own_cents
    return is_had, -match.points, own is None, own or 0, match.offer.id
