"""Questionnaires with the facts and the far-reaching answers settled, so that each question counts alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product

from desktop.answers import Answer, Facts, visibility
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire, Section
from desktop.review.answers_apart import answers_apart
from desktop.review.budget import Budget
from desktop.review.firms import all_firms, fact_tests, leaves
from desktop.review.means import NOT_APPLICABLE, Values
from desktop.review.routes import part_of, tests_by_question, ways
from desktop.scores import score

_ZERO = Fraction(0)
_Sheet = dict[QuestionKey, Answer]
_UnitKey = tuple[object, ...]


class World:
    """A firm, with the answers of all questions that others than their own follow-ups look at."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        settled: tuple[Facts, _Sheet, frozenset[str]],
        known: dict[_UnitKey, Values],
    ) -> None:
        """`settled` are facts, answers and the questions answered; all worlds share what is `known`."""
        self._questionnaire = questionnaire
        self._facts, self._sheet, self._gates = settled
        self._known = known

    def parts(self, dimension: str, budget: Budget) -> list[tuple[Fraction, Values]]:
        """Weight and possible scores (0-100) of each question of a dimension, follow-ups included."""
        return [
            (question.weight, self._values(question, budget))
            for question in self._questionnaire.scored(dimension)
        ]

    def _values(self, question: Question, budget: Budget) -> Values:
        unit = [question, *(self._questionnaire.questions[name] for name in question.follow_ups)]
        part = _alone(self._questionnaire, unit)
        settled = {q.key: self._sheet[q.key] for q in part.questions.values() if q.key in self._sheet}
        looks_at_facts = bool(fact_tests(part.questions.values()))
        # As text, for the rows of a grid have no hash.
        key = (question.id, looks_at_facts and self._facts, repr(settled))
        if key not in self._known:
            self._known[key] = frozenset(self._scores(part, question, settled, budget))
        return self._known[key]

    def _scores(
        self, part: Questionnaire, question: Question, settled: _Sheet, budget: Budget
    ) -> Iterator[Fraction | None]:
        """The score of one question alone for each of its answers and those of its follow-ups."""
        if question.id not in visibility(part, settled, self._facts).ids:
            yield from NOT_APPLICABLE
            return
        for opened in _answered(part, [question], settled, budget):
            shown = visibility(part, opened, self._facts)
            below = [q for q in shown.shown if q.opened_by == question.id and q.is_scored]
            for sheet in _answered(part, below, opened, budget):
                budget.spend()
                yield score(part, sheet, self._facts).dimensions[question.dimension or ""].headline


def worlds(questionnaire: Questionnaire, budget: Budget) -> Iterator[World]:
    """Every world there is; those that differ in nothing that counts may come several times."""
    questions = questionnaire.questions
    gates = _far_reaching(questionnaire)
    tests = tests_by_question(questions.values())
    said = {
        name: answers_apart(questions[name], tests.get(name, []), budget, by_worth=questions[name].is_scored)
        for name in gates
    }
    known: dict[_UnitKey, Values] = {}
    gateways = part_of(questionnaire, (question for name, question in questions.items() if name in gates))
    for firm in all_firms(fact_tests(questions.values())):
        for sheet, _, _ in ways(gateways, said, firm, budget):
            yield World(questionnaire, (firm, sheet, gates), known)


def _far_reaching(questionnaire: Questionnaire) -> frozenset[str]:
    """The questions that others than their own follow-ups look at, and all that decides about those."""
    waiting = [
        test.question
        for question in questionnaire.questions.values()
        for test in leaves(question.when)
        if test.question is not None and test.question != question.opened_by
    ]
    return _with_ancestors(questionnaire, waiting)


def _with_ancestors(questionnaire: Questionnaire, names: list[str]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        question = questionnaire.questions[name]
        waiting += question.when.questions() if question.when else ()
        waiting += [question.opened_by] if question.opened_by else []
    return frozenset(found)


def _alone(questionnaire: Questionnaire, unit: list[Question]) -> Questionnaire:
    """Only one question with its follow-ups, and what decides whether they are shown, not counted."""
    ids = {question.id for question in unit}
    needed = _with_ancestors(questionnaire, [question.id for question in unit])
    questions = [
        question if name in ids else replace(question, weight=_ZERO)
        for name, question in questionnaire.questions.items()
        if name in needed
    ]
    dimensions = tuple(d for d in questionnaire.dimensions if d.id == unit[0].dimension)
    return replace(questionnaire, dimensions=dimensions, sections=(Section("part", tuple(questions)),))


def _answered(
    part: Questionnaire, questions: list[Question], sheet: Mapping[QuestionKey, Answer], budget: Budget
) -> Iterator[_Sheet]:
    """A sheet completed with each combination of answers to some questions that it does not answer yet."""
    missing = [question for question in questions if question.key not in sheet]
    tests = tests_by_question(part.questions.values())
    said = [answers_apart(q, tests.get(q.id, []), budget, by_worth=True) for q in missing]
    for answers in product(*said):
        yield {**sheet, **dict(zip((q.key for q in missing), answers, strict=True))}
