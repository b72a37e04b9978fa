"""A result as the texts of QR codes that fit on one page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import cbor2
import msgspec

from desktop.answers import AnswerError
from desktop.content.files.decoding import to_plain
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.exchange.codes import MOST_BYTES, MOST_CODES, CodeError, split
from desktop.exchange.results.compact.errors import (
    OTHER_HASH,
    TOO_LARGE,
    UNKNOWN_QUESTION,
    UNKNOWN_VERSION,
)
from desktop.exchange.results.compact.layout import ROUND_OF_A_FIRM, SCORES_ALONE
from desktop.exchange.results.compact.packed_answers import PackedAnswers, pack_answers
from desktop.exchange.results.compact.wrapping import Sign, wrap
from desktop.exchange.results.result import Result, ResultAssessment

FindQuestionnaire: TypeAlias = Callable[[str, str], Questionnaire | None]
"""Gives a questionnaire by its id in a version, None where it is not known."""

A_FIRM, SCORES, A_FIRM_IN_A_PROVINCE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Draft:
    """What may be left out of a result where it is too large, and what was."""

    plain: dict[str, Any]
    answers: tuple[PackedAnswers, ...]
    has_people: bool = True

    def packed(self) -> bytes:
        """All of it as bytes."""
        answered = [
            {**head, "answers": each.answers, "numbers": each.numbers, "texts": each.texts}
            for head, each in zip(self.plain["assessments"], self.answers, strict=True)
        ]
        people = self.plain["people"] if self.has_people else []
        values = {**self.plain, "answered": answered, "people": people, "has_all_people": self.has_people}
        row, province = ROUND_OF_A_FIRM.pack(values), self.plain["company"]["province"]
        if province is None:
            return _dumped(A_FIRM, row)
        return _dumped(A_FIRM_IN_A_PROVINCE, row, province)

    def smaller(self) -> Iterator["_Draft"]:
        """The same with less and less: without people, then without its longest texts one by one."""
        draft = self
        if self.plain["people"]:
            draft = replace(draft, has_people=False)
            yield draft
        lengths = (
            (-len(text), which, place)
            for which, each in enumerate(self.answers)
            for place, text in enumerate(each.texts)
            if text is not None
        )
        for _, which, place in sorted(lengths):
            answers = list(draft.answers)
            texts = list(answers[which].texts)
            texts[place] = None
            answers[which] = replace(answers[which], texts=tuple(texts))
            draft = replace(draft, answers=tuple(answers))
            yield draft


def to_codes(
    result: Result, find_questionnaire: FindQuestionnaire, sign: Sign | None = None
) -> tuple[str, ...]:
    """The texts of at most six QR codes (version 14 at level M holds each) that hold a result.

    Scores, competences and titles are left out where they follow from the rest. Where all of it would need
    more codes, how far people are apart is left out, then the longest texts. `sign` makes the 96 bytes of a
    public key and its signature; scores alone are never signed, for the key would tell whose they are.
    CodeError where a questionnaire is not known here or nothing helps.
    """
    plain = msgspec.to_builtins(result, enc_hook=to_plain)
    if result.company is None:
        return _split(wrap(_dumped(SCORES, SCORES_ALONE.pack(plain)), None))
    answers = tuple(_packed(each, find_questionnaire) for each in result.assessments)
    draft = _Draft(plain, answers)
    content = wrap(draft.packed(), sign)
    for smaller in draft.smaller():
        if len(content) <= MOST_BYTES:
            break
        content = wrap(smaller.packed(), sign)
    return _split(content)


def questionnaire_of(
    name: str, version: str, of_hash: str, find_questionnaire: FindQuestionnaire
) -> Questionnaire:
    """The questionnaire whose answers a code holds; CodeError where it is not known or another one here."""
    found = find_questionnaire(name, version)
    if found is None:
        raise CodeError(UNKNOWN_VERSION, id=name, version=version)
    if found.hash != of_hash:
        raise CodeError(OTHER_HASH, id=name, version=version)
    return found


def _split(content: bytes) -> tuple[str, ...]:
    if len(content) > MOST_BYTES:
        raise CodeError(TOO_LARGE, most=MOST_CODES)
    return split(content)


def _packed(told: ResultAssessment, find: FindQuestionnaire) -> PackedAnswers:
    questionnaire = questionnaire_of(told.id, told.version, told.hash, find)
    unknown = [name for name in told.answers if name not in questionnaire.questions]
    if unknown:
        raise AnswerError(UNKNOWN_QUESTION, id=told.id, name=unknown[0])
    return pack_answers(questionnaire, told.answers)


def _dumped(kind: int, row: list[Any] | None, *others: str) -> bytes:
    """Floats as short as they can be without loss."""
    return cbor2.dumps([kind, row, *others], canonical=True)
