"""Random small questionnaires with conditions, and everything that can be answered to them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import strategies as st

from desktop.answers import Answer, Facts, Number, Reserved, Rows, answer_from_plain, visibility
from desktop.content.company import Company, People
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire
from tests.builders import DIMENSIONS, a_structure, possible_answers

# Turnover makes a firm of few people a medium or a large one.
FACTS = tuple(
    Facts.of(
        Company(name="-", headcount=headcount, sector=sector, turnover_eur=turnover, people=People(it=it))
    )
    for headcount, sector, turnover, it in product(
        (4, 12, 60), (None, "C", "G"), (None, 20_000_000, 100_000_000), (0, 2)
    )
)
FACT_TESTS = (
    "{company: headcount, at_least: 5}",
    "{company: headcount, at_most: 59}",
    "{company: it_staff, at_least: 2}",
    "{company: sector, in: [C]}",
    "{company: sector, not_in: [C]}",
    "{company: size_class, in: [medium]}",
)
_CHOICES = "[{id: a, points: %d}, {id: b, points: %d}, {id: c, points: %d}]"
_TICKS = "[{id: a, points: %d}, {id: b, points: %d}, {id: none, exclusive: true}]"
_points = st.integers(0, 3)
# One number on each side of every bound that is drawn: 4 and 6 in conditions, 5 in bands.
_BEYOND_BOUNDS = (4, 5, 7)


@st.composite
def _body(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["one", "many", "number", "grid"]))
    first, second = draw(_points), draw(st.integers(1, 4))
    if kind == "one":
        return f"kind: one, choices: {_CHOICES % tuple(sorted((first, second, draw(_points))))}"
    if kind == "many":
        return f"kind: many, choices: {_TICKS % (first, second)}"
    if kind == "number":
        low = draw(st.sampled_from([0, 3]))
        bands = f"[{{from: 0, points: {first}}}, {{from: 5, points: {second + first}}}]"
        return f"kind: number, minimum: {low}, maximum: 9, bands: {bands}"
    return f"kind: grid, columns: [{{id: a, points: {second}}}], rows: [{{id: r}}, {{id: s, weight: 2}}]"


@st.composite
def _test(draw: st.DrawFn, earlier: list[tuple[str, str]]) -> str:
    if not earlier or draw(st.booleans()):
        return draw(st.sampled_from(FACT_TESTS))
    name, body = draw(st.sampled_from(earlier))
    if "kind: number" in body:
        return f"{{question: {name}, {draw(st.sampled_from(['at_least: 4', 'at_most: 6']))}}}"
    if "kind: grid" in body or draw(st.integers(0, 5)) == 0:
        return f"{{question: {name}, answered: {draw(st.sampled_from(['true', 'false']))}}}"
    named = draw(st.sampled_from(["[a]", "[b]", "[a, b]"]))
    return f"{{question: {name}, {draw(st.sampled_from(['in', 'not_in']))}: {named}}}"


@st.composite
def _condition(draw: st.DrawFn, earlier: list[tuple[str, str]]) -> str:
    first, second = draw(_test(earlier)), draw(_test(earlier))
    shapes = [first, f"{{all: [{first}, {second}]}}", f"{{any: [{first}, {second}]}}", f"{{not: {first}}}"]
    return draw(st.sampled_from(shapes))


@st.composite
def conditional_structures(draw: st.DrawFn) -> str:
    """Gates without points and scored questions, perhaps under conditions or with a follow-up."""
    gates: list[tuple[str, str]] = []
    text = ""
    for index in range(draw(st.integers(1, 4))):
        name, body = f"q{index}", draw(_body())
        is_gate = index < 2 and draw(st.booleans())
        when = f", when: {draw(_condition(gates))}" if draw(st.booleans()) else ""
        applies = ", not_applicable: true" if draw(st.integers(0, 3)) == 0 else ""
        weight = 0 if is_gate else draw(st.integers(1, 3))
        dimension = draw(st.sampled_from(["work", "trade"]))
        below = ""
        if not is_gate and "kind: one" in body and draw(st.booleans()):
            opens = f"when: {{all: [{{question: {name}, in: [c]}}, {draw(_test([]))}]}}"
            below = f", follow_ups: [{{id: {name}-f, {opens}, {draw(_body())}{applies}}}]"
        if is_gate:
            gates.append((name, body))
        heading = f"id: {name}, dimension: {dimension}, weight: {weight}"
        text += f"      - {{{heading}{applies}, {body}{when}{below}}}\n"
    return a_structure(text, dimensions=f"{DIMENSIONS}  - {{id: trade, weight: 2}}\n")


def everything_said(question: Question, *, dont_know: bool) -> Iterator[Answer | None]:
    """Each complete answer; with `dont_know` also "don't know" and silence."""
    if question.kind == "number":
        assert question.minimum is not None
        yield from (Number(Fraction(value)) for value in (question.minimum, *_BEYOND_BOUNDS))
    else:
        yield from (answer_from_plain(question, value) for value in possible_answers(question))
    if question.allows_not_applicable:
        yield Reserved.NOT_APPLICABLE
        for row in question.rows:
            yield from _with_row_left_out(question, row.id)
    if dont_know:
        yield from (Reserved.UNKNOWN, None)


def _with_row_left_out(question: Question, row: str) -> Iterator[Answer]:
    for value in possible_answers(question):
        answer = answer_from_plain(question, value)
        assert isinstance(answer, Rows)
        yield Rows({**answer.rows, row: Reserved.NOT_APPLICABLE})


def every_sheet(
    questionnaire: Questionnaire, facts: Facts, *, dont_know: bool
) -> Iterator[tuple[Mapping[QuestionKey, Answer], tuple[Question, ...]]]:
    """Every way to answer all questions shown, in order, with what was shown."""
    waiting: list[tuple[dict[Any, Answer], frozenset[str]]] = [({}, frozenset())]
    while waiting:
        sheet, silent = waiting.pop()
        shown = visibility(questionnaire, sheet, facts).shown
        following = next((q for q in shown if q.key not in sheet and q.id not in silent), None)
        if following is None:
            yield sheet, shown
            continue
        for answer in everything_said(following, dont_know=dont_know):
            if answer is None:
                waiting.append((sheet, silent | {following.id}))
            else:
                waiting.append(({**sheet, following.key: answer}, silent))
