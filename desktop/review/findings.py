"""What a review finds wrong, as warnings with the line where it stands."""

from collections.abc import Iterator

from desktop.content.files.problem_words import entry_id
from desktop.content.questionnaires.questionnaire_building import PlacedEntry, Source, placed_entries
from desktop.errors import Problem
from desktop.review.dead_ends import competences_of
from desktop.review.reading_ease import FORMULA_NAMES
from desktop.review.reviewing import Review
from desktop.review.texts import TextState
from desktop.scripts import letters_without_typeface
from desktop.text import Sentence, say

_HARD = 60
"""Below 60, Gulpease is hard for whoever left school at 14, and Flesch is no longer plain English."""
_ENOUGH_WORDS = 100
_LETTERS = 20
_MOST_NAMED = 3


def find_warnings(review: Review, source: Source) -> Iterator[Problem]:
    """Questions nobody is asked, levels nobody reaches, answers that lead nowhere, texts hard to read."""
    for placed in placed_entries(source.file):
        yield from _question_warnings(review, source, placed)
    yield from _level_warnings(review, source)
    for state in review.texts:
        yield from _script_warnings(state, source)
        if state.ease is not None and state.ease < _HARD and state.words >= _ENOUGH_WORDS:
            document = source.texts[state.language][0]
            yield document.problem((), _hard_to_read(state, state.ease), "T009", is_warning=True)


def _hard_to_read(state: TextState, ease: float) -> Sentence:
    sentence = say(
        "the texts are hard to read: {formula} {ease} of 100, at least {least} is wanted; write shorter "
        "sentences and words",
        formula=FORMULA_NAMES[state.language],
        ease=ease,
        least=_HARD,
    )
    hardest = ", ".join(f"`{text.place}`" for text in state.hardest[:_MOST_NAMED] if not text.is_shared)
    if not hardest:
        return sentence
    return say("{sentence}, the hardest first: {hardest}", sentence=sentence, hardest=hardest)


def _script_warnings(state: TextState, source: Source) -> Iterator[Problem]:
    letters = letters_without_typeface(text for _, text, _ in state.texts)
    if letters:
        some = f"{letters[:_LETTERS]}{'…' if len(letters) > _LETTERS else ''}"
        sentence = say(
            "no bundled typeface has {letters}: the window borrows one of the system, the printed plan "
            "writes Latin letters instead",
            letters=some,
        )
        yield source.texts[state.language][0].problem((), sentence, "T010", is_warning=True)


def _question_warnings(review: Review, source: Source, placed: PlacedEntry) -> Iterator[Problem]:
    name = entry_id(placed.entry) or ""
    if name in review.routes.never_shown:
        sentence = say(
            "question `{name}` is never asked: no company and no earlier answers make its condition true; "
            "correct `when`, or remove the question",
            name=name,
        )
        yield source.document.problem((*placed.path, "when"), sentence, "Q038", is_warning=True)
    question = review.questionnaire.questions[name]
    if placed.entry.use is None and question.is_scored and not competences_of(question):
        sentence = say(
            "question `{name}` is scored and names no competence: no answer to it leads to any "
            "advice; add `competences`, or `weight: 0`",
            name=name,
        )
        yield source.document.problem(placed.path, sentence, "Q040", is_warning=True)
    for part in _idle_notes(review, name):
        sentence = say(
            "question `{name}`: `leads_nowhere` explains nothing: the answers lead somewhere; remove it",
            name=name,
        )
        if part is not None:
            sentence = say(
                "question `{name}`: `leads_nowhere` of `{part}` explains nothing: the answers lead "
                "somewhere; remove it",
                name=name,
                part=part,
            )
        yield source.document.problem(placed.path, sentence, "Q041", is_warning=True)


def _idle_notes(review: Review, question: str) -> Iterator[str | None]:
    for name, part in review.leads.idle_notes if review.leads else ():
        if name == question:
            yield part


def _level_warnings(review: Review, source: Source) -> Iterator[Problem]:
    span = review.reach.overall
    if span is None:
        return  # nothing is scored, as in a form of others
    for index, level in enumerate(review.questionnaire.levels):
        if level.id in review.reach.holes:
            sentence = say(
                "no answers lead to level `{id}`; complete answers score {low} to {high}; move its bound, or "
                "change points",
                id=level.id,
                low=float(span.low),
                high=float(span.high),
            )
            yield source.document.problem(("levels", index), sentence, "Q039", is_warning=True)
