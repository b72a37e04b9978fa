"""What a passphrase must be, and how it is told from another one."""

import unicodedata
from typing import Final

from desktop.errors import SestanteError
from desktop.text import Sentence, say

SHORTEST: Final = 8
LONGEST: Final = 1000
_GOOD_LETTERS, _GOOD_WORDS = 20, 4
_TOO_SHORT = say("Write at least {count} letters; four unrelated words are far better.")
_TOO_LONG = say("Write at most {count} letters.")
_GUESSED = say(
    "Short: whoever has this computer and a guessing program may find it. Four or more unrelated words "
    "are far better."
)


class PassphraseError(SestanteError):
    """A passphrase cannot be used; the sentence says why."""


def normalised(passphrase: str) -> str:
    """The same for all ways to type the same letters (NFC), whatever spaces are around and between them."""
    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def refuse_weak(passphrase: str) -> None:
    """PassphraseError where nobody should rely on a passphrase."""
    length = len(normalised(passphrase))
    if length < SHORTEST:
        raise PassphraseError(_TOO_SHORT, count=SHORTEST)
    if length > LONGEST:
        raise PassphraseError(_TOO_LONG, count=LONGEST)


def weakness(passphrase: str) -> Sentence | None:
    """What is to be said against a passphrase that may be used; None for a good one."""
    text = normalised(passphrase)
    is_good = len(text) >= _GOOD_LETTERS or (len(text.split()) >= _GOOD_WORDS and len(text) >= 2 * SHORTEST)
    return None if is_good else _GUESSED
