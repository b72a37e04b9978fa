"""The part of XLSForm's expressions that has a counterpart in a questionnaire, read into a small tree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from desktop.errors import SestanteError
from desktop.text import say

Operator = Literal["=", "!=", "<", "<=", ">", ">="]
MAXIMUM_TOKENS = 2_000
MAXIMUM_NESTING = 12
_LARGEST_DIVIDED = 10**9
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<ref>\$\{\s*[^}\s]+\s*\})
    | (?P<text>'[^']*'|"[^"]*"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”])
    | (?P<number>-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?![\w.]))
    | (?P<sign><=|>=|!=|=|<|>|\(|\)|,)
    | (?P<word>[A-Za-z][A-Za-z-]*|\.)
    )\s*""",
    re.VERBOSE,
)
_FLIPPED: dict[Operator, Operator] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


class NotExpressible(SestanteError):  # noqa: N818 - it is no error of the program but a limit of the model
    """An expression that no condition can say; the sentence says which part."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The answer to a question, or to the question itself where the name is `.`."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """One of the functions that tell something of an answer."""

    function: str
    ref: Ref


Literal_: TypeAlias = str | Fraction
Subject: TypeAlias = Ref | Call


@dataclass(frozen=True, slots=True)
class Comparison:
    """An answer, or something told of it, compared with a fixed value."""

    subject: Subject
    operator: Operator
    value: Literal_


@dataclass(frozen=True, slots=True)
class Selected:
    """A choice is among the answer's."""

    ref: Ref
    choice: str


@dataclass(frozen=True, slots=True)
class Joined:
    """All or any of several expressions."""

    word: Literal["and", "or"]
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Negated:
    """An expression turned round."""

    part: "Expression"


Expression: TypeAlias = Comparison | Selected | Joined | Negated


def parse(text: str) -> Expression:
    """The tree of an expression; NotExpressible where it uses what is not known here."""
    reader = _Reader(_tokens(text))
    found = reader.joined(0)
    reader.expect_end()
    return found


def _tokens(text: str) -> Sequence[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or len(tokens) > MAXIMUM_TOKENS:
            raise NotExpressible(
                say("`{text}` is not understood here", text=text[position : position + 20].strip())
            )
        kind = match.lastgroup or ""
        tokens.append((kind, match[kind]))
        position = match.end()
    return tokens


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._next = 0

    def _peek(self, ahead: int = 0) -> tuple[str, str]:
        position = self._next + ahead
        return self._tokens[position] if position < len(self._tokens) else ("end", "the end")

    def _take(self) -> tuple[str, str]:
        token = self._peek()
        self._next += 1
        return token

    def _expect(self, sign: str) -> None:
        token = self._take()
        if token[1] != sign:
            raise NotExpressible(say("`{sign}` was expected, not `{found}`", sign=sign, found=token[1]))

    def expect_end(self) -> None:
        """Nothing may follow."""
        if self._peek()[0] != "end":
            raise NotExpressible(say("`{text}` is not understood here", text=self._peek()[1]))

    def joined(self, depth: int, word: Literal["and", "or"] = "or") -> Expression:
        """Parts joined by `or`, and in them parts joined by `and`."""
        if depth > MAXIMUM_NESTING:
            raise NotExpressible(say("it is nested too deeply"))
        parts = [self._part(depth, word)]
        while self._peek() == ("word", word):
            self._take()
            parts.append(self._part(depth, word))
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _part(self, depth: int, word: str) -> Expression:
        return self.joined(depth, "and") if word == "or" else self._single(depth)

    def _single(self, depth: int) -> Expression:
        kind, text = self._peek()
        if text == "(" and kind == "sign":
            self._take()
            found = self.joined(depth + 1)
            self._expect(")")
            return found
        if kind == "word" and self._peek(1)[1] == "(":
            if text == "not":
                return self._negated(depth)
            if text == "selected":
                return self._selected()
        return self._comparison()

    def _negated(self, depth: int) -> Expression:
        self._take()
        self._expect("(")
        found = self.joined(depth + 1)
        self._expect(")")
        return Negated(found)

    def _selected(self) -> Expression:
        self._take()
        self._expect("(")
        subject = self._operand()
        self._expect(",")
        choice = self._operand()
        self._expect(")")
        if not isinstance(subject, Ref) or isinstance(choice, Ref | Call):
            raise NotExpressible(say("`selected` wants a question and a choice in quotes"))
        return Selected(subject, _as_text(choice))

    def _comparison(self) -> Expression:
        left = self._operand()
        sign = self._take()[1]
        if sign not in _FLIPPED:
            raise NotExpressible(say("a comparison was expected, not `{sign}`", sign=sign))
        operator = sign
        right = self._operand()
        if isinstance(left, Ref | Call) and not isinstance(right, Ref | Call):
            return Comparison(left, operator, right)
        if isinstance(right, Ref | Call) and not isinstance(left, Ref | Call):
            return Comparison(right, _FLIPPED[operator], left)
        raise NotExpressible(say("only an answer and a fixed value can be compared"))

    def _operand(self, depth: int = 0) -> Subject | Literal_:
        if depth > MAXIMUM_NESTING:
            raise NotExpressible(say("it is nested too deeply"))
        kind, text = self._take()
        if kind == "ref":
            return Ref(text[2:-1].strip())
        if kind == "text":
            return text[1:-1]
        if kind == "number":
            return self._number(text)
        if (kind, text) == ("word", "."):
            return Ref(".")
        if kind == "sign" and text == "(":
            found = self._operand(depth + 1)
            self._expect(")")
            return found
        if kind == "word" and self._peek()[1] == "(":
            return self._call(text, depth)
        raise NotExpressible(say("`{text}` is not understood here", text=text))

    def _number(self, text: str) -> Fraction:
        value = Fraction(text)
        if self._peek() == ("word", "div") and self._peek(1)[0] == "number":
            self._take()
            below = Fraction(self._take()[1])
            if not below or max(abs(value), abs(below)) >= _LARGEST_DIVIDED:
                raise NotExpressible(say("the division is not understood here"))
            return value / below
        return value

    def _call(self, function: str, depth: int) -> Call:
        if function not in ("count-selected", "string-length"):
            raise NotExpressible(say("the function `{function}` has no counterpart", function=function))
        self._expect("(")
        ref = self._operand(depth + 1)
        self._expect(")")
        if not isinstance(ref, Ref):
            raise NotExpressible(say("`{function}` wants a question", function=function))
        return Call(function, ref)


def _as_text(value: Literal_) -> str:
    return str(value) if isinstance(value, str) else number_name(value)


def number_name(value: Fraction) -> str:
    """A number as the name of a choice: 1, not 1.0."""
    return str(value.numerator) if value.denominator == 1 else str(float(value))
