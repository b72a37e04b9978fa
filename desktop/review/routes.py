"""Ways through a questionnaire: the shortest, the longest, and the questions that lie on none."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import lcm

from desktop.answers import Answer, Facts, Reserved, visibility
from desktop.content.questionnaires.questionnaire import Question, QuestionKey, Questionnaire, Section
from desktop.content.questionnaires.questionnaire_file import Condition
from desktop.review.answers_apart import answers_apart
from desktop.review.budget import Budget, TooManyWaysError
from desktop.review.firms import all_firms, fact_tests, firms_of, leaves

_ZERO = Fraction(0)
_SMALL, _LARGE = 3, 80


@dataclass(frozen=True, slots=True)
class Span:
    """The fewest and the most that are asked: how many questions, and minutes (exact).

    The fewest minutes and the fewest questions may belong to different ways.
    """

    fewest: int
    most: int
    shortest_minutes: Fraction
    longest_minutes: Fraction


@dataclass(frozen=True)
class Routes:
    """All ways through a questionnaire on which every question shown is answered, "don't know" included.

    `all` is whatever firm is longest or shortest, None where there are too many ways to try. `never_shown`
    are questions that no facts and no answers show, left out ones included; it holds only what was proven.
    """

    all: Span | None
    never_shown: tuple[str, ...]
    _over: Callable[[Iterable[Facts]], Span | None]
    _tests: tuple[Condition, ...]

    @cached_property
    def small(self) -> Span | None:
        """The ways of firms of 3 people without IT people, found when they are first asked for."""
        return None if self.all is None else self._over(firms_of(_SMALL, self._tests, has_it=False))

    @cached_property
    def large(self) -> Span | None:
        """The ways of firms of 80 people with some IT people, likewise."""
        return None if self.all is None else self._over(firms_of(_LARGE, self._tests, has_it=True))


@dataclass(frozen=True, slots=True)
class _Group:
    """Questions that depend on one another and on no others, with the answers that decide what is shown."""

    questionnaire: Questionnaire
    gates: Mapping[str, Sequence[Answer | None]]
    tests: tuple[Condition, ...]


def find_routes(questionnaire: Questionnaire, most_tries: int) -> Routes:
    """The ways through a questionnaire, unless there are more than may be tried."""
    groups: list[_Group] = []
    never: list[str] = []
    known: dict[tuple[object, ...], Span] = {}
    parts = _connected(questionnaire)
    for index, questions in enumerate(parts):
        # Each group has tries of its own, so that one tangle hides nothing of the others.
        budget = Budget(most_tries)
        with suppress(TooManyWaysError):
            group = _group(questionnaire, questions, budget)
            never += _never_shown(group, index, known, budget)
            groups.append(group)
    order = list(questionnaire.questions)
    never_shown = tuple(sorted(never, key=order.index))
    tests = fact_tests(questionnaire.questions.values())

    def over(firms: Iterable[Facts]) -> Span | None:
        with suppress(TooManyWaysError):
            return _over(firms, groups, known, Budget(most_tries))
        return None

    is_whole = len(groups) == len(parts)
    return Routes(over(all_firms(tests)) if is_whole else None, never_shown, over, tests)


def part_of(questionnaire: Questionnaire, questions: Iterable[Question]) -> Questionnaire:
    """A questionnaire with only some of the questions."""
    return replace(questionnaire, sections=(Section("part", tuple(questions)),))


def tests_by_question(questions: Iterable[Question]) -> dict[str, list[Condition]]:
    """The tests that look at each question."""
    found: dict[str, list[Condition]] = {}
    for question in questions:
        for test in leaves(question.when):
            if test.question is not None:
                found.setdefault(test.question, []).append(test)
    return found


def ways(
    questionnaire: Questionnaire, gates: Mapping[str, Sequence[Answer | None]], facts: Facts, budget: Budget
) -> Iterator[tuple[dict[QuestionKey, Answer], frozenset[str], bool]]:
    """Each way to answer the gates: answers, ids of what is then shown, whether no gate was left out."""
    waiting: list[tuple[dict[QuestionKey, Answer], frozenset[str]]] = [({}, frozenset())]
    while waiting:
        budget.spend()
        sheet, left_out = waiting.pop()
        shown = visibility(questionnaire, sheet, facts)
        gate = next(
            (q for q in shown.shown if q.id in gates and q.key not in sheet and q.id not in left_out), None
        )
        if gate is None:
            yield sheet, shown.ids, not left_out
            continue
        for answer in reversed(gates[gate.id]):
            if answer is None:
                waiting.append((sheet, left_out | {gate.id}))
            else:
                waiting.append(({**sheet, gate.key: answer}, left_out))


def _connected(questionnaire: Questionnaire) -> list[list[Question]]:
    """The questions in groups that no condition connects."""
    group_of: dict[str, list[Question]] = {}
    for question in questionnaire.questions.values():
        looked_at = set(question.when.questions()) if question.when else set()
        looked_at |= {question.opened_by} if question.opened_by else set()
        merged = [question]
        for group in {id(group_of[name]): group_of[name] for name in looked_at}.values():
            merged += group
        for member in merged:
            group_of[member.id] = merged
    groups = {id(group): group for group in group_of.values()}.values()
    always = [group[0] for group in groups if len(group) == 1 and group[0].when is None]
    alone = {question.id for question in always}
    return [*([always] if always else []), *(group for group in groups if group[0].id not in alone)]


def _group(questionnaire: Questionnaire, questions: list[Question], budget: Budget) -> _Group:
    wanted = {question.id for question in questions}
    ordered = (
        [q for q in questionnaire.questions.values() if q.id in wanted] if len(wanted) > 1 else questions
    )
    gates = {
        name: _said(questionnaire.questions[name], tests, budget)
        for name, tests in tests_by_question(ordered).items()
    }
    return _Group(part_of(questionnaire, ordered), gates, fact_tests(ordered))


def _said(question: Question, tests: list[Condition], budget: Budget) -> list[Answer | None]:
    """All that can be said to a gate; silence only where a test listens to it."""
    found: list[Answer | None] = list(answers_apart(question, tests, budget, by_worth=False))
    if question.allows_unknown and not question.allows_not_applicable and question.kind != "text":
        found.append(Reserved.UNKNOWN)
    return [*found, None] if any(test.answered is not None for test in tests) else found


def _never_shown(
    group: _Group, index: int, known: dict[tuple[object, ...], Span], budget: Budget
) -> list[str]:
    """The questions of a group that nobody is asked; all spans of the group are known afterwards."""
    missing = set(group.questionnaire.questions)
    if all(q.when is None for q in group.questionnaire.questions.values()):
        return []
    for firm in all_firms(group.tests):
        span, seen = _walked(group, firm, budget)
        known[index, *_told_apart(group, firm)] = span
        missing -= seen
    return list(missing)


def _walked(group: _Group, firm: Facts, budget: Budget) -> tuple[Span, frozenset[str]]:
    minutes_of = {name: q.minutes for name, q in group.questionnaire.questions.items()}
    # Whole parts of a minute add up ten times faster than fractions do.
    parts = lcm(*(minutes.denominator for minutes in minutes_of.values()))
    whole = {name: int(minutes * parts) for name, minutes in minutes_of.items()}
    counts, totals = [], []
    seen: frozenset[str] = frozenset()
    for _, ids, is_complete in ways(group.questionnaire, group.gates, firm, budget):
        seen |= ids
        if is_complete:
            counts.append(len(ids))
            totals.append(sum(whole[name] for name in ids))
    shortest, longest = Fraction(min(totals), parts), Fraction(max(totals), parts)
    return Span(min(counts), max(counts), shortest, longest), seen


def _told_apart(group: _Group, firm: Facts) -> tuple[object, ...]:
    """The facts a group's conditions look at."""
    return tuple(getattr(firm, name) for name in sorted({test.company or "" for test in group.tests}))


def _over(
    firms: Iterable[Facts], groups: Sequence[_Group], known: dict[tuple[object, ...], Span], budget: Budget
) -> Span:
    found: list[Span] = []
    for firm in firms:
        budget.spend()
        spans = []
        for index, group in enumerate(groups):
            key = (index, *_told_apart(group, firm))
            if key not in known:
                known[key] = _walked(group, firm, budget)[0]
            spans.append(known[key])
        found.append(_sum(spans))
    return Span(
        min(span.fewest for span in found),
        max(span.most for span in found),
        min(span.shortest_minutes for span in found),
        max(span.longest_minutes for span in found),
    )


def _sum(spans: Sequence[Span]) -> Span:
    return Span(
        sum(span.fewest for span in spans),
        sum(span.most for span in spans),
        sum((span.shortest_minutes for span in spans), _ZERO),
        sum((span.longest_minutes for span in spans), _ZERO),
    )
