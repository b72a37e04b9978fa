"""What a review finds wrong, as warnings with the line where it stands."""

from collections.abc import Iterator

from desktop.content.problem_words import entry_id
from desktop.content.questionnaire_building import PlacedEntry, Source, placed_entries
from desktop.errors import Problem
from desktop.review.dead_ends import competences_of
from desktop.review.reading_ease import FORMULA_NAMES
from desktop.review.reviewing import Review
from desktop.review.texts import TextState
from desktop.review.words import number
from desktop.scripts import letters_without_typeface

_HARD = 60
"""Below 60, Gulpease is hard for whoever left school at 14, and Flesch is no longer plain English."""
_ENOUGH_WORDS = 100
_LETTERS = 20


def find_warnings(review: Review, source: Source) -> Iterator[Problem]:
    """Questions nobody is asked, levels nobody reaches, answers that lead nowhere, texts hard to read."""
    for placed in placed_entries(source.file):
        yield from _question_warnings(review, source, placed)
    yield from _level_warnings(review, source)
    for state in review.texts:
        yield from _script_warnings(state, source)
        if state.ease is not None and state.ease < _HARD and state.words >= _ENOUGH_WORDS:
            hardest = ", ".join(f"`{text.place}`" for text in state.hardest[:3] if not text.is_shared)
            sentence = (
                f"the texts are hard to read: {FORMULA_NAMES[state.language]} {number(state.ease)} of 100, "
                f"at least {_HARD} is wanted; write shorter sentences and words"
                f"{f', the hardest first: {hardest}' if hardest else ''}"
            )
            document = source.texts[state.language][0]
            yield document.problem((), sentence, "T009", is_warning=True)


def _script_warnings(state: TextState, source: Source) -> Iterator[Problem]:
    letters = letters_without_typeface(text for _, text, _ in state.texts)
    if letters:
        some = f"{letters[:_LETTERS]}{'…' if len(letters) > _LETTERS else ''}"
        sentence = (
            f"no bundled typeface has {some}: the window borrows one of the system, "
            f"the printed plan writes Latin letters instead"
        )
        yield source.texts[state.language][0].problem((), sentence, "T010", is_warning=True)


def _question_warnings(review: Review, source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    name = entry_id(placed.entry) or ""
    if name in review.routes.never_shown:
        sentence = (
            f"question `{name}` is never asked: no firm and no earlier answers make its condition true; "
            f"correct `when`, or remove the question"
        )
        yield source.document.problem((*placed.path, "when"), sentence, "Q038", is_warning=True)
    question = review.questionnaire.questions[name]
    if placed.entry.use is None and question.is_scored and not competences_of(question):
        sentence = (
            f"question `{name}` is scored and names no competence: no answer to it leads to any advice; "
            f"add `competences`, or `weight: 0`"
        )
        yield source.document.problem(placed.path, sentence, "Q040", is_warning=True)
    for name_of_part in _idle_notes(review, name):
        sentence = (
            f"question `{name}`: `leads_nowhere`{name_of_part} explains nothing: the answers lead somewhere; "
            f"remove it"
        )
        yield source.document.problem(placed.path, sentence, "Q041", is_warning=True)


def _idle_notes(review: Review, question: str) -> Iterator[str]:
    for name, part in review.leads.idle_notes if review.leads else ():
        if name == question:
            yield f" of `{part}`" if part else ""


def _level_warnings(review: Review, source: Source) -> Iterator[Problem]:
    span = review.reach.overall
    if span is None:
        return  # nothing is scored, as in a form of others
    scores = f"; complete answers score {number(span.low)} to {number(span.high)}"
    for index, level in enumerate(review.questionnaire.levels):
        if level.id in review.reach.holes:
            sentence = f"no answers lead to level `{level.id}`{scores}; move its bound, or change points"
            yield source.document.problem(("levels", index), sentence, "Q039", is_warning=True)
