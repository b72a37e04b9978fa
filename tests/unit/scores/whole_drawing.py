"""Random whole questionnaires with a firm and its answers: all kinds, branches, facts, shared items."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from desktop.answers import Answer, Facts, answer_from_plain, answer_to_plain
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.scores import CompetenceScore, Score, score, score_competences
from tests.builders import HEAD, a_reading, a_structure, possible_answers, some_facts, with_texts

KINDS = ("one", "many", "scale", "grid", "cells", "number")
BOUNDS = (20, 40, 60, 80)
SCALE = "scales:\n  habit: [{id: s0, points: 0}, {id: s1, points: 1}, {id: s2, points: 3}]\n"
DIMENSIONS = "dimensions: [{id: work}, {id: trade, weight: 2}, {id: free, weight: 0}]\n"
GATES = """\
      - {id: gate, kind: one, weight: 0, choices: [{id: no}, {id: yes-all}, {id: some}]}
      - {id: tools, kind: many, weight: 0, when: {question: gate, not_in: [no]}, choices: [{id: a}, {id: b}]}
      - {id: staff, kind: number, weight: 0}
"""
HOME = HEAD.replace("id: small", "id: home")
SHARED = "      - {id: shared, kind: one, not_applicable: true, competences: {backup: 3}, choices: [%s]}\n"
FACT_TESTS = (
    "{company: headcount, at_least: 10}",
    "{not: {company: headcount, at_most: 50}}",
    "{company: sector, in: [C]}",
    "{company: it_staff, at_least: 1}",
    "{company: size_class, in: [micro, small]}",
)
GATE_TESTS = (
    "{question: gate, in: [yes-all, some]}",
    "{question: gate, not_in: [some]}",
    "{question: tools, in: [a]}",
    "{not: {question: tools, in: [b]}}",
    "{question: staff, at_least: 3}",
    "{question: staff, answered: true}",
)


@dataclass(frozen=True, repr=False)
class Whole:
    """A questionnaire, with its text, and the answers of one firm."""

    questionnaire: Questionnaire
    sheet: dict[Any, Answer]
    facts: Facts
    structure: str

    def __repr__(self) -> str:
        plain = {key: answer_to_plain(answer) for key, answer in self.sheet.items()}
        return f"{self.structure}{plain} {self.facts}"

    def scores(self, sheet: dict[Any, Answer]) -> dict[str, Score | CompetenceScore]:
        """Every score there is: overall, of each dimension, of each competence."""
        card = score(self.questionnaire, sheet, self.facts)
        competences = score_competences([self.questionnaire], sheet, self.facts, BOUNDS)
        return {"overall": card.overall, **card.dimensions, **competences}


def _points(draw: st.DrawFn) -> list[int]:
    rises = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
    return [sum(rises[:count]) for count in range(len(rises) + 1)]


def _body(draw: st.DrawFn, kind: str) -> tuple[str, list[str]]:
    """What a kind of question holds, and the conditions by which its better answers open follow-ups."""
    points = _points(draw)
    steps = ", ".join(f"{{id: c{i}, points: {p}}}" for i, p in enumerate(points))
    ticks = ", ".join(f"{{id: c{i}, competences: {{cloud: {i + 1}}}}}" for i in range(len(points)))
    rows = "rows: [{id: r0, weight: 2, competences: {backup: 4}}, {id: r1}]"
    upper = ", ".join(f"c{i}" for i in range(draw(st.integers(1, len(points) - 1)), len(points)))
    bands = ", ".join(f"{{from: {3 * i}, points: {p}}}" for i, p in enumerate(points))
    return {
        "one": (f"kind: one, choices: [{steps}]", [f"in: [{upper}]"]),
        "many": (f"kind: many, choices: [{ticks}, {{id: none, exclusive: true}}]", [f"in: [{upper}]"]),
        "scale": ("kind: scale, scale: habit", ["in: [s1, s2]", "not_in: [s0]"]),
        "grid": (f"kind: grid, scale: habit, {rows}", []),
        "cells": (f"kind: grid, columns: [{{id: c0}}, {{id: c1, points: 2}}], {rows}", []),
        "number": (f"kind: number, minimum: -1, maximum: 20, bands: [{bands}]", ["at_least: 3"]),
    }[kind]


def _asked_when(draw: st.DrawFn) -> str:
    if not draw(st.booleans()):
        return ""
    several = ", ".join(draw(st.lists(st.sampled_from(FACT_TESTS + GATE_TESTS), min_size=1, max_size=3)))
    return f", when: {{{draw(st.sampled_from(['all', 'any']))}: [{several}]}}"


def _question(draw: st.DrawFn, name: str) -> str:
    body, opening = _body(draw, draw(st.sampled_from(KINDS)))
    weight = draw(st.sampled_from(["1", "2", "1/3", "0.5"]))
    dimension = draw(st.sampled_from(["work", "trade", "free"]))
    ceiling = draw(st.integers(1, 4))
    text = (
        f"      - {{id: {name}, weight: {weight}, not_applicable: true, dimension: {dimension}, "
        f"competences: {{backup: {ceiling}}}, {body}{_asked_when(draw)}"
    )
    follow_ups = [
        _follow_up(draw, f"{name}-f{index}", f"{{question: {name}, {draw(st.sampled_from(opening))}}}")
        for index in range(draw(st.integers(0, 2)) if opening else 0)
    ]
    return f"{text}, follow_ups: [{', '.join(follow_ups)}]}}\n"


def _follow_up(draw: st.DrawFn, name: str, opened: str) -> str:
    body, _ = _body(draw, draw(st.sampled_from(KINDS)))
    facts = draw(st.lists(st.sampled_from(FACT_TESTS), max_size=1))
    when = f"{{all: [{', '.join((opened, *facts))}]}}" if facts else opened
    return f"{{id: {name}, weight: {draw(st.integers(1, 2))}, not_applicable: true, when: {when}, {body}}}"


@st.composite
def structures(draw: st.DrawFn, unanswered: str) -> str:
    """The text of a whole questionnaire that takes one question from another."""
    bounds = draw(st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True).map(sorted))
    kinds = [draw(st.sampled_from(["from", "above"])) for _ in bounds]
    entries = [f"{{id: l{i}, {kind}: {b}}}" for i, (kind, b) in enumerate(zip(kinds, bounds, strict=True))]
    questions = "".join(_question(draw, f"q{index}") for index in range(draw(st.integers(1, 3))))
    return a_structure(
        f"{GATES}{questions}      - {{use: home/shared, weight: 2}}\n",
        scoring=f"scoring:\n  unanswered: {unanswered}\n  coverage: 0\n",
        levels=f"levels: [{{id: lowest, from: 0}}, {', '.join(entries)}]\n",
        dimensions=DIMENSIONS + SCALE,
    )


def plain_answers(question: Question, *, reserved: bool = True) -> st.SearchStrategy[Any]:
    """Any answer a question accepts, with don't know and does not apply, or without."""
    known = st.sampled_from(_numbers(question) or possible_answers(question))
    words = [
        word
        for word, is_offered in (
            ("unknown", question.allows_unknown),
            ("not_applicable", question.allows_not_applicable),
        )
        if is_offered
    ]
    return known | st.sampled_from(words) if reserved and words else known


def _numbers(question: Question) -> list[Any]:
    """A few numbers that a question for a number takes."""
    if question.kind != "number":
        return []
    low, high = question.minimum, question.maximum
    return [
        number
        for number in (-1, 0, 2, 3, "3.5", 6, 20)
        if (low is None or Fraction(number) >= low) and (high is None or Fraction(number) <= high)
    ]


@st.composite
def wholes(draw: st.DrawFn, *, is_complete: bool = False, unanswered: str | None = None) -> Whole:
    """A questionnaire with a firm and answers to all, or to some, of its questions."""
    structure = draw(structures(unanswered or draw(st.sampled_from(["zero", "exclude"]))))
    shared = SHARED % "{id: c0, points: 0}, {id: c1, points: 1}"
    home = a_structure(shared, head=HOME, dimensions="dimensions: [{id: work}]\n")
    reading = a_reading({**with_texts(home), **with_texts(structure)})
    assert "small" in reading.questionnaires, structure + "\n".join(map(str, reading.problems))
    questionnaire = reading.questionnaires["small"]
    sheet = {
        question.key: answer_from_plain(question, draw(plain_answers(question)))
        for question in questionnaire.questions.values()
        if is_complete or draw(st.booleans())
    }
    facts = some_facts(
        draw(st.sampled_from([1, 12, 60])), draw(st.integers(0, 2)), draw(st.sampled_from([None, "C", "N"]))
    )
    return Whole(questionnaire, sheet, facts, structure)
