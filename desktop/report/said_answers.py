"""Answers in the words of their questionnaire, as plain text; ReportLab is not needed."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.report.typography import lowered
from desktop.text import Wording


def answer_in_words(question: Question, text: QuestionText, answer: Answer | None, wording: Wording) -> str:
    """The whole answer, that of a grid in a line for each thing said."""
    if isinstance(answer, Rows):
        found = rows_said(question, text, answer, wording)
        return "\n".join(f"{words[:1].upper()}{words[1:]}: {'; '.join(rows)}" for words, rows in found)
    return said_in_one_line(question, text, answer, wording)


def said_in_one_line(
    question: Question,
    text: QuestionText,
    answer: Reserved | Chosen | Ticked | Number | Text | None,
    wording: Wording,
) -> str:
    """The answer to a question that is no grid."""
    match answer:
        case None | Reserved():
            return reserved_in_words(answer, wording)
        case Chosen(choice):
            return text.choices[choice].text
        case Ticked(choices):
            labels = [text.choices[choice.id].text for choice in question.choices if choice.id in choices]
            return "; ".join(labels) or wording("nothing ticked")
        case Number(value):
            return " ".join(filter(None, (wording.number(value, 2), text.unit)))
        case Text(words):
            return words


def reserved_in_words(answer: Reserved | None, wording: Wording) -> str:
    """An answer every question offers, or none."""
    if answer is None:
        return wording("not answered")
    return wording("don't know") if answer is Reserved.UNKNOWN else wording("does not apply")


def rows_said(
    question: Question, text: QuestionText, answer: Rows, wording: Wording
) -> Iterator[tuple[str, list[str]]]:
    """What was said of the rows of a grid, each with those rows; from most to least said."""
    said: dict[str, list[str]] = {}
    for row in sorted(question.rows, key=lambda row: _row_rank(question, answer.rows.get(row.id))):
        words = row_answer(question, text, answer, row.id, wording)
        said.setdefault(words, []).append(text.rows[row.id].text)
    yield from said.items()


def row_answer(question: Question, text: QuestionText, answer: Rows, row: str, wording: Wording) -> str:
    """What was said of one row."""
    said = answer.rows.get(row)
    match said:
        case Chosen(choice):
            return text.choices[choice].text
        case Ticked(columns):
            labels = [text.columns[column.id].text for column in question.columns if column.id in columns]
            labels[1:] = [lowered(label) for label in labels[1:]]
            return ", ".join(labels) or _no_column(len(question.columns), wording)
        case _:
            return reserved_in_words(said, wording)


def _row_rank(question: Question, said: Answer | None) -> tuple[int, Fraction | int]:
    """Most ticks or the choice worth most first, then no tick at all, then what is not known."""
    match said:
        case Chosen(choice):
            return 0, -max((entry.points for entry in question.choices if entry.id == choice), default=0)
        case Ticked(columns):
            return (0, -len(columns)) if columns else (1, 0)
        case _:
            return 2, 0 if said is Reserved.UNKNOWN else 1


def _no_column(columns: int, wording: Wording) -> str:
    return wording("neither of the two") if columns == 2 else wording("none of these")  # noqa: PLR2004
