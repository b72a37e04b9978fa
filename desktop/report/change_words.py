"""Where the change of a score comes from, in words, for paper and window; ReportLab is not needed."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from desktop.answers import Answer, Rows
from desktop.comparing import Cause, QuestionChange, ScoreChange, whole_points
from desktop.comparing.knowing import is_known
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording

_When: TypeAlias = Literal["then", "now", "both"]


def cause_name(cause: Cause, wording: Wording) -> str:
    """A cause in a few words."""
    match cause:
        case Cause.QUESTIONNAIRE:
            return wording("The questionnaire changed")
        case Cause.KNOWN:
            return wording("Answered only once")
        case Cause.RESPONDENT:
            return wording("Someone else answered")
        case Cause.REAL:
            return wording("The company changed")


def cause_about(cause: Cause, wording: Wording) -> str:
    """What a cause means, and what it does not."""
    match cause:
        case Cause.QUESTIONNAIRE:
            return wording(
                "Questions, choices or weights are not the same as then: the company itself did not change."
            )
        case Cause.KNOWN:
            return wording("The question could be answered only one of the two times.")
        case Cause.RESPONDENT:
            return wording("Another person gave another answer: a change, or another point of view.")
        case Cause.REAL:
            return wording("The same question, answered both times, and the answer is different now.")


def signed(points: int, wording: Wording) -> str:
    """A difference with its sign, "=" where there is none."""
    if not points:
        return "="
    sign = "+" if points > 0 else "\N{MINUS SIGN}"
    return f"{sign}{wording.number(abs(points))}"


def difference(change: ScoreChange) -> int:
    """The difference of the rounded scores, 0 where there is none to tell."""
    return 0 if change.then is None or change.now is None else round(change.now) - round(change.then)


def change_sentences(
    change: ScoreChange, questions: Iterable[QuestionChange], wording: Wording
) -> Iterator[str]:
    """A sentence for each cause that has a part in the change; none where there are no parts."""
    points, whole = whole_points(change), difference(change)
    are_all_gains = all(part >= 0 for part in points.values())
    open_when = _open_when(each for each in questions if _is_about(each, change.name))
    for cause, part in change.parts.items():
        count = points[cause]
        if not part:
            continue
        if count and count == whole and sum(map(bool, change.parts.values())) == 1:
            yield wording(
                "All of it comes from one cause: {because}.", because=_because(cause, open_when, wording)
            )
        elif count and are_all_gains and whole > 1:
            yield _of_all(cause, open_when, (count, whole), wording)
        else:
            size = signed(count, wording) if count else wording("less than a point")
            yield f"{size}: {_because(cause, open_when, wording)}"


def said(question: Question, text: QuestionText, answer: Answer | None, wording: Wording) -> str:
    """An answer as sentences begin; a text as it was written."""
    words = answer_in_words(question, text, answer, wording)
    return words if question.kind == "text" else f"{words[:1].upper()}{words[1:]}"


def _of_all(cause: Cause, open_when: _When, points: tuple[int, int], wording: Wording) -> str:
    """A part of a gain; each message whole, because languages put their words differently."""
    count, whole = points
    match cause, open_when:
        case Cause.QUESTIONNAIRE, _:
            return wording.plural(
                "{count} of the {all} points comes from the changed questionnaire.",
                "{count} of the {all} points come from the changed questionnaire.",
                count,
                all=whole,
            )
        case Cause.KNOWN, "then":
            return wording.plural(
                "{count} of the {all} points comes from questions you could not answer last time.",
                "{count} of the {all} points come from questions you could not answer last time.",
                count,
                all=whole,
            )
        case Cause.KNOWN, _:
            return wording.plural(
                "{count} of the {all} points comes from questions answered only one of the two times.",
                "{count} of the {all} points come from questions answered only one of the two times.",
                count,
                all=whole,
            )
        case Cause.RESPONDENT, _:
            return wording.plural(
                "{count} of the {all} points comes from questions that somebody else answered.",
                "{count} of the {all} points come from questions that somebody else answered.",
                count,
                all=whole,
            )
        case _:
            return wording.plural(
                "{count} of the {all} points comes from what changed in the company.",
                "{count} of the {all} points come from what changed in the company.",
                count,
                all=whole,
            )


def _because(cause: Cause, open_when: _When, wording: Wording) -> str:
    match cause, open_when:
        case Cause.QUESTIONNAIRE, _:
            return wording("the questionnaire changed")
        case Cause.KNOWN, "then":
            return wording("questions you could not answer last time")
        case Cause.KNOWN, "now":
            return wording("questions answered last time and not this time")
        case Cause.KNOWN, _:
            return wording("questions answered only one of the two times")
        case Cause.RESPONDENT, _:
            return wording("questions that somebody else answered")
        case _:
            return wording("what changed in the company")


def _is_about(change: QuestionChange, dimension: str) -> bool:
    question = change.then.question if change.now is None and change.then is not None else change.now
    return Cause.KNOWN in change.causes and (
        not dimension or question is None or question.dimension == dimension
    )


def _open_when(changes: Iterable[QuestionChange]) -> _When:
    """When the questions that could be answered only once could not."""
    found = {(_has_gap(each.before), _has_gap(each.after)) for each in changes}
    if found == {(True, False)}:
        return "then"
    return "now" if found == {(False, True)} else "both"


def _has_gap(answer: Answer | None) -> bool:
    if isinstance(answer, Rows):
        return not all(is_known(row) for row in answer.rows.values())
    return not is_known(answer)
