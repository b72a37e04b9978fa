"""What was asked and answered: every question that was shown, its answer in words, and what it counts."""

from collections.abc import Iterator, Mapping, Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.dossier import AssessmentResult, Beside, Dossier
from desktop.report import style, terms
from desktop.report.answer_words import answer_lines
from desktop.report.beside_answers import beside_answer
from desktop.report.columns import Columns, Piece
from desktop.report.flowables import Heading, Markup, Text, grid, height_of, joined, muted, strong, text_width
from desktop.scores import Contribution
from desktop.text import Wording

_NAMES = 0.46  # of the width, where they do not leave one line to what stands beside them
_BESIDE = 8.0  # points between two cells
_DOT = " \N{MIDDLE DOT} "


def answers_page(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """All questions by dimension, in two columns; an answer two questionnaires share is printed once."""
    lead = wording(
        "Everything that was asked, with your answer, and the points it brings to its dimension of those it "
        "could bring."
    )
    content: list[Flowable] = []
    headings: list[Flowable] = [
        Heading.of(wording("Your answers"), style.PAGE_TITLE, "answers"),
        Text(lead, style.BODY),
    ]
    told: set[QuestionKey] = set()
    for result in dossier.results:
        text = result.questionnaire.text(wording.language)
        headings.append(Heading.of(text.title, style.SECTION, f"answers-{result.questionnaire.id}", 1))
        if result.shown:
            page = _Answers(result, dossier, wording, told)
            columns = Columns(list(page.pieces()))
            content += [
                CondPageBreak(height_of(headings) + columns.height_of_beginning()),
                *headings,
                columns,
            ]
            headings = []
        told.update(question.key for question in result.shown)
    return [*content, *headings]


class _Answers:
    """The answers of one questionnaire; those whose keys are in `told` stand further up already."""

    def __init__(
        self, result: AssessmentResult, dossier: Dossier, wording: Wording, told: set[QuestionKey]
    ) -> None:
        self._result, self._dossier, self._wording, self._told = result, dossier, wording, told
        self._text = result.questionnaire.text(wording.language)
        self._earned = {
            part.question: part
            for score in result.scorecard.dimensions.values()
            for part in score.contributions
        }

    def pieces(self) -> Iterator[Piece]:
        """A piece for each question; the first one of a dimension begins with its name."""
        for dimension, questions in _by_dimension(self._result).items():
            for index, question in enumerate(questions):
                head = [] if index or dimension is None else [self._head(dimension)]
                lines, more = beside_answer(self._beside(question), self._wording)
                yield [*head, *self._question(question), *lines, Spacer(1, 4.5)]
                yield from ([line, Spacer(1, 4.5)] for line in more)

    def _beside(self, question: Question) -> Beside:
        """Printed once, where the answer is."""
        is_above = question.key in self._told
        return Beside() if is_above else self._dossier.beside.get(question.key, Beside())

    def _head(self, dimension: str) -> Flowable:
        score = self._result.scorecard.dimensions[dimension]
        level = terms.level_in_short(score, self._result.questionnaire, self._wording)
        points = terms.score_in_words(score, self._wording)
        told = joined((strong(points), muted(level.replace(" ", "\N{NO-BREAK SPACE}"))), " · ")
        name = self._text.dimensions[dimension].name
        key = f"dimension-{self._result.questionnaire.id}-{dimension}"
        names = _width_of_name(name, points, f" · {level}")
        return grid(
            [[Heading.of(name, style.SMALL_STRONG, key, 2), Text(told, style.TINY_RIGHT)]],
            (names, style.HALF - names),
            ("LINEABOVE", (0, 0), (-1, 0), 1, style.ACCENT),
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        )

    def _question(self, question: Question) -> Iterator[Flowable]:
        asked = self._text.questions[question.id].text
        part = self._earned.get(question.id)
        points = muted(points_in_words(part, self._wording)) if part else ""
        if question.key in self._told:
            yield Text(joined((asked, muted(self._wording("as above")), points), _DOT), style.TINY)
            return
        *lines, last = self._answer(question)
        yield Text(asked, style.TINY_STRONG)
        for line in (*lines, joined((last, points), _DOT)):
            yield Text(line, style.TINY)

    def _answer(self, question: Question) -> Sequence[str]:
        answer = self._dossier.sheet.get(question.key)
        lines = answer_lines(question, self._text.questions[question.id], answer, self._wording)
        return [self._sentence(question, line) for line in lines]

    def _sentence(self, question: Question, line: str) -> str:
        is_finished = question.kind == "text" or isinstance(line, Markup)
        return line if is_finished else f"{line[:1].upper()}{line[1:]}"


def _width_of_name(name: str, points: str, level: str) -> float:
    """As much as it leaves to what is told beside it on one line, where both have room."""
    told = text_width([points], style.TINY_STRONG) + text_width([level], style.TINY)
    rest = float(style.HALF - told - _BESIDE)
    return rest if rest > text_width([name], style.SMALL_STRONG) + _BESIDE else float(style.HALF * _NAMES)


def points_in_words(part: Contribution, wording: Wording) -> str:
    """Points earned of those possible, on one line; a dash while the question is unanswered."""
    told = wording(
        "{points} of {of} points",
        points="–" if part.points is None else wording.number(part.points, 1),
        of=wording.number(part.of, 1),
    )
    return told.replace(" ", "\N{NO-BREAK SPACE}")


def _by_dimension(result: AssessmentResult) -> Mapping[str | None, list[Question]]:
    """The shown questions by what they are scored for, in the order in which they were asked."""
    found: dict[str | None, list[Question]] = {}
    for question in result.shown:
        found.setdefault(question.dimension, []).append(question)
    return found
