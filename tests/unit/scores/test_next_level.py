"""The way to the next level: it really leads there, and no shorter one exists."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.answers import Answer, AnswerSheet, Chosen, Reserved, Rows, Ticked, shown_questions
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.scores import Lift, next_level, score
from tests.builders import (
    a_questionnaire,
    a_structure,
    best_answers,
    shipped,
    some_answers,
    some_facts,
    worst_answers,
)
from tests.examples import examples
from tests.unit.scores.drawing import FACTS, Case, cases

PICK = (
    "      - {{id: {name}, kind: one, weight: {weight}, choices: [{{id: bad, points: 0}}, "
    "{{id: fair, points: 1}}, {{id: good, points: 2}}]}}\n"
)
ZERO = "scoring:\n  unanswered: zero\n"


def picks(*weights: int) -> str:
    return "".join(PICK.format(name=f"q{index}", weight=weight) for index, weight in enumerate(weights))


def lifted(question: Question, answer: Answer | None, item: str | None, choice: str | None) -> Answer:
    """The answer after the change a lift proposes."""
    if item is None:
        return Chosen(choice or "")
    if not question.rows:
        old = answer.choices if isinstance(answer, Ticked) else frozenset[str]()
        alone = {entry.id for entry in question.choices if entry.exclusive}
        return Ticked((old - alone) | {item})
    rows = dict(answer.rows) if isinstance(answer, Rows) else {}
    said = rows.get(item)
    ticked = said.choices if isinstance(said, Ticked) else frozenset[str]()
    rows[item] = Ticked(ticked | {choice or ""}) if question.columns else Chosen(choice or "")
    return Rows(rows)


def applied(questionnaire: Questionnaire, sheet: AnswerSheet, lifts: tuple[Lift, ...]) -> AnswerSheet:
    changed = dict(sheet)
    for lift in lifts:
        question = questionnaire.questions[lift.question]
        changed[question.key] = lifted(question, changed.get(question.key), lift.item, lift.choice)
    return changed


def headline(questionnaire: Questionnaire, sheet: AnswerSheet) -> Fraction:
    return score(questionnaire, sheet, FACTS).overall.headline or Fraction(0)


def test_the_largest_gain_comes_first() -> None:
    questionnaire = a_questionnaire(a_structure(picks(2, 5, 3)))
    way = next_level(questionnaire, some_answers(questionnaire, q0="bad", q1="bad", q2="bad"), FACTS)
    assert way is not None
    assert (way.level.id, way.missing) == ("fair", 25)
    assert [(lift.question, lift.choice, lift.gain) for lift in way.lifts] == [("q1", "good", 50)]


def test_exactly_on_an_excluded_bound_one_more_answer_is_needed() -> None:
    questionnaire = a_questionnaire(a_structure(picks(1, 1)))
    way = next_level(questionnaire, some_answers(questionnaire, q0="fair", q1="bad"), FACTS)
    assert way is not None
    assert (way.level.id, way.missing, len(way.lifts)) == ("fair", 0, 1)


def test_at_the_highest_level_there_is_no_way_up() -> None:
    questionnaire = a_questionnaire(a_structure(picks(1)))
    assert next_level(questionnaire, some_answers(questionnaire, q0="good"), FACTS) is None


@pytest.mark.parametrize("scoring", ["", ZERO])
def test_while_nothing_is_answered_there_is_no_way_up(scoring: str) -> None:
    assert next_level(a_questionnaire(a_structure(picks(1), scoring=scoring)), {}, FACTS) is None


def test_what_does_not_apply_is_not_proposed() -> None:
    text = a_structure(picks(9, 1, 1).replace("kind: one", "not_applicable: true, kind: one"))
    questionnaire = a_questionnaire(text)
    way = next_level(
        questionnaire, some_answers(questionnaire, q0="not_applicable", q1="bad", q2="bad"), FACTS
    )
    assert way is not None
    assert [lift.question for lift in way.lifts] == ["q1"]


def test_a_row_that_does_not_apply_is_not_proposed() -> None:
    grid = (
        "      - {id: grid, kind: grid, not_applicable: true, scale: s, rows: [{id: mail, "
        "weight: 9}, {id: files}, {id: shop}]}\n"
    )
    scales = "dimensions: [{id: work}]\nscales:\n  s: [{id: bad, points: 0}, {id: good, points: 1}]\n"
    questionnaire = a_questionnaire(a_structure(grid, dimensions=scales))
    way = next_level(
        questionnaire,
        some_answers(questionnaire, grid={"mail": "not_applicable", "files": "bad", "shop": "bad"}),
        FACTS,
    )
    assert way is not None
    assert [lift.item for lift in way.lifts] == ["files"]


GATE = """\
      - id: gate
        kind: one
        choices: [{id: none, points: 0}, {id: some, points: 1}]
        follow_ups:
          - {id: inner, kind: one, when: {question: gate, in: [some]}, choices: [{id: bad,
             points: 0}, {id: good, points: 1}]}
"""


@pytest.mark.parametrize(("gate", "lifts"), [("none", ["gate", "inner"]), ("some", ["inner"])])
def test_follow_ups_that_a_lift_opens_are_part_of_the_way(gate: str, lifts: list[str]) -> None:
    levels = "levels: [{id: low, from: 0}, {id: high, above: 60}]\n"
    questionnaire = a_questionnaire(a_structure(GATE, levels=levels, scoring=ZERO))
    way = next_level(questionnaire, some_answers(questionnaire, gate=gate), FACTS)
    assert way is not None
    assert [lift.question for lift in way.lifts] == lifts


def test_numbers_are_part_of_the_way() -> None:
    number = "      - {id: hours, kind: number, bands: [{from: 0, points: 0}, {from: 5, points: 1}]}\n"
    questionnaire = a_questionnaire(a_structure(number))
    way = next_level(questionnaire, some_answers(questionnaire, hours=1), FACTS)
    assert way is not None
    assert [(lift.question, lift.choice) for lift in way.lifts] == [("hours", None)]


@pytest.mark.parametrize("name", ["dma-sme", "technology-check"])
def test_the_shipped_questionnaires_have_a_way_up_from_the_bottom_to_the_top(name: str) -> None:
    questionnaire, sheet = shipped()[name], worst_answers(shipped()[name])
    for level in questionnaire.levels[1:]:
        way = next_level(questionnaire, sheet, FACTS)
        assert way is not None
        assert way.level == level
        sheet = applied(questionnaire, sheet, way.lifts)
        assert level.reaches(headline(questionnaire, sheet))
    assert next_level(questionnaire, best_answers(questionnaire), FACTS) is None


@examples(40)
@given(cases())
def test_the_lifts_lead_to_the_level_and_their_gains_add_up(case: Case) -> None:
    way = next_level(case.questionnaire, case.sheet, FACTS)
    assume(way is not None)
    assert way is not None
    before = headline(case.questionnaire, case.sheet)
    after = headline(case.questionnaire, applied(case.questionnaire, case.sheet, way.lifts))
    assert way.level.reaches(after)
    assert not way.level.reaches(before)
    assert before + sum(lift.gain for lift in way.lifts) == after


@examples(40)
@given(cases(is_complete=True))
def test_below_the_highest_level_there_is_a_way_up(case: Case) -> None:
    found = case.overall()
    assume(found.headline is not None and found.level != case.questionnaire.levels[-1])
    assume(Reserved.NOT_APPLICABLE not in case.sheet.values())
    assert next_level(case.questionnaire, case.sheet, FACTS) is not None


def single_changes(
    questionnaire: Questionnaire, sheet: AnswerSheet
) -> Iterator[tuple[Question, str | None, str | None]]:
    """Every single answer that can be changed, by at most two steps, in the questions shown now."""
    for question in shown_questions(questionnaire, sheet, some_facts()):
        answer = sheet.get(question.key)
        if question.kind in ("one", "scale"):
            yield from ((question, None, step) for step in near(question, answer))
        elif question.kind == "many":
            yield from ((question, choice.id, None) for choice in question.choices if not choice.exclusive)
        else:
            said = answer.rows if isinstance(answer, Rows) else {}
            for row in question.rows:
                cells = [column.id for column in question.columns] or near(question, said.get(row.id))
                yield from ((question, row.id, cell) for cell in cells)


def near(question: Question, said: Answer | None) -> list[str]:
    """The choices up to two steps above an answer."""
    ids = [choice.id for choice in sorted(question.choices, key=lambda choice: choice.points)]
    position = ids.index(said.choice) if isinstance(said, Chosen) else 0
    return ids[: position + 3]


def reaches_with(case: Case, count: int, level: Any) -> bool:
    changes = list(single_changes(case.questionnaire, case.sheet))
    for chosen in combinations(changes, count):
        lifts = tuple(Lift(question.id, item, choice, Fraction(0)) for question, item, choice in chosen)
        if level.reaches(headline(case.questionnaire, applied(case.questionnaire, case.sheet, lifts))):
            return True
    return False


@examples(40)
@given(
    st.one_of(
        cases(unanswered="zero", reserved=False, largest=2),
        cases(is_complete=True, reserved=False, largest=2),
    )
)
def test_no_fewer_answers_would_reach_the_level(case: Case) -> None:
    way = next_level(case.questionnaire, case.sheet, FACTS)
    assume(way is not None)
    assert way is not None
    assume(len(way.lifts) <= 3)
    shorter = [count for count in range(1, len(way.lifts)) if reaches_with(case, count, way.level)]
    assert not shorter, way.lifts
