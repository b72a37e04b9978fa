"""Answers of the digital maturity assessment in the fields of the European platform, and lists of results."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.answers import Answer, AnswerSheet, Chosen, Reserved, Rows, Ticked
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.csv_writing import Cell
from desktop.exchange.outward.dma_fields import ALREADY, FIELDS, HEAD, PAIRED, PLANNED, SCORES, STEPS
from desktop.exchange.outward.table import Table
from desktop.text import Sentence, say

PairOrder = Literal["plan-already", "already-plan"]
"""What the two digits of a row of the first question stand for; plan first as one known programme writes."""
_LACKING = say("{name}, {stage}: left out; questions not fully answered: {count} of 11.")
_UNKNOWN = say(
    "{name}, {stage}: answers “I don't know” that became 0, as the platform has no place for them: {count}."
)
_NO_FIELD = say("{name}, {stage}: answers that the platform's form does not ask for: {count}.")


@dataclass(frozen=True, slots=True)
class DmaRound:
    """A round with its answers, moved to the questionnaire of today where they were of another version."""

    firm: int
    name: str
    vat: str
    stage: str
    day: date
    sheet: AnswerSheet


@dataclass(frozen=True, slots=True)
class Mapped:
    """The values of a round by field; `lacking` are questions without a whole answer."""

    values: Mapping[str, Cell]
    lacking: int
    unknown: int
    without_field: int


@dataclass(frozen=True, slots=True)
class DmaTable:
    """The rows, what should be known of them, and the firms they name."""

    table: Table
    remarks: tuple[Sentence, ...]
    firms: frozenset[int]


def dma_table(rounds: Iterable[DmaRound], questionnaire: Questionnaire, order: PairOrder) -> DmaTable:
    """A row for each complete round, in the platform's fields, and a sentence for all that could not go."""
    fields = [field for names in FIELDS.values() for field in names.values()]
    rows, remarks, firms = list[tuple[Cell, ...]](), list[Sentence](), set[int]()
    for each in rounds:
        mapped = map_answers(each.sheet, questionnaire, order)
        told = {"name": each.name, "stage": each.stage}
        if mapped.lacking:
            remarks.append(Sentence(_LACKING.message, {**told, "count": mapped.lacking}))
            continue
        if mapped.unknown:
            remarks.append(Sentence(_UNKNOWN.message, {**told, "count": mapped.unknown}))
        if mapped.without_field:
            remarks.append(Sentence(_NO_FIELD.message, {**told, "count": mapped.without_field}))
        firms.add(each.firm)
        head = (each.stage, f"{each.day:%m/%d/%Y}", each.name, each.vat)
        rows.append((*head, *(mapped.values[field] for field in fields)))
    return DmaTable(Table("dma", (*HEAD, *fields), tuple(rows)), tuple(remarks), frozenset(firms))


def map_answers(sheet: AnswerSheet, questionnaire: Questionnaire, order: PairOrder) -> Mapped:
    """The answers in the platform's fields; of what is not answered there is no value."""
    values: dict[str, Cell] = {}
    lacking = unknown = without = 0
    for identity, fields in FIELDS.items():
        question = questionnaire.questions.get(identity)
        answer = None if question is None else sheet.get(question.key)
        found = dict(_values(question, answer, fields, order))
        values |= found
        lacking += len(found) < len(fields)
        unknown += _unknown(answer)
        without += _without_field(answer, fields)
    return Mapped(values, lacking, unknown, without)


def result_list(rows: Iterable[tuple[str, str, int | None, Mapping[str, int | None]]], hub: str) -> Table:
    """The list of results: name, stage, and in hundredths of a point the scores, overall and by dimension."""
    headings = ("SME name", "DMA Timing", "DMA Score", *SCORES.values(), "EDIH Name")
    told = (
        (name, stage, _points(overall), *(_points(scores.get(each)) for each in SCORES), hub)
        for name, stage, overall, scores in rows
    )
    return Table("My SMEs DMA Results", headings, tuple(told))


def _values(
    question: Question | None, answer: Answer | None, fields: Mapping[str, str], order: PairOrder
) -> Iterator[tuple[str, Cell]]:
    if question is None or answer is None:
        return
    if isinstance(answer, Reserved):
        yield from ((field, _nothing(question)) for field in fields.values())
    elif isinstance(answer, Ticked):
        yield from ((field, int(choice in answer.choices)) for choice, field in fields.items())
    elif isinstance(answer, Rows):
        for row, field in fields.items():
            value = _row_value(question, answer.rows.get(row), order)
            if value is not None:
                yield field, value


def _row_value(question: Question, said: object, order: PairOrder) -> Cell:
    match said:
        case Reserved():
            return _nothing(question)
        case Ticked(choices):
            pair = [PLANNED, ALREADY] if order == "plan-already" else [ALREADY, PLANNED]
            return "|".join(str(int(each in choices)) for each in pair)
        case Chosen(choice):
            return STEPS.get(choice)
    return None


def _nothing(question: Question) -> Cell:
    return "0|0" if question.id == PAIRED else 0


def _unknown(answer: Answer | None) -> int:
    if isinstance(answer, Rows):
        return sum(isinstance(each, Reserved) for each in answer.rows.values())
    return int(isinstance(answer, Reserved))


def _without_field(answer: Answer | None, fields: Mapping[str, str]) -> int:
    """Ticks and rows that the platform does not ask for; "none of these" is no such thing."""
    if isinstance(answer, Ticked):
        return len(answer.choices - fields.keys() - {"none"})
    return len(answer.rows.keys() - fields.keys()) if isinstance(answer, Rows) else 0


def _points(hundredths: int | None) -> float | None:
    return None if hundredths is None else hundredths / 100
