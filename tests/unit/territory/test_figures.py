"""Every figure of a territory against the same figure worked out in plain Python."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage import FileDatabase
from desktop.storage.territory_reader import TerritoryReader
from desktop.territory.figures import Figures, Ground, figures_of
from desktop.territory.figures.behind import companies_behind
from desktop.territory.figures.reached import Target
from desktop.territory.figures.values import GivenServices
from desktop.territory.wanted import NOT_GIVEN, Chosen, Wanted
from tests.examples import examples
from tests.territories import (
    AREAS,
    COMPETENCES,
    DIMENSIONS,
    QUESTIONNAIRE,
    PlainFirm,
    PlainRound,
    PlainTerritory,
    territories,
    write_territory,
)
from tests.unit.territory.plain_figures import PlainFigures, is_in, size_of

OFFICES = {"BG": "serena", "BS": "montechiaro"}
DONE = ("delivered", "reported")
GROUND = Ground(
    AREAS,
    (
        Target("firms", "companies", 5, date(2026, 2, 1), date(2026, 5, 31)),
        Target("again", "second-rounds", 5, None, date(2026, 5, 31)),
        Target("euros", "service-value", 5000, None, date(2026, 5, 31)),
    ),
    date(2026, 4, 1),
)
narrowed = st.builds(
    Wanted,
    stage=st.sampled_from([None, None, "T0", "T1"]),
    region=st.sampled_from([None, None, "ITC4", NOT_GIVEN, "ITI1"]),
    province=st.sampled_from([None, None, "BG"]),
    sector=st.sampled_from([None, None, "C", NOT_GIVEN]),
    size=st.sampled_from([None, None, "micro", "large"]),
    office=st.sampled_from([None, None, "serena", NOT_GIVEN]),
    officer=st.sampled_from([None, None, "luca"]),
    event=st.sampled_from([None, None, "1"]),
    since=st.sampled_from([None, date(2026, 2, 1)]),
    until=st.sampled_from([None, date(2026, 4, 30)]),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileDatabase]:
    with closing(FileDatabase(tmp_path_factory.mktemp("territory"))) as made:
        made.prepare()
        yield made


def chosen_in(database: FileDatabase, plain: PlainTerritory, wanted: Wanted) -> Chosen:
    write_territory(Path(database.path), plain)
    return Chosen(*TerritoryReader(database).read(OFFICES, QUESTIONNAIRE), wanted)


def both(database: FileDatabase, plain: PlainTerritory, wanted: Wanted) -> tuple[Figures, PlainFigures]:
    found = figures_of(chosen_in(database, plain, wanted), GROUND)
    return found, PlainFigures(plain, wanted, OFFICES)


@examples(100)
@given(plain=territories, wanted=narrowed)
def test_maturity_is_the_mean_of_exact_scores_of_last_rounds(database, plain, wanted):
    found, expected = both(database, plain, wanted)

    overall, dimensions = expected.means([each for _, each in expected.last])
    assert (found.companies, found.assessed) == (len(expected.firms), len(expected.last))
    assert found.maturity.overall == overall
    if expected.territory.firms and found.maturity.dimensions:
        assert found.maturity.dimensions == dimensions
    names = {
        "sector": lambda firm: ("", firm.sector),
        "size": lambda firm: ("", size_of(firm)),
        "region": lambda firm: ("", firm.region),
        "province": lambda firm: (firm.region, firm.province),
        "office": lambda firm: ("", expected.office_of(firm)),
    }
    for grouping, name_of in names.items():
        told = {
            (each.within, each.name): (each.overall, dict(each.dimensions))
            for each in found.maturity.groups[grouping]
        }
        assert told == expected.group(name_of)


@examples(100)
@given(plain=territories, wanted=narrowed)
def test_months_and_changes_from_round_to_round(database, plain, wanted):
    found, expected = both(database, plain, wanted)

    assert {each.month: each.mean for each in found.months} == expected.months
    for turn, change in enumerate(found.changes):
        moved = expected.moved(turn)
        assert change.before == expected.mean([before.overall for before, _ in moved])
        assert change.after == expected.mean([after.overall for _, after in moved])
        assert change.better == sum(after.overall > before.overall for before, after in moved)
        assert change.better + change.same + change.worse == len(moved)
        for place, name in enumerate(DIMENSIONS if change.dimensions else ()):
            pairs = [(before.scores[place], after.scores[place]) for before, after in moved]
            there = [pair for pair in pairs if None not in pair]
            expected_pair = tuple(expected.mean([pair[side] for pair in there]) for side in (0, 1))
            assert change.dimensions[name] == expected_pair


@examples(100)
@given(plain=territories, wanted=narrowed)
def test_demand_for_courses_by_area_and_level(database, plain, wanted):
    found, expected = both(database, plain, wanted)

    last = [each for _, each in expected.last]
    assert found.demand.companies == len(last)
    for area in found.demand.areas:
        assert area.lacking == sum(expected.lacks(each, area.area) for each in last)
        for level, count in area.by_level.items():
            assert count == sum(expected.lacks(each, area.area, level) for each in last)
    for each in found.demand.competences:
        place = COMPETENCES.index(each.competence)
        pairs = [(one.levels[place], int(one.targets[place])) for one in last]
        assert each.known == sum(level != "-" for level, _ in pairs)
        assert each.lacking == sum(level != "-" and int(level) < target for level, target in pairs)
        assert each.unknown == sum(level == "-" and target > 0 for level, target in pairs)


@examples(100)
@given(plain=territories, wanted=narrowed)
def test_services_by_kind_and_the_way_from_events(database, plain, wanted):
    found, expected = both(database, plain, wanted)

    def plain_of(given_: GivenServices) -> tuple[int, int, int, int]:
        return given_.count, given_.companies, given_.price_cents, given_.aid_cents

    services = found.services
    assert plain_of(services.total) == expected.given(lambda each: each.state in DONE)
    assert plain_of(services.agreed) == expected.given(lambda each: each.state == "planned")
    for kind in services.kinds:
        assert plain_of(kind) == expected.given(
            lambda each, k=kind: each.kind == k.name and each.state in DONE
        )
    served = [
        any(each.state in DONE and is_in(each.day, wanted) for each in firm.services)
        for firm in expected.firms
    ]
    steps = {each.name: (each.from_events, each.of_all) for each in found.funnel}
    assert steps["services"][1] == sum(served)
    assert steps["plan"] == (
        sum(firm.has_plan and firm.event is not None for firm in expected.firms),
        sum(firm.has_plan for firm in expected.firms),
    )
    whole = [
        any(
            each.turn == 0 and each.overall is not None and each.coverage == 100 and is_in(each.day, wanted)
            for each in firm.rounds
        )
        for firm in expected.firms
    ]
    assert steps["first"][1] == sum(whole)


@examples(100)
@given(plain=territories)
def test_targets_count_the_whole_territory_in_their_time(database, plain):
    found, _ = both(database, plain, Wanted(region="ITC4"))

    firms, again, euros = found.reached
    first = [[each.day for each in firm.rounds if each.overall is not None] for firm in plain.firms]
    there = [
        min(days) for firm, days in zip(plain.firms, first, strict=True) if days and size_of(firm) != "large"
    ]
    assert firms.value == sum(date(2026, 2, 1) <= day <= date(2026, 5, 31) for day in there)
    turns = [
        each for firm in plain.firms for each in firm.rounds if each.turn == 1 and each.overall is not None
    ]
    assert again.value == sum(each.day <= date(2026, 5, 31) for each in turns)
    given_ = [each for firm in plain.firms for each in firm.services] + list(plain.gone)
    prices = [each.price for each in given_ if each.state in DONE and each.day <= date(2026, 5, 31)]
    assert euros.value == sum(prices) // 100
    assert (firms.per_month is None) == (firms.value >= 5)


@examples(100)
@given(plain=territories, wanted=narrowed)
def test_behind_each_figure_are_as_many_companies_as_it_says(database, plain, wanted):
    chosen = chosen_in(database, plain, wanted)
    found = figures_of(chosen, GROUND)

    def count(*behind: str) -> int:
        return len(companies_behind(chosen, GROUND, behind))

    assert count("companies") == found.companies
    assert count("assessed") == found.assessed
    for grouping, groups in found.maturity.groups.items():
        for each in groups:
            name = f"{each.within}/{each.name}" if grouping == "province" else each.name
            assert count("group", grouping, name) == each.overall.n
    for change in found.changes:
        assert count("change", *change.stages, "better") == change.better
    for area in found.demand.areas:
        assert count("area", area.area) == area.lacking
        assert count("area", area.area, "2") == area.by_level[2]
    for step in found.funnel:
        if step.of_all is not None:
            assert count("step", step.name) == step.of_all
            assert count("step", step.name, "events") == step.from_events
    assert count("target", "firms") == found.reached[0].value


def test_a_damaged_line_does_not_hide_the_others(database: FileDatabase) -> None:
    each = PlainRound(0, date(2026, 3, 1), 5000, 100, (5000, None, 7000), "012", "222")
    write_territory(database.path, PlainTerritory(tuple(PlainFirm(rounds=(each,)) for _ in range(3))))
    with closing(sqlite3.connect(database.path)) as file, file:
        file.execute("UPDATE standing SET scores = '12' WHERE round_id = 1")
        file.execute("UPDATE standing SET scores = 'xxxxx-----07000' WHERE round_id = 2")
        file.execute("UPDATE round SET changed_at = '?' WHERE id = 1")
        file.execute("UPDATE company SET sector = 'a' || char(31) || 'b', headcount = 'many' WHERE id = 2")
    found = figures_of(Chosen(*TerritoryReader(database).read({}, QUESTIONNAIRE), Wanted()), GROUND)

    assert found.maturity.overall.n == 2
    assert [mean.n for mean in found.maturity.dimensions.values()] == [1, 0, 2]
    assert found.assessed == 3


def test_an_empty_workspace_has_empty_figures(database: FileDatabase) -> None:
    found, _ = both(database, PlainTerritory(()), Wanted())

    assert (found.companies, found.maturity.overall.points, found.months) == (0, None, ())
