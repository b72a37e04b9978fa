"""What stands in a cell of the comparison, in words."""

from desktop.answers import Answer
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording
from desktop.workspace import Agreement, Said

AGREED_MARK, DIFFERENT_MARK, TAKEN_MARK = "=", "≠", "✓"


def asked_in_words(row: Agreement, wording: Wording) -> str:
    """The question itself."""
    return row.questionnaire.text(wording.language).questions[row.question.id].text


def answer_of(row: Agreement, answer: Answer, wording: Wording) -> str:
    """An answer to the question of a row, as a sentence begins."""
    text = row.questionnaire.text(wording.language).questions[row.question.id]
    words = answer_in_words(row.question, text, answer, wording)
    return words if row.question.kind == "text" else f"{words[:1].upper()}{words[1:]}"


def said_in_words(row: Agreement, said: Said, wording: Wording) -> str:
    """What one person said, marked where the company took it over."""
    if said.answer is None:
        return wording("not answered") if said.is_asked else wording("not asked")
    words = answer_of(row, said.answer, wording)
    return f"{TAKEN_MARK} {words}" if said.answer == row.agreed else words


def agreed_in_words(row: Agreement, wording: Wording) -> str:
    """The answer of the company."""
    return wording("not agreed yet") if row.agreed is None else answer_of(row, row.agreed, wording)


def stance_in_words(row: Agreement, wording: Wording) -> str:
    """How far people agree, with a sign of its own for each."""
    if row.stance == "differ":
        words = wording("Answers differ")
        return f"{DIFFERENT_MARK} {words}"
    if row.stance == "agree":
        words = wording("All say the same")
        return f"{AGREED_MARK} {words}"
    given = sum(each.answer is not None for each in row.said)
    return wording("{count} of {all} answered", count=given, all=len(row.said))
