"""What holds for every score of every questionnaire: overall, of each dimension, of each competence."""

import random
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from desktop.answers import Answer, Reserved, answer_from_plain, shown_questions
from desktop.content.questionnaires.questionnaire import Question
from desktop.review.dead_ends import competences_of
from desktop.scores import CompetenceScore, Score, score
from tests.examples import examples
from tests.unit.scores.drawing import is_better
from tests.unit.scores.whole_drawing import Whole, plain_answers, wholes

EXAMPLES = examples(30, suppress_health_check=[HealthCheck.too_slow])


def numbers(found: Score | CompetenceScore) -> tuple[Any, Any, Any]:
    return found.low, found.headline, found.high


def shown_keys(whole: Whole, sheet: dict[Any, Answer]) -> frozenset[str]:
    return frozenset(q.key for q in shown_questions(whole.questionnaire, sheet, whole.facts))


def a_shown_question(whole: Whole, data: st.DataObject, *, is_scored: bool) -> Question:
    shown = [
        question
        for question in shown_questions(whole.questionnaire, whole.sheet, whole.facts)
        if question.is_scored is is_scored and question.key in whole.sheet
    ]
    assume(shown)
    return data.draw(st.sampled_from(shown))


@EXAMPLES
@given(wholes(is_complete=True), st.data())
def test_a_better_answer_lowers_no_score(whole: Whole, data: st.DataObject) -> None:
    question = a_shown_question(whole, data, is_scored=True)
    better = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    old = whole.sheet[question.key]
    assume(not isinstance(old, Reserved) and is_better(question, old, better))
    changed = {**whole.sheet, question.key: better}
    before, after = whole.scores(whole.sheet), whole.scores(changed)
    asks_the_same = shown_keys(whole, whole.sheet) == shown_keys(whole, changed)
    for name, found in before.items():
        # What a follow-up tells of a competence its opener does not tell about is new: docs/adr/004.
        is_told = isinstance(found, Score) or asks_the_same or name in competences_of(question)
        if found.low is not None and is_told:
            pairs = zip(numbers(found), numbers(after[name]), strict=True)
            assert all(new >= now for now, new in pairs), name


@EXAMPLES
@given(wholes(), st.randoms(use_true_random=False))
def test_the_order_of_answering_never_matters(whole: Whole, shuffler: random.Random) -> None:
    answers = list(whole.sheet.items())
    shuffler.shuffle(answers)
    assert whole.scores(dict(answers)) == whole.scores(whole.sheet)


@EXAMPLES
@given(wholes(), st.data())
def test_what_was_hidden_comes_back_as_it_was(whole: Whole, data: st.DataObject) -> None:
    gate = whole.questionnaire.questions["gate"]
    hidden = {**whole.sheet, gate.key: answer_from_plain(gate, data.draw(plain_answers(gate)))}
    assert all(hidden[key] == answer for key, answer in whole.sheet.items() if key != gate.key)
    only_shown = {key: answer for key, answer in hidden.items() if key in shown_keys(whole, hidden)}
    assert whole.scores(only_shown) == whole.scores(hidden)
    back = {key: answer for key, answer in hidden.items() if key != gate.key}
    back |= {gate.key: whole.sheet[gate.key]} if gate.key in whole.sheet else {}
    assert whole.scores(back) == whole.scores(whole.sheet)


@EXAMPLES
@given(wholes(is_complete=True), st.data())
def test_dont_know_holds_every_answer_and_counts_nothing(whole: Whole, data: st.DataObject) -> None:
    question = a_shown_question(whole, data, is_scored=True)
    assume(question.allows_unknown)
    unknown = whole.scores({**whole.sheet, question.key: Reserved.UNKNOWN})
    answer = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    known = whole.scores({**whole.sheet, question.key: answer})
    for name, found in known.items():
        is_told = isinstance(found, Score) or name in competences_of(question)
        if not is_told or found.low is None or (wide := unknown[name]).low is None:
            continue
        assert wide.low <= found.low, name
        assert found.high <= wide.high, name  # type: ignore[operator]
        if isinstance(found, Score) and found.headline is not None and wide.headline is not None:
            assert wide.headline <= found.headline, name


@EXAMPLES
@given(wholes(is_complete=True), st.data())
def test_what_does_not_apply_changes_nothing_else(whole: Whole, data: st.DataObject) -> None:
    question = a_shown_question(whole, data, is_scored=True)
    assume(question.opened_by is None)
    sheet = {**whole.sheet, question.key: Reserved.NOT_APPLICABLE}
    before = score(whole.questionnaire, whole.sheet, whole.facts).dimensions
    after = score(whole.questionnaire, sheet, whole.facts).dimensions
    for name in before:
        if name != question.dimension:
            assert before[name] == after[name]
    others = {part.question: earned(part) for part in before[question.dimension or ""].contributions}
    left = {part.question: earned(part) for part in after[question.dimension or ""].contributions}
    assert left == {name: worth for name, worth in others.items() if name != question.id}


def earned(part: Any) -> Fraction | None:
    """What a question is worth by itself: its points of those it could add."""
    return None if part.points is None else part.points / part.of


@EXAMPLES
@given(wholes())
def test_every_score_has_exactly_one_level(whole: Whole) -> None:
    levels = whole.questionnaire.levels
    for found in (whole.scores(whole.sheet)[name] for name in ("overall", "work", "trade")):
        assert isinstance(found, Score)
        if found.headline is None:
            assert found.level is None
            continue
        reached = [level for level in levels if level.reaches(found.headline)]
        assert reached == list(levels[: len(reached)])
        assert found.level == reached[-1]
