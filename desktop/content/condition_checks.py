"""Sense checks of conditions: they look back, at choices there are; no better answer may cost points."""

from collections.abc import Iterator, Mapping

from desktop.content.problem_words import entry_id, like, problem
from desktop.content.questionnaire_building import PlacedEntry, Source
from desktop.content.questionnaire_file import Condition, QuestionEntry, QuestionnaireFile
from desktop.errors import Problem

_WORD_FACTS = ("sector", "size_class")


def find_condition_problems(
    source: Source, placed: PlacedEntry, earlier: Mapping[str, QuestionEntry]
) -> Iterator[Problem]:
    """Everything wrong with the condition of one question; `earlier` holds the questions before it."""
    name = f"question `{entry_id(placed.entry)}`"
    is_scored = placed.entry.weight != 0 and placed.entry.kind != "text"
    for condition in _leaves(placed.entry.when):
        where = (*placed.path, "when")
        if sentence := _shape_problem(condition):
            yield problem(source, where, f"{name}: {sentence}", "Q023")
        if condition.question is None:
            continue
        asked = earlier.get(condition.question)
        if asked is None:
            sentence = f"{name} looks at `{condition.question}`, which is not an earlier question"
            yield problem(source, where, sentence + like(condition.question, earlier), "Q024")
            continue
        yield from _find_choice_problems(source, placed, condition, asked)
        if is_scored and asked.weight != 0 and asked.kind not in ("text", "number"):
            yield from _find_opening_problems(source, placed, condition, asked)


def _find_choice_problems(
    source: Source, placed: PlacedEntry, condition: Condition, asked: QuestionEntry
) -> Iterator[Problem]:
    choices = asked.choices or source.file.scales.get(asked.scale or "", ())
    known = {choice.id for choice in choices}
    for choice_id in (*(condition.in_ or ()), *(condition.not_in or ())):
        if choices and choice_id not in known:
            name = f"question `{entry_id(placed.entry)}`"
            sentence = f"{name}: `{choice_id}` is no choice of `{asked.id}`{like(choice_id, known)}"
            yield problem(source, (*placed.path, "when"), sentence, "Q025")


def _find_opening_problems(
    source: Source, placed: PlacedEntry, condition: Condition, asked: QuestionEntry
) -> Iterator[Problem]:
    """A scored question may depend on a scored answer only inside that question's weight, and upwards."""
    name, where = f"question `{entry_id(placed.entry)}`", (*placed.path, "when")
    if placed.opened_by != condition.question:
        sentence = (
            f"{name} is scored and depends on the scored question `{asked.id}`; "
            f"make it one of its follow_ups, else a better answer could lower the score"
        )
        yield problem(source, where, sentence, "Q026")
    elif not _opens_upwards(condition, asked, source.file):
        sentence = f"{name} must be opened by the better choices of `{asked.id}`, not by its worse ones"
        yield problem(source, where, sentence, "Q027")


def _leaves(condition: Condition | None) -> Iterator[Condition]:
    if condition is None:
        return
    inner = condition.parts()
    if not inner:
        yield condition
    for part in inner:
        yield from _leaves(part)


def _shape_problem(condition: Condition) -> str | None:
    subjects = (condition.question, condition.company, condition.all, condition.any, condition.not_)
    if sum(subject is not None for subject in subjects) != 1:
        return "a condition needs exactly one of question, company, all, any, not"
    tests = (condition.in_, condition.not_in, condition.at_least, condition.at_most, condition.answered)
    is_leaf = condition.question is not None or condition.company is not None
    if sum(test is not None for test in tests) != int(is_leaf):
        return "a question or company needs exactly one of in, not_in, at_least, at_most, answered"
    if condition.in_ == () or condition.not_in == ():
        return "a list of choices must name at least one"
    if condition.company in _WORD_FACTS and (condition.at_least is not None or condition.at_most is not None):
        return f"`{condition.company}` is no number; use in or not_in"
    return None


def _opens_upwards(condition: Condition, asked: QuestionEntry, file: QuestionnaireFile) -> bool:
    choices = asked.choices or file.scales.get(asked.scale or "", ())
    if asked.kind not in ("one", "scale"):
        return True
    if condition.in_ is not None:
        opens = {choice.id for choice in choices} & set(condition.in_)
    elif condition.not_in is not None:
        opens = {choice.id for choice in choices} - set(condition.not_in)
    else:
        return True
    opening = [choice.points or 0 for choice in choices if choice.id in opens]
    closed = [choice.points or 0 for choice in choices if choice.id not in opens]
    return not opening or not closed or max(closed) <= min(opening)
