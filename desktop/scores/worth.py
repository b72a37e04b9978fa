"""What one answer is worth: exact shares of the points of its question, item by item."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Ticked
from desktop.content.questionnaires.questionnaire import Choice, Question
from desktop.scores.sums import mean, total, weighted

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Worth:
    """A share from 0 to 1: certain at least `low`, at most `high`; `headline` is None while unanswered."""

    low: Fraction
    headline: Fraction | None
    high: Fraction

    @classmethod
    def exactly(cls, share: Fraction) -> "Worth":
        """An answered share."""
        return cls(share, share, share)

    @property
    def is_certain(self) -> bool:
        """Whether nothing is left open."""
        return self.low is self.high or self.low == self.high


UNANSWERED = Worth(ZERO, None, ONE)
UNKNOWN = Worth(ZERO, ZERO, ONE)


@dataclass(frozen=True, slots=True)
class Item:
    """The part of a question worth something by itself: a ticked choice, a row, or the whole question.

    `share` is its part of the question's points, `worth` what was earned of it (None: not applicable).
    """

    id: str | None
    share: Fraction
    worth: Worth | None


def items(question: Question, answer: Answer | None) -> tuple[Item, ...]:
    """The items of a scored question with what the answer makes of them; shares sum to 1."""
    match question.kind:
        case "many":
            found = tuple(_ticks(question, answer))
        case "grid":
            of = total(row.weight for row in question.rows)
            found = tuple(
                Item(row.id, row.weight / of, _row_worth(question, row.id, answer)) for row in question.rows
            )
        case _:
            found = (Item(None, ONE, _plain_worth(question, answer)),)
    return found


def worth(question: Question, answer: Answer | None, *, unanswered_counts_zero: bool) -> Worth | None:
    """The earned share of a question, None where it does not apply."""
    found = items(question, answer)
    if len(found) == 1:
        return _alone(found[0].worth, unanswered_counts_zero=unanswered_counts_zero)
    parts = [(item.share, item.worth) for item in found if item.worth is not None]
    if len(parts) == len(found) and all(part.is_certain for _, part in parts):
        return Worth.exactly(weighted((share, part.low) for share, part in parts))
    of = total(share for share, _ in parts)
    if not parts or of == 0:
        return None
    low = weighted((share, part.low) for share, part in parts) / of
    high = weighted((share, part.high) for share, part in parts) / of
    headline = mean(
        (share, ZERO if part.headline is None else part.headline)
        for share, part in parts
        if part.headline is not None or unanswered_counts_zero
    )
    return Worth(low, headline, high)


def _alone(found: Worth | None, *, unanswered_counts_zero: bool) -> Worth | None:
    """The earned share of a question of one item, for which no mean is needed."""
    if found is None or found.headline is not None or not unanswered_counts_zero:
        return found
    return Worth(found.low, ZERO, found.high)


def known_share(question: Question, answer: Answer | None) -> Fraction | None:
    """The share of a question's points that was really answered, None where it does not apply."""
    parts = [item for item in items(question, answer) if item.worth is not None]
    if all(item.worth and item.worth.is_certain for item in parts):
        return ONE if parts else None
    known = total(item.share for item in parts if item.worth and item.worth.is_certain)
    return known / total(item.share for item in parts)


def best_points(choices: tuple[Choice, ...]) -> Fraction:
    """The most points one choice is worth."""
    return max((choice.points for choice in choices), default=ZERO)


def _reserved(answer: Answer | None) -> Worth | None:
    return UNANSWERED if answer is None else UNKNOWN if answer is Reserved.UNKNOWN else None


def _plain_worth(question: Question, answer: Answer | None) -> Worth | None:
    match answer:
        case Chosen(choice):
            points = next(entry.points for entry in question.choices if entry.id == choice)
            best = best_points(question.choices)
            return Worth.exactly(points / best if best else ZERO)
        case Number(value):
            reached = [band for band in question.bands if value >= band.lower]
            earned = max(reached, key=lambda band: band.lower).points if reached else ZERO
            best = max((band.points for band in question.bands), default=ZERO)
            return Worth.exactly(earned / best if best else ZERO)
        case _:
            return _reserved(answer)


def _ticks(question: Question, answer: Answer | None) -> Iterator[Item]:
    of = total(choice.points for choice in question.choices)
    for choice in question.choices:
        if choice.points == 0 or of == 0:
            continue
        if isinstance(answer, Ticked):
            ticked: Worth | None = Worth.exactly(ONE if choice.id in answer.choices else ZERO)
        else:
            ticked = _reserved(answer)
        yield Item(choice.id, choice.points / of, ticked)


def _row_worth(question: Question, row: str, answer: Answer | None) -> Worth | None:
    if not isinstance(answer, Rows):
        return _reserved(answer)
    said = answer.rows.get(row)
    if question.columns:
        ticked = said.choices if isinstance(said, Ticked) else frozenset[str]()
        if isinstance(said, Reserved):
            return _reserved(said)
        of = total(column.points for column in question.columns)
        earned = total(column.points for column in question.columns if column.id in ticked)
        return Worth.exactly(earned / of if of else ZERO)
    if isinstance(said, Chosen):
        points = next(step.points for step in question.choices if step.id == said.choice)
        best = best_points(question.choices)
        return Worth.exactly(points / best if best else ZERO)
    return _reserved(said if isinstance(said, Reserved) else None)
