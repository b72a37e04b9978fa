"""What is wrong with a command as it was written, in sentences that say what to do."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from desktop.errors import harmless
from desktop.text import Sentence, Wording, as_written, say

_Found: TypeAlias = Mapping[str, str]
_FEW = 20  # choices that are all named
_MARKS = "'\" "


def worded(message: str, words: Wording) -> Sentence:
    """The sentence for an error of argparse, whose own are English; one it does not know stays as it is.

    Names of what is to be given are in the language of `words`.
    """
    for pattern, sentence in _KNOWN:
        if found := pattern.fullmatch(message):
            return harmless(sentence(_in_words(found.groupdict(), words)))
    return harmless(as_written(message))


def _in_words(found: _Found, words: Wording) -> _Found:
    """With names, and what a kind of value says of itself, in the reader's language; what was given stays."""
    worded = {key: words(found[key]) for key in ("name", "told") if key in found}
    if "names" in found:
        worded["names"] = ", ".join(map(words, found["names"].split(", ")))
    return {**found, **worded}


def _missing(found: _Found) -> Sentence:
    return say("Still missing: {names}.", names=found["names"])


def _one_of(found: _Found) -> Sentence:
    return say("One of these is needed: {names}.", names=", ".join(found["names"].split()))


def _not_understood(found: _Found) -> Sentence:
    return say(
        "Not understood: {given}. Look for slips; --data, --database and the other options that "
        "`sestante --help` lists stand before the command.",
        given=found["given"],
    )


def _no_such(found: _Found) -> Sentence:
    """A guess where one is near; all choices where they are few."""
    from difflib import get_close_matches

    given = found["given"].strip(_MARKS)
    known = [each.strip(_MARKS) for each in found["known"].split(",")]
    if near := get_close_matches(given, known, 1):
        return say(
            "{name}: there is no `{given}`. Did you mean `{near}`?",
            name=found["name"],
            given=given,
            near=near[0],
        )
    if len(known) > _FEW:
        return say("{name}: there is no `{given}`.", name=found["name"], given=given)
    return say(
        "{name}: there is no `{given}`. Choose one of these: {known}.",
        name=found["name"],
        given=given,
        known=", ".join(known),
    )


def _no_number(found: _Found) -> Sentence:
    given = found["given"].strip(_MARKS)
    return say("{name}: `{given}` is no whole number; write one such as 20.", name=found["name"], given=given)


def _needs_more(found: _Found) -> Sentence:
    return say("{name}: something is missing after it.", name=found["name"])


def _needs_nothing(found: _Found) -> Sentence:
    return say("{name} is written alone; leave out {given}.", name=found["name"], given=found["given"])


def _exclude(found: _Found) -> Sentence:
    return say("{name} and {other} exclude each other; leave one of them out.", **found)


def _ambiguous(found: _Found) -> Sentence:
    known = found["known"]
    return say("{given} may be {known}; write the whole name.", given=found["given"], known=known)


def _told(found: _Found) -> Sentence:
    return say("{name}: {told}.", name=found["name"], told=found["told"])


_KNOWN: tuple[tuple[re.Pattern[str], Callable[[_Found], Sentence]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (?P<names>.+)", _missing),
        (r"one of the arguments (?P<names>.+) is required", _one_of),
        (r"unrecognized arguments: (?P<given>.+)", _not_understood),
        (r"argument (?P<name>.+?): invalid choice: (?P<given>.*) \(choose from (?P<known>.+)\)", _no_such),
        (r"argument (?P<name>.+?): invalid int value: (?P<given>.*)", _no_number),
        (r"argument (?P<name>.+?): expected (one|at least one|\d+) arguments?", _needs_more),
        (r"argument (?P<name>.+?): ignored explicit argument (?P<given>.*)", _needs_nothing),
        (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", _exclude),
        (r"ambiguous option: (?P<given>.+?) could match (?P<known>.+)", _ambiguous),
        (r"argument (?P<name>.+?): (?P<told>.+)", _told),
    )
)
