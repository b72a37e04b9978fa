"""What all sense checks of a questionnaire say alike."""

from collections.abc import Mapping

from desktop.content.files.strict_yaml import Steps
from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.questionnaire_file import QuestionEntry
from desktop.errors import Problem
from desktop.text import Sentence, say

PART_NAMES: Mapping[str, Sentence] = {"choices": say("choice"), "rows": say("row"), "columns": say("column")}
"""The parts of a question by their entry in the file, one of each in words."""


def problem(source: Source, path: Steps, sentence: Sentence, code: str) -> Problem:
    """A problem in the structure file of a questionnaire."""
    return source.document.problem(path, sentence, code)


def entry_id(entry: QuestionEntry) -> str | None:
    """The id a question is asked under: its own, or that of the one it uses."""
    return entry.id or (entry.use or "").partition("/")[2] or None


def question_named(name: str | None) -> Sentence:
    """A question by its id, as the beginning of a sentence."""
    return say("question `{name}`", name=name)
