"""Which doors are told, in which order, and why."""

from guidance_builders import CYBER, DAY, KINDS, REGIONS, a_bakery, a_hub, a_network
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.catalogues.catalogue_file import HubEntry
from desktop.content.company import Company, People
from desktop.guidance import Ask, Needs, Reason, doors, first_of_each_kind, guide

SOME_HUBS = st.lists(
    st.builds(
        a_hub,
        st.from_regex(r"[a-z]{1,6}", fullmatch=True),
        kind=st.sampled_from([kind.id for kind in KINDS]),
        regions=st.lists(st.sampled_from(REGIONS), unique=True, max_size=2).map(tuple),
        national=st.booleans(),
        provinces=st.sampled_from([(), ("Bari",), ("Lecce", "Brindisi")]),
        sectors=st.sampled_from([(), ("F",), ("C", "I")]),
        areas=st.lists(st.sampled_from(["cyber", "ai", "digital"]), unique=True, min_size=1).map(tuple),
        status=st.sampled_from(["active-when-seen", "phase1-check"]),
        as_of=st.sampled_from(["2016-03", "2025-10", "2026-11"]),
    ),
    max_size=8,
    unique_by=lambda hub: hub.id,
)
SOME_NEEDS = st.builds(Needs, areas=st.dictionaries(st.sampled_from(["cyber", "ai"]), st.integers(0, 9)))


def names(hubs: list[HubEntry], company: Company, needs: Needs = CYBER) -> list[str]:
    return [door.hub.id for door in doors(a_network(hubs), company, needs, DAY)]


@given(hubs=SOME_HUBS, needs=SOME_NEEDS, data=st.data())
def test_the_order_of_the_file_changes_nothing(
    hubs: list[HubEntry], needs: Needs, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(hubs))
    company = a_bakery(hub=hubs[0].id if hubs else None)
    found = doors(a_network(hubs), company, needs, DAY)
    assert found == doors(a_network(shuffled), company, needs, DAY)
    assert first_of_each_kind(found, 4) == first_of_each_kind(found, 4)


@given(hubs=SOME_HUBS, needs=SOME_NEEDS, region=st.sampled_from([None, *REGIONS]))
def test_every_door_reaches_the_firm_and_says_why(
    hubs: list[HubEntry], needs: Needs, region: str | None
) -> None:
    for door in doors(a_network(hubs), a_bakery(region=region), needs, DAY):
        assert region in door.hub.regions or door.hub.is_national
        assert not door.hub.sectors or "C" in door.hub.sectors
        assert door.reasons


@given(hubs=SOME_HUBS, needs=SOME_NEEDS)
def test_what_is_old_is_always_told(hubs: list[HubEntry], needs: Needs) -> None:
    for door in doors(a_network(hubs), a_bakery(), needs, DAY):
        told = Reason("stale", (door.hub.as_of,)) in door.caveats
        assert told == (door.hub.as_of < "2025-11")


def test_the_hub_the_firm_chose_comes_first_wherever_it_is() -> None:
    far = a_hub("far", regions=("ITI1",), areas=("quantum",), as_of="2016-01")
    assert names([a_hub("near"), far], a_bakery(hub="far")) == ["far", "near"]


def test_whoever_works_on_what_is_missing_comes_before_others() -> None:
    hubs = [a_hub("ai-hub", areas=("ai",)), a_hub("cyber-hub", areas=("cyber",))]
    assert names(hubs, a_bakery()) == ["cyber-hub", "ai-hub"]


def test_a_hub_for_builders_is_no_door_for_a_bakery() -> None:
    hubs = [a_hub("builders", sectors=("F",)), a_hub("bakers", sectors=("C",))]
    assert names(hubs, a_bakery()) == ["bakers"]
    assert names(hubs, a_bakery(sector="F")) == ["builders"]


def test_without_a_region_only_what_serves_the_whole_country_is_told() -> None:
    hubs = [a_hub("puglia"), a_hub("seated", national=True), a_hub("everywhere", regions=())]
    assert set(names(hubs, a_bakery(region=None))) == {"seated", "everywhere"}


def test_an_office_of_another_province_is_told_with_care_or_not_at_all() -> None:
    bari, lecce = a_hub("bari", provinces=("Bari",)), a_hub("lecce", provinces=("Lecce",))
    unknown = doors(a_network([bari, lecce]), a_bakery(), CYBER, DAY)
    assert all(Reason("part", door.hub.provinces) in door.caveats for door in unknown)
    assert names([bari, lecce, a_hub("all")], a_bakery(hub="bari")) == ["bari", "all"]


def test_one_door_of_each_kind_that_suits_the_size_is_told() -> None:
    hubs = [
        a_hub("one"),
        a_hub("two"),
        a_hub("pid", kind="pid", regions=()),
        a_hub("centre", kind="competence-centre"),
        a_hub("park", kind="hub"),
    ]
    told = first_of_each_kind(doors(a_network(hubs), a_bakery(), CYBER, DAY), 5)
    assert [door.hub.id for door in told] == ["one", "pid"]


def test_a_specialist_in_what_is_needed_most_may_stand_beside_another_of_its_kind() -> None:
    hubs = [a_hub("general"), a_hub("specialist", areas=("cyber",), regions=())]
    told = first_of_each_kind(doors(a_network(hubs), a_bakery(), CYBER, DAY), 5)
    assert [door.hub.id for door in told] == ["general", "specialist"]


def test_a_park_is_told_where_nothing_suits_better() -> None:
    told = first_of_each_kind(doors(a_network([a_hub("park", kind="hub")]), a_bakery(), CYBER, DAY), 5)
    assert [door.hub.id for door in told] == ["park"]


def test_a_project_needs_somebody_in_the_firm_and_industry_has_a_door_of_its_own() -> None:
    network = a_network([a_hub("all"), a_hub("centre", kind="competence-centre"), a_hub("works", kind="dih")])

    def told(**firm: object) -> set[str]:
        found = doors(network, a_bakery(headcount=24, **firm), CYBER, DAY)
        return {door.hub.id for door in first_of_each_kind(found, 5)}

    assert told() == {"all", "works"}
    assert told(people=People(owner=1, employee=22, it=1)) == {"all", "works", "centre"}
    assert told(sector="I") == {"all"}


def test_who_leaves_freelancers_out_is_no_door_for_one() -> None:
    hubs = [a_hub("firms", firms_only=True), a_hub("all")]
    alone = {"headcount": 1, "people": People(owner=1)}
    assert names(hubs, a_bakery(sector="M", **alone)) == ["all"]
    assert set(names(hubs, a_bakery(sector="C", **alone))) == {"all", "firms"}
    assert set(names(hubs, a_bakery(sector="M"))) == {"all", "firms"}


def test_each_help_is_asked_for_at_the_one_door_that_is_best_at_it() -> None:
    hubs = [a_hub("pole"), a_hub("pid", kind="pid", regions=()), a_hub("cyber-pole", areas=("cyber",))]
    asks = (
        Ask(("training",), 9, "check", "cyber", ("edih", "pid")),
        Ask(("training",), 5, "first-look", "digital", ("pid",)),
        Ask(("training",), 4, "first-look", "digital", ("pid",)),
        Ask(("networking",), 8, "nobody-gives-it", "digital", ("pid",)),
    )
    needs = Needs(areas={"cyber": 10, "digital": 5}, asks=asks)
    told = guide(a_network(hubs), a_bakery(), needs, DAY).doors
    assert {door.hub.id: door.asks for door in told} == {
        "pole": (),
        "pid": ("first-look",),
        "cyber-pole": ("check",),
    }
