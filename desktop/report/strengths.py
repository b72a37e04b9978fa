"""What the company does well: the competences that are where they should be, and its best answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.answers import Rows
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style, terms
from desktop.report.answer_words import item_text, short_answer
from desktop.report.columns import Columns
from desktop.report.flowables import Heading, Text, height_of, joined, muted, strong
from desktop.report.said_answers import row_answer
from desktop.scores import items
from desktop.text import Wording

_MOST = 6
_FROM_ONE_QUESTION = 2
_GOOD = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class _Strength:
    """An answer, or one item of it: how good it is (0-1), how much of 100 points it brings, in words."""

    key: QuestionKey
    share: Fraction
    points: Fraction
    asked: str
    said: str


def strengths(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A short section; encouraging words where nothing stands out yet; nothing without any answer."""
    if not dossier.sheet or not dossier.results:
        return []
    reached = ", ".join(_reached(dossier, wording))
    told = [
        [Text(joined((muted(asked), strong("; ".join(said))), " "), style.SMALL), Spacer(1, 3)]
        for asked, said in _best(dossier, wording)
    ]
    heading = Heading.of(wording("What you do well"), style.SECTION, "strengths", 1)
    opening: list[Flowable] = [heading]
    if reached:
        label = strong(wording("Already at the level you need:"))
        opening.append(Text(joined((label, f"{reached}.")), style.BODY))
    if not told and not reached:
        opening.append(Text(wording("Nothing stands out yet: many companies begin here."), style.BODY))
    columns = Columns(told)
    opening.append(Spacer(1, 4))
    return [CondPageBreak(height_of(opening) + columns.height_of_beginning()), *opening, columns]


def _reached(dossier: Dossier, wording: Wording) -> Iterator[str]:
    """The competences at the level that the company needs, in the order of the catalogue."""
    catalogue = dossier.library.catalogue
    for name in catalogue.competences:
        found, target = dossier.competences.get(name), catalogue.target_level(name, dossier.company)
        if found is not None and found.level is not None and 0 < target <= found.level:
            yield terms.competence_name(name, dossier, wording.language)


def _best(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, list[str]]]:
    """The questions with the best answers, those that bring most points first, and what was said."""
    found = [each for result in dossier.results for each in _good_answers(result, dossier, wording)]
    found.sort(key=lambda each: (-each.share, -each.points))
    chosen: dict[QuestionKey, tuple[str, list[str]]] = {}
    for each in found:
        if each.key in chosen or len(chosen) < _MOST:
            said = chosen.setdefault(each.key, (each.asked, []))[1]
            if each.said not in said and len(said) < _FROM_ONE_QUESTION:
                said.append(each.said)
    yield from chosen.values()


def _good_answers(result: AssessmentResult, dossier: Dossier, wording: Wording) -> Iterator[_Strength]:
    text = result.questionnaire.text(wording.language)
    for score in result.scorecard.dimensions.values():
        for part in score.contributions:
            question = result.questionnaire.questions[part.question]
            words, answer = text.questions[part.question], dossier.sheet.get(question.key)
            if part.points is None or answer is None:
                continue
            for item in items(question, answer):
                worth = item.worth.headline if item.worth else None
                if worth is None or worth < _GOOD:
                    continue
                said = short_answer(question, words, answer, wording)
                if item.id is not None:
                    said = item_text(words, item.id)
                    if isinstance(answer, Rows):
                        said = f"{said}: {row_answer(question, words, answer, item.id, wording)}"
                yield _Strength(question.key, worth, part.of * item.share, words.text, said)
