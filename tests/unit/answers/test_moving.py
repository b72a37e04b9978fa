"""Answers to an earlier version find their place in a later one, and none is lost on the way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.answers import Answer, AnswerSheet, answer_to_plain
from desktop.answers.moving import Loss, Move, move_answers
from desktop.answers.values import Reserved
from desktop.content.questionnaires.question_differences import Aspect
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from tests.builders import a_questionnaire, a_structure, possible_answers, some_answers

OLD = """\
      - id: backup
        kind: one
        not_applicable: true
        choices: [{id: nothing, points: 0}, {id: by-hand, points: 1}, {id: automatic, points: 2}]
      - id: fraud
        kind: scale
        scale: habit
      - id: protections
        kind: many
        choices: [{id: updates}, {id: antivirus}, {id: locks}, {id: none, exclusive: true}]
      - id: places
        kind: grid
        columns: [{id: already}, {id: planned}]
        rows: [{id: shop}, {id: online}]
      - {id: users, kind: number, minimum: 0, maximum: 90, weight: 0}
      - {id: notes, kind: text, weight: 0}
      - id: fax
        kind: one
        choices: [{id: never, points: 0}, {id: daily, points: 1}]
"""
NEW = """\
      - id: copies
        replaces: backup
        kind: one
        choices:
          - {id: nothing, points: 0}
          - {id: by-hand, points: 1}
          - {id: machine, replaces: automatic, points: 2}
      - id: fraud
        kind: scale
        scale: habit
        weight: 3
      - id: protections
        kind: many
        choices: [{id: software, replaces: [updates, antivirus]}, {id: none, exclusive: true}]
      - id: places
        kind: grid
        columns: [{id: already}, {id: planned}]
        rows: [{id: shop}, {id: web, replaces: online}]
      - {id: users, kind: number, minimum: 0, maximum: 9, weight: 0}
      - {id: notes, kind: text, weight: 0}
      - id: cloud
        kind: one
        choices: [{id: never, points: 0}, {id: daily, points: 1}]
"""
HABIT = """\
dimensions:
  - {id: work}
scales:
  habit: [{id: never, points: 0}, {id: yearly, points: 1}]
"""


def version(questions: str, number: str) -> Questionnaire:
    structure = a_structure(questions, dimensions=HABIT)
    return a_questionnaire(structure.replace('version: "1"', f'version: "{number}"'))


@pytest.fixture(scope="module")
def old() -> Questionnaire:
    return version(OLD, "1")


@pytest.fixture(scope="module")
def new() -> Questionnaire:
    return version(NEW, "2")


OLD_VERSION, NEW_VERSION = version(OLD, "1"), version(NEW, "2")


def plain(sheet: AnswerSheet) -> dict[str, Any]:
    return {key.removeprefix("small/"): answer_to_plain(answer) for key, answer in sheet.items()}


def accounted(move: Move) -> list[QuestionKey]:
    found = [*move.kept, *move.changed, *move.dropped]
    return sorted(entry.old_question.key for entry in found)


def answers_to(question: Question) -> st.SearchStrategy[Any]:
    match question.kind:
        case "number":
            return st.integers(0, 90)
        case "text":
            return st.sampled_from(["", "unknown", "Perché no? 😀"])
        case _:
            return st.sampled_from([*possible_answers(question), "unknown"])


@st.composite
def sheets(draw: st.DrawFn) -> dict[QuestionKey, Answer]:
    asked = draw(st.permutations(list(OLD_VERSION.questions.values())))
    chosen = [question for question in asked if draw(st.booleans())]
    given_answers = {question.id.replace("-", "_"): draw(answers_to(question)) for question in chosen}
    return some_answers(OLD_VERSION, **given_answers)


@given(sheets())
def test_moving_to_the_same_version_keeps_everything(sheet: AnswerSheet) -> None:
    move = move_answers([(OLD_VERSION, OLD_VERSION)], sheet)
    assert move.after == move.before == sheet
    assert (len(move.kept), move.changed, move.dropped, move.new) == (len(sheet), (), (), ())


@given(sheets())
def test_every_old_answer_is_accounted_for_once_and_the_old_sheet_is_left_alone(sheet: AnswerSheet) -> None:
    as_it_was = dict(sheet)
    move = move_answers([(OLD_VERSION, NEW_VERSION)], sheet)
    assert accounted(move) == sorted(sheet)
    assert move.before == sheet == as_it_was
    moved = {entry.question.key: entry.answer for entry in (*move.kept, *move.changed)}
    assert move.after == moved


@given(sheets(), st.randoms())
def test_the_order_of_the_answers_does_not_matter(sheet: AnswerSheet, random: Any) -> None:
    shuffled = list(sheet.items())
    random.shuffle(shuffled)
    versions = [(OLD_VERSION, NEW_VERSION)]
    assert move_answers(versions, dict(shuffled)) == move_answers(versions, sheet)


@given(sheets())
def test_answers_of_other_questionnaires_stay(sheet: AnswerSheet) -> None:
    elsewhere = {QuestionKey("other/thing"): Reserved.UNKNOWN}
    move = move_answers([(OLD_VERSION, NEW_VERSION)], {**sheet, **elsewhere})
    assert move.after == {**move_answers([(OLD_VERSION, NEW_VERSION)], sheet).after, **elsewhere}


def test_renamed_questions_choices_and_rows_keep_their_answers(
    old: Questionnaire, new: Questionnaire
) -> None:
    sheet = some_answers(old, backup="automatic", places={"online": ["planned"], "shop": []}, users=5)
    move = move_answers([(old, new)], sheet)
    assert plain(move.after) == {
        "copies": "machine",
        "places": {"shop": [], "web": ["planned"]},
        "users": 5,
    }
    assert [entry.question.id for entry in move.kept] == ["places", "users"]
    (copies,) = move.changed
    assert [str(entry.words) for entry in copies.differences] == ["`not_applicable`: true -> false"]


def test_another_weight_is_a_change_although_the_answer_is_the_same(
    old: Questionnaire, new: Questionnaire
) -> None:
    (found,) = move_answers([(old, new)], some_answers(old, fraud="yearly")).changed
    assert (found.answer, [entry.aspect for entry in found.differences]) == (
        found.old_answer,
        [Aspect.WEIGHT],
    )


def test_ticks_that_are_gone_are_left_out_and_named(old: Questionnaire, new: Questionnaire) -> None:
    move = move_answers([(old, new)], some_answers(old, protections=["antivirus", "locks", "updates"]))
    assert plain(move.after) == {"protections": ["software"]}
    assert move.changed[0].left_out == ("locks",)


@pytest.mark.parametrize(
    ("answers", "loss"),
    [
        ({"fax": "daily"}, Loss.QUESTION_GONE),
        ({"users": 50}, Loss.DOES_NOT_FIT),
        ({"backup": "not_applicable"}, Loss.DOES_NOT_FIT),
        ({"protections": ["locks"]}, Loss.DOES_NOT_FIT),
    ],
)
def test_what_has_no_place_is_dropped_but_readable(
    old: Questionnaire, new: Questionnaire, answers: dict[str, Any], loss: Loss
) -> None:
    move = move_answers([(old, new)], some_answers(old, **answers))
    (dropped,) = move.dropped
    assert (move.after, dropped.loss) == ({}, loss)
    assert {dropped.old_question.id: answer_to_plain(dropped.old_answer)} == answers
    assert dropped.old_question in old.questions.values()


def test_new_questions_are_named(old: Questionnaire, new: Questionnaire) -> None:
    assert [question.id for question in move_answers([(old, new)], {}).new] == ["cloud"]


def test_of_questions_that_became_one_the_first_named_counts(old: Questionnaire) -> None:
    merged = version(
        "      - {id: either, replaces: [fax, backup], kind: one, choices: "
        "[{id: never, points: 0}, {id: daily, replaces: automatic, points: 1}]}\n",
        "2",
    )
    move = move_answers([(old, merged)], some_answers(old, backup="automatic", fax="never"))
    assert plain(move.after) == {"either": "never"}
    assert [(entry.old_question.id, entry.loss) for entry in move.dropped] == [("backup", Loss.MERGED)]


@pytest.mark.parametrize("kind", ["kind: text, weight: 0", "kind: number, weight: 0"])
def test_an_answer_is_never_read_as_one_of_another_kind(old: Questionnaire, kind: str) -> None:
    other = version(f"      - {{id: backup, {kind}}}\n", "2")
    move = move_answers([(old, other)], some_answers(old, backup="unknown"))
    assert (move.after, move.dropped[0].loss) == ({}, Loss.DOES_NOT_FIT)


def test_a_question_that_moved_to_another_questionnaire_takes_its_answer_along(old: Questionnaire) -> None:
    def other(questions: str) -> Questionnaire:
        return a_questionnaire(a_structure(questions, dimensions=HABIT).replace("id: small", "id: other"))

    stays = "      - {id: notes, kind: text, weight: 0}\n"
    choices = "choices: [{id: never, points: 0}, {id: daily, points: 1}]"
    arrived = f"      - {{id: paper, replaces: small/fax, kind: one, {choices}}}\n"
    versions = [(other(stays), other(stays + arrived)), (old, version(stays, "2"))]
    move = move_answers(versions, some_answers(old, fax="daily", notes="Sì"))
    assert move.after == {
        QuestionKey("other/paper"): move.before[QuestionKey("small/fax")],
        QuestionKey("small/notes"): move.before[QuestionKey("small/notes")],
    }
    assert move.dropped == ()
