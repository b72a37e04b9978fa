"""The few answers that would lift a company to the next level, each at most two steps better."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from desktop.answers import (
    Answer,
    AnswerSheet,
    Chosen,
    Facts,
    Number,
    Reserved,
    Rows,
    Ticked,
    shown_questions,
)
from desktop.content.questionnaires.questionnaire import Band, Choice, Level, Question, Questionnaire
from desktop.scores.scorecard import Scorecard, rescore, score
from desktop.scores.worth import ZERO
from desktop.stopping import refuse_if_stopped

_STEPS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Lift:
    """One answer to change: the question, the row or choice in it if any, what to reach, the points gained.

        `gain` is in points of the overall score (0-100), given that the lifts before it were made. Of a
    number only the question is named.
    """

    question: str
    item: str | None
    choice: str | None
    gain: Fraction


@dataclass(frozen=True, slots=True)
class NextLevel:
    """The next level, the points missing to it, and the fewest answers that reach it."""

    level: Level
    missing: Fraction
    lifts: tuple[Lift, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    question: Question
    item: str | None
    choice: str | None
    answer: Answer


def next_level(questionnaire: Questionnaire, sheet: AnswerSheet, facts: Facts) -> NextLevel | None:
    """The way to the next level, or None at the highest one and while nothing is answered."""
    card = score(questionnaire, sheet, facts)
    now = card.overall.headline
    answered = (question.key in sheet for question in shown_questions(questionnaire, sheet, facts))
    if now is None or not any(answered):
        return None
    higher = [level for level in questionnaire.levels if not level.reaches(now)]
    if not higher:
        return None
    level = min(higher, key=lambda candidate: candidate.bound)
    lifts, value = _lifted(card, sheet, facts, level)
    return NextLevel(level, level.bound - now, lifts) if level.reaches(value) else None


def _lifted(
    card: Scorecard, sheet: AnswerSheet, facts: Facts, level: Level
) -> tuple[tuple[Lift, ...], Fraction]:
    """Largest gains first, which needs the fewest answers; among equals the earliest question.

    Where an answer opens or closes others, what the rest would add is computed again.
    """
    gains = _gains(card, sheet, facts)
    lifts: list[Lift] = []
    current, done = dict(sheet), set[tuple[str, str | None]]()
    value = card.overall.headline or ZERO
    while gains and not level.reaches(value):
        entry = gains[0]
        move = _again(entry[2], current)
        gains = [other for other in gains if _target(other[2]) != _target(entry[2])]
        if move is None:
            continue
        done.add(_target(move))
        current[move.question.key] = move.answer
        card = rescore(card, move.question, current, facts)
        after = card.overall.headline or value
        lifts.append(Lift(move.question.id, move.item, move.choice, after - value))
        value = after
        if move.question.id in card.questionnaire.watched:
            gains = [gain for gain in _gains(card, current, facts) if _target(gain[2]) not in done]
    return tuple(lifts), value


def _gains(card: Scorecard, sheet: AnswerSheet, facts: Facts) -> list[tuple[Fraction, int, _Move]]:
    """What each single change would add to the overall score, most first, the useless ones left out."""
    found: list[tuple[Fraction, int, _Move]] = []
    now = card.overall.headline or ZERO
    for position, question in enumerate(shown_questions(card.questionnaire, sheet, facts)):
        if not question.is_scored or sheet.get(question.key) is Reserved.NOT_APPLICABLE:
            continue
        refuse_if_stopped()
        for move in _moves(question, sheet.get(question.key)):
            changed = {**sheet, question.key: move.answer}
            after = rescore(card, question, changed, facts).overall.headline
            if after is not None and after > now:
                found.append((after - now, position, move))
    return sorted(found, key=lambda entry: (-entry[0], entry[1]))


def _target(move: _Move) -> tuple[str, str | None]:
    return move.question.id, f"{move.item}/{move.choice}" if move.question.columns else move.item


def _again(move: _Move, sheet: AnswerSheet) -> _Move | None:
    """The same change made to the answers as they are now."""
    for candidate in _moves(move.question, sheet.get(move.question.key)):
        if (candidate.item, candidate.choice) == (move.item, move.choice):
            return candidate
    return None


def _moves(question: Question, answer: Answer | None) -> Iterator[_Move]:
    match question.kind:
        case "one" | "scale":
            for choice in _within_reach(question, answer):
                yield _Move(question, None, choice.id, Chosen(choice.id))
        case "many":
            ticked = answer.choices if isinstance(answer, Ticked) else frozenset[str]()
            kept = frozenset(c.id for c in question.choices if c.id in ticked and not c.exclusive)
            for choice in question.choices:
                if choice.points > 0 and not choice.exclusive and choice.id not in kept:
                    yield _Move(question, choice.id, None, Ticked(kept | {choice.id}))
        case "grid":
            yield from _row_moves(question, answer)
        case "number" if question.bands:
            band = _band_within_reach(question.bands, answer)
            yield _Move(question, None, None, Number(max(band.lower, question.minimum or band.lower)))
        case _:
            return


def _within_reach(question: Question, said: Answer | None) -> tuple[Choice, ...]:
    """The choices at most two steps better than what was said; nobody jumps from nothing to the top."""
    ladder = sorted(question.choices, key=lambda choice: choice.points)
    ids = [choice.id for choice in ladder]
    position = ids.index(said.choice) if isinstance(said, Chosen) else 0
    return tuple(ladder[position + 1 : position + 1 + _STEPS_AT_ONCE])


def _band_within_reach(bands: tuple[Band, ...], said: Answer | None) -> Band:
    """The best band at most two steps better than that of the number said."""
    ladder = sorted(bands, key=lambda band: band.points)
    position = 0
    if isinstance(said, Number):
        reached = [band for band in bands if said.value >= band.lower]
        position = ladder.index(max(reached, key=lambda band: band.lower)) if reached else 0
    return ladder[min(position + _STEPS_AT_ONCE, len(ladder) - 1)]


def _row_moves(question: Question, answer: Answer | None) -> Iterator[_Move]:
    rows = answer if isinstance(answer, Rows) else Rows({})
    for row in question.rows:
        said = rows.rows.get(row.id)
        if said is Reserved.NOT_APPLICABLE:
            continue
        if question.columns:
            ticked = said.choices if isinstance(said, Ticked) else frozenset[str]()
            for column in question.columns:
                if column.id not in ticked and column.points > ZERO:
                    changed = replace(rows, rows={**rows.rows, row.id: Ticked(ticked | {column.id})})
                    yield _Move(question, row.id, column.id, changed)
            continue
        for step in _within_reach(question, said):
            if step.points > ZERO:
                changed = replace(rows, rows={**rows.rows, row.id: Chosen(step.id)})
                yield _Move(question, row.id, step.id, changed)
