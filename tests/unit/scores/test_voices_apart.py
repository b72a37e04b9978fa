"""How far apart several sheets of the same questions are, whoever filled them in, in whatever order."""

from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.answers import AnswerSheet, answer_from_plain
from desktop.scores import VoicesApart, score, voices_apart
from tests.builders import a_questionnaire, a_structure, some_answers, some_facts
from tests.examples import examples
from tests.unit.scores.whole_drawing import Whole, plain_answers, wholes

EXAMPLES = examples(40, suppress_health_check=[HealthCheck.too_slow])
QUESTIONS = """\
      - {id: tool, kind: one, choices: [{id: none, points: 0}, {id: some, points: 1}, {id: many, points: 4}]}
      - {id: plan, kind: one, choices: [{id: no, points: 0}, {id: yes-all, points: 4}]}
      - id: gate
        kind: one
        choices: [{id: closed, points: 0}, {id: open, points: 1}]
        follow_ups:
          - id: inside
            kind: one
            when: {question: gate, in: [open]}
            choices: [{id: a, points: 0}, {id: b, points: 1}]
      - {id: notes, kind: text}
"""
SMALL = a_questionnaire(a_structure(QUESTIONS))
FACTS = some_facts()


@st.composite
def several(draw: st.DrawFn, fewest: int = 2) -> tuple[Whole, list[AnswerSheet]]:
    """A questionnaire with the sheets of some people."""
    whole = draw(wholes(is_complete=False))
    sheets: list[AnswerSheet] = [whole.sheet]
    for _ in range(draw(st.integers(fewest - 1, 3))):
        own = dict(whole.sheet)
        for question in whole.questionnaire.questions.values():
            if draw(st.booleans()):
                own[question.key] = answer_from_plain(question, draw(plain_answers(question)))
        sheets.append(own)
    return whole, sheets


def apart(whole: Whole, sheets: list[AnswerSheet]) -> VoicesApart:
    found = voices_apart(whole.questionnaire, sheets, whole.facts)
    assert found is not None
    return found


def small(*people: dict[str, Any]) -> VoicesApart:
    found = voices_apart(SMALL, [some_answers(SMALL, **plain) for plain in people], FACTS)
    assert found is not None
    return found


@EXAMPLES
@given(wholes(is_complete=False))
def test_one_person_is_apart_from_nobody(whole: Whole) -> None:
    assert voices_apart(whole.questionnaire, [whole.sheet], whole.facts) is None


@EXAMPLES
@given(wholes(is_complete=False), st.integers(2, 4))
def test_the_same_answers_are_no_distance_apart(whole: Whole, people: int) -> None:
    found = apart(whole, [whole.sheet] * people)
    assert found.differing == ()
    assert found.agreed == len(found.answered)
    assert {each.width for each in (found.overall, *found.dimensions.values())} == {0}


@EXAMPLES
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(drawn: tuple[Whole, list[AnswerSheet]], random: Any) -> None:
    whole, sheets = drawn
    mixed = list(sheets)
    random.shuffle(mixed)
    one, other = apart(whole, sheets), apart(whole, mixed)
    assert (one.answered, one.differing) == (other.answered, other.differing)
    for name, found in one.dimensions.items():
        assert (found.lowest, found.highest) == (
            other.dimensions[name].lowest,
            other.dimensions[name].highest,
        )


@EXAMPLES
@given(several())
def test_everybody_lies_between_lowest_and_highest(drawn: tuple[Whole, list[AnswerSheet]]) -> None:
    whole, sheets = drawn
    found = apart(whole, sheets)
    for place, sheet in enumerate(sheets):
        own = score(whole.questionnaire, sheet, whole.facts)
        assert found.overall.scores[place] == own.overall
        for name, told in found.dimensions.items():
            assert told.scores[place] == own.dimensions[name]
            if (headline := own.dimensions[name].headline) is not None:
                assert told.lowest is not None
                assert told.highest is not None
                assert 0 <= told.lowest <= headline <= told.highest <= 100
    assert all(0 <= each.distance <= 1 for each in found.differing)
    assert 0 <= found.agreed <= len(found.answered)


@EXAMPLES
@given(several())
def test_one_more_who_says_the_same_brings_nobody_further_apart(
    drawn: tuple[Whole, list[AnswerSheet]],
) -> None:
    whole, sheets = drawn
    assert apart(whole, [*sheets, sheets[0]]).differing == apart(whole, sheets).differing


def test_only_what_all_were_asked_and_answered_is_compared() -> None:
    found = small(
        {"tool": "many", "plan": "no", "gate": "open", "inside": "b", "notes": "x"},
        {"tool": "none", "plan": "no", "gate": "open", "inside": "b", "notes": "y"},
    )
    assert found.answered == ("small/tool", "small/plan", "small/gate", "small/inside")
    found = small(
        {"tool": "many", "gate": "open", "inside": "b"}, {"tool": "none", "gate": "closed", "inside": "a"}
    )
    assert found.answered == ("small/tool", "small/gate")


def test_the_most_distant_question_comes_first() -> None:
    found = small(
        {"tool": "none", "plan": "no", "gate": "closed"},
        {"tool": "some", "plan": "yes-all", "gate": "closed"},
    )
    assert [(each.question, each.distance) for each in found.differing] == [
        ("plan", Fraction(1)),
        ("tool", Fraction(1, 4)),
    ]
    assert found.agreed == 1


def test_not_knowing_counts_nothing_and_is_another_answer() -> None:
    found = small({"tool": "unknown"}, {"tool": "none"})
    assert [each.distance for each in found.differing] == [0]
    assert (found.overall.lowest, found.overall.highest) == (0, 0)
    assert found.overall.scores[0].high != found.overall.scores[1].high
