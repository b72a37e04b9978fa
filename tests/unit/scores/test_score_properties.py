"""What holds for the scores of every questionnaire and every set of answers."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.answers import Reserved, answer_from_plain, shown_questions
from desktop.content.questionnaires.questionnaire import Questionnaire, Section
from desktop.scores import Score, score
from tests.builders import a_questionnaire, best_answers, worst_answers
from tests.examples import examples
from tests.unit.scores.drawing import FACTS, Case, cases, is_better, plain_answers, structures

EXAMPLES = examples(40)


def numbers(found: Score) -> tuple[Any, Any, Any]:
    return found.low, found.headline, found.high


@EXAMPLES
@given(cases())
def test_low_headline_and_high_stand_in_order_between_0_and_100(case: Case) -> None:
    for found in (case.overall(), *score(case.questionnaire, case.sheet, FACTS).dimensions.values()):
        if found.low is not None and found.high is not None:
            assert 0 <= found.low <= found.high <= 100
            assert found.headline is None or found.low <= found.headline <= found.high
        assert 0 <= found.coverage <= 1


@EXAMPLES
@given(cases(is_complete=True), st.data())
def test_a_better_answer_never_lowers_any_score(case: Case, data: st.DataObject) -> None:
    shown = shown_questions(case.questionnaire, case.sheet, FACTS)
    question = data.draw(st.sampled_from(shown))
    better = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    old = case.sheet[question.key]
    assume(not isinstance(old, Reserved) and is_better(question, old, better))
    before, after = case.overall(), case.overall({**case.sheet, question.key: better})
    assume(before.low is not None)
    assert all(new >= now for now, new in zip(numbers(before), numbers(after), strict=True))


@EXAMPLES
@given(cases(unanswered="zero", reserved=False), st.data())
def test_a_better_answer_never_lowers_a_score_that_counts_the_unanswered(
    case: Case, data: st.DataObject
) -> None:
    shown = [
        entry for entry in shown_questions(case.questionnaire, case.sheet, FACTS) if entry.key in case.sheet
    ]
    assume(shown)
    question = data.draw(st.sampled_from(shown))
    better = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    assume(is_better(question, case.sheet[question.key], better))
    before, after = case.overall(), case.overall({**case.sheet, question.key: better})
    assert all(new >= now for now, new in zip(numbers(before), numbers(after), strict=True))


@EXAMPLES
@given(cases(), st.data())
def test_answering_narrows_the_interval(case: Case, data: st.DataObject) -> None:
    shown = [
        entry
        for entry in shown_questions(case.questionnaire, case.sheet, FACTS)
        if entry.key not in case.sheet
    ]
    assume(shown)
    question = data.draw(st.sampled_from(shown))
    answer = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    before, after = case.overall(), case.overall({**case.sheet, question.key: answer})
    assume(before.low is not None)
    assert before.low <= after.low <= after.high <= before.high  # type: ignore[operator]


@EXAMPLES
@given(cases(is_complete=True), st.data())
def test_knowing_never_lowers_what_was_unknown(case: Case, data: st.DataObject) -> None:
    unknown = [q for q in case.questionnaire.questions.values() if case.sheet[q.key] is Reserved.UNKNOWN]
    assume(unknown)
    question = data.draw(st.sampled_from(unknown))
    known = answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
    before, after = case.overall(), case.overall({**case.sheet, question.key: known})
    assume(before.low is not None and after.low is not None)
    assert before.low <= after.low <= after.high <= before.high  # type: ignore[operator]
    assert after.headline >= before.headline  # type: ignore[operator]


@EXAMPLES
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_questions_and_answers_is_irrelevant(case: Case, shuffler: random.Random) -> None:
    answers = list(case.sheet.items())
    shuffler.shuffle(answers)
    groups = _groups(case.questionnaire)
    shuffler.shuffle(groups)
    mixed = replace(
        case.questionnaire, sections=(Section("first", tuple(q for group in groups for q in group)),)
    )
    found = score(mixed, dict(answers), FACTS).overall
    assert numbers(found) == numbers(case.overall())


def _groups(questionnaire: Questionnaire) -> list[list[Any]]:
    groups: list[list[Any]] = []
    for question in questionnaire.questions.values():
        if question.opened_by is None:
            groups.append([])
        groups[-1].append(question)
    return groups


@EXAMPLES
@given(cases(), st.data())
def test_hiding_and_showing_again_restores_everything(case: Case, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(list(case.questionnaire.questions.values())))
    other = answer_from_plain(question, data.draw(plain_answers(question)))
    changed = {**case.sheet, question.key: other}
    case.overall(changed)
    restored = {key: value for key, value in changed.items() if key in case.sheet} | case.sheet
    assert score(case.questionnaire, restored, FACTS) == score(case.questionnaire, case.sheet, FACTS)


@EXAMPLES
@given(cases(), st.data())
def test_the_answers_to_hidden_questions_never_count(case: Case, data: st.DataObject) -> None:
    shown = {question.key for question in shown_questions(case.questionnaire, case.sheet, FACTS)}
    visible = {key: answer for key, answer in case.sheet.items() if key in shown}
    assert score(case.questionnaire, visible, FACTS) == score(case.questionnaire, case.sheet, FACTS)


@EXAMPLES
@given(cases(is_complete=True), st.data())
def test_what_does_not_apply_is_as_if_it_were_absent(case: Case, data: st.DataObject) -> None:
    gone = data.draw(
        st.sampled_from([q for q in case.questionnaire.questions.values() if q.opened_by is None])
    )
    sheet = {**case.sheet, gone.key: Reserved.NOT_APPLICABLE}
    kept = tuple(q for q in case.questionnaire.questions.values() if gone.id not in (q.id, q.opened_by))
    without = replace(case.questionnaire, sections=(Section("first", kept),))
    assert numbers(score(without, sheet, FACTS).overall) == numbers(case.overall(sheet))


@EXAMPLES
@given(cases(is_complete=True))
def test_exactly_one_level_is_shown_where_there_is_a_score(case: Case) -> None:
    found = case.overall()
    levels = case.questionnaire.levels
    if found.headline is None:
        assert found.level is None
    else:
        reached = [level for level in levels if level.reaches(found.headline)]
        assert found.level == reached[-1]
        assert reached == list(levels[: len(reached)])


@EXAMPLES
@given(structures())
def test_all_best_is_100_and_all_worst_is_0(structure: str) -> None:
    questionnaire = a_questionnaire(structure)
    assert numbers(score(questionnaire, best_answers(questionnaire), FACTS).overall) == (100, 100, 100)
    assert numbers(score(questionnaire, worst_answers(questionnaire), FACTS).overall) == (0, 0, 0)
