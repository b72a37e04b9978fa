"""What is still open in a round, without any window: unanswered, unknown, marked for later, or guessed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from desktop.answers import Answer, AnswerSheet, Reserved, Rows, has_answer
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage import Remark
from desktop.text import Wording
from desktop.ui.grouped_list import Heading
from desktop.ui.questions.route import Stop

Reason = Literal["unanswered", "unknown", "marked", "guess"]
_NOTHING = Remark()


@dataclass(frozen=True)
class Point:
    """A question to come back to, why, and the note beside it."""

    stop: Stop
    reasons: tuple[Reason, ...]
    note: str


def open_points(
    stops: Iterable[Stop], sheet: AnswerSheet, remarks: Mapping[QuestionKey, Remark]
) -> tuple[Point, ...]:
    """The open questions in order; one that several questionnaires ask stands where it is asked first."""
    once = {stop.question.key: stop for stop in reversed(tuple(stops))}
    found = []
    for key, stop in reversed(once.items()):
        remark = remarks.get(key, _NOTHING)
        if reasons := tuple(_reasons(stop, sheet, remark)):
            found.append(Point(stop, reasons, remark.note))
    return tuple(found)


def grouped(points: Iterable[Point], wording: Wording) -> Iterator[object]:
    """The points under their questionnaires and sections."""
    for questionnaire, of_it in groupby(points, lambda point: point.stop.questionnaire):
        text = questionnaire.text(wording.language)
        yield Heading(text.title)
        for section, found in groupby(of_it, lambda point: point.stop.section):
            yield Heading(text.sections[section].title, 1)
            yield from found


def reason_words(wording: Wording) -> dict[Reason, str]:
    """Why a question is open, in words."""
    return {
        "unanswered": wording("not answered"),
        "unknown": wording("don't know"),
        "marked": wording("for later"),
        "guess": wording("guess"),
    }


def _reasons(stop: Stop, sheet: AnswerSheet, remark: Remark) -> Iterator[Reason]:
    answer = sheet.get(stop.question.key)
    if _is_unknown(answer):
        yield "unknown"
    elif not has_answer(stop.question, sheet):
        yield "unanswered"
    if remark.is_marked:
        yield "marked"
    if remark.confidence == "guess":
        yield "guess"


def _is_unknown(answer: Answer | None) -> bool:
    """Also where a line of a grid is not known."""
    if isinstance(answer, Rows):
        return Reserved.UNKNOWN in answer.rows.values()
    return answer is Reserved.UNKNOWN
