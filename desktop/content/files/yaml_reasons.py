"""Why a text is no YAML, in the words of somebody who has never heard of tokens and scalars."""

import yaml

from desktop.text import Sentence, quoted, say

_QUOTES = say("quotes that are not closed; end the text as it begins, with the same sign")
_LIST_OR_TEXT = say(
    "an entry that does not fit in here; compare its indentation with the lines above, and write a text that "
    "holds quotes in the other kind of quotes"
)
_BRACKET = say("a bracket that nothing opens, or nothing in it; remove it, or put the text in quotes")
_BACKSLASH = say("a backslash in double quotes; write it twice, or the text in single quotes")
_CONTROL = say("a control character, which cannot be seen; delete it")
_REASONS = (
    (
        "mapping values are not allowed",
        say("`: ` where no entry can begin; check the indentation, and put a text that holds `: ` in quotes"),
    ),
    (
        "sequence entries are not allowed",
        say("a list that begins inside a line; give each `- ` its own line"),
    ),
    ("expected ',' or ']'", say("a list in brackets without its end; add `]`, or a comma between its parts")),
    (
        "expected ',' or '}'",
        say("entries in braces without their end; close them, and put commas between them"),
    ),
    ("unexpected end of stream", _QUOTES),
    ("tab character", say("a tab; indent with spaces")),
    (
        "cannot start any token",
        say(
            "a tab, or a text that begins with a sign such as @ or %; use spaces, and put the text in quotes"
        ),
    ),
    ("expected key", _LIST_OR_TEXT),
    ("expected '-' indicator", _LIST_OR_TEXT),
    ("expected ':'", say("an entry without its colon; look at the line above, too")),
    ("unknown escape", _BACKSLASH),
    ("expected hexdecimal", _BACKSLASH),
    ("node content", _BRACKET),
    ("<document start>", _BRACKET),
    ("control characters are not allowed", _CONTROL),
    ("special characters are not allowed", _CONTROL),
)


def reason_and_line(error: yaml.YAMLError, text: str) -> tuple[Sentence, int]:
    """What hinders reading `text`, as the end of a sentence, and its line from 1; 0 where it is not known."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return _plain(error.problem or error.context or ""), mark.line + 1 if mark else 0
    position = getattr(error, "position", None)
    line = 0 if position is None else text.encode()[:position].count(b"\n") + 1
    return _plain(str(error).partition("\n")[0]), line


def _plain(reason: str) -> Sentence:
    return next((words for part, words in _REASONS if part in reason), quoted(reason))
