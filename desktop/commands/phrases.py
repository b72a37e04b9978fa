"""Texts that the parser of commands keeps as they are written, until help or an error is shown."""

from typing import Self

from desktop.text import Sentence


class Phrase(str):
    """The English of a sentence, for a library that wants `str`; `sentence` is worded where it is shown."""

    __slots__ = ("sentence",)
    sentence: Sentence

    def __new__(cls, sentence: Sentence) -> Self:
        """The English of the sentence, for whoever does not word it."""
        made = super().__new__(cls, str(sentence))
        made.sentence = sentence
        return made


def phrase(message: str, /, **values: object) -> Phrase:
    """A text of help: what a command or an option is for, or the name of what is written after it."""
    return Phrase(Sentence(message, values))
