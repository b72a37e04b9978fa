"""Sense checks of points and weights: every scored question can earn full marks, and none below nothing."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.content.files.problem_words import entry_id, problem, question_named
from desktop.content.questionnaires.questionnaire_building import PlacedEntry, Source
from desktop.content.questionnaires.questionnaire_file import ChoiceEntry, QuestionEntry, QuestionnaireFile
from desktop.errors import Problem
from desktop.text import say

RESERVED = ("unknown", "not_applicable")


def find_points_problems(source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    """Everything wrong with the points of a question's choices, steps, columns and bands."""
    entry, path, name = placed.entry, placed.path, question_named(placed.entry.id)
    for choice in (*_choices(entry, source.file), *entry.columns):
        if choice.points is not None and choice.points < 0:
            sentence = say(
                "{name}: points of `{id}` are below 0; a score could leave 0-100", name=name, id=choice.id
            )
            yield problem(source, path, sentence, "Q017")
        if choice.exclusive and choice.points:
            sentence = say(
                "{name}: `{id}` excludes the others and can earn no points; remove them",
                name=name,
                id=choice.id,
            )
            yield problem(source, path, sentence, "Q032")
    if any(band.points < 0 for band in entry.bands):
        yield problem(source, path, say("{name}: points of a band are below 0", name=name), "Q017")
    if entry.maximum is not None and any(band.from_ > entry.maximum for band in entry.bands):
        yield problem(
            source, (*path, "bands"), say("{name}: a band begins above the maximum", name=name), "Q035"
        )
    if len({band.from_ for band in entry.bands}) < len(entry.bands):
        yield problem(
            source, (*path, "bands"), say("{name}: two bands begin at the same number", name=name), "Q035"
        )
    yield from _find_full_marks_problems(source, placed)
    items = [item.id for item in (*_choices(entry, source.file), *entry.columns)]
    for word in {*items, *(row.id for row in entry.rows)}.intersection(RESERVED):
        sentence = say(
            "{name}: `{word}` is a word of the engine; every question offers it by itself",
            name=name,
            word=word,
        )
        yield problem(source, path, sentence, "Q018")


def _find_full_marks_problems(source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    entry, path, name = placed.entry, placed.path, question_named(placed.entry.id)
    points = _points(entry, source.file) if entry.weight != 0 else []
    if any(worth is None for worth in points):
        yield problem(source, path, say("{name}: every choice needs `points`", name=name), "Q019")
    elif points and not any(points):
        yield problem(source, path, say("{name}: one choice must have more than 0 points", name=name), "Q020")


def find_weight_problems(source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    """Everything wrong with the weights, minutes and bounds of a question, shared ones included."""
    entry, path, name = placed.entry, placed.path, question_named(entry_id(placed.entry))
    if entry.weight is not None and entry.weight < 0:
        yield problem(source, path, say("{name}: the weight must not be below 0", name=name), "Q021")
    if any(row.weight <= 0 for row in entry.rows):
        yield problem(source, path, say("{name}: the weight of a row must be more than 0", name=name), "Q021")
    if entry.minutes is not None and entry.minutes < 0:
        yield problem(
            source, (*path, "minutes"), say("{name}: minutes must not be below 0", name=name), "Q033"
        )
    if entry.minimum is not None and entry.maximum is not None and entry.minimum > entry.maximum:
        sentence = say("{name}: the minimum is larger than the maximum; no answer would fit", name=name)
        yield problem(source, (*path, "minimum"), sentence, "Q034")


def _choices(entry: QuestionEntry, file: QuestionnaireFile) -> tuple[ChoiceEntry, ...]:
    return entry.choices or file.scales.get(entry.scale or "", ())


def _points(entry: QuestionEntry, file: QuestionnaireFile) -> list[Fraction | None]:
    """What each choice, step, column or band is worth; None where the file must say so and does not."""
    if entry.kind == "number":
        return [band.points for band in entry.bands]
    if entry.kind == "many" or entry.columns:
        return [_ticked_points(choice) for choice in entry.columns or entry.choices]
    return [choice.points for choice in _choices(entry, file)]


def _ticked_points(choice: ChoiceEntry) -> Fraction:
    if choice.points is not None:
        return choice.points
    return Fraction(0 if choice.exclusive else 1)
