"""Questions found by words, without any window."""

from collections.abc import Iterable

from desktop.searching import folded
from desktop.ui.questions.route import Stop


def found(stops: Iterable[Stop], words: str, language: str) -> tuple[Stop, ...]:
    """The questions in whose texts every word stands, those that ask with them first; all without words."""
    wanted = folded(words).split()
    asking, others = [], []
    for stop in stops:
        text = stop.questionnaire.text(language)
        asks = folded(text.questions[stop.question.id].text)
        if all(word in asks for word in wanted):
            asking.append(stop)
        elif all(word in f"{asks} {_all_words(stop, language)}" for word in wanted):
            others.append(stop)
    return (*asking, *others)


def _all_words(stop: Stop, language: str) -> str:
    text = stop.questionnaire.text(language)
    asked = text.questions[stop.question.id]
    entries = (*asked.choices.values(), *asked.rows.values(), *asked.columns.values())
    titles = (text.title, text.sections[stop.section].title, asked.hint)
    words = (word.term for word in asked.words)
    return folded(" ".join((*titles, *(entry.text for entry in entries), *words)))
