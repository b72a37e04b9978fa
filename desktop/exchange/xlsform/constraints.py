"""XLSForm's `constraint`: bounds of a number, length of a text, choices that exclude the others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from desktop.content.questionnaires.questionnaire_file import QuestionEntry
from desktop.exchange.xlsform.expressions import (
    Call,
    Comparison,
    Expression,
    Joined,
    Negated,
    Ref,
    Selected,
    parse,
)
from desktop.exchange.xlsform.relevant import literal

_SELF = Ref(".")
_MORE_THAN_ONE = Comparison(Call("count-selected", _SELF), ">", Fraction(1))


@dataclass(frozen=True, slots=True)
class Limits:
    """What a constraint allows; `alone` names the choices that exclude all others."""

    minimum: Fraction | None = None
    maximum: Fraction | None = None
    maximum_length: int | None = None
    alone: frozenset[str] = frozenset()


def constraint_of(entry: QuestionEntry, alone: tuple[str, ...]) -> str:
    """The constraint of a question; `alone` are the names of its choices that exclude the others."""
    parts: list[str] = []
    if entry.kind == "number":
        parts += [f". >= {literal(entry.minimum)}"] if entry.minimum is not None else []
        parts += [f". <= {literal(entry.maximum)}"] if entry.maximum is not None else []
    elif entry.kind == "text":
        parts.append(f"string-length(.) <= {entry.maximum_length}")
    elif entry.kind == "many":
        parts += [f"not(selected(., '{name}') and count-selected(.) > 1)" for name in alone]
    return " and ".join(parts)


def limits_of(constraint: str, *, is_whole: bool) -> tuple[Limits, bool]:
    """The limits a constraint sets, and whether they say all of it; NotExpressible where it cannot be read.

    `is_whole` where only whole numbers are wanted: then less than 100 is at most 99.
    """
    limits, is_all = Limits(), True
    for part in _parts(parse(constraint)):
        found = _with(limits, _with_bound(part) if is_whole else part)
        limits, is_all = found or limits, is_all and found is not None
    return limits, is_all


def _with_bound(part: Expression) -> Expression:
    match part:
        case Comparison(Ref("."), "<", Fraction() as value):
            return Comparison(_SELF, "<=", Fraction(ceil(value) - 1))
        case Comparison(Ref("."), ">", Fraction() as value):
            return Comparison(_SELF, ">=", Fraction(floor(value) + 1))
    return part


def _parts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Joined) and expression.word == "and":
        for part in expression.parts:
            yield from _parts(part)
    else:
        yield expression


def _with(limits: Limits, part: Expression) -> Limits | None:
    match part:
        case Comparison(Ref("."), ">=", Fraction() as value):
            return replace(limits, minimum=value)
        case Comparison(Ref("."), "<=", Fraction() as value):
            return replace(limits, maximum=value)
        case Comparison(Call("string-length", Ref(".")), "<=", Fraction() as value) if _is_length(value):
            return replace(limits, maximum_length=int(value))
        case Comparison(Call("string-length", Ref(".")), "<", Fraction() as value) if _is_length(value - 1):
            return replace(limits, maximum_length=int(value) - 1)
        case Negated(Joined("and", (Selected(Ref("."), name), second))) if second == _MORE_THAN_ONE:
            return replace(limits, alone=limits.alone | {name})
    return None


def _is_length(value: Fraction) -> bool:
    return value.denominator == 1 and value > 0
