"""What answers are worth: shares, follow-ups, intervals, coverage and levels."""

from fractions import Fraction
from typing import Any

import pytest

from desktop.answers import shown_questions
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores import Score, score
from tests.builders import (
    DIMENSIONS,
    a_questionnaire,
    a_structure,
    best_answers,
    shipped,
    some_answers,
    some_facts,
    worst_answers,
)

SCALE = "scales:\n  habit: [{id: never, points: 0}, {id: yearly, points: 1}, {id: daily, points: 4}]\n"
CHOICES = "choices: [{id: bad, points: 0}, {id: fair, points: 1}, {id: good, points: 4}]"
PLAIN = f"      - {{id: pick, kind: one, not_applicable: true, {CHOICES}}}\n"
TICKS = (
    "      - {id: pick, kind: many, choices: [{id: web, points: 1}, {id: shop, points: 3}, "
    "{id: none, exclusive: true}]}\n"
)
STEPS = (
    "      - {id: pick, kind: grid, scale: habit, not_applicable: true, rows: [{id: mail, "
    "weight: 3}, {id: files}]}\n"
)
CELLS = (
    "      - {id: pick, kind: grid, columns: [{id: now, points: 3}, {id: soon}], "
    "rows: [{id: mail}, {id: files}]}\n"
)
BANDS = (
    "      - {id: pick, kind: number, bands: [{from: 0, points: 0}, {from: 3, points: 2}, "
    "{from: 10, points: 4}]}\n"
)
FEWER = (
    "      - {id: pick, kind: number, bands: [{from: 0, points: 4}, {from: 3, points: 2}, "
    "{from: 10, points: 0}]}\n"
)
GATE = f"""\
      - id: gate
        kind: one
        not_applicable: true
        {CHOICES}
        follow_ups:
          - {{id: inner, kind: one, not_applicable: true, {CHOICES},
             when: {{question: gate, in: [fair, good]}}}}
          - {{id: extra, kind: one, weight: 3, when: {{question: gate, in: [good]}}, {CHOICES}}}
"""


def small(questions: str, scoring: str = "") -> Questionnaire:
    return a_questionnaire(a_structure(questions, scoring=scoring, dimensions=DIMENSIONS + SCALE))


def scored(questionnaire: Questionnaire, **plain: Any) -> Score:
    return score(questionnaire, some_answers(questionnaire, **plain), some_facts()).overall


def interval(found: Score) -> tuple[Any, Any, Any]:
    return found.low, found.headline, found.high


@pytest.mark.parametrize(
    ("questions", "plain", "expected"),
    [
        (PLAIN, "bad", 0),
        (PLAIN, "fair", 25),
        (PLAIN, "good", 100),
        (TICKS, [], 0),
        (TICKS, ["none"], 0),
        (TICKS, ["web"], 25),
        (TICKS, ["shop"], 75),
        (TICKS, ["web", "shop"], 100),
        (STEPS, {"mail": "daily", "files": "never"}, 75),
        (STEPS, {"mail": "yearly", "files": "daily"}, Fraction(175, 4)),
        (STEPS, {"mail": "not_applicable", "files": "yearly"}, 25),
        (CELLS, {"mail": ["now"]}, Fraction(75, 2)),
        (CELLS, {"mail": ["now", "soon"], "files": ["soon"]}, Fraction(125, 2)),
        (CELLS, {}, 0),
        (BANDS, 0, 0),
        (BANDS, "2.99", 0),
        (BANDS, 3, 50),
        (BANDS, 10, 100),
        (BANDS, 999, 100),
        (FEWER, 0, 100),
        (FEWER, 3, 50),
        (FEWER, 999, 0),
    ],
)
def test_an_answer_earns_its_share_of_the_points(questions: str, plain: Any, expected: Any) -> None:
    assert interval(scored(small(questions), pick=plain)) == (expected, expected, expected)


@pytest.mark.parametrize("questions", [PLAIN, TICKS, STEPS, CELLS, BANDS])
def test_unknown_earns_nothing_and_leaves_all_open(questions: str) -> None:
    found = scored(small(questions), pick="unknown")
    assert interval(found) == (0, 0, 100)
    assert (found.coverage, found.level) == (0, None)


@pytest.mark.parametrize("questions", [PLAIN, TICKS, STEPS, CELLS, BANDS])
def test_an_unanswered_question_has_no_headline_where_it_is_excluded(questions: str) -> None:
    assert interval(scored(small(questions))) == (0, None, 100)


def test_unknown_in_a_row_widens_by_the_weight_of_the_row() -> None:
    found = scored(small(STEPS), pick={"mail": "daily", "files": "unknown"})
    assert (*interval(found), found.coverage) == (75, 75, 100, Fraction(3, 4))


@pytest.mark.parametrize("questions", [PLAIN, STEPS])
def test_nothing_applicable_has_no_score(questions: str) -> None:
    found = scored(small(questions), pick="not_applicable")
    assert interval(found) == (None, None, None)
    assert (found.level, found.coverage) == (None, 0)


def test_what_does_not_apply_is_as_if_it_were_absent() -> None:
    other = PLAIN.replace("pick", "other").replace("kind: one", "weight: 7, kind: one")
    both, alone = small(PLAIN + other), small(PLAIN)
    assert interval(scored(both, pick="fair", other="not_applicable")) == interval(scored(alone, pick="fair"))


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({"gate": "bad"}, (0, 0, 0)),
        ({"gate": "unknown"}, (0, 0, 100)),
        ({}, (0, None, 100)),
        ({"gate": "not_applicable"}, (None, None, None)),
        ({"gate": "good", "inner": "good", "extra": "good"}, (100, 100, 100)),
        ({"gate": "good", "inner": "good", "extra": "bad"}, (62.5, 62.5, 62.5)),
        ({"gate": "good", "inner": "not_applicable", "extra": "good"}, (100, 100, 100)),
        ({"gate": "fair", "inner": "good"}, (25, 25, 25)),
        ({"gate": "fair", "inner": "bad"}, (12.5, 12.5, 12.5)),
        ({"gate": "good"}, (50, 100, 100)),
        ({"gate": "good", "inner": "bad"}, (50, 50, 87.5)),
    ],
)
def test_follow_ups_live_in_half_the_weight_of_their_question(plain: Any, expected: Any) -> None:
    assert interval(scored(small(GATE), **plain)) == expected


def test_opening_follow_ups_never_lowers_the_score() -> None:
    questionnaire = small(GATE + PLAIN)
    values = [scored(questionnaire, pick="fair", gate=gate).headline or 0 for gate in ("bad", "fair", "good")]
    assert values == sorted(values)


def test_the_answers_to_hidden_follow_ups_do_not_count() -> None:
    questionnaire = small(GATE)
    hidden = scored(questionnaire, gate="bad", inner="good", extra="good")
    assert interval(hidden) == interval(scored(questionnaire, gate="bad"))


def test_hiding_and_showing_again_restores_the_score() -> None:
    questionnaire = small(GATE)
    full = some_answers(questionnaire, gate="good", inner="fair", extra="good")
    hidden = {**full, **some_answers(questionnaire, gate="bad")}
    restored = {**hidden, **some_answers(questionnaire, gate="good")}
    assert score(questionnaire, restored, some_facts()) == score(questionnaire, full, some_facts())


SWITCHED = (
    PLAIN
    + f"      - {{id: large, kind: one, weight: 9, when: {{company: headcount, at_least: 10}}, {CHOICES}}}\n"
)


@pytest.mark.parametrize(("headcount", "expected"), [(5, (25, 25, 25)), (10, (92.5, 92.5, 92.5))])
def test_a_question_for_larger_firms_counts_for_them_alone(headcount: int, expected: Any) -> None:
    questionnaire = small(SWITCHED)
    sheet = some_answers(questionnaire, pick="fair", large="good")
    assert interval(score(questionnaire, sheet, some_facts(headcount)).overall) == expected


def test_a_fact_not_told_yet_leaves_open_what_its_follow_up_will_count() -> None:
    fact = "      - {id: staff, kind: number, weight: 0}\n"
    when = "{all: [{question: gate, in: [fair, good]}, {question: staff, at_least: 3}]}"
    questionnaire = small(fact + GATE.replace("{question: gate, in: [fair, good]}", when))
    before = scored(questionnaire, gate="good", extra="bad")
    after = scored(questionnaire, gate="good", extra="bad", staff=5, inner="good")
    assert before.high is not None
    assert after.high is not None
    assert after.high <= before.high


THIRDS = (
    "choices: [{id: n0, points: 0}, {id: n25, points: 25}, {id: n50, points: 50}, {id: n75, "
    "points: 75}, {id: n100, points: 100}]"
)


@pytest.mark.parametrize(
    ("choice", "level"), [("n0", "low"), ("n25", "low"), ("n50", "fair"), ("n75", "good"), ("n100", "best")]
)
def test_exactly_on_an_excluded_bound_is_the_lower_level(choice: str, level: str) -> None:
    found = scored(small(f"      - {{id: pick, kind: one, {THIRDS}}}\n"), pick=choice).level
    assert found is not None
    assert found.id == level


@pytest.mark.parametrize(
    ("points", "level"), [("24.999999", "low"), ("25.000001", "fair"), ("75.000000001", "best")]
)
def test_the_level_follows_the_exact_score_not_the_rounded_one(points: str, level: str) -> None:
    question = (
        f"      - {{id: pick, kind: one, choices: [{{id: a, points: {points}}}, {{id: b, points: 100}}]}}\n"
    )
    found = scored(small(question), pick="a").level
    assert found is not None
    assert found.id == level


def test_an_included_bound_is_the_higher_level() -> None:
    questionnaire = shipped()["technology-check"]
    assert [questionnaire.level_of(Fraction(value)).id for value in (0, 19, 20, 40, 60, 80, 100)] == [
        *("start", "start", "aware", "basic", "solid", "leading", "leading")
    ]


@pytest.mark.parametrize(("coverage", "has_level"), [("1/2", True), ("51/100", False)])
def test_a_level_needs_enough_answers(coverage: str, *, has_level: bool) -> None:
    questionnaire = small(PLAIN + PLAIN.replace("pick", "other"), f"scoring:\n  coverage: {coverage}\n")
    found = scored(questionnaire, pick="good", other="unknown")
    assert (found.level is not None, found.coverage) == (has_level, Fraction(1, 2))


TWO = "dimensions:\n  - {id: work, weight: 1}\n  - {id: trade, weight: 3}\n  - {id: shown, weight: 0}\n"


def test_the_overall_score_is_the_weighted_mean_of_the_dimensions() -> None:
    trade = PLAIN.replace("pick", "other").replace("kind: one", "dimension: trade, weight: 5, kind: one")
    shown = PLAIN.replace("pick", "third").replace("kind: one", "dimension: shown, kind: one")
    questionnaire = a_questionnaire(a_structure(PLAIN + trade + shown, dimensions=TWO))
    card = score(
        questionnaire, some_answers(questionnaire, pick="good", other="fair", third="good"), some_facts()
    )
    assert [part.headline for part in card.dimensions.values()] == [100, 25, 100]
    assert card.overall.headline == Fraction(175, 4)


def test_a_dimension_that_does_not_apply_leaves_the_overall_score() -> None:
    trade = PLAIN.replace("pick", "other").replace("kind: one", "dimension: trade, kind: one")
    questionnaire = a_questionnaire(a_structure(PLAIN + trade, dimensions=TWO))
    assert interval(scored(questionnaire, pick="fair", other="not_applicable")) == (25, 25, 25)


def test_contributions_add_up_to_the_dimension() -> None:
    questionnaire = shipped()["dma-sme"]
    sheet = {
        **worst_answers(questionnaire),
        **some_answers(questionnaire, data_security=["client-data", "threats-watched"]),
    }
    part = score(questionnaire, sheet, some_facts()).dimensions["data"]
    assert sum(entry.points or 0 for entry in part.contributions) == part.headline
    assert sum(entry.of for entry in part.contributions) == 100


@pytest.mark.parametrize("name", ["dma-sme", "technology-check"])
@pytest.mark.parametrize(("headcount", "it_staff"), [(5, 0), (300, 3)])
def test_the_shipped_questionnaires_go_from_0_to_100(name: str, headcount: int, it_staff: int) -> None:
    questionnaire, facts = shipped()[name], some_facts(headcount, it_staff)
    assert shown_questions(questionnaire, {}, facts)
    assert interval(score(questionnaire, worst_answers(questionnaire), facts).overall) == (0, 0, 0)
    assert interval(score(questionnaire, best_answers(questionnaire), facts).overall) == (100, 100, 100)
