"""The scores and levels that are said to be reachable are those that some answers really have."""

from fractions import Fraction
from itertools import islice

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.review.reach import Range, find_reach
from desktop.review.routes import Span, find_routes
from desktop.scores import score
from tests.builders import a_questionnaire, a_reading, a_structure, with_texts
from tests.examples import examples
from tests.unit.review.review_drawing import FACTS, conditional_structures, every_sheet
from tests.unit.scores.drawing import structures

EXAMPLES = examples(25)
MOST_SHEETS = 100
ENOUGH = 20_000


def sound(structure: str) -> Questionnaire:
    reading = a_reading(with_texts(structure))
    assume("small" in reading.questionnaires)
    return reading.questionnaires["small"]


def tried(questionnaire: Questionnaire) -> dict[str, set[object]]:
    """Every score any firm can have, found by trying all answers."""
    found: dict[str, set[object]] = {
        name: set() for name in ("overall", "levels", *dimensions(questionnaire))
    }
    for facts in FACTS:
        sheets = [*islice(every_sheet(questionnaire, facts, dont_know=False), MOST_SHEETS + 1)]
        assume(len(sheets) <= MOST_SHEETS)
        for sheet, _ in sheets:
            card = score(questionnaire, sheet, facts)
            found["overall"].add(card.overall.headline)
            if card.overall.headline is not None:
                found["levels"].add(questionnaire.level_of(card.overall.headline).id)
            for name, part in card.dimensions.items():
                found[name].add(part.headline)
    return {name: values - {None} for name, values in found.items()}


def dimensions(questionnaire: Questionnaire) -> list[str]:
    return [dimension.id for dimension in questionnaire.dimensions]


def span(values: set[object]) -> Range | None:
    return Range(min(values), max(values)) if values else None  # type: ignore[type-var]


@EXAMPLES
@given(conditional_structures() | structures(largest=2), st.booleans())
def test_lowest_highest_and_levels_are_those_of_all_answers(
    structure: str,
    takes_short_cut: bool,  # noqa: FBT001 - drawn
) -> None:
    questionnaire = sound(structure)
    expected = tried(questionnaire)
    reach = find_reach(questionnaire, ENOUGH, takes_short_cut=takes_short_cut)
    assert reach.is_exact
    assert reach.overall == span(expected["overall"])
    assert reach.dimensions == {name: span(expected[name]) for name in dimensions(questionnaire)}
    assert set(reach.levels) == expected["levels"]
    assert {*reach.levels, *reach.holes} == {level.id for level in questionnaire.levels}


@EXAMPLES
@given(conditional_structures())
def test_the_ways_through_are_those_of_all_answers(structure: str) -> None:
    questionnaire = sound(structure)
    counts: set[int] = set()
    minutes: set[Fraction] = set()
    asked: set[str] = set()
    for facts in FACTS:
        for count, (sheet, shown) in enumerate(every_sheet(questionnaire, facts, dont_know=True)):
            assume(count < MOST_SHEETS)
            asked |= {question.id for question in shown}
            if all(question.key in sheet for question in shown):
                counts.add(len(shown))
                minutes.add(sum((question.minutes for question in shown), Fraction(0)))
    routes = find_routes(questionnaire, ENOUGH)
    assert routes.all == Span(min(counts), max(counts), min(minutes), max(minutes))
    assert set(routes.never_shown) == set(questionnaire.questions) - asked


def test_a_level_between_two_scores_is_out_of_reach() -> None:
    reach = find_reach(a_questionnaire(a_structure()), ENOUGH)
    assert (reach.levels, reach.holes) == (("low", "best"), ("fair", "good"))


def test_a_follow_up_only_larger_firms_see_takes_nothing_from_the_others() -> None:
    body = "kind: one, choices: [{id: no, points: 0}, {id: yes, points: 1}]"
    when = "{all: [{question: q, in: [yes]}, {company: headcount, at_least: 50}]}"
    questions = f"      - {{id: q, {body}, follow_ups: [{{id: f, when: {when}, {body}}}]}}\n".replace(
        "yes", "good"
    )
    assert find_reach(a_questionnaire(a_structure(questions)), ENOUGH).overall == Range(
        Fraction(0), Fraction(100)
    )


def test_a_grid_can_open_a_question() -> None:
    grid = "kind: grid, weight: 0, columns: [{id: a}], rows: [{id: r}]"
    body = "kind: one, choices: [{id: bad, points: 1}, {id: good, points: 2}]"
    questions = (
        f"      - {{id: g, {grid}}}\n      - {{id: q, when: {{question: g, answered: true}}, {body}}}\n"
    )
    reach = find_reach(a_questionnaire(a_structure(questions)), ENOUGH)
    assert reach.overall == Range(Fraction(50), Fraction(100))


def test_only_the_highest_numbers_open_a_question() -> None:
    gate = "kind: number, weight: 0, minimum: 0, maximum: 9, bands: [{from: 0, points: 1}]"
    body = "kind: one, choices: [{id: bad, points: 1}, {id: good, points: 2}]"
    questions = (
        f"      - {{id: g, {gate}}}\n      - {{id: q, when: {{not: {{question: g, at_most: 8}}}}, {body}}}\n"
    )
    reach = find_reach(a_questionnaire(a_structure(questions)), ENOUGH)
    assert reach.overall == Range(Fraction(50), Fraction(100))


def test_a_tangle_of_conditions_is_given_up_and_said() -> None:
    gate = "kind: many, weight: 0, choices: [{id: a}, {id: b}, {id: c}, {id: d}]"
    gates = "".join(f"      - {{id: g{index}, {gate}}}\n" for index in range(12))
    parts = ", ".join(f"{{question: g{index}, in: [a]}}" for index in range(12))
    last = "kind: one, choices: [{id: bad, points: 1}, {id: good, points: 2}]"
    structure = a_structure(f"{gates}      - {{id: last, when: {{all: [{parts}]}}, {last}}}\n")
    questionnaire = a_questionnaire(structure)
    assert not find_reach(questionnaire, 500, takes_short_cut=False).is_exact
    assert find_routes(questionnaire, 500).all is None
    assert find_routes(questionnaire, 500).never_shown == ()
