"""Conditions of a questionnaire said as XLSForm's `relevant`, as far as it can say them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from desktop.content.files.yaml_writing import number_text
from desktop.content.questionnaires.questionnaire_file import Condition
from desktop.exchange.xlsform.answerable import Answerable


def relevant_of(condition: Condition, known: Mapping[str, Answerable]) -> tuple[str, bool]:
    """The expression, empty where nothing of it can be said, and whether it says all of the condition.

    `known` holds the questions by id. What cannot be said of a list of `all` is left out: the form then asks
    more often than the questionnaire, never less. Like the questionnaire, the expression does not hold as
    long as the question it looks at has no answer.
    """
    text, is_whole = _said(condition, known, is_negated=False)
    return (text[1:-1] if _is_wrapped(text) else text), is_whole


def _said(condition: Condition, known: Mapping[str, Answerable], *, is_negated: bool) -> tuple[str, bool]:
    if condition.not_ is not None:
        return _said(condition.not_, known, is_negated=not is_negated)
    if condition.question is None:
        return _joined(condition, known, is_negated=is_negated) if condition.parts() else ("", False)
    asked = known.get(condition.question)
    text = _leaf(condition, asked, is_negated=is_negated) if asked else ""
    return text, bool(text)


def _joined(condition: Condition, known: Mapping[str, Answerable], *, is_negated: bool) -> tuple[str, bool]:
    parts = [_said(part, known, is_negated=is_negated) for part in condition.parts()]
    is_whole = all(is_part_whole for _, is_part_whole in parts)
    is_all = (condition.all is not None) is not is_negated
    if not is_all and not all(text for text, _ in parts):
        return "", False
    return _join("and" if is_all else "or", [text for text, _ in parts if text]), is_whole


def _leaf(condition: Condition, asked: Answerable, *, is_negated: bool) -> str:
    ref = f"${{{asked.name}}}"
    if condition.answered is not None:
        return _answered(asked, is_answered=condition.answered is not is_negated)
    if condition.at_least is not None:
        return f"{ref} {'<' if is_negated else '>='} {literal(condition.at_least)}"
    if condition.at_most is not None:
        return f"{ref} {'>' if is_negated else '<='} {literal(condition.at_most)}"
    names = [asked.choice_name(choice) for choice in (*(condition.in_ or ()), *(condition.not_in or ()))]
    if asked.kind not in ("one", "many", "scale") or not all(names):
        return ""
    is_many = asked.kind == "many"
    if (condition.in_ is not None) is not is_negated:
        return _join(
            "or", [f"selected({ref}, '{name}')" if is_many else f"{ref} = '{name}'" for name in names]
        )
    others = [f"not(selected({ref}, '{name}'))" if is_many else f"{ref} != '{name}'" for name in names]
    return _join("and", [f"{ref} != ''", *others])


def _answered(asked: Answerable, *, is_answered: bool) -> str:
    names = asked.rows if asked.kind == "grid" else (asked.name,)
    if is_answered:
        return _join("or", [f"${{{name}}} != ''" for name in names])
    return _join("and", [f"${{{name}}} = ''" for name in names])


def literal(value: Fraction) -> str:
    """A number as XPath writes it."""
    text = number_text(value)
    return f"({value.numerator} div {value.denominator})" if "/" in text else text


def _join(word: str, parts: Iterable[str]) -> str:
    texts = list(parts)
    return texts[0] if len(texts) == 1 else f"({f' {word} '.join(texts)})" if texts else ""


def _is_wrapped(text: str) -> bool:
    """Whether one pair of brackets encloses the whole text."""
    depth = 0
    for position, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return text.startswith("(") and position == len(text) - 1
    return False
