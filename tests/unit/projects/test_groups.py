"""Groups of companies with the same need keep to the limits, take nobody twice, and are found again."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projects import (
    Firms,
    GroupFacts,
    Proposal,
    Way,
    about_of,
    best,
    facts_of,
    ground_of,
    propose,
    published,
    shared_cents,
)
from desktop.projects.sharing import group_sizes
from desktop.territory.suppression import LEAST
from tests.examples import examples

NEEDS = ("cloud-basics", "cyber-backup")
DAY = date(2026, 11, 23)


def firms(*told: dict[str, Any]) -> Firms:
    """Companies numbered from 1; what is not told of one is as most have it."""
    usual = {"levels": "00", "targets": "22", "region": "ITC4", "province": "BG", "sector": "C", "staff": 3}
    rows = [usual | each for each in told]
    return Firms(
        ids=tuple(range(1, len(rows) + 1)),
        countries=("IT",) * len(rows),
        regions=tuple(row["region"] for row in rows),
        provinces=tuple(row["province"] for row in rows),
        sectors=tuple(row["sector"] for row in rows),
        sizes=("micro",) * len(rows),
        headcounts=tuple(row["staff"] + 1 for row in rows),
        staff=tuple(row["staff"] for row in rows),
        frames=(1,) * len(rows),
        levels=tuple(row["levels"] for row in rows),
        targets=tuple(row["targets"] for row in rows),
        counted=("2026-10-01 10:00:00",) * len(rows),
        frame_names={1: NEEDS},
    )


def a_way(name: str = "class", least: int = 2, most: int = 4, **others: Any) -> Way:
    helps = {"cloud-basics": (0, 2)}
    given = {"kind": "offer", "project_kind": "course", "helps": helps, "least": least, "most": most} | others
    return Way(id=name, **given)


def found(
    told: Sequence[dict[str, Any]], *ways: Way, taken: Sequence[tuple[int, str]] = ()
) -> tuple[Proposal, ...]:
    return propose(ground_of(firms(*told), NEEDS), ways, taken)


def members(proposals: Sequence[Proposal]) -> list[tuple[str, tuple[int, ...]]]:
    return sorted((each.place.code, part.members) for each in proposals for part in each.parts)


def test_the_province_comes_before_the_region_and_too_few_are_no_group() -> None:
    told = [{}, {}, {"province": "BS"}, {"province": None}, {"sector": "G"}, {"sector": None}]
    assert members(found(told, a_way())) == [("BG", (1, 2)), ("ITC4", (3, 4))]
    assert not found(told, a_way(least=5, most=5))


def test_more_than_a_group_holds_are_divided_fairly_by_how_much_is_missing() -> None:
    told = [{"levels": "10"}, {"levels": "00"}, {"levels": "00"}, {"levels": "10"}, {"levels": "00"}]
    assert members(found(told, a_way())) == [("BG", (1, 4)), ("BG", (2, 3, 5))]


def test_what_is_not_known_what_is_reached_and_what_a_project_covers_are_no_need() -> None:
    told = [{"levels": "-0"}, {"levels": "20"}, {"levels": "x0"}, {"levels": "0"}, {}, {}, {}]
    assert members(found(told, a_way())) == [("BG", (5, 6, 7))]
    assert members(found(told, a_way(), taken=[(6, "cloud-basics"), (99, "cloud-basics")])) == [
        ("BG", (5, 7))
    ]


def test_a_group_is_not_proposed_again_for_what_its_way_teaches_besides() -> None:
    both = a_way("both", helps={"cloud-basics": (0, 2), "cyber-backup": (0, 2)})
    voucher = a_way("voucher", kind="voucher", helps=dict.fromkeys(NEEDS, (0, 4)))
    assert [each.way.id for each in found([{}, {}], both, voucher)] == ["both"]
    assert len(found([{}, {}], voucher)) == len(NEEDS)


@pytest.mark.parametrize(
    ("limits", "groups"),
    [
        ({"least_people": 9}, 0),
        ({"least_people": 8}, 1),
        ({"least_people": 7, "of_staff": True}, 0),
        ({"sectors": frozenset("G")}, 0),
        ({"regions": frozenset({"ITC4"}), "provinces": frozenset({"BS"})}, 0),
        ({"without_provinces": frozenset({"BG"})}, 0),
        ({"country": "CH"}, 0),
        ({"country": "IT", "sizes": frozenset({"micro"})}, 1),
    ],
)
def test_a_way_is_only_for_whom_its_limits_let_in(limits: dict[str, Any], groups: int) -> None:
    assert len(found([{}, {}], a_way(**limits))) == groups


def test_money_of_unknown_amount_comes_after_all_that_is_known_and_more_companies_before_fewer() -> None:
    told = [{"sector": sector} for sector in "CCCGGII"]
    known = {"kind": "voucher", "aid_percent": 50, "availability": "closed-recurs"}
    ways = (
        a_way("unknown", kind="voucher", availability="open", sectors=frozenset("C")),
        a_way("closed", sectors=frozenset("G"), **known),
        a_way("offer", sectors=frozenset("I")),
    )
    assert [each.way.id for each in found(told, *ways)] == ["offer", "closed", "unknown"]
    assert [each.sector for each in found(told, a_way())] == ["C", "G", "I"]


def test_facts_tell_how_much_is_missing_and_of_whom_nothing_is_known() -> None:
    told = [{"levels": "00"}, {"levels": "10"}, {"levels": "-0"}]
    ground = ground_of(firms(*told), NEEDS)
    (proposal,) = propose(ground, [a_way()])
    facts = facts_of(ground, about_of(proposal, "training", ""), proposal.members, DAY)
    assert (facts.by_lack, facts.lowest, facts.highest, facts.unknown) == ({2: 1, 1: 1}, 0, 1, 1)


firm = st.fixed_dictionaries(
    {
        "levels": st.text("012-", min_size=2, max_size=2),
        "targets": st.text("012", min_size=2, max_size=2),
        "province": st.sampled_from(["BG", "BS", None]),
        "region": st.sampled_from(["ITC4", "ITF4", None]),
        "sector": st.sampled_from(["C", "G", None]),
        "staff": st.integers(0, 4),
    }
)
also = st.sampled_from([{}, {"cyber-backup": (1, 2)}])
limits = st.tuples(st.integers(2, 5), st.integers(0, 6), st.integers(0, 12))


@given(told=st.lists(firm, max_size=40), limits=st.lists(limits, min_size=1, max_size=3), also=also)
@examples(300)
def test_all_groups_keep_to_the_limits_and_nobody_is_in_two_for_the_same_need(
    told: list[dict[str, Any]], limits: list[tuple[int, int, int]], also: dict[str, tuple[int, int]]
) -> None:
    helps = {"cloud-basics": (0, 2)} | also
    ways = [
        a_way(str(number), least, least + more, least_people=people, helps=helps)
        for number, (least, more, people) in enumerate(limits)
    ]
    ground = ground_of(firms(*told), NEEDS)
    proposals = propose(ground, ways)
    assert proposals == propose(ground, ways)
    covered = Counter((one.need, each) for one in proposals for each in one.members)
    assert set(covered.values()) <= {1}
    for proposal in proposals:
        row = NEEDS.index(proposal.need)
        for part in proposal.parts:
            rows = [told[number - 1] for number in part.members]
            assert proposal.way.least <= len(rows) <= proposal.way.most
            assert sum(each["staff"] + 1 for each in rows) >= proposal.way.least_people
            assert {each["sector"] for each in rows} == {proposal.sector}
            assert {each[proposal.place.kind] for each in rows} == {proposal.place.code}
            lacks = [int(each["targets"][row]) - int(each["levels"][row]) for each in rows]
            assert tuple(lacks) == part.lacks
            assert min(lacks) > 0
            least, reached = helps[proposal.need]
            assert all(least <= int(each["levels"][row]) < reached for each in rows)


@given(told=st.lists(firm, max_size=60), most=st.integers(1, 6))
@examples(200)
def test_the_best_are_the_first_and_hardly_overlap(told: list[dict[str, Any]], most: int) -> None:
    ways = [a_way(kind, helps={need: (0, 2)}, kind=kind) for kind in ("offer", "course") for need in NEEDS]
    proposals = found(told, *ways)
    picked = best(proposals, most)
    assert picked[:1] == proposals[:1]
    assert len(picked) <= most
    assert [proposals.index(each) for each in picked] == sorted(map(proposals.index, picked))
    inside = Counter((each.way.kind, member) for each in picked for member in each.members)
    assert max(inside.values(), default=0) <= 2
    assert best(picked, most) == picked


@given(st.integers(0, 500), st.integers(1, 40), st.integers(0, 40))
@examples(300)
def test_groups_are_even_and_leave_over_only_whom_no_number_of_groups_holds(
    count: int, least: int, more: int
) -> None:
    most = least + more
    sizes = group_sizes(count, least, most)
    assert all(least <= size <= most for size in sizes)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1
    if sum(sizes) != count:
        assert not any(groups * least <= count <= groups * most for groups in range(1, count + 1))


@given(st.integers(0, 10**9), st.integers(1, 200))
@examples(100)
def test_shares_add_up_to_the_amount(cents: int, shares: int) -> None:
    given_to = shared_cents(cents, shares)
    assert (sum(given_to), len(given_to)) == (cents, shares)
    assert max(given_to) - min(given_to) <= 1


@given(
    st.dictionaries(st.integers(0, 4), st.integers(1, 30), min_size=1),
    st.lists(st.sampled_from(["micro", "small", "medium", ""])),
)
@examples(200)
def test_nothing_that_stands_for_few_companies_is_published(lacks: dict[int, int], sizes: list[str]) -> None:
    count = sum(lacks.values())
    by_size = dict(Counter((sizes * count)[:count])) if sizes else {"micro": count}
    told = published(GroupFacts(lacks, by_size, {}, 0, 2, 0, 0))
    shown = [*told.by_lack.values(), *told.by_size.values(), *([told.count] if told.count else [])]
    assert all(each >= LEAST for each in shown)
    if told.count is not None:  # nor can the one that is hidden be computed
        assert len(lacks) - len(told.by_lack) != 1
        assert len(by_size) - len(told.by_size) != 1
