"""Answers in the words of their questionnaire, as they are printed."""

from collections.abc import Iterable, Iterator

from desktop.answers import Answer, Rows, Ticked
from desktop.content.questionnaires.questionnaire import Question, QuestionText
from desktop.dossier import Dossier
from desktop.report.flowables import joined, strong
from desktop.report.said_answers import row_answer, rows_said, said_in_one_line
from desktop.scores import Evidence
from desktop.text import Wording


def answer_lines(
    question: Question, text: QuestionText, answer: Answer | None, wording: Wording
) -> list[str]:
    """The answer in one line, that of a grid in a line for each thing said, naming its rows."""
    if isinstance(answer, Rows):
        return [
            joined((strong(f"{words[:1].upper()}{words[1:]}:"), "; ".join(rows)))
            for words, rows in rows_said(question, text, answer, wording)
        ]
    return [said_in_one_line(question, text, answer, wording)]


def short_answer(question: Question, text: QuestionText, answer: Answer | None, wording: Wording) -> str:
    """The answer in few words: the choice, how many of the choices, the rows left out; empty for all rows."""
    if isinstance(answer, Ticked):
        scored = [choice.id for choice in question.choices if choice.points > 0]
        ticked = sum(choice in answer.choices for choice in scored)
        return wording.plural("{count} of {all} ticked", "{count} of {all} ticked", ticked, all=len(scored))
    if isinstance(answer, Rows):
        left = len(question.rows) - len(answer.rows)
        return wording.plural("{count} row not answered", "{count} rows not answered", left) if left else ""
    return said_in_one_line(question, text, answer, wording)


def item_text(text: QuestionText, item: str) -> str:
    """The words of a row or choice."""
    entry = text.rows.get(item) or text.choices.get(item)
    return entry.text if entry else item


def evidence_in_words(evidence: Iterable[Evidence], dossier: Dossier, wording: Wording) -> Iterator[str]:
    """Each question once, with what was said of it or of its items that count."""
    results = {result.questionnaire.id: result.questionnaire for result in dossier.results}
    asked_in = {**dossier.library.questionnaires, **results}
    told: dict[tuple[str, str], list[str]] = {}
    for part in evidence:
        items = told.setdefault((part.questionnaire, part.question), [])
        items += [part.item] if part.item is not None else []
    for (name, asked), items in told.items():
        questionnaire = asked_in[name]
        question = questionnaire.questions[asked]
        text = questionnaire.text(wording.language).questions[asked]
        answer = dossier.sheet.get(question.key)
        said = _items_answer(question, text, answer, items, wording)
        yield f"{wording('“{question}”', question=text.text)} – {said}"


def _items_answer(
    question: Question, text: QuestionText, answer: Answer | None, items: list[str], wording: Wording
) -> str:
    if items and isinstance(answer, Ticked):
        return wording("not ticked: {items}", items="; ".join(item_text(text, item) for item in items))
    if items and isinstance(answer, Rows):
        said = ((item, row_answer(question, text, answer, item, wording)) for item in items)
        return "; ".join(f"{item_text(text, item)}: {words}" for item, words in said)
    return short_answer(question, text, answer, wording)
