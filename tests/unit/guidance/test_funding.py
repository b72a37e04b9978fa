"""Which funding is told, what of it, and what it says once time has passed."""

from datetime import date

import pytest
from guidance_builders import CYBER, DAY, REGIONS, a_bakery, a_call, a_hub, a_network
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.company import People
from desktop.content.networks.support_file import FundingEntry, Tier
from desktop.guidance import Reason, availability, funding, guide

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2028, 12, 31))
SOME_CALLS = st.lists(
    st.builds(
        a_call,
        st.from_regex(r"[a-z]{1,6}", fullmatch=True),
        regions=st.lists(st.sampled_from(REGIONS), unique=True, max_size=2).map(tuple),
        family=st.sampled_from([None, "vouchers"]),
        covers=st.sampled_from([("training",), ("equipment",), ("consulting", "training")]),
        state=st.sampled_from(["open", "closed", "recurring", "unknown"]),
        closes=DAYS,
        as_of=st.sampled_from(["2023-01", "2026-01", "2026-11"]),
    ),
    max_size=8,
    unique_by=lambda call: call.id,
).map(lambda calls: [a_call("vouchers", state="recurring"), *(c for c in calls if c.id != "vouchers")])


def matches(*calls: FundingEntry, **company: object) -> list[tuple[str, str]]:
    found = funding(a_network(calls=calls), a_bakery(**company), CYBER, DAY)
    return [(match.entry.id, match.availability) for match in found]


@given(calls=SOME_CALLS, data=st.data())
def test_the_order_of_the_file_changes_nothing(calls: list[FundingEntry], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(calls))
    assert guide(a_network(calls=calls), a_bakery(), CYBER, DAY) == guide(
        a_network(calls=shuffled), a_bakery(), CYBER, DAY
    )


@given(calls=SOME_CALLS, day=st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_what_has_ended_is_never_told_as_open(calls: list[FundingEntry], day: date) -> None:
    told = guide(a_network(calls=calls), a_bakery(), CYBER, day)
    for match in told.funding:
        entry = match.entry
        has_ended = entry.state == "closed" or (entry.closes is not None and entry.closes < day)
        assert (match.availability == "closed-recurs") == has_ended
        assert not has_ended or entry.family == "vouchers" or entry.state == "recurring"
    assert {match.availability for match in told.ended} <= {"closed"}
    assert not {m.entry.id for m in told.ended} & {m.entry.id for m in told.funding}


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        ({}, DAY, "open"),
        ({}, date(2027, 11, 1), "was-open"),
        ({"closes": DAY}, DAY, "open"),
        ({"closes": date(2026, 11, 21)}, DAY, "closed"),
        ({"closes": date(2026, 11, 21), "state": "unknown"}, DAY, "closed"),
        ({"opens": date(2027, 1, 1), "state": "unknown"}, DAY, "upcoming"),
        ({"state": "closed", "closes": date(2030, 1, 1)}, DAY, "closed"),
        ({"state": "closed", "family": "vouchers"}, DAY, "closed-recurs"),
        ({"state": "closed", "family": "gone"}, DAY, "closed"),
        ({"state": "recurring"}, date(2030, 1, 1), "recurring"),
    ],
)
def test_the_state_follows_the_day(changes: dict[str, object], day: date, expected: str) -> None:
    known = {"vouchers": a_call("vouchers", state="recurring"), "gone": a_call("gone", state="unknown")}
    assert availability(a_call("call", **changes), known, day) == expected


def test_what_is_open_comes_before_what_nobody_knows() -> None:
    calls = [a_call("asks", state="unknown"), a_call("open"), a_call("again", state="recurring")]
    assert [name for name, _ in matches(*calls)] == ["open", "again", "asks"]


def test_a_closed_call_of_a_family_stands_behind_its_family() -> None:
    family = a_call("vouchers", state="recurring", through="chamber")
    edition = a_call("vouchers-2025", state="closed", family="vouchers", regions=("ITF4",))
    told = guide(a_network(calls=[a_call("other"), edition, family]), a_bakery(), CYBER, DAY)
    assert [match.entry.id for match in told.funding] == ["vouchers", "vouchers-2025", "other"]


def test_members_stand_for_a_family_nobody_is_sure_of() -> None:
    calls = [a_call("general", state="unknown"), a_call("special", state="unknown", family="general")]
    told = guide(a_network(calls=calls), a_bakery(), CYBER, DAY)
    assert [match.entry.id for match in told.funding] == ["special"]


def test_a_firm_alone_gets_nothing_for_employees_or_for_many_learners() -> None:
    calls = [a_call("fund", for_employees=True), a_call("many", min_people=15), a_call("all")]
    assert matches(*calls, headcount=1, people=People(owner=1)) == [("all", "open")]


@pytest.mark.parametrize(
    ("headcount", "share", "amount"), [(6, None, 7_500), (20, 70, 12_500), (80, 50, 15_000)]
)
def test_share_and_ceiling_are_those_for_firms_of_this_size(
    headcount: int, share: int | None, amount: int
) -> None:
    tiers = (
        Tier(sizes=("micro",), max_amount_eur=7_500),
        Tier(sizes=("small",), max_share_percent=70, max_amount_eur=12_500),
        Tier(max_share_percent=50, max_amount_eur=15_000),
    )
    call = a_call("call", max_share_percent=70, max_amount_eur=15_000, tiers=tiers)
    [match] = funding(a_network(calls=[call]), a_bakery(headcount=headcount), CYBER, DAY)
    assert (match.max_share_percent, match.max_amount_eur) == (share, amount)


def test_a_call_of_some_provinces_says_so() -> None:
    call = a_call("some", regions=("ITF4",), provinces=("Bari",), without_provinces=("Lecce",))
    hubs = [a_hub("lecce", provinces=("Lecce",)), a_hub("bari", provinces=("Bari",))]

    def caveats(hub: str | None) -> set[Reason]:
        [match] = funding(a_network(hubs, calls=[call]), a_bakery(hub=hub), CYBER, DAY)
        return set(match.caveats)

    assert caveats(None) == {Reason("part", ("Bari",)), Reason("not-in", ("Lecce",))}
    assert caveats("lecce") == {Reason("not-in", ("Lecce",))}
    assert caveats("bari") == set()


def test_money_for_what_nobody_needs_is_left_out() -> None:
    assert matches(a_call("quantum", areas=("quantum",)), a_call("cyber", areas=("cyber",))) == [
        ("cyber", "open")
    ]


def test_what_leaves_freelancers_out_is_not_told_to_them_and_said_to_others_alone() -> None:
    call = a_call("firms", firms_only=True)
    alone = {"headcount": 1, "people": People(owner=1)}
    assert matches(call, sector="M", **alone) == []
    [match] = funding(a_network(calls=[call]), a_bakery(sector="C", **alone), CYBER, DAY)
    assert Reason("firms-only") in match.caveats
    [match] = funding(a_network(calls=[call]), a_bakery(), CYBER, DAY)
    assert Reason("firms-only") not in match.caveats
