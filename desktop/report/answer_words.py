"""Answers in the words of their questionnaire."""

from collections.abc import Iterator

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.questionnaire import Question, QuestionText
from desktop.dossier import Dossier
from desktop.scores import Evidence
from desktop.text import Wording


def answer_lines(
    question: Question, text: QuestionText, answer: Answer | None, wording: Wording
) -> list[str]:
    """The answer in one line, that of a grid in a line for each thing said, naming its rows."""
    match answer:
        case None | Reserved():
            return [reserved_in_words(answer, wording)]
        case Chosen(choice):
            return [text.choices[choice].text]
        case Ticked(choices):
            return [_ticked(question, text, choices, wording)]
        case Rows():
            return list(_rows(question, text, answer, wording))
        case Number(value):
            return [" ".join(filter(None, (wording.number(value, 2), text.unit)))]
        case Text(words):
            return [words]


def short_answer(question: Question, text: QuestionText, answer: Answer | None, wording: Wording) -> str:
    """The answer in few words: the choice, or how many of the choices or rows."""
    if isinstance(answer, Ticked):
        scored = [choice.id for choice in question.choices if choice.points > 0]
        ticked = sum(choice in answer.choices for choice in scored)
        return wording("{count} of {all} ticked", count=ticked, all=len(scored))
    if isinstance(answer, Rows):
        said = sum(bool(not isinstance(value, Ticked) or value.choices) for value in answer.rows.values())
        return wording("{count} of {all} rows filled in", count=said, all=len(question.rows))
    return answer_lines(question, text, answer, wording)[0]


def reserved_in_words(answer: Reserved | None, wording: Wording) -> str:
    """An answer every question offers, or none."""
    if answer is None:
        return wording("not answered")
    return wording("don't know") if answer is Reserved.UNKNOWN else wording("does not apply")


def item_text(text: QuestionText, item: str) -> str:
    """The words of a row or choice."""
    entry = text.rows.get(item) or text.choices.get(item)
    return entry.text if entry else item


def evidence_in_words(evidence: Evidence, dossier: Dossier, wording: Wording) -> str:
    """The question and what was said of it or of the item that counts."""
    questionnaire = dossier.library.questionnaires[evidence.questionnaire]
    question = questionnaire.questions[evidence.question]
    text = questionnaire.text(wording.language).questions[evidence.question]
    answer = dossier.sheet.get(question.key)
    asked = wording("“{question}”", question=text.text)
    if evidence.item is None:
        return f"{asked} – {short_answer(question, text, answer, wording)}"
    said = _item_answer(question, text, answer, evidence.item, wording)
    return f"{asked} – {item_text(text, evidence.item)}: {said}"


def _item_answer(
    question: Question, text: QuestionText, answer: Answer | None, item: str, wording: Wording
) -> str:
    if isinstance(answer, Ticked):
        return wording("yes") if item in answer.choices else wording("no")
    if isinstance(answer, Rows):
        return _row_answer(question, text, answer, item, wording)
    return short_answer(question, text, answer, wording)


def _ticked(question: Question, text: QuestionText, choices: frozenset[str], wording: Wording) -> str:
    labels = [text.choices[choice.id].text for choice in question.choices if choice.id in choices]
    return "; ".join(labels) or wording("nothing ticked")


def _rows(question: Question, text: QuestionText, answer: Rows, wording: Wording) -> Iterator[str]:
    """Rows with the same answer share a line."""
    said: dict[str, list[str]] = {}
    for row in question.rows:
        said.setdefault(_row_answer(question, text, answer, row.id, wording), []).append(
            text.rows[row.id].text
        )
    for words, rows in said.items():
        yield f"{words}: {'; '.join(rows)}"


def _row_answer(question: Question, text: QuestionText, answer: Rows, row: str, wording: Wording) -> str:
    said = answer.rows.get(row)
    match said:
        case Chosen(choice):
            return text.choices[choice].text
        case Ticked(columns):
            labels = [text.columns[column.id].text for column in question.columns if column.id in columns]
            return ", ".join(labels) or wording("nothing ticked")
        case _:
            return reserved_in_words(said, wording)
