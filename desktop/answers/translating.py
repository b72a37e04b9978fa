"""One answer said in the ids of a later question, as far as that one still takes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.answers.plain import AnswerError, answer_from_plain, answer_to_plain
from desktop.answers.values import Answer, Chosen, Reserved, Rows, Ticked
from desktop.content.questionnaires.questionnaire import Choice, Origin, Question, Row

_ONE_CHOICE = {"one", "scale"}


@dataclass(frozen=True, slots=True)
class Translated:
    """An answer in new ids; `left_out` are the old choices or rows without a place in it."""

    answer: Answer
    left_out: tuple[str, ...] = ()


def translate(old: Question, answer: Answer, question: Question, origin: Origin) -> Translated | None:
    """The answer to `old` as an answer to `question`, None where nothing of it fits.

    Of several ticks or rows those that fit are taken; what remains must still say something.
    """
    if old.kind != question.kind and {old.kind, question.kind} != _ONE_CHOICE:
        return None
    match answer:
        case Chosen(choice):
            found = Translated(Chosen(origin.choices.get(choice, choice)))
        case Ticked(choices):
            found = _ticks(choices, question.choices, origin.choices)
        case Rows(rows):
            found = _rows(rows, question, origin)
        case _:
            found = Translated(answer)
    if found.left_out and not answer_to_plain(found.answer):
        return None
    return found if _fits(question, found.answer) else None


def _fits(question: Question, answer: Answer) -> bool:
    try:
        return answer_from_plain(question, answer_to_plain(answer)) == answer
    except AnswerError:
        return False


def _ticks(ticked: frozenset[str], choices: tuple[Choice, ...], names: Mapping[str, str]) -> Translated:
    known = {choice.id for choice in choices}
    renamed = {names.get(choice, choice): choice for choice in ticked}
    left_out = (old for new, old in renamed.items() if new not in known)
    return Translated(Ticked(frozenset(known & renamed.keys())), tuple(sorted(left_out)))


def _rows(rows: Mapping[str, Chosen | Ticked | Reserved], question: Question, origin: Origin) -> Translated:
    """Of rows that became one, the first that was answered counts: its own id, then in the order written."""
    found: dict[str, Chosen | Ticked | Reserved] = {}
    left_out: set[str] = set(rows)
    for row in question.rows:
        for name in _stands_for(row, origin.rows):
            if name not in rows:
                continue
            cell = _cell(rows[name], question, origin)
            if cell is not None and found.setdefault(row.id, cell) == cell:
                left_out.discard(name)
    return Translated(Rows(found), tuple(sorted(left_out)))


def _stands_for(row: Row, names: Mapping[str, str]) -> tuple[str, ...]:
    return (row.id, *(former for former, name in names.items() if name == row.id))


def _cell(
    said: Chosen | Ticked | Reserved, question: Question, origin: Origin
) -> Chosen | Ticked | Reserved | None:
    """What was said of one row; of ticked columns all must still be there."""
    match said:
        case Chosen(step):
            cell: Chosen | Ticked | Reserved = Chosen(origin.choices.get(step, step))
        case Ticked(columns):
            cell = Ticked(frozenset(origin.columns.get(column, column) for column in columns))
        case _:
            cell = said
    return cell if _fits(question, Rows({question.rows[0].id: cell})) else None
