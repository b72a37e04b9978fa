"""Random small questionnaires with random answers, for properties that hold for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from desktop.answers import Answer, AnswerSheet, Facts, answer_from_plain, answer_to_plain
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.scores import Score, items, score
from tests.builders import DIMENSIONS, a_questionnaire, a_structure, possible_answers, some_facts

SCALE = "scales:\n  habit: [{id: s0, points: 0}, {id: s1, points: 1}, {id: s2, points: 3}]\n"
FACTS: Facts = some_facts()
KINDS = ("one", "many", "scale", "grid", "cells")


@dataclass(frozen=True, repr=False)
class Case:
    """A questionnaire, with its text, and the answers of one firm."""

    questionnaire: Questionnaire
    sheet: dict[Any, Answer]
    structure: str

    def __repr__(self) -> str:
        plain = {key: answer_to_plain(answer) for key, answer in self.sheet.items()}
        return f"{self.structure.partition('scoring:')[2]}{plain}"

    def _repr_pretty_(self, printer: Any, is_cycle: bool) -> None:  # noqa: ARG002, FBT001 - called by hypothesis
        printer.text(repr(self))

    def overall(self, sheet: AnswerSheet | None = None) -> Score:
        """The overall score of these answers, or of others."""
        return score(self.questionnaire, self.sheet if sheet is None else sheet, FACTS).overall


def _body(kind: str, points: list[int]) -> str:
    steps = ", ".join(f"{{id: c{i}, points: {p}}}" for i, p in enumerate(points))
    ticks = ", ".join(f"{{id: c{i}, points: {p + 1}}}" for i, p in enumerate(points))
    rows = "rows: [{id: r0, weight: 2}, {id: r1}]"
    return {
        "one": f"kind: one, choices: [{steps}]",
        "many": f"kind: many, choices: [{ticks}, {{id: none, exclusive: true}}]",
        "scale": "kind: scale, scale: habit",
        "grid": f"kind: grid, scale: habit, {rows}",
        "cells": f"kind: grid, columns: [{ticks.rpartition(', {')[0]}], {rows}",
    }[kind]


@st.composite
def _points(draw: st.DrawFn) -> list[int]:
    rises = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
    return [sum(rises[:count]) for count in range(len(rises) + 1)]


@st.composite
def _question(draw: st.DrawFn, name: str) -> str:
    kind, points, weight = (
        draw(st.sampled_from(KINDS)),
        draw(_points()),
        draw(st.sampled_from(["1", "2", "1/3", "0.5"])),
    )
    dimension = draw(st.sampled_from(["work", "trade"]))
    text = (
        f"      - {{id: {name}, weight: {weight}, not_applicable: true, dimension: {dimension}, "
        f"{_body(kind, points)}"
    )
    if kind not in ("one", "scale") or not draw(st.booleans()):
        return text + "}\n"
    names = ["s0", "s1", "s2"] if kind == "scale" else [f"c{i}" for i in range(len(points))]
    follow_ups = ""
    for index in range(draw(st.integers(1, 2))):
        opening = names[draw(st.integers(1, len(names) - 1)) :]
        when = f"when: {{question: {name}, in: [{', '.join(opening)}]}}"
        body = _body(draw(st.sampled_from(["one", "many", "scale"])), draw(_points()))
        follow_ups += f"{{id: {name}-f{index}, weight: {index + 1}, not_applicable: true, {when}, {body}}}, "
    return f"{text}, follow_ups: [{follow_ups}]}}\n"


@st.composite
def structures(draw: st.DrawFn, unanswered: str | None = None, largest: int = 3) -> str:
    """The text of a questionnaire of one to three questions, some with follow-ups, in two dimensions."""
    count = draw(st.integers(1, largest))
    questions = "".join(draw(_question(f"q{index}")) for index in range(count))
    setting = unanswered or draw(st.sampled_from(["zero", "exclude"]))
    dimensions = f"{DIMENSIONS}  - {{id: trade, weight: 2}}\n{SCALE}"
    return a_structure(
        questions, scoring=f"scoring:\n  unanswered: {setting}\n  coverage: 0\n", dimensions=dimensions
    )


def plain_answers(question: Question, *, reserved: bool = True) -> st.SearchStrategy[Any]:
    """Any answer a question accepts, with don't know and does not apply, or without."""
    known = st.sampled_from(possible_answers(question))
    if not reserved:
        return known
    rows = (
        st.dictionaries(st.sampled_from([row.id for row in question.rows]), st.just("unknown"))
        if question.rows
        else st.nothing()
    )
    return known | st.sampled_from(["unknown", "not_applicable"]) | rows


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    unanswered: str | None = None,
    is_complete: bool = False,
    reserved: bool = True,
    largest: int = 3,
) -> Case:
    """A questionnaire with answers to all, or to some, of its questions."""
    structure = draw(structures(unanswered, largest))
    questionnaire = a_questionnaire(structure)
    sheet = {}
    for question in questionnaire.questions.values():
        if is_complete or draw(st.booleans()):
            sheet[question.key] = answer_from_plain(
                question, draw(plain_answers(question, reserved=reserved))
            )
    return Case(questionnaire, sheet, structure)


def certain_shares(question: Question, answer: Answer) -> Mapping[str | None, Fraction]:
    """The share of each item of which all is known."""
    found = [(item.id, item.worth) for item in items(question, answer)]
    return {name: worth.low for name, worth in found if worth is not None and worth.low == worth.high}


def is_better(question: Question, first: Answer, second: Answer) -> bool:
    """Whether both answers are certain and the second is at least as good in every item."""
    before, after = certain_shares(question, first), certain_shares(question, second)
    is_certain = len(before) == len(items(question, first))
    return (
        is_certain and before.keys() == after.keys() and all(before[name] <= after[name] for name in before)
    )
