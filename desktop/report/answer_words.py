"""Answers in the words of their questionnaire."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.questionnaire import Question, QuestionText
from desktop.dossier import Dossier
from desktop.report.flowables import joined, strong
from desktop.report.typography import lowered
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
    """The answer in few words: the choice, how many of the choices, the rows left out; empty for all rows."""
    if isinstance(answer, Ticked):
        scored = [choice.id for choice in question.choices if choice.points > 0]
        ticked = sum(choice in answer.choices for choice in scored)
        return wording.plural("{count} of {all} ticked", "{count} of {all} ticked", ticked, all=len(scored))
    if isinstance(answer, Rows):
        left = len(question.rows) - len(answer.rows)
        return wording.plural("{count} row not answered", "{count} rows not answered", left) if left else ""
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
        said = ((item, _row_answer(question, text, answer, item, wording)) for item in items)
        return "; ".join(f"{item_text(text, item)}: {words}" for item, words in said)
    return short_answer(question, text, answer, wording)


def _ticked(question: Question, text: QuestionText, choices: frozenset[str], wording: Wording) -> str:
    labels = [text.choices[choice.id].text for choice in question.choices if choice.id in choices]
    return "; ".join(labels) or wording("nothing ticked")


def _rows(question: Question, text: QuestionText, answer: Rows, wording: Wording) -> Iterator[str]:
    """Rows with the same answer share a line; lines go from most to least said."""
    said: dict[str, list[str]] = {}
    for row in sorted(question.rows, key=lambda row: _row_rank(question, answer.rows.get(row.id))):
        said.setdefault(_row_answer(question, text, answer, row.id, wording), []).append(
            text.rows[row.id].text
        )
    for words, rows in said.items():
        yield joined((strong(f"{words[:1].upper()}{words[1:]}:"), "; ".join(rows)))


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


def _row_answer(question: Question, text: QuestionText, answer: Rows, row: str, wording: Wording) -> str:
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
