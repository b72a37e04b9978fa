"""The strongest and the weakest rows and choices behind a dimension's score, in words."""

from collections.abc import Iterator

from desktop.content.questionnaires.questionnaire import Question
from desktop.dossier import AssessmentResult, Dossier
from desktop.report.answer_words import item_text
from desktop.scores import Item, items
from desktop.text import Wording

_ITEMS = 3


def strongest_and_weakest(
    dossier: Dossier, result: AssessmentResult, dimension: str, wording: Wording
) -> tuple[list[str], list[str]]:
    """Those of the questions that have any, at most three of each; none is both."""
    told = [
        (item, words)
        for question in result.shown
        if question.dimension == dimension and question.is_scored
        for item, words in _told(dossier, result, question, wording)
    ]
    weakest = sorted((part for part in told if _share(part[0]) < 1), key=lambda part: _share(part[0]))[
        :_ITEMS
    ]
    floor = max((_share(item) for item, _ in weakest), default=0.0)
    strongest = sorted((part for part in told if _share(part[0]) > floor), key=lambda part: -_share(part[0]))
    return [words for _, words in strongest[:_ITEMS]], [words for _, words in weakest]


def _told(
    dossier: Dossier, result: AssessmentResult, question: Question, wording: Wording
) -> Iterator[tuple[Item, str]]:
    text = result.questionnaire.text(wording.language).questions[question.id]
    for item in items(question, dossier.sheet.get(question.key)):
        if item.id is not None and item.worth is not None and item.worth.headline is not None:
            yield item, item_text(text, item.id)


def _share(item: Item) -> float:
    return float(item.worth.headline or 0) if item.worth else 0.0
