"""The network as shipped: where a consultant would send the example firms, and that nothing old looks new."""

from datetime import date

import pytest

from desktop.answers.reading import read_answers
from desktop.content.company import Company, People
from desktop.content.library import Library
from desktop.content.plan_input import read_plan_input
from desktop.dossier import Dossier, Situation, gather
from desktop.guidance import Guidance, Needs, doors, guide, needs_of
from desktop.report.guidance_words import GuidanceWords
from desktop.text import wording
from tests.builders import RESOURCES

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def dossiers(library: Library) -> dict[str, Dossier]:
    found = {}
    for path in sorted((RESOURCES / "examples").glob("*.yaml")):
        plan_input = read_plan_input(path)
        answered = read_answers(plan_input, library.questionnaires)
        answers = answered.questionnaires, answered.sheet
        found[path.stem] = gather(
            Situation(library, plan_input.company, plan_input.constraints, *answers, made_on=DAY)
        )
    return found


def told(guidance: Guidance) -> tuple[list[str], list[str], list[str]]:
    return (
        [door.hub.id for door in guidance.doors],
        [match.lab.id for match in guidance.labs],
        [match.entry.id for match in guidance.funding],
    )


def test_a_bakery_in_puglia_goes_to_its_hub_then_to_the_chamber(dossiers: dict[str, Dossier]) -> None:
    found = dossiers["bakery"].guidance
    places, labs, calls = told(found)
    assert places[:2] == ["edih-cetma", "pid-network"]
    assert "dih-apulia" not in places
    assert (labs, found.no_labs) == ([], "too-early")
    assert {"edih-cetma", "pid-voucher", "fondimpresa-conto"} <= set(calls)
    assert not {"nuova-sabatini", "fondimpresa-4-2025", "lombardia-ci-2"} & set(calls)
    assert "transizione-50" in {match.entry.id for match in found.ended}


def test_a_workshop_near_bergamo_finds_its_region_and_that_bergamo_was_left_out(
    dossiers: dict[str, Dossier],
) -> None:
    found = dossiers["metal-workshop"].guidance
    places, labs, calls = told(found)
    assert places[0] == "dih-bergamo"
    assert {"cc-made", "edih-mia-lombardia", "pid-network"} <= set(places)
    assert not {"pid-milano", "confartigianato-lecco"} & set(places)
    assert {"unibg", "polimi-mecc-lecco"} <= set(labs)
    edition = next(match for match in found.funding if match.entry.id == "voucher-lombardia-2025")
    assert edition.availability == "closed-recurs"
    assert ("not-in", ("Bergamo",)) in {(caveat.kind, caveat.values) for caveat in edition.caveats}
    assert calls.index("voucher-lombardia-2025") == calls.index("pid-voucher") + 1
    assert "lombardia-ci-2" in calls


def test_holiday_flats_in_tuscany_are_led_to_cybersecurity(dossiers: dict[str, Dossier]) -> None:
    places, labs, calls = told(dossiers["tourism"].guidance)
    assert places == ["edih-tuscany-x0", "pid-network", "edih-microcyber"]
    assert labs == []
    assert calls[0] == "pid-voucher"
    assert "edih-microcyber" in calls


def test_every_first_phase_hub_says_that_it_may_be_gone(library: Library) -> None:
    company = Company(name="-", headcount=6, region="ITF4", sector="C")
    for door in doors(library.network, company, Needs(), DAY):
        is_doubtful = any(caveat.kind == "status" for caveat in door.caveats)
        assert is_doubtful == (door.hub.status != "active-when-seen")


@pytest.mark.parametrize("region", ["ITC4", "ITF4", "ITI1", "ITG2", "CH07", None])
@pytest.mark.parametrize("headcount", [1, 6, 24, 80, 400])
def test_every_firm_has_a_door(library: Library, dossiers: dict[str, Dossier], region, headcount) -> None:
    country = (region or "IT")[:2]
    people = People(owner=1, employee=headcount - 1)
    company = Company(name="-", headcount=headcount, region=region, country=country, people=people)
    needs = needs_of(dossiers["bakery"].plan, library.catalogue, dossiers["bakery"].company)
    found = guide(library.network, company, needs, DAY)
    assert found.doors
    assert found.lacks_region == (region is None)
    assert all(match.availability != "closed" for match in found.funding)


def test_ten_years_on_nothing_is_told_as_open(library: Library, dossiers: dict[str, Dossier]) -> None:
    needs = needs_of(dossiers["bakery"].plan, library.catalogue, dossiers["bakery"].company)
    later = guide(library.network, dossiers["bakery"].company, needs, date(2036, 1, 1))
    told_as_open = {match.availability for match in later.funding} & {"open", "upcoming"}
    assert not told_as_open
    for told in (*later.doors, *later.funding):
        assert any(caveat.kind == "stale" for caveat in told.caveats)


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_kind_of_hub_is_explained(library: Library, language: str) -> None:
    support = library.network.support
    for hub in library.network.hubs.values():
        assert support.kind_text(hub.kind, language)
    assert set(support.kind_texts[language]) == set(support.kinds)


def firm(headcount: int, region: str, sector: str, it: int = 0) -> Company:
    people = People(owner=1, employee=headcount - 1 - it, it=it)
    return Company(name="-", headcount=headcount, region=region, sector=sector, people=people)


def sent(library: Library, dossiers: dict[str, Dossier], company: Company) -> tuple[list[str], ...]:
    """Where a firm with a bakery's needs is sent: doors, labs, funding."""
    needs = needs_of(dossiers["bakery"].plan, library.catalogue, dossiers["bakery"].company)
    return told(guide(library.network, company, needs, DAY))


def test_a_hotel_is_sent_to_no_supercomputer_and_no_industrial_door(library: Library, dossiers) -> None:
    places, labs, _ = sent(library, dossiers, firm(14, "ITH5", "I"))
    assert places[:2] == ["edih-er2digit", "pid-network"]
    assert not {"cc-birex", "smile-dih"} & set(places)
    assert labs == []


def test_a_joiner_without_it_people_is_not_sent_to_a_competence_centre(library: Library, dossiers) -> None:
    places, labs, _ = sent(library, dossiers, firm(12, "ITC4", "C"))
    assert "cc-made" not in places
    assert {"edih-mia-lombardia", "pid-network", "dih-lombardia"} <= set(places)
    assert labs == []
    assert "cc-made" in sent(library, dossiers, firm(12, "ITC4", "C", it=1))[0]


def test_a_freelancer_is_not_told_of_what_leaves_freelancers_out(library: Library, dossiers) -> None:
    places, _, calls = sent(library, dossiers, firm(1, "ITC4", "M"))
    assert "edih-microcyber" not in places
    assert not {"edih-microcyber", "iperammortamento-2026", "nuova-sabatini", "lombardia-ci-2"} & set(calls)
    assert {"pid-voucher", "mimit-cloud-cyber"} <= set(calls)


def test_a_software_house_is_not_sent_to_laboratories_for_farms(library: Library, dossiers) -> None:
    needs = needs_of(dossiers["metal-workshop"].plan, library.catalogue, dossiers["metal-workshop"].company)
    _, labs, _ = told(guide(library.network, firm(30, "ITI1", "J", it=20), needs, DAY))
    assert labs
    assert not {"crea", "enea", "ingv", "inaf"} & set(labs)


def test_the_decree_covers_the_services_of_hubs_in_full_for_small_firms_alone(library: Library, dossiers):
    needs = needs_of(dossiers["bakery"].plan, library.catalogue, dossiers["bakery"].company)
    shares = {}
    for headcount in (6, 24, 80):
        found = guide(library.network, firm(headcount, "ITH5", "I"), needs, DAY).funding
        shares[headcount] = {match.entry.id: match.max_share_percent for match in found}
    assert [shares[size].get("edih-law") for size in (6, 24, 80)] == [100, 100, None]
    assert [shares[size]["edih-microcyber"] for size in (6, 24, 80)] == [100, 100, 90]


def test_a_last_day_that_a_single_source_gave_is_told_as_past_once_it_is(library: Library, dossiers) -> None:
    needs = needs_of(dossiers["bakery"].plan, library.catalogue, dossiers["bakery"].company)
    found = guide(library.network, firm(1, "ITC4", "M"), needs, DAY).funding
    voucher = next(match for match in found if match.entry.id == "mimit-cloud-cyber")
    words = GuidanceWords(library, wording("en"))
    assert "a single source says that it ended on 23 April 2026" in words.state(voucher, DAY)
    assert "a single source ends it on 23 April 2026" in words.state(voucher, date(2026, 3, 1))


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_kind_of_hub_says_why_to_go_there(library: Library, language: str) -> None:
    support = library.network.support
    assert all(support.kind_text(kind.id, language).reason for kind in support.kinds.values() if kind.hubs)


def test_every_help_names_kinds_of_doors_that_can_be_told(library: Library) -> None:
    kinds = {kind.id for kind in library.network.support.kinds.values() if kind.hubs}
    for service in library.catalogue.advice.services.values():
        assert service.best_at
        assert set(service.best_at) <= kinds


def test_no_owner_or_member_of_staff_is_sent_on_a_specialists_course(dossiers: dict[str, Dossier]) -> None:
    specialists = {"cs50-cyber", "google-cdl", "fortinet-fcf", "ms-iot-beginners", "msl-sc900-1", "aws-cpe"}
    for dossier in dossiers.values():
        taken = [planned for planned in dossier.plan.courses if planned.role != "it"]
        assert specialists.isdisjoint(planned.course.id for planned in taken)
        assert max(planned.hours for planned in taken) <= 20
        assert all(planned.course.offer == "course" for planned in taken)
