"""The appendix: every question that was shown, with its answer in words."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.dossier import AssessmentResult, Dossier
from desktop.report import style
from desktop.report.answer_words import answer_lines
from desktop.report.flowables import Heading, Markup, Text, grid, height_of, height_of_beginning, lined
from desktop.text import Wording

_ASKED = 0.4


def answers_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """All questions as asked, beside their answers; an answer two questionnaires share is printed once."""
    content: list[Flowable] = []
    headings: list[Flowable] = [Heading.of(wording("Your answers"), style.PAGE_TITLE, "answers")]
    told: set[QuestionKey] = set()
    for result in dossier.results:
        text = result.questionnaire.text(wording.language)
        heading = Heading.of(text.title, style.SECTION, f"answers-{result.questionnaire.id}", 1)
        rows = [
            _row(question, result, dossier, wording, is_told=question.key in told)
            for question in result.shown
        ]
        told.update(question.key for question in result.shown)
        headings.append(heading)
        if rows:
            widths = (style.WIDTH * _ASKED, style.WIDTH * (1 - _ASKED))
            table = grid(
                rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), splitInRow=1, reads="named rows"
            )
            room = min(height_of(headings) + height_of_beginning(table), style.HEIGHT)
            content += [CondPageBreak(room), *headings, table, Spacer(1, 4)]
            headings = []
    return [*content, *headings]


def _row(
    question: Question, result: AssessmentResult, dossier: Dossier, wording: Wording, *, is_told: bool
) -> list[list[Flowable]]:
    text = result.questionnaire.text(wording.language).questions[question.id]
    answer = dossier.sheet.get(question.key)
    lines = [wording("as above")] if is_told else answer_lines(question, text, answer, wording)
    if question.kind != "text":
        lines = [_sentence(line) for line in lines]
    return [[Text(text.text, style.TINY_STRONG)], [Text(line, style.TINY) for line in lines]]


def _sentence(line: str) -> str:
    return line if isinstance(line, Markup) else f"{line[:1].upper()}{line[1:]}"
