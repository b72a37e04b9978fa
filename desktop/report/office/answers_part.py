"""What was asked and answered, and how everything was computed."""

from collections.abc import Iterator

from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.dossier import AssessmentResult, Dossier
from desktop.report.method_words import method_notes
from desktop.report.office.blocks import Block, Heading, Line, Table, cell, strong
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording


def answers_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """All questions as asked, beside their answers; nothing where none leaves the desk."""
    rows = list(asked_and_answered(dossier, wording))
    if not rows:
        return
    yield Heading(wording("Your answers"), 1)
    head = wording("Question"), wording("Answer")
    for result in dossier.results:
        own = tuple(
            (cell(strong(asked)), cell(*answer.split("\n"))) for of, asked, answer in rows if of is result
        )
        if own:
            title = result.questionnaire.text(wording.language).title
            yield Heading(title, 2)
            yield Table(head, own, (0.42, 0.58), title)


def asked_and_answered(dossier: Dossier, wording: Wording) -> Iterator[tuple[AssessmentResult, str, str]]:
    """Each question with its answer in words; an answer two questionnaires share is told once."""
    told: set[QuestionKey] = set()
    for result in dossier.results:
        for question in result.shown:
            text = result.questionnaire.text(wording.language).questions[question.id]
            is_told = question.key in told
            yield (
                result,
                text.text,
                wording("as above") if is_told else _answer(question, result, dossier, wording),
            )
        told.update(question.key for question in result.shown)


def _answer(question: Question, result: AssessmentResult, dossier: Dossier, wording: Wording) -> str:
    text = result.questionnaire.text(wording.language).questions[question.id]
    said = answer_in_words(question, text, dossier.sheet.get(question.key), wording)
    return said if question.kind == "text" else f"{said[:1].upper()}{said[1:]}"


def method_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """The notes on how the figures came about."""
    yield Heading(wording("How this was computed"), 1)
    for title, words in method_notes(dossier, wording):
        yield Line((strong(f"{title}. "), words), "Note")
