"""The answers to a question that differ in what they open or in what they are worth, one of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.questionnaires.questionnaire import Choice, Question
from desktop.content.questionnaires.questionnaire_file import Condition
from desktop.review.budget import Budget

_ZERO = Fraction(0)
_Ticks = dict[tuple[object, ...], frozenset[str]]


def answers_apart(
    question: Question, tests: Sequence[Condition], budget: Budget, *, by_worth: bool
) -> list[Answer]:
    """One answer for each way the tests can turn out and, `by_worth`, for each number of points besides.

    "Does not apply" is among them where the question offers it, "don't know" is not.
    """
    match question.kind:
        case "one" | "scale":
            found = _first(
                (Chosen(choice.id) for choice in question.choices),
                lambda answer: (_by_tests(answer.choice, tests), by_worth and _points(question, answer)),
            )
        case "many":
            found = [Ticked(ticked) for ticked in _ticks(question.choices, tests, budget, by_worth=by_worth)]
        case "number":
            found = [Number(value) for value in _numbers(question, tests)]
        case "grid":
            found = _grids(question, budget) if by_worth else [lowest_rows(question)]
        case "text":
            found = [Text("-")]
    return [*found, Reserved.NOT_APPLICABLE] if question.allows_not_applicable else found


def best_answer(question: Question) -> Answer:
    """The answer of the most points; among ticks all of them, so that it opens whatever it can."""
    # Of equals the last one: choices without points are ordered from worst to best, too.
    best = max(reversed(question.choices), key=lambda choice: choice.points, default=None)
    match question.kind:
        case "many":
            return Ticked(frozenset(choice.id for choice in question.choices if not choice.exclusive))
        case "grid":
            columns = Ticked(frozenset(column.id for column in question.columns if not column.exclusive))
            return Rows({row.id: columns if best is None else Chosen(best.id) for row in question.rows})
        case "number":
            return Number(max(_numbers(question, ()), key=lambda value: _band_points(question, value)))
    return Text("-") if best is None else Chosen(best.id)


def worst_answer(question: Question) -> Answer:
    """The answer of the fewest points."""
    worst = min(question.choices, key=lambda choice: choice.points, default=None)
    match question.kind:
        case "many":
            return Ticked(frozenset())
        case "grid":
            return lowest_rows(question)
        case "number":
            return Number(min(_numbers(question, ()), key=lambda value: _band_points(question, value)))
    return Text("-") if worst is None else Chosen(worst.id)


def lowest_rows(question: Question) -> Rows:
    """A grid with every row at its worst."""
    worst = min(question.choices, key=lambda choice: choice.points, default=None)
    said = Ticked(frozenset()) if worst is None else Chosen(worst.id)
    return Rows(dict.fromkeys((row.id for row in question.rows), said))


def _first(answers: Iterable[Chosen], key: Callable[[Chosen], object]) -> list[Answer]:
    found: dict[object, Answer] = {}
    for answer in answers:
        found.setdefault(key(answer), answer)
    return list(found.values())


def _points(question: Question, answer: Chosen) -> Fraction:
    return next(choice.points for choice in question.choices if choice.id == answer.choice)


def _by_tests(choice: str, tests: Sequence[Condition]) -> tuple[bool, ...]:
    return tuple(choice in (*(test.in_ or ()), *(test.not_in or ())) for test in tests)


def _ticks(
    choices: Sequence[Choice], tests: Sequence[Condition], budget: Budget, *, by_worth: bool
) -> Iterator[frozenset[str]]:
    """Ticked choices: each set of tests they meet, each sum of points; what excludes the others alone."""
    nothing = (False,) * len(tests)
    found: _Ticks = {(nothing, _ZERO): frozenset()}
    # The last choices first, for "none of these" often stands first or last and opens least.
    for choice in reversed([choice for choice in choices if not choice.exclusive]):
        met = _by_tests(choice.id, tests)
        points = choice.points if by_worth else _ZERO
        budget.spend(len(found))
        for (before, total), ticked in list(found.items()):
            after = tuple(old or new for old, new in zip(before, met, strict=True))  # type: ignore[call-overload]
            found.setdefault((after, total + points), ticked | {choice.id})  # type: ignore[operator]
    yield from reversed(found.values())
    for choice in choices:
        if choice.exclusive:
            yield frozenset({choice.id})


def _numbers(question: Question, tests: Sequence[Condition]) -> list[Fraction]:
    """Every bound within the range, and a number between each two and beyond."""
    bounds = {band.lower for band in question.bands}
    bounds |= {bound for test in tests for bound in (test.at_least, test.at_most) if bound is not None}
    ends = [bound for bound in (question.minimum, question.maximum) if bound is not None]
    marks = sorted({*bounds, *ends}) or [_ZERO]
    values = {marks[0] - 1, marks[-1] + 1, *marks, *((low + high) / 2 for low, high in pairwise(marks))}
    return sorted(
        value
        for value in values
        if (question.minimum is None or value >= question.minimum)
        and (question.maximum is None or value <= question.maximum)
    )


def _band_points(question: Question, value: Fraction) -> Fraction:
    reached = [band for band in question.bands if value >= band.lower]
    return max(reached, key=lambda band: band.lower).points if reached else _ZERO


def _grids(question: Question, budget: Budget) -> list[Answer]:
    """One grid for each pair of points earned and weight that applies."""
    said = _row_answers(question, budget)
    found: dict[tuple[Fraction, Fraction], Mapping[str, Chosen | Ticked | Reserved]] = {(_ZERO, _ZERO): {}}
    for row in question.rows:
        grown: dict[tuple[Fraction, Fraction], Mapping[str, Chosen | Ticked | Reserved]] = {}
        for (points, weight), rows in found.items():
            budget.spend(len(said))
            for earned, answer in said:
                key = (
                    (points, weight)
                    if earned is None
                    else (points + row.weight * earned, weight + row.weight)
                )
                grown.setdefault(key, {**rows, row.id: answer})
        found = grown
    return [Rows(rows) for rows in found.values()]


def _row_answers(
    question: Question, budget: Budget
) -> list[tuple[Fraction | None, Chosen | Ticked | Reserved]]:
    """What can be said of a row, each with its points; None where the row does not apply."""
    found: list[tuple[Fraction | None, Chosen | Ticked | Reserved]]
    if question.columns:
        worth = {column.id: column.points for column in question.columns}
        ticked = _ticks(question.columns, (), budget, by_worth=True)
        found = [(sum((worth[name] for name in names), _ZERO), Ticked(names)) for names in ticked]
    else:
        found = [(choice.points, Chosen(choice.id)) for choice in question.choices]
    return [*found, (None, Reserved.NOT_APPLICABLE)] if question.allows_not_applicable else found
