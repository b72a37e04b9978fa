"""What does not fit the shape of a file, in plain words."""

import re
from functools import reduce

from desktop.text import Sentence, as_written, quoted, say

_PLAIN_WORDS = (
    (re.compile(r"Invalid RFC3339 encoded date"), say("write a date such as 2027-01-31")),
    (
        re.compile(r"Expected `str` matching regex '\^\[a-z\]\[a-z0-9-\].*"),
        say("an id has small letters, digits and hyphens, and begins with a letter"),
    ),
    (re.compile(r"Expected `str` matching regex '\\\\S'"), say("the text must not be empty")),
    (
        re.compile(r"Expected `str` matching regex '\^\(\?=.*"),
        say("write a name in one line, without control characters"),
    ),
    (re.compile(r"Expected `str` of length >= 1"), say("the text must not be empty")),
    (re.compile(r"Expected `str` of length <= (\d+)"), say("the text is longer than {found} characters")),
    (re.compile(r"Expected `array` of length >= 1"), say("the list must not be empty")),
    (re.compile(r"Expected `array` of length <= (\d+)"), say("the list is longer than {found} entries")),
    (
        re.compile(r"Expected `str` matching regex '\^\[a-z\]\{2\}\$.*"),
        say("write a language as two small letters, such as `it`"),
    ),
    (
        re.compile(r"Expected `str` matching regex '\^#.*"),
        say("write a colour as # and six signs, such as #0B4EA2"),
    ),
    (
        re.compile(r"Expected `str` matching regex .*"),
        say("the text does not have the form wanted here; see the guide"),
    ),
    (re.compile(r"Expected `(?:int|float)` >= (.*)"), say("the number must be at least {found}")),
    (re.compile(r"Expected `(?:int|float)` <= (.*)"), say("the number must be at most {found}")),
)
_NAMES = {
    "object": say("entries (`name: value`)"),
    "array": say("a list"),
    "str": say("a text"),
    "int": say("a whole number"),
    "float": say("a number"),
    "bool": say("true or false"),
    "null": say("nothing"),
    "decimal": say("a number with decimals"),
    "Fraction": say("a number"),
    "date": say("a date such as 2027-01-31"),
}


def in_plain_words(what: str) -> Sentence:
    """What msgspec says, in plain words; as it stands where there are none."""
    for pattern, words in _PLAIN_WORDS:
        if match := pattern.match(what):
            return Sentence(words.message, {"found": match[1]}) if match.groups() else words
    return quoted(what)


def kind_name(kinds: str) -> Sentence:
    """The name of a kind of value, or of some with a bar between them as msgspec writes them."""
    found = [_NAMES.get(kind.strip(), as_written(kind.strip())) for kind in kinds.split("|")]
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), found)
