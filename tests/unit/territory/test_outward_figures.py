"""Figures that leave are those a plain count gives, and none tells of fewer than five firms."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from desktop.exchange.outward.benchmark import benchmark_bytes, benchmark_file
from desktop.exchange.outward.open_data import company_tables, sum_tables
from desktop.exchange.outward.table import Table
from desktop.territory.benchmarking import spreads
from desktop.territory.facts import Facts, Firm, FirmRound, GivenService, HeldEvent, RoundNeeds, RoundScores
from desktop.territory.money import Money, money_of
from desktop.territory.monitoring import monitor
from tests.examples import examples

AREAS = {"backup": "cyber", "clouds": "cloud"}
DAY = date(2027, 1, 4)
SHOWN, WANTED = (st.text(digits, min_size=2, max_size=2) for digits in ("-01234", "01234"))
SCORE = st.none() | st.integers(0, 10_000)
# Made once: Hypothesis looks into every new strategy at length.
REGION, SECTOR = st.sampled_from(["ITC4", "ITF4", None]), st.sampled_from(["C", "G", None])
SIZE, COVERAGE = st.sampled_from(["micro", "small", None]), st.sampled_from([50, 100])
TURNS, DAYS, FIRMS, GUESTS = st.integers(0, 2), st.integers(1, 28), st.integers(0, 16), st.integers(0, 9)


@st.composite
def firms_with_rounds(
    draw: st.DrawFn, number: int
) -> tuple[Firm, list[tuple[FirmRound, RoundScores, RoundNeeds]]]:
    firm = Firm(
        id=number,
        uid=f"uid-{number}",
        name=f"Name {number}",
        vat="",
        country="IT",
        region=draw(REGION),
        province=None,
        sector=draw(SECTOR),
        size=draw(SIZE),
        headcount=3,
        since=DAY,
    )
    rounds = []
    for turn in range(draw(TURNS)):
        identity = 10 * number + turn
        scores = {"a": draw(SCORE), "b": draw(SCORE)}
        rounds.append(
            (
                FirmRound(identity, number, f"T{turn}", date(2027, 1, draw(DAYS))),
                RoundScores(identity, "dma-sme", draw(SCORE), draw(COVERAGE), scores),
                RoundNeeds(identity, tuple(AREAS), draw(SHOWN), draw(WANTED)),
            )
        )
    return firm, rounds


a_firm = cache(firms_with_rounds)


@cache
def services_of(firms: int) -> st.SearchStrategy[list[GivenService]]:
    given_service = st.builds(
        GivenService,
        uid=st.just(""),
        firm=st.sampled_from([None, *range(1, firms + 1)]),
        category=st.sampled_from(["training", "networking"]),
        kind=st.just(""),
        title=st.just("Secret title"),
        technology=st.just(""),
        price_cents=st.integers(0, 10**6),
        aid_cents=st.just(0),
        aid_scheme=st.just(""),
        started_on=st.just(DAY),
        ended_on=st.none(),
        attendees=st.just(1),
        state=st.sampled_from(["planned", "delivered"]),
    )
    return st.lists(given_service, max_size=20)


@st.composite
def territories(draw: st.DrawFn) -> Facts:
    drawn = [draw(a_firm(number)) for number in range(1, draw(FIRMS) + 1)]
    rounds = [each for _, found in drawn for each in found]
    firms = {firm.id: firm for firm, _ in drawn}
    services = draw(services_of(len(firms)))
    event = HeldEvent("e", "Fair", "Serena", DAY, draw(GUESTS), 0)
    return Facts(
        firms=firms,
        rounds={round_.id: round_ for round_, _, _ in rounds},
        scores=tuple(scores for _, scores, _ in rounds),
        needs=tuple(needs for _, _, needs in rounds),
        services=tuple(services),
        events=(event,),
    )


def latest(facts: Facts) -> Iterator[tuple[Firm, RoundScores]]:
    for firm in facts.firms.values():
        found = [
            scores
            for scores in facts.scores
            if facts.rounds[scores.round].firm == firm.id and scores.coverage >= 66
        ]
        if found:
            yield firm, max(found, key=lambda scores: scores.round)


@examples(100)
@given(territories())
def test_a_benchmark_is_what_a_plain_count_gives(facts: Facts) -> None:
    for (_, dimension), groups in spreads(facts, 66).items():
        for group, spread in groups.items():
            values = [
                value
                for firm, scores in latest(facts)
                if (firm.size, firm.sector, firm.region)[: len(group)] == group
                and (value := scores.overall if dimension is None else scores.dimensions[dimension])
                is not None
            ]
            assert spread.n == len(values) >= 5
            assert abs(spread.mean - Fraction(sum(values), 100 * len(values))) <= Fraction(1, 2)
    file = benchmark_file(spreads(facts, 66), "Hub", 2027, DAY)
    assert b"Name" not in benchmark_bytes(file)


@examples(100)
@given(territories())
def test_the_report_counts_as_a_plain_count_does(facts: Facts) -> None:
    found = monitor(facts, AREAS, 66)
    scores = [each.overall for _, each in latest(facts) if each.overall is not None]
    if found.mean is None:
        assert len(scores) < 5
    else:
        assert abs(found.mean - Fraction(sum(scores), len(scores))) <= Fraction(1, 2)
    for breakdown in found.breakdowns.values():
        told = sum(line.firms for line in breakdown.lines)
        assert told + breakdown.others == len(facts.firms)
        assert breakdown.others == 0 or breakdown.others >= 5 or not breakdown.lines


def counts_left(counts: list[int], total: int) -> int:
    return total - sum(counts)


@examples(100)
@given(territories())
def test_no_share_tells_of_a_few_nor_do_those_left_out(facts: Facts) -> None:
    found = monitor(facts, AREAS, 66)
    for area, whole in found.areas.items():
        for breakdown in found.breakdowns.values():
            shares = [share for line in breakdown.lines if (share := line.shares.get(area))]
            for share in shares:
                assert share.lacking == 0 or share.lacking >= 5
                assert share.known == share.lacking or share.known - share.lacking >= 5
            if whole is not None and shares:
                lacking = counts_left([share.lacking for share in shares], whole.lacking)
                fine = counts_left([s.known - s.lacking for s in shares], whole.known - whole.lacking)
                assert lacking == 0 or lacking >= 5
                assert fine == 0 or fine >= 5


def test_services_of_no_firm_are_in_the_sums_and_no_firm_of_their_own() -> None:
    services = [a_service(firm, "training", 100) for firm in (1, 2, 3, 4, 5, None)]
    _, together = money_of(services)
    assert together == Money(6, 5, 600, 0)
    assert money_of(services[1:]) == ({}, None)


def test_services_agreed_are_told_apart_from_those_given() -> None:
    given = [a_service(firm, "training", 100) for firm in range(1, 6)]
    agreed = [structs.replace(each, state="under-way", price_cents=7) for each in given]
    called_off = [structs.replace(each, state="cancelled") for each in given]
    found = monitor(Facts({}, {}, (), (), (*given, *agreed, *called_off), ()), AREAS, 66)
    assert (found.all_services, found.agreed_services) == (Money(5, 5, 500, 0), Money(5, 5, 35, 0))
    assert monitor(Facts({}, {}, (), (), (*given, *agreed[1:]), ()), AREAS, 66).agreed_services is None


def test_money_of_a_few_firms_is_not_told_beside_a_total() -> None:
    services = [a_service(firm, "training", 1000) for firm in range(1, 8)]
    services += [a_service(firm, "networking", 99_999) for firm in (1, 2)]
    facts = Facts({}, {}, (), (), tuple(services), ())
    found = monitor(facts, AREAS, 66)
    assert found.all_services is not None
    assert "networking" not in found.services
    assert len(found.services) == 0


def a_service(firm: int | None, category: str, cents: int) -> GivenService:
    return GivenService("", firm, category, "", "", "", cents, 0, "", DAY, None, 1, "delivered")


def cells(tables: tuple[Table, ...], name: str, column: str) -> list[object]:
    [table] = [each for each in tables if each.name == name]
    place = table.headings.index(column)
    return [row[place] for row in table.rows]


@examples(100)
@given(territories())
def test_open_data_name_nobody_and_sums_are_of_five(facts: Facts) -> None:
    coded = company_tables(facts, lambda uid: f"code-{hash(uid)}")
    sums = sum_tables(facts, spreads(facts, 66), AREAS)
    assert not any(
        isinstance(cell, str) and ("Name" in cell or "uid" in cell or "Secret" in cell)
        for table in (*coded, *sums)
        for row in table.rows
        for cell in row
    )
    kinds = list(
        zip(*(cells(coded, "companies", part) for part in ("size", "sector", "region")), strict=True)
    )
    assert all(kinds.count(kind) >= 5 for kind in kinds) or kinds.count((None, None, None)) == len(kinds)
    for name, column in (("companies", "n"), ("scores", "n"), ("services", "companies")):
        assert all(isinstance(count, int) and count >= 5 for count in cells(sums, name, column))
    for column in ("lacking",):
        assert all(count == 0 or count >= 5 for count in cells(sums, "needs", column))  # type: ignore[operator]
    assert all(count is None or count == 0 or count >= 5 for count in cells(sums, "events", "visitors"))  # type: ignore[operator]
