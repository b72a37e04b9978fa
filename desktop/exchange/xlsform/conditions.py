"""XLSForm's `relevant` turned into conditions, as far as a questionnaire can say them."""

import operator
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import msgspec

from desktop.content.questionnaires.questionnaire_file import Condition
from desktop.exchange.xlsform.answerable import Answerable
from desktop.exchange.xlsform.expressions import (
    Comparison,
    Expression,
    Joined,
    Negated,
    NotExpressible,
    Ref,
    Selected,
    number_name,
    parse,
)
from desktop.text import say

_DEEPEST = 3  # a file may be nested 14 levels deep, and a follow-up's condition begins at the eighth
_COMPARED: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def condition_of(relevant: str, known: Mapping[str, Answerable]) -> Condition:
    """The condition of an expression; `known` holds the earlier questions by their names in the form.

    NotExpressible says which part has no counterpart.
    """
    found = _condition(parse(relevant), known)
    if depth_of(found) > _DEEPEST:
        raise NotExpressible(say("it is nested too deeply"))
    return found


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """The condition that holds where both hold."""
    if first is None or second is None:
        return first or second
    return _all([*(first.all or (first,)), *(second.all or (second,))])


def _condition(expression: Expression, known: Mapping[str, Answerable]) -> Condition:
    match expression:
        case Negated(part):
            return _not(_condition(part, known))
        case Joined("and", parts):
            return _all(_condition(part, known) for part in parts)
        case Joined(_, parts):
            return _any(_condition(part, known) for part in parts)
        case Selected(ref, choice):
            asked = _asked(ref, known)
            return Condition(question=asked.id, in_=(_choice(asked, choice),))
        case Comparison(subject, _, _):
            if not isinstance(subject, Ref):
                raise NotExpressible(
                    say("`{function}` has no counterpart in a condition", function=subject.function)
                )
            return _compared(expression, _asked(subject, known))


def _asked(ref: Ref, known: Mapping[str, Answerable]) -> Answerable:
    asked = known.get(ref.name)
    if asked is None:
        raise NotExpressible(say("`{name}` is not an earlier question of the questionnaire", name=ref.name))
    return asked


def _choice(asked: Answerable, name: str) -> str:
    if asked.kind not in ("one", "many", "scale"):
        raise NotExpressible(say("`{name}` has no choices a condition may look at", name=asked.name))
    if name not in asked.choices:
        raise NotExpressible(say("`{choice}` is not a choice of `{name}`", choice=name, name=asked.name))
    return asked.choices[name]


def _compared(comparison: Comparison, asked: Answerable) -> Condition:
    value, sign = comparison.value, comparison.operator
    if value == "" and sign in ("=", "!="):
        return Condition(question=asked.id, answered=sign == "!=")
    if asked.kind == "number":
        return _bounded(asked, sign, _as_number(value))
    if asked.kind not in ("one", "scale"):
        raise NotExpressible(
            say("the answer to `{name}` cannot be compared; use selected()", name=asked.name)
        )
    if sign in _COMPARED:
        return _ranked(asked, sign, _as_number(value))
    choice = _choice(asked, value if isinstance(value, str) else number_name(value))
    return Condition(question=asked.id, in_=(choice,)) if sign == "=" else _except(asked, choice)


def _except(asked: Answerable, choice: str) -> Condition:
    return Condition(question=asked.id, not_in=(choice,))


def _as_number(value: str | Fraction) -> Fraction:
    try:
        return Fraction(value) if isinstance(value, Fraction) else Fraction(int(value))
    except ValueError:
        raise NotExpressible(say("`{value}` is not a number", value=str(value)[:20])) from None


def _bounded(asked: Answerable, sign: str, value: Fraction) -> Condition:
    at_least = Condition(question=asked.id, at_least=value)
    at_most = Condition(question=asked.id, at_most=value)
    exactly = Condition(all=(at_least, at_most))
    return {
        ">=": at_least,
        "<=": at_most,
        "<": Condition(not_=at_least),
        ">": Condition(not_=at_most),
        "=": exactly,
        "!=": Condition(not_=exactly),
    }[sign]


def _ranked(asked: Answerable, sign: str, value: Fraction) -> Condition:
    """The choices whose names are numbers on the right side of a bound."""
    try:
        ranks = {identity: Fraction(int(name)) for name, identity in asked.choices.items()}
    except ValueError:
        raise NotExpressible(say("the choices of `{name}` are not numbers", name=asked.name)) from None
    named = tuple(identity for identity, rank in ranks.items() if _COMPARED[sign](rank, value))
    if not named:
        raise NotExpressible(say("no choice fits, so it never holds"))
    return Condition(question=asked.id, in_=named)


def _not(condition: Condition) -> Condition:
    if condition.not_ is not None:
        return condition.not_
    if condition.in_ is not None or condition.not_in is not None:
        return msgspec.structs.replace(condition, in_=condition.not_in, not_in=condition.in_)
    if condition.answered is not None:
        return msgspec.structs.replace(condition, answered=not condition.answered)
    return Condition(not_=condition)


def _all(conditions: Iterable[Condition]) -> Condition:
    parts = _merged([inner for part in conditions for inner in part.all or (part,)], "not_in")
    telling = {part.question for part in parts if part.question and part.answered is None}
    # Every other test of a question implies that it was answered.
    kept = [part for part in parts if not (part.answered and part.question in telling)]
    return kept[0] if len(kept) == 1 else Condition(all=tuple(kept))


def _any(conditions: Iterable[Condition]) -> Condition:
    parts = _merged([inner for part in conditions for inner in part.any or (part,)], "in_")
    return parts[0] if len(parts) == 1 else Condition(any=tuple(parts))


def _merged(parts: Iterable[Condition], test: str) -> list[Condition]:
    """The parts without doubles, those with the same test of the same question made one."""
    merged: dict[object, Condition] = {}
    for part in parts:
        named = getattr(part, test)
        key: object = (part.question, test) if named and part.question else repr(part)
        before = merged.get(key)
        both_named = dict.fromkeys((*getattr(before, test), *named)) if before and named else None
        merged[key] = msgspec.structs.replace(part, **{test: tuple(both_named)}) if both_named else part
    return list(merged.values())


def depth_of(condition: Condition) -> int:
    """How many conditions stand inside one another, this one included."""
    return 1 + max((depth_of(part) for part in condition.parts()), default=0)
