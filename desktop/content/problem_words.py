"""What all sense checks of a questionnaire say alike."""

import difflib
from collections.abc import Iterable

from desktop.content.questionnaire_building import Source
from desktop.content.questionnaire_file import QuestionEntry
from desktop.content.strict_yaml import Steps
from desktop.errors import Problem


def problem(source: Source, path: Steps, sentence: str, code: str) -> Problem:
    """A problem in the structure file of a questionnaire."""
    return source.document.problem(path, sentence, code)


def entry_id(entry: QuestionEntry) -> str | None:
    """The id a question is asked under: its own, or that of the one it uses."""
    return entry.id or (entry.use or "").partition("/")[2] or None


def like(name: str, known: Iterable[str]) -> str:
    """A guess at what was meant, as the end of a sentence; empty where nothing is near."""
    guess = difflib.get_close_matches(name, sorted(known), 1)
    return f"; did you mean `{guess[0]}`?" if guess else ""
