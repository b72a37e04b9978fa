"""Where the change between two rounds comes from: exact for all questionnaires and answers."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.answers import Answer, AnswerSheet, Reserved, Rows, answer_from_plain
from desktop.answers.moving import move_answers
from desktop.comparing import Cause, RoundAnswers, RoundComparison, ScoreChange, compare_rounds, whole_points
from desktop.comparing.knowing import is_known
from desktop.comparing.score_changes import change_along
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires
from desktop.scores import score
from tests.builders import a_questionnaire, a_structure, some_answers, some_facts
from tests.unit.scores.drawing import FACTS, cases, plain_answers, structures
from tests.unit.scores.whole_drawing import plain_answers as any_answers
from tests.unit.scores.whole_drawing import wholes
from tests.versions import NEW, OLD, write_version

REAL, KNOWN, OTHER, QUESTIONS = Cause.REAL, Cause.KNOWN, Cause.RESPONDENT, Cause.QUESTIONNAIRE
NOBODY = st.sampled_from(["", "Anna", "Bruno"])


def changes(found: RoundComparison) -> list[ScoreChange]:
    return [change for each in found.questionnaires for change in (each.overall, *each.dimensions)]


@st.composite
def sheets(draw: st.DrawFn, questionnaire: Questionnaire) -> dict[Any, Answer]:
    """Answers to some of the questions."""
    return {
        question.key: answer_from_plain(question, draw(plain_answers(question)))
        for question in questionnaire.questions.values()
        if draw(st.booleans())
    }


@st.composite
def rounds(draw: st.DrawFn, questionnaire: Questionnaire) -> RoundAnswers:
    sheet = draw(sheets(questionnaire))
    return RoundAnswers((questionnaire,), sheet, {key: draw(NOBODY) for key in sheet})


@given(st.data(), structures(), structures())
def test_the_parts_add_up_whatever_changed(data: st.DataObject, old: str, new: str) -> None:
    before, after = a_questionnaire(old), a_questionnaire(new)
    then, now = data.draw(rounds(before)), data.draw(rounds(after))

    for change in changes(compare_rounds(then, now, FACTS)):
        if change.difference is None:
            assert not change.parts
        else:
            assert sum(change.parts.values()) == change.difference
            assert sum(whole_points(change).values()) == round(change.now or 0) - round(change.then or 0)


@given(st.data(), wholes())
def test_the_parts_add_up_with_branches_numbers_and_facts(data: st.DataObject, whole: Any) -> None:
    sheet = {
        question.key: answer_from_plain(question, data.draw(any_answers(question)))
        for question in whole.questionnaire.questions.values()
        if data.draw(st.booleans())
    }
    then = RoundAnswers((whole.questionnaire,), sheet)
    now = RoundAnswers((whole.questionnaire,), whole.sheet)

    (found,) = compare_rounds(then, now, whole.facts).questionnaires

    assert found.overall.now == score(whole.questionnaire, whole.sheet, whole.facts).overall.headline
    for change in (found.overall, *found.dimensions):
        assert change.difference is None or sum(change.parts.values()) == change.difference
        assert change.parts.get(QUESTIONS, 0) == change.parts.get(OTHER, 0) == 0


@given(wholes())
def test_the_same_round_twice_changes_nothing(whole: Any) -> None:
    same = RoundAnswers((whole.questionnaire,), whole.sheet)

    found = compare_rounds(same, same, whole.facts)

    assert not any(part for change in changes(found) for part in change.parts.values())
    assert not any(each.questions for each in found.questionnaires)


@st.composite
def _less_known(draw: st.DrawFn, sheet: AnswerSheet) -> dict[Any, Answer]:
    """The answers with some, or some rows of them, forgotten or not known."""
    found: dict[Any, Answer] = {}
    for key, answer in sheet.items():
        said = draw(st.sampled_from([answer, Reserved.UNKNOWN, None, "rows"]))
        if said == "rows":
            rows = answer.rows if isinstance(answer, Rows) else {}
            left = {name: row for name, row in rows.items() if draw(st.booleans())}
            said = Rows(left) if left else answer
        if said is not None:
            found[key] = said
    return found


@given(st.data(), cases(is_complete=True))
def test_what_was_only_not_known_then_is_no_real_change(data: st.DataObject, case: Any) -> None:
    then = data.draw(_less_known(case.sheet))

    found = compare_rounds(
        RoundAnswers((case.questionnaire,), then), RoundAnswers((case.questionnaire,), case.sheet), FACTS
    )

    for change in changes(found):
        assert not change.parts.get(REAL)
    assert all(REAL not in each.causes for each in found.questionnaires[0].questions)


@given(st.data(), structures(), structures())
def test_a_new_version_with_the_same_answers_is_all_the_questionnaire(
    data: st.DataObject, old: str, new: str
) -> None:
    before, after = a_questionnaire(old), a_questionnaire(new)
    then = data.draw(rounds(before))
    sheet = move_answers(((before, after),), then.sheet).after

    found = compare_rounds(then, RoundAnswers((after,), sheet, then.told_by), FACTS)

    for change in changes(found):
        assert change.parts.get(QUESTIONS, 0) == (change.difference or 0)
    assert all(each.causes == (QUESTIONS,) for each in found.questionnaires[0].questions)


@given(st.data(), cases(is_complete=True, reserved=False), st.sampled_from(["Anna", ""]))
def test_only_who_is_known_to_be_another_is_told_apart(data: st.DataObject, case: Any, told: str) -> None:
    now = {
        question.key: answer_from_plain(question, data.draw(plain_answers(question, reserved=False)))
        for question in case.questionnaire.questions.values()
    }
    asked = (case.questionnaire,)
    then = RoundAnswers(asked, case.sheet, dict.fromkeys(now, told))

    found = compare_rounds(then, RoundAnswers(asked, now, dict.fromkeys(now, "Bruno")), FACTS)

    cause = OTHER if told else REAL
    for change in changes(found):
        assert change.parts.get(cause, 0) == (change.difference or 0)


@given(st.fractions(0, 100, max_denominator=9), st.lists(st.fractions(0, 100, max_denominator=9), min_size=4))
def test_whole_points_stay_near_the_parts(then: Fraction, after: list[Fraction]) -> None:

    change = change_along("", then, after[:4])
    points = whole_points(change)

    assert sum(points.values()) == round(after[3]) - round(then)
    assert all(abs(points[cause] - part) <= 1 for cause, part in change.parts.items())
    assert all(points[cause] == 0 for cause, part in change.parts.items() if part == 0)


@pytest.fixture
def two_versions(tmp_path: Path) -> tuple[Questionnaire, Questionnaire]:
    """The questionnaire `small` in version 1.0 and in version 2.0."""
    found = [
        read_questionnaires(write_version(tmp_path / version, questions, version), ()).questionnaires["small"]
        for questions, version in ((OLD, "1.0"), (NEW, "2.0"))
    ]
    return found[0], found[1]


def test_a_year_later_each_cause_has_its_part(two_versions: tuple[Questionnaire, Questionnaire]) -> None:
    old, new = two_versions
    then = some_answers(old, backup="by-hand", protections="unknown", fraud="never", fax="daily")
    now = some_answers(new, copies="machine", protections=["updates"], fraud="often", cloud="never")
    told = {"small/backup": "Anna"}, {"small/copies": " anna", "small/fraud": "Bruno"}

    (found,) = compare_rounds(
        RoundAnswers((old,), then, told[0]), RoundAnswers((new,), now, told[1]), some_facts()
    ).questionnaires

    # Then 1/2, 0, 0 and 1 of four; asked as now 1/2, 0, twice 0 and 0 of five.
    assert (found.overall.then, found.overall.now) == (Fraction(75, 2), 80)
    assert found.overall.parts == {
        QUESTIONS: 10 - Fraction(75, 2),
        KNOWN: 20,
        OTHER: 0,
        REAL: 50,
    }
    assert [(each.now and each.now.id, each.causes) for each in found.questions] == [
        ("copies", (REAL,)),
        ("protections", (QUESTIONS, KNOWN)),
        ("fraud", (QUESTIONS, REAL)),
        ("cloud", (QUESTIONS,)),
        (None, (QUESTIONS,)),
    ]


def test_a_follow_up_that_a_better_answer_opens_belongs_to_that_answer() -> None:
    questionnaire = a_questionnaire(
        a_structure(
            "      - id: gate\n        kind: one\n"
            "        choices: [{id: no, points: 0}, {id: yes-we, points: 1}]\n"
            "        follow_ups:\n          - {id: more, kind: one, when: {question: gate, in: [yes-we]},"
            " choices: [{id: bad, points: 0}, {id: fine, points: 1}]}\n"
        )
    )
    then, now = (
        some_answers(questionnaire, gate="no"),
        some_answers(questionnaire, gate="yes-we", more="fine"),
    )

    (found,) = compare_rounds(
        RoundAnswers((questionnaire,), then), RoundAnswers((questionnaire,), now), some_facts()
    ).questionnaires

    assert found.overall.parts == {QUESTIONS: 0, KNOWN: 0, OTHER: 0, REAL: 100}
    assert [each.causes for each in found.questions] == [(REAL,), (REAL,)]
    back = compare_rounds(
        RoundAnswers((questionnaire,), now), RoundAnswers((questionnaire,), then), some_facts()
    )
    assert back.questionnaires[0].overall.parts[REAL] == -100


def test_a_grid_is_looked_at_row_by_row() -> None:
    questionnaire = a_questionnaire(
        a_structure(
            "      - {id: areas, kind: grid, scale: habit, rows: [{id: a}, {id: b}]}\n",
            dimensions="dimensions: [{id: work}]\n"
            "scales:\n  habit: [{id: never, points: 0}, {id: often, points: 1}]\n",
        )
    )
    then = some_answers(questionnaire, areas={"a": "never", "b": "unknown"})
    now = some_answers(questionnaire, areas={"a": "often", "b": "often"})

    (found,) = compare_rounds(
        RoundAnswers((questionnaire,), then), RoundAnswers((questionnaire,), now), some_facts()
    ).questionnaires

    assert (found.overall.parts[KNOWN], found.overall.parts[REAL]) == (50, 50)
    assert found.questions[0].causes == (KNOWN, REAL)


def test_a_questionnaire_of_one_round_alone_is_named() -> None:
    questionnaire = a_questionnaire(a_structure())

    found = compare_rounds(RoundAnswers((questionnaire,), {}), RoundAnswers((), {}), some_facts())

    assert (found.only_then, found.only_now, found.questionnaires) == ((questionnaire,), (), ())


def test_where_nothing_was_answered_then_nothing_can_be_divided() -> None:
    questionnaire = a_questionnaire(a_structure(scoring="scoring:\n  unanswered: exclude\n"))
    now = some_answers(questionnaire, tool="many")

    (found,) = compare_rounds(
        RoundAnswers((questionnaire,), {}), RoundAnswers((questionnaire,), now), some_facts()
    ).questionnaires

    assert (found.overall.then, found.overall.now, found.overall.parts) == (None, 100, {})
    assert found.questions[0].causes == (KNOWN,)


def test_only_what_is_said_counts_as_known() -> None:
    assert not is_known(None)
    assert not is_known(Rows({"a": Reserved.UNKNOWN}))
    assert is_known(Reserved.NOT_APPLICABLE)
