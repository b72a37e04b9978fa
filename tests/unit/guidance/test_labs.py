"""Which laboratories are named, and to whom none is."""

from guidance_builders import CYBER, DAY, a_bakery, a_hub, a_lab, a_network

from desktop.content.company import People
from desktop.guidance import guide, labs
from desktop.guidance.needs import Needs

LABS = [
    a_lab("cyber-here"),
    a_lab("cyber-far", regions=("ITI1",)),
    a_lab("national", regions=("ITI1",), national=True),
    a_lab("ai-here", areas=("ai",)),
    a_lab("writers", kind="studies"),
]


def test_labs_of_the_region_come_before_national_ones() -> None:
    found = labs(a_network(labs=LABS), a_bakery(headcount=90), CYBER, DAY)
    assert [match.lab.id for match in found] == ["cyber-here", "national"]


def test_a_small_firm_is_not_sent_to_a_lab_unless_it_has_it_people() -> None:
    network = a_network(labs=LABS)
    for headcount in (6, 24):
        assert guide(network, a_bakery(headcount=headcount), CYBER, DAY).no_labs == "too-early"
    with_it = a_bakery(people=People(owner=1, employee=4, it=1))
    assert guide(network, with_it, CYBER, DAY).labs


def test_first_steps_are_nothing_for_a_lab() -> None:
    beginners = Needs(areas={"cyber": 3})
    told = guide(a_network(labs=LABS), a_bakery(headcount=90), beginners, DAY)
    assert (told.labs, told.no_labs) == ((), "none-needed")


def test_a_lab_near_the_hub_that_was_chosen_comes_first() -> None:
    near = a_lab("zeta", city="Lecce")
    network = a_network([a_hub("office", provinces=("Lecce",))], labs=[*LABS, near])
    found = labs(network, a_bakery(headcount=90, hub="office"), CYBER, DAY)
    assert found[0].lab.id == "zeta"


def test_a_lab_for_farms_is_none_for_a_bakery() -> None:
    farms, bakers = a_lab("farms", sectors=("A",)), a_lab("bakers", sectors=("A", "C"))
    found = labs(a_network(labs=[farms, bakers]), a_bakery(headcount=90), CYBER, DAY)
    assert [match.lab.id for match in found] == ["bakers"]
