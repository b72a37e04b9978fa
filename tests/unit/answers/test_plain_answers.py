"""Answers as files hold them: what fits its question is read, what does not is refused in a sentence."""

import time
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.answers import (
    AnswerError,
    Chosen,
    Number,
    Reserved,
    Rows,
    Text,
    Ticked,
    answer_from_plain,
    answer_to_plain,
)
from desktop.content.questionnaires.questionnaire import Question
from tests.builders import DIMENSIONS, a_questionnaire, a_structure

ALL_KINDS = """\
      - {id: pick, kind: one, choices: [{id: none, points: 0}, {id: some, points: 1}]}
      - {id: often, kind: scale, scale: habit, not_applicable: true}
      - {id: ticks, kind: many, choices: [{id: web, points: 1}, {id: shop, points: 2}, {id: nothing,
         exclusive: true}]}
      - {id: steps, kind: grid, scale: habit, rows: [{id: mail}, {id: files}]}
      - {id: cells, kind: grid, columns: [{id: done}, {id: planned}], rows: [{id: sales},
         {id: stock}], unknown: false}
      - {id: people, kind: number, weight: 0, minimum: 0, maximum: 100}
      - {id: free, kind: number, weight: 0}
      - {id: notes, kind: text, maximum_length: 10}
"""
SCALE = "scales:\n  habit: [{id: never, points: 0}, {id: daily, points: 3}]\n"
QUESTIONS = a_questionnaire(a_structure(ALL_KINDS, dimensions=DIMENSIONS + SCALE)).questions


def read(name: str, plain: Any) -> Any:
    return answer_from_plain(QUESTIONS[name], plain)


@pytest.mark.parametrize(
    ("name", "plain", "answer"),
    [
        ("pick", "some", Chosen("some")),
        ("often", "daily", Chosen("daily")),
        ("ticks", ["shop", "web"], Ticked(frozenset({"web", "shop"}))),
        ("ticks", [], Ticked(frozenset())),
        ("ticks", ["nothing"], Ticked(frozenset({"nothing"}))),
        ("steps", {"mail": "daily"}, Rows({"mail": Chosen("daily")})),
        ("steps", {"mail": "unknown"}, Rows({"mail": Reserved.UNKNOWN})),
        ("cells", {"sales": ["done", "planned"]}, Rows({"sales": Ticked(frozenset({"done", "planned"}))})),
        ("people", 12, Number(Fraction(12))),
        ("free", "0.25", Number(Fraction(1, 4))),
        ("free", "1/3", Number(Fraction(1, 3))),
        ("notes", "unknown", Text("unknown")),
        ("pick", "unknown", Reserved.UNKNOWN),
        ("often", "not_applicable", Reserved.NOT_APPLICABLE),
    ],
)
def test_a_fitting_answer_is_read(name: str, plain: Any, answer: Any) -> None:
    assert read(name, plain) == answer


@pytest.mark.parametrize(
    ("name", "plain", "sentence"),
    [
        ("pick", "smoe", "did you mean `some`?"),
        ("pick", True, "needs one choice by its id, found true or false; one of: none, some"),
        ("pick", ["some"], "needs one choice by its id, found a list"),
        ("pick", 5, "found 5"),
        ("pick", None, "needs one choice by its id"),
        ("pick", {"a": 1}, "needs one choice by its id"),
        ("pick", "not_applicable", "concerns every company"),
        ("ticks", "web", "wants a list of ids"),
        ("ticks", ["web", "nothing"], "`nothing` excludes all other choices"),
        ("ticks", [["web"]], "needs one choice by its id"),
        ("ticks", {"web": True}, "wants a list"),
        ("steps", ["daily"], "wants its rows"),
        ("steps", {"mial": "daily"}, "did you mean `mail`?"),
        ("steps", {"mail": "dayly"}, "did you mean `daily`?"),
        ("cells", {"sales": "done"}, "wants a list of ids"),
        ("cells", {"sales": "unknown"}, "must be answered"),
        ("cells", "unknown", "must be answered"),
        ("people", 101, "a number of 0 to 100, found 101"),
        ("people", "-1", "a number of 0 to 100, found -1"),
        ("people", "many", "wants a number"),
        ("people", True, "wants a number"),
        ("free", "NaN", "wants a number"),
        ("free", "-Infinity", "wants a number"),
        ("free", "1/0", "wants a number"),
        ("free", [1], "wants a number"),
        ("notes", 5, "write it in quotes"),
        ("notes", "x" * 11, "at most 10 characters, found 11"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_in_a_sentence(name: str, plain: Any, sentence: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read(name, plain)
    assert sentence in str(caught.value)
    assert f"`{name}`" in str(caught.value)


@pytest.mark.parametrize("number", ["1e5000", "-1E+5000", "1e300000", "9" * 5000])
def test_a_number_beyond_all_measure_is_refused_at_once(number: str) -> None:
    start = time.process_time()
    with pytest.raises(AnswerError):
        read("free", number)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("number", [3, "0.5", "1/3", "22/7", "123456789012345.123456789012345"])
def test_a_number_written_out_and_read_again_is_the_same(number: Any) -> None:
    answer = read("free", number)
    assert read("free", answer_to_plain(answer)) == answer


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["unknown", "daily", "web", "none", "1/2"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["mail", "sales", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(list(QUESTIONS.values())), PLAIN)
def test_any_data_is_an_answer_that_round_trips_or_is_refused(question: Question, plain: Any) -> None:
    try:
        answer = answer_from_plain(question, plain)
    except AnswerError:
        return
    assert answer_from_plain(question, answer_to_plain(answer)) == answer


def test_lists_are_written_in_one_order() -> None:
    assert answer_to_plain(read("ticks", ["web", "shop"])) == ["shop", "web"]
    assert list(answer_to_plain(read("steps", {"mail": "daily", "files": "never"}))) == ["files", "mail"]
