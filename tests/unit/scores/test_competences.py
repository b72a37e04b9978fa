"""Competence levels: ceilings, shared items, bounds, and intervals that can be trusted."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.scores import CompetenceScore, score_competences
from tests.builders import HEAD, a_questionnaire, a_reading, a_structure, some_answers, some_facts, with_texts
from tests.examples import examples

BOUNDS = (20, 40, 60, 80)
STEPS = (
    "choices: [{id: c0, points: 0}, {id: c1, points: 1}, {id: c2, points: 2}, {id: c3, "
    "points: 3}, {id: c4, points: 4}]"
)


def asking(*ceilings: int) -> Questionnaire:
    """One question per ceiling, all of them about backups."""
    return a_questionnaire(
        a_structure(
            "".join(
                f"      - {{id: q{index}, kind: one, not_applicable: true, "
                f"competences: {{backup: {ceiling}}}, {STEPS}}}\n"
                for index, ceiling in enumerate(ceilings)
            )
        )
    )


def scored(questionnaire: Questionnaire, **plain: Any) -> CompetenceScore:
    sheet = some_answers(questionnaire, **plain)
    return score_competences([questionnaire], sheet, some_facts(), BOUNDS)["backup"]


@pytest.mark.parametrize("ceiling", [1, 2, 3, 4])
def test_full_marks_show_the_ceiling(ceiling: int) -> None:
    found = scored(asking(ceiling), q0="c4")
    assert (found.headline, found.level) == (ceiling, ceiling)


@pytest.mark.parametrize(
    ("answer", "value", "level"), [("c0", 0, 0), ("c1", 1, 1), ("c2", 2, 2), ("c3", 3, 3), ("c4", 4, 4)]
)
def test_the_level_counts_the_bounds_that_are_reached(answer: str, value: int, level: int) -> None:
    found = scored(asking(4), q0=answer)
    assert (found.low, found.headline, found.high, found.level) == (value, value, value, level)


@pytest.mark.parametrize(
    ("bounds", "level"),
    [((20, 40, 60, 80), 2), ((20, 50, 60, 80), 2), ((20, 51, 60, 80), 1), ((51, 60, 70, 80), 0)],
)
def test_a_bound_belongs_to_the_higher_level(bounds: tuple[int, ...], level: int) -> None:
    questionnaire = asking(4)
    sheet = some_answers(questionnaire, q0="c2")
    assert score_competences([questionnaire], sheet, some_facts(), bounds)["backup"].level == level


def test_full_marks_everywhere_show_the_highest_ceiling() -> None:
    assert scored(asking(1, 2, 4), q0="c4", q1="c4", q2="c4").headline == 4


def test_no_marks_anywhere_show_nothing() -> None:
    assert scored(asking(1, 4), q0="c0", q1="c0").headline == 0


def test_a_question_that_does_not_apply_tells_nothing() -> None:
    questionnaire = asking(4)
    sheet = some_answers(questionnaire, q0="not_applicable")
    assert score_competences([questionnaire], sheet, some_facts(), BOUNDS) == {}


@pytest.mark.parametrize(("plain", "headline", "level"), [({}, None, None), ({"q0": "unknown"}, 0, 0)])
def test_what_is_not_known_leaves_the_interval_open(plain: Any, headline: Any, level: Any) -> None:
    found = scored(asking(4), **plain)
    assert (found.low, found.headline, found.high, found.level) == (0, headline, 4, level)


def test_rows_and_ticks_tell_about_their_own_competences() -> None:
    questionnaire = a_questionnaire(
        a_structure(
            "      - {id: ticks, kind: many, choices: [{id: web, competences: {sales: 2}}, {id: copy, "
            "competences: {backup: 2}}]}\n"
            "      - {id: cells, kind: grid, columns: [{id: now}, {id: soon}], rows: [{id: mail, "
            "competences: {cloud: 4}}]}\n"
        )
    )
    sheet = some_answers(questionnaire, ticks=["copy"], cells={"mail": ["now"]})
    found = score_competences([questionnaire], sheet, some_facts(), BOUNDS)
    assert {name: part.headline for name, part in found.items()} == {"sales": 0, "backup": 2, "cloud": 2}


def test_a_hidden_question_tells_nothing() -> None:
    question = (
        f"      - {{id: q0, kind: one, when: {{company: it_staff, at_least: 1}}, "
        f"competences: {{backup: 4}}, {STEPS}}}\n"
    )
    questionnaire = a_questionnaire(a_structure(question))
    sheet = some_answers(questionnaire, q0="c4")
    assert score_competences([questionnaire], sheet, some_facts(it_staff=0), BOUNDS) == {}
    assert score_competences([questionnaire], sheet, some_facts(it_staff=1), BOUNDS)["backup"].level == 4


def test_a_shared_question_tells_once() -> None:
    home = a_structure(
        f"      - {{id: q0, kind: one, competences: {{backup: 2}}, {STEPS}}}\n",
        head=HEAD.replace("small", "home"),
    )
    other = a_structure(
        f"      - use: home/q0\n      - {{id: q1, kind: one, competences: {{backup: 2}}, {STEPS}}}\n"
    )
    both = a_reading({**with_texts(home), **with_texts(other)}).questionnaires
    sheet = some_answers(both["small"], q0="c4", q1="c0")
    found = score_competences(both.values(), sheet, some_facts(), BOUNDS)["backup"]
    assert [part.question for part in found.evidence] == ["q0", "q1"]
    assert found.headline == 1


@pytest.mark.parametrize(
    ("level", "questions"), [(1, ["q1", "q3"]), (2, ["q1", "q3"]), (3, ["q3"]), (4, ["q0"])]
)
def test_what_could_show_a_level_and_does_not_is_named_the_nearest_first(
    level: int, questions: list[str]
) -> None:
    found = scored(asking(4, 2, 1, 3), q0="c3", q1="c0", q2="c4", q3="unknown")
    assert [part.question for part in found.weak_evidence(level)] == questions


def test_where_all_that_could_show_a_level_does_the_rest_is_named() -> None:
    found = scored(asking(4, 2), q0="c4", q1="c0")
    assert [part.question for part in found.weak_evidence(4)] == ["q1"]


CEILINGS = st.lists(st.integers(1, 4), min_size=1, max_size=5)
ANSWERS = st.sampled_from(["c0", "c1", "c2", "c3", "c4", "unknown", None])


@examples(40)
@given(st.lists(st.tuples(st.integers(1, 4), ANSWERS), min_size=1, max_size=12))
def test_low_headline_and_high_stand_in_order(asked: list[tuple[int, str | None]]) -> None:
    answers = {f"q{index}": answer for index, (_, answer) in enumerate(asked) if answer is not None}
    found = scored(asking(*(ceiling for ceiling, _ in asked)), **answers)
    assert 0 <= found.low <= found.high <= 4
    assert found.headline is None or found.low <= found.headline <= found.high


@examples(40)
@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["c0", "c2", "c4", None])), min_size=2, max_size=8)
)
def test_no_marks_for_one_more_question_never_raise_a_competence(asked: list[tuple[int, str | None]]) -> None:
    questionnaire = asking(*(ceiling for ceiling, _ in asked))
    answers = {f"q{index}": answer for index, (_, answer) in enumerate(asked) if answer is not None and index}
    before = scored(questionnaire, **answers).headline
    after = scored(questionnaire, **answers, q0="c0").headline
    assert before is None or after is None or after <= before


@examples(40)
@given(CEILINGS, st.data())
def test_a_better_answer_never_lowers_a_competence(ceilings: list[int], data: st.DataObject) -> None:
    questionnaire = asking(*ceilings)
    answers = {f"q{index}": data.draw(st.sampled_from(["c0", "c2", "c4"])) for index in range(len(ceilings))}
    better = {**answers, "q0": "c4"}
    assert scored(questionnaire, **better).headline >= scored(questionnaire, **answers).headline  # type: ignore[operator]


def test_a_beginner_who_answers_more_is_no_expert() -> None:
    """Ten full marks at ceiling 1 and none at ceiling 4: level 1 is proven, nothing more."""
    answers = {f"q{index}": "c4" for index in range(10)}
    found = scored(asking(*[1] * 10, 4), **answers, q10="c0")
    assert found.headline is not None
    assert found.headline <= Fraction(1)
