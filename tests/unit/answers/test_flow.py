"""What is asked of a company, how far it is, and what comes next."""

from fractions import Fraction

import pytest

from desktop.answers import Progress, next_open, progress, shown_questions
from desktop.content.questionnaires.questionnaire import Questionnaire
from tests.builders import a_questionnaire, a_structure, shipped, some_answers, some_facts

GATE = """\
      - id: gate
        kind: one
        minutes: 1
        choices: [{id: none, points: 0}, {id: some, points: 1}, {id: all, points: 2}]
        follow_ups:
          - id: inner
            kind: one
            minutes: 2
            when: {question: gate, in: [some, all]}
            choices: [{id: bad, points: 0}, {id: good, points: 1}]
      - {id: staff, kind: number, weight: 0, minutes: 1/4}
      - {id: tags, kind: many, weight: 0, minutes: 1/4, choices: [{id: web}, {id: shop}, {id: none,
         exclusive: true}]}
"""


def conditional(condition: str) -> Questionnaire:
    last = f"      - id: last\n        kind: text\n        when: {condition}\n"
    return a_questionnaire(a_structure(GATE + last))


def shown_ids(
    questionnaire: Questionnaire, headcount: int = 5, it_staff: int = 0, **plain: object
) -> list[str]:
    facts = some_facts(headcount, it_staff, sector="C")
    sheet = some_answers(questionnaire, **plain)
    return [question.id for question in shown_questions(questionnaire, sheet, facts)]


@pytest.mark.parametrize(
    ("condition", "plain", "is_shown"),
    [
        ("{question: gate, in: [some]}", {"gate": "some"}, True),
        ("{question: gate, in: [some]}", {"gate": "all"}, False),
        ("{question: gate, in: [some]}", {}, False),
        ("{question: gate, in: [some]}", {"gate": "unknown"}, False),
        ("{question: gate, not_in: [some]}", {"gate": "all"}, True),
        ("{question: gate, not_in: [some]}", {"gate": "some"}, False),
        ("{question: gate, not_in: [some]}", {}, False),
        ("{not: {question: gate, in: [some]}}", {"gate": "none"}, True),
        ("{not: {question: gate, in: [some]}}", {}, False),
        ("{question: gate, answered: true}", {}, False),
        ("{question: gate, answered: true}", {"gate": "unknown"}, True),
        ("{question: gate, answered: false}", {}, True),
        ("{question: gate, answered: false}", {"gate": "none"}, False),
        ("{question: staff, at_least: 3}", {"staff": 3}, True),
        ("{question: staff, at_least: 3}", {"staff": "2.9"}, False),
        ("{question: staff, at_most: 3}", {"staff": 3}, True),
        ("{question: staff, at_most: 3}", {"staff": 4}, False),
        ("{question: staff, at_least: 3}", {"staff": "unknown"}, False),
        ("{question: tags, in: [web]}", {"tags": ["web", "shop"]}, True),
        ("{question: tags, in: [web]}", {"tags": []}, False),
        ("{question: tags, not_in: [web]}", {"tags": ["shop"]}, True),
        ("{question: tags, not_in: [web]}", {"tags": ["web", "shop"]}, False),
        (
            "{all: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}",
            {"gate": "some", "staff": 3},
            True,
        ),
        ("{all: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}", {"gate": "some"}, False),
        ("{any: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}", {"gate": "some"}, True),
        ("{any: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}", {"gate": "none"}, False),
        (
            "{not: {any: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}}",
            {"gate": "none"},
            False,
        ),
        (
            "{not: {all: [{question: gate, in: [some]}, {question: staff, at_least: 3}]}}",
            {"gate": "none"},
            True,
        ),
    ],
)
def test_a_condition_on_answers_decides(condition: str, plain: dict[str, object], *, is_shown: bool) -> None:
    assert ("last" in shown_ids(conditional(condition), **plain)) is is_shown


@pytest.mark.parametrize(
    ("condition", "is_shown"),
    [
        ("{company: headcount, at_least: 10}", True),
        ("{company: headcount, at_most: 11}", False),
        ("{company: sector, in: [C, F]}", True),
        ("{company: sector, not_in: [C]}", False),
        ("{company: size_class, in: [micro]}", False),
        ("{company: size_class, in: [small]}", True),
        ("{company: it_staff, at_least: 1}", True),
        ("{not: {company: it_staff, at_least: 3}}", True),
    ],
)
def test_a_condition_on_the_company_decides(condition: str, *, is_shown: bool) -> None:
    assert ("last" in shown_ids(conditional(condition), headcount=12, it_staff=2)) is is_shown


def test_a_company_without_a_sector_meets_no_condition_on_it() -> None:
    questionnaire = conditional("{company: sector, not_in: [C]}")
    assert "last" not in [question.id for question in shown_questions(questionnaire, {}, some_facts())]


def test_a_follow_up_stands_right_after_the_question_that_opens_it() -> None:
    questionnaire = conditional("{question: gate, answered: true}")
    assert shown_ids(questionnaire, gate="some") == ["gate", "inner", "staff", "tags", "last"]
    assert shown_ids(questionnaire, gate="none") == ["gate", "staff", "tags", "last"]


def test_a_hidden_question_keeps_its_answer_but_opens_nothing() -> None:
    questionnaire = conditional("{question: inner, answered: true}")
    assert "last" in shown_ids(questionnaire, gate="some", inner="good")
    assert "last" not in shown_ids(questionnaire, gate="none", inner="good")
    assert "last" in shown_ids(questionnaire, gate="all", inner="good")


def test_progress_counts_shown_questions_and_rounds_minutes_up() -> None:
    questionnaire = conditional("{question: gate, answered: true}")
    sheet = some_answers(questionnaire, gate="none", inner="good", staff=3)
    shown = shown_questions(questionnaire, sheet, some_facts())
    assert progress(shown, sheet) == Progress(answered=2, shown=4, minutes_left=2)
    assert questionnaire.questions["tags"].minutes == Fraction(1, 4)


def test_nothing_is_left_when_all_is_answered() -> None:
    questionnaire = a_questionnaire(a_structure(GATE))
    sheet = some_answers(questionnaire, gate="unknown", staff="unknown", tags=[])
    shown = shown_questions(questionnaire, sheet, some_facts())
    assert progress(shown, sheet) == Progress(answered=3, shown=3, minutes_left=0)
    assert next_open(shown, sheet) is None


@pytest.mark.parametrize(
    ("after", "expected"),
    [(None, "gate"), ("gate", "tags"), ("staff", "tags"), ("tags", "gate"), ("hidden", "gate")],
)
def test_the_next_open_question_comes_after_the_present_one(after: str | None, expected: str) -> None:
    questionnaire = a_questionnaire(a_structure(GATE))
    sheet = some_answers(questionnaire, staff=3)
    found = next_open(shown_questions(questionnaire, sheet, some_facts()), sheet, after)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    ("rows", "answered"), [({}, 0), ({"language": "testing"}, 0), ("all", 1), ("unknown", 1)]
)
def test_a_grid_of_steps_is_answered_once_every_row_is(rows: object, answered: int) -> None:
    questionnaire = shipped()["dma-sme"]
    every = {row.id: "testing" for row in questionnaire.questions["automation"].rows}
    sheet = some_answers(questionnaire, automation=every if rows == "all" else rows)
    assert progress((questionnaire.questions["automation"],), sheet).answered == answered


@pytest.mark.parametrize(("headcount", "it_staff", "count"), [(5, 0, 19), (10, 0, 20), (5, 1, 21)])
def test_the_technology_check_asks_only_what_concerns_the_company(
    headcount: int, it_staff: int, count: int
) -> None:
    assert len(shown_questions(shipped()["technology-check"], {}, some_facts(headcount, it_staff))) == count
