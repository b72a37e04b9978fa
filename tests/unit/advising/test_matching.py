"""Offers and people are matched to companies as a consultant would sign it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.advising import (
    CompanyNeed,
    Engagement,
    Subject,
    match_offers,
    match_people,
    proposed_engagement,
    unfit_offers,
)
from desktop.content.company import Company
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.networks.hub_desk_file import OfferEntry, OfficeEntry, PersonEntry

NAMES = ("cyber-backup", "cloud-basics", "ai-basics")
SIZES, SECTORS = ("micro", "small", "medium", "large"), ("C", "G", "M")
STAFF = {"micro": 5, "small": 20, "medium": 100, "large": 400}
AREAS = {"cyber-backup": "cyber", "cloud-basics": "cloud", "ai-basics": "ai"}


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


LEVELS = st.tuples(st.integers(0, 3), st.integers(1, 4)).filter(lambda pair: pair[0] < pair[1])
OFFERS = st.lists(
    st.builds(
        OfferEntry,
        id=st.sampled_from(("one", "two", "three", "four", "five")),
        service=st.just("training"),
        helps=st.dictionaries(st.sampled_from(NAMES), LEVELS, min_size=1),
        price_eur=st.none() | st.integers(1, 9000),
        aid_percent=st.none() | st.integers(1, 100),
        sizes=some(SIZES),
        sectors=some(SECTORS),
        least_companies=st.integers(1, 3),
    ),
    unique_by=lambda offer: offer.id,
)
COMPANIES = st.builds(
    lambda size, sector: Company(name="Forno", headcount=STAFF[size], sector=sector),
    st.sampled_from(SIZES),
    st.none() | st.sampled_from(SECTORS),
)


@st.composite
def needs(draw: st.DrawFn) -> tuple[CompanyNeed, ...]:
    found = []
    for name in draw(some(NAMES)):
        level = draw(st.integers(0, 3))
        target, priority = draw(st.integers(level + 1, 4)), draw(st.integers(1, 5))
        found.append(CompanyNeed(name, AREAS[name], level, target, priority, draw(st.booleans())))
    return tuple(found)


SUBJECTS = st.builds(Subject, COMPANIES, needs())


@given(OFFERS, SUBJECTS)
def test_no_offer_is_below_its_level_or_for_another_size_or_sector(
    offers: list[OfferEntry], subject: Subject
) -> None:
    company, lacks = subject.company, {need.competence: need for need in subject.needs}
    for match in match_offers(offers, subject):
        offer = match.offer
        assert not offer.sizes or company.size_class in offer.sizes
        assert not offer.sectors or company.sector in offer.sectors
        told = [reason.values for reason in match.reasons if reason.kind == "helps"]
        assert told
        assert match.points > 0
        for competence, level, reached in told:
            assert offer.helps[competence][0] <= lacks[competence].level == int(level) < int(reached)


@given(OFFERS, SUBJECTS)
def test_every_offer_is_told_once_with_a_reason(offers: list[OfferEntry], subject: Subject) -> None:
    fitting = [match.offer.id for match in match_offers(offers, subject)]
    unfit = [each.offer.id for each in unfit_offers(offers, subject)]
    assert sorted(fitting + unfit) == sorted(offer.id for offer in offers)
    assert all(match.reasons for match in match_offers(offers, subject))


@given(st.data(), OFFERS, SUBJECTS)
def test_the_order_of_the_file_decides_nothing(
    data: st.DataObject, offers: list[OfferEntry], subject: Subject
) -> None:
    shuffled, mixed = data.draw(st.permutations(offers)), data.draw(st.permutations(subject.needs))
    other = Subject(subject.company, tuple(mixed))
    assert [m.offer for m in match_offers(offers, subject)] == [
        m.offer for m in match_offers(shuffled, other)
    ]
    assert unfit_offers(offers, subject) == unfit_offers(shuffled, subject)


def test_what_a_course_cannot_close_and_what_costs_less_comes_first() -> None:
    offers = [
        OfferEntry(id="dear", service="training", helps={"cyber-backup": (0, 2)}, price_eur=900),
        OfferEntry(
            id="cheap", service="training", helps={"cyber-backup": (0, 2)}, price_eur=900, aid_percent=80
        ),
        OfferEntry(id="open", service="training", helps={"cloud-basics": (0, 2)}, price_eur=5000),
        OfferEntry(id="had", service="training", helps={"cloud-basics": (0, 3)}),
        OfferEntry(id="later", service="training", helps={"cyber-backup": (2, 3)}),
    ]
    lacks = (
        CompanyNeed("cyber-backup", "cyber", 1, 2, 3),
        CompanyNeed("cloud-basics", "cloud", 0, 2, 3, is_open=True),
    )
    subject = Subject(Company(name="Forno", headcount=4), lacks, {"had": "planned"}, {"": 0})
    found = match_offers(offers, subject)
    assert [match.offer.id for match in found] == ["open", "cheap", "dear", "had"]
    assert [each.why.kind for each in unfit_offers(offers, subject)] == ["below"]
    nothing = Subject(subject.company, (), unknown=frozenset({"cyber-backup"}))
    assert {each.why.kind for each in unfit_offers(offers, nothing)} == {"unknown", "no-need"}
    assert {caveat.kind for caveat in found[-1].caveats} == {"had", "deeper", "no-price"}
    assert found[1].own_cents == 18_000
    assert "aid-limit" in {caveat.kind for caveat in found[1].caveats}


def a_hub() -> HubDesk:
    offices = (
        OfficeEntry(id="north", name="North", provinces=("BG",)),
        OfficeEntry(id="south", name="South", provinces=("LE",)),
    )
    people = (
        PersonEntry(id="anna", name="Anna", duty="officer", office="north"),
        PersonEntry(id="bruno", name="Bruno", duty="officer", office="north"),
        PersonEntry(id="carla", name="Carla", duty="officer", office="south"),
        PersonEntry(id="dario", name="Dario", duty="expert", areas=("cyber",)),
        PersonEntry(id="elisa", name="Elisa", duty="expert", areas=("cloud",), sectors=("G",)),
    )
    return HubDesk(offices={each.id: each for each in offices}, people={each.id: each for each in people})


def test_office_by_province_officer_with_least_to_do_expert_by_need() -> None:
    lacks = (CompanyNeed("cyber-backup", "cyber", 0, 3, 5), CompanyNeed("cloud-basics", "cloud", 0, 1, 1))
    bergamo = Company(name="Forno", headcount=4, province="BG", sector="C")
    found = proposed_engagement(a_hub(), bergamo, lacks, {"anna": 3, "bruno": 1})
    assert found == Engagement("north", "bruno", "dario")
    nowhere = Company(name="Forno", headcount=4)
    assert proposed_engagement(a_hub(), nowhere, (), {}) == Engagement()
    elisa = match_people(a_hub(), bergamo, lacks, "expert", {})[-1]
    assert [caveat.kind for caveat in elisa.caveats] == ["other-sector"]


@given(needs(), st.permutations(tuple(a_hub().people.values())))
def test_the_order_of_people_decides_nothing(
    lacks: tuple[CompanyNeed, ...], people: list[PersonEntry]
) -> None:
    hub = a_hub()
    other = HubDesk(offices=hub.offices, people={each.id: each for each in people})
    company = Company(name="Forno", headcount=4, province="LE", sector="G")
    assert match_people(hub, company, lacks, "expert", {}) == match_people(
        other, company, lacks, "expert", {}
    )
    assert proposed_engagement(hub, company, lacks, {}) == proposed_engagement(other, company, lacks, {})
