"""Sense checks of conditions: they look back, at choices there are; no better answer may cost points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from desktop.content.company import SizeClass
from desktop.content.files.guesses import like
from desktop.content.files.problem_words import entry_id, problem, question_named
from desktop.content.questionnaires.questionnaire_building import PlacedEntry, Source
from desktop.content.questionnaires.questionnaire_file import (
    ChoiceEntry,
    Condition,
    QuestionEntry,
    QuestionKind,
    QuestionnaireFile,
)
from desktop.errors import Problem
from desktop.text import Sentence, say

_SECTIONS = "ABCDEFGHIJKLMNOPQRSTUV"
_NUMBER_FACTS = ("headcount", "it_staff")
_TESTS = ("in_", "not_in", "at_least", "at_most", "answered")
_BY_CHOICE = frozenset({"in_", "not_in", "answered"})
_FITTING: Mapping[QuestionKind, frozenset[str]] = {
    "one": _BY_CHOICE,
    "many": _BY_CHOICE,
    "scale": _BY_CHOICE,
    "grid": frozenset({"answered"}),
    "number": frozenset({"at_least", "at_most", "answered"}),
    "text": frozenset({"answered"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as conditions see it: its declaration, its choices or steps, whether it earns points.

    `rests_on` are the scored questions whose answers decide, also through others, whether it is asked.
    """

    entry: QuestionEntry
    choices: tuple[ChoiceEntry, ...]
    is_scored: bool
    rests_on: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entry: QuestionEntry, declared: QuestionEntry, home: QuestionnaireFile) -> "Asked":
        """What `entry` asks: the question `declared` in the questionnaire `home`."""
        weight = entry.weight if entry.weight is not None else declared.weight
        earns = declared.kind != "text" and (declared.kind != "number" or bool(declared.bands))
        choices = declared.choices or home.scales.get(declared.scale or "", ())
        return cls(declared, choices, weight != 0 and earns)

    def placed(self, placed: PlacedEntry, earlier: "Mapping[str, Asked]") -> "Asked":
        """The same question where it is asked, after the `earlier` ones."""
        names = placed.entry.when.questions() if placed.entry.when else frozenset()
        found: set[str] = set()
        for name in (*names, *((placed.opened_by,) if placed.opened_by else ())):
            if name in earlier:
                found |= earlier[name].rests_on | ({name} if earlier[name].is_scored else set())
        return replace(self, rests_on=frozenset(found))


def find_condition_problems(
    source: Source, placed: PlacedEntry, earlier: Mapping[str, Asked], *, is_scored: bool
) -> Iterator[Problem]:
    """Everything wrong with the condition of one question; `earlier` holds the questions before it."""
    name, where = question_named(entry_id(placed.entry)), (*placed.path, "when")
    for condition, is_negated in _nodes(placed.entry.when, is_negated=False):
        asked = earlier.get(condition.question or "")
        wrong = _shape_problem(condition) or _fact_problem(condition) or _test_problem(condition, asked)
        if wrong is not None:
            yield problem(source, where, say("{name}: {wrong}", name=name, wrong=wrong), "Q023")
        elif condition.question is None:
            continue
        elif asked is None:
            sentence = say(
                "{name} looks at `{other}`, which is not an earlier question{guess}",
                name=name,
                other=condition.question,
                guess=like(condition.question, earlier),
            )
            yield problem(source, where, sentence, "Q024")
        elif unknown := _unknown_choice(condition, asked):
            known = [choice.id for choice in asked.choices]
            sentence = say(
                "{name}: `{unknown}` is not a choice of `{id}`{guess}",
                name=name,
                unknown=unknown,
                id=asked.entry.id,
                guess=like(unknown, known),
            )
            yield problem(source, where, sentence, "Q025")
        elif is_scored and not asked.is_scored and asked.rests_on:
            sentence = say(
                "{name} is scored and depends on `{other}`, which only some answers to the scored question "
                "`{id}` open; ask `{other}` in any case, else a better answer could lower the score",
                name=name,
                other=condition.question,
                id=min(asked.rests_on),
            )
            yield problem(source, where, sentence, "Q026")
        elif is_scored and asked.is_scored:
            yield from _find_opening_problems(source, placed, condition, asked, is_negated=is_negated)


def _nodes(condition: Condition | None, *, is_negated: bool) -> Iterator[tuple[Condition, bool]]:
    """A condition and all conditions inside it, each with whether a `not` turns it round."""
    if condition is None:
        return
    yield condition, is_negated
    for part in (*(condition.all or ()), *(condition.any or ())):
        yield from _nodes(part, is_negated=is_negated)
    yield from _nodes(condition.not_, is_negated=not is_negated)


def _shape_problem(condition: Condition) -> Sentence | None:
    subjects = (condition.question, condition.company, condition.all, condition.any, condition.not_)
    if sum(subject is not None for subject in subjects) != 1:
        return say("a condition needs exactly one of question, company, all, any, not")
    is_leaf = condition.question is not None or condition.company is not None
    if len(_tests(condition)) != int(is_leaf):
        return say("a question or company needs exactly one of in, not_in, at_least, at_most, answered")
    if () in (condition.in_, condition.not_in, condition.all, condition.any):
        return say("a list must name at least one choice or condition")
    return None


def _tests(condition: Condition) -> list[str]:
    return [test for test in _TESTS if getattr(condition, test) is not None]


def _fact_problem(condition: Condition) -> Sentence | None:
    if condition.company is None:
        return None
    is_number = condition.company in _NUMBER_FACTS
    fitting = ("at_least", "at_most") if is_number else ("in_", "not_in")
    if not set(_tests(condition)) <= set(fitting):
        tests = dict(zip(("one", "other"), (test.rstrip("_") for test in fitting), strict=True))
        fact = condition.company
        if is_number:
            return say("`{fact}` is a number; use {one} or {other}", fact=fact, **tests)
        return say("`{fact}` is not a number; use {one} or {other}", fact=fact, **tests)
    sizes = get_args(SizeClass)
    for named in (*(condition.in_ or ()), *(condition.not_in or ())):
        if condition.company == "size_class" and named not in sizes:
            return say("there is no size class `{named}`; use {sizes}", named=named, sizes=", ".join(sizes))
        if condition.company == "sector" and named not in _SECTIONS:
            return say("there is no NACE section `{named}`; use a letter from A to V", named=named)
    return None


def _test_problem(condition: Condition, asked: Asked | None) -> Sentence | None:
    if asked is None or asked.entry.kind is None:
        return None
    fitting = _FITTING[asked.entry.kind]
    if set(_tests(condition)) <= fitting:
        return None
    words = ", ".join(test.rstrip("_") for test in _TESTS if test in fitting)
    return say("`{id}` is of kind {kind}; use {words}", id=asked.entry.id, kind=asked.entry.kind, words=words)


def _unknown_choice(condition: Condition, asked: Asked) -> str | None:
    known = {choice.id for choice in asked.choices}
    named = (*(condition.in_ or ()), *(condition.not_in or ()))
    return next((choice for choice in named if choice not in known), None) if known else None


def _find_opening_problems(
    source: Source, placed: PlacedEntry, condition: Condition, asked: Asked, *, is_negated: bool
) -> Iterator[Problem]:
    """A scored question may depend on a scored answer only inside that question's weight, and upwards."""
    name, where = question_named(entry_id(placed.entry)), (*placed.path, "when")
    if placed.opened_by != condition.question:
        sentence = say(
            "{name} is scored and depends on the scored question `{id}`; make it one of its "
            "follow_ups, else a better answer could lower the score",
            name=name,
            id=asked.entry.id,
        )
        yield problem(source, where, sentence, "Q026")
    elif not _opens_upwards(condition, asked, is_negated=is_negated):
        sentence = say(
            "{name} must be opened by the better choices of `{id}`, not by its worse ones",
            name=name,
            id=asked.entry.id,
        )
        yield problem(source, where, sentence, "Q027")


def _opens_upwards(condition: Condition, asked: Asked, *, is_negated: bool) -> bool:
    """Whether no better answer closes what a worse one opens."""
    if condition.answered is not None:
        return condition.answered is not is_negated
    if asked.entry.kind == "number":
        bands = sorted(asked.entry.bands, key=lambda band: band.from_)
        is_upper = (condition.at_least is not None) is not is_negated
        steps = pairwise(bands if is_upper else reversed(bands))
        return all(before.points <= after.points for before, after in steps)
    named = {*(condition.in_ or ()), *(condition.not_in or ())}
    is_named_opening = (condition.in_ is not None) is not is_negated
    if asked.entry.kind == "many":
        alone = {choice.id for choice in asked.choices if choice.exclusive}
        return named.isdisjoint(alone) if is_named_opening else named <= alone
    opening = [choice.points or 0 for choice in asked.choices if (choice.id in named) is is_named_opening]
    closed = [choice.points or 0 for choice in asked.choices if (choice.id in named) is not is_named_opening]
    return bool(opening) and (not closed or max(closed) <= min(opening))
