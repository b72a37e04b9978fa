"""The code on paper that opens a workspace whose passphrase was forgotten: seven groups of five letters.

Each group ends in a letter that checks it, so that a slip is found in its group. 140 bits are random.
Letters are Crockford's, without I, L, O and U; who writes the first three is understood.
"""

import secrets
from dataclasses import dataclass, field
from typing import Final

from desktop.errors import SestanteError
from desktop.text import say

GROUPS: Final = 7
GROUP_LETTERS: Final = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("ILO", "110")
_FIELD, _POLYNOMIAL = 32, 0b100101  # x^5 + x^2 + 1 gives 32 numbers in which every one but 0 divides
_WRONG_LENGTH = say(
    "A recovery code has {groups} groups of {letters} letters and digits; here there are {count} in all. "
    "Copy all of it again from the paper.",
    groups=GROUPS,
    letters=GROUP_LETTERS,
)
_WRONG_LETTER = say("“{letter}” is in no recovery code. Compare it with the paper.")
_WRONG_GROUP = say("There is a mistake in group {number}, “{group}”. Compare it with the paper.")


class CodeError(SestanteError):
    """A text is no recovery code; the sentence says where it is wrong."""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code as it is copied by hand."""

    groups: tuple[str, ...] = field(repr=False)

    @classmethod
    def new(cls) -> "RecoveryCode":
        """A code that nobody had before."""
        return cls(tuple(_with_check(_random(), number) for number in range(GROUPS)))

    @classmethod
    def read(cls, text: str) -> "RecoveryCode":
        """A code as somebody typed it, whatever stands between groups; CodeError says where it is wrong."""
        letters = written(text)
        for letter in letters:
            if letter not in _ALPHABET:
                raise CodeError(_WRONG_LETTER, letter=letter)
        if len(letters) != GROUPS * GROUP_LETTERS:
            raise CodeError(_WRONG_LENGTH, count=len(letters))
        groups = tuple(
            letters[start : start + GROUP_LETTERS] for start in range(0, len(letters), GROUP_LETTERS)
        )
        for number, group in enumerate(groups):
            if _with_check(group[:-1], number) != group:
                raise CodeError(_WRONG_GROUP, number=number + 1, group=group)
        return cls(groups)

    @property
    def text(self) -> str:
        """As it stands on paper."""
        return "-".join(self.groups)

    @property
    def secret(self) -> str:
        """What the key is locked with."""
        return "".join(self.groups)


def written(text: str) -> str:
    """Letters as the code has them, of a text with any marks and spaces in it."""
    return "".join(each for each in text.upper() if each.isalnum()).translate(_ALIKE)


def _random() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(GROUP_LETTERS - 1))


def _with_check(letters: str, number: int) -> str:
    """A group with its last letter: no slip in one letter, no two letters or groups exchanged go unseen."""
    check, weight = number + 1, 1
    for letter in letters:
        weight = _times_two(weight)
        check ^= _product(weight, _ALPHABET.index(letter))
    return letters + _ALPHABET[check]


def _times_two(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & _FIELD else doubled


def _product(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one, other = _times_two(one), other >> 1
    return product
