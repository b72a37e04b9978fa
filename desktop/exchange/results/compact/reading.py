"""Codes read back: what they hold, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import cbor2
import msgspec

from desktop.answers import Answer, AnswerSheet, Facts, answer_from_plain
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Company
from desktop.content.files.decoding import from_plain, to_plain
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire
from desktop.errors import SestanteError
from desktop.exchange.codes import join
from desktop.exchange.codes.errors import NEWER, CodeError
from desktop.exchange.results.compact.errors import UNFIT
from desktop.exchange.results.compact.layout import ROUND_OF_A_FIRM, SCORES_ALONE
from desktop.exchange.results.compact.packed_answers import PackedAnswers, unpack_answers
from desktop.exchange.results.compact.wrapping import Verify, unwrap
from desktop.exchange.results.compact.writing import (
    A_FIRM,
    A_FIRM_IN_A_PROVINCE,
    SCORES,
    FindQuestionnaire,
    questionnaire_of,
)
from desktop.exchange.results.result import FORMAT, FORMAT_WITH_PLACE, KIND, Result
from desktop.exchange.results.scope_rules import contradiction_of
from desktop.exchange.results.telling import competence_of, firm_of, in_one_line, score_of, titles_of
from desktop.scores import score, score_competences

_PACKED = ("answers", "numbers", "texts")


@dataclass(frozen=True, slots=True)
class CodedResult:
    """A result read from codes.

    `texts_left_out` counts the free texts for which there was no room on paper, and `has_all_people` says
    whether how far people are apart is complete. `key` is the public key (32 bytes) whose signature was
    verified; None where the codes carry none or nobody verified it.
    """

    result: Result
    texts_left_out: int = 0
    has_all_people: bool = True
    key: bytes | None = None


def from_codes(
    texts: Iterable[str],
    find_questionnaire: FindQuestionnaire,
    catalogue: Catalogue,
    verify: Verify | None = None,
) -> CodedResult:
    """The result whose codes these are, in any order, some perhaps twice, from one picture or several.

    Texts of other codes are passed over. Scores and competences are computed anew from the answers; titles
    come from the questionnaires and courses known here, the id where a course is not. CodeError says which
    code is missing, which questionnaire is not known, or what else is wrong; `code_sets` tells the codes
    of several plans apart.
    """
    unwrapped = unwrap(join(texts), verify)
    here = _Known(find_questionnaire, catalogue)
    try:
        read = _read(_loaded(unwrapped.data), here)
    except SestanteError:
        raise
    except Exception as error:  # whatever strangers put into a code ends here
        raise CodeError(UNFIT) from error
    return replace(read, key=unwrapped.key)


def _loaded(data: bytes) -> Any:
    """What is in the data; TypeError for what no code holds: patterns, dates, circles."""
    found = cbor2.loads(data)
    left, seen = [found], set[int]()
    while left:
        value = left.pop()
        if isinstance(value, list | dict):
            if id(value) in seen:
                raise TypeError("an entry stands in two places")
            seen.add(id(value))
            left += [*value.keys(), *value.values()] if isinstance(value, dict) else value
        elif not isinstance(value, int | float | str | bytes | None):
            raise TypeError(f"no code holds a {type(value).__name__}")
    return found


def _read(found: Any, here: "_Known") -> CodedResult:
    kind, row, *others = found
    if kind in (A_FIRM, A_FIRM_IN_A_PROVINCE):
        plain = ROUND_OF_A_FIRM.unpack(row) or {}
        (plain["company"]["province"],) = others if kind == A_FIRM_IN_A_PROVINCE else (None,)
        return _round_of_a_firm(plain, here)
    if kind == SCORES:
        return _scores_alone(SCORES_ALONE.unpack(row) or {}, here)
    raise CodeError(NEWER)


def _scores_alone(plain: dict[str, Any], here: "_Known") -> CodedResult:
    plain |= {"scope": "scores", "company": None, "limits": None, "consent": None, "plan": None}
    plain["people"] = ()
    for told in plain["assessments"]:
        questionnaire = here.find_questionnaire(told["id"], told["version"])
        told |= {"title": titles_of(questionnaire) if questionnaire else {}, "answers": {}}
    return CodedResult(_result(plain))


def _round_of_a_firm(plain: dict[str, Any], here: "_Known") -> CodedResult:
    answered = [_answered(each, here.find_questionnaire) for each in plain.pop("answered")]
    has_all_people = plain.pop("has_all_people") is True
    company = msgspec.convert(plain["company"], Company)
    sheet: dict[QuestionKey, Answer] = {}
    for each in answered:
        sheet |= each.sheet
    facts = Facts.of(company)
    questionnaires = [each.questionnaire for each in answered]
    found = score_competences(questionnaires, sheet, facts, here.catalogue.competence_bounds)
    plain["firm"] = firm_of(company)
    plain["assessments"] = [each.told(sheet, facts) for each in answered]
    plain["competences"] = [competence_of(each) for each in found.values()]
    for course in (plain["plan"] or {"courses": ()})["courses"]:
        course["title"] = here.title_of(course["id"])
    left_out = sum(text is None for each in answered for text in each.packed.texts)
    return CodedResult(_result(plain), left_out, has_all_people)


def _result(plain: dict[str, Any]) -> Result:
    """Converted from plain data to the last value, so that every bound of the format is held."""
    has_place = plain["company"] is not None and plain["company"]["province"] is not None
    number = FORMAT_WITH_PLACE if has_place else FORMAT
    whole = msgspec.to_builtins({**plain, "format": number, "kind": KIND}, enc_hook=to_plain)
    result = msgspec.convert(whole, Result, dec_hook=from_plain)
    if contradiction_of(result) is not None:
        raise CodeError(UNFIT)
    return result


@dataclass(frozen=True, slots=True)
class _Known:
    """The content of this desk."""

    find_questionnaire: FindQuestionnaire
    catalogue: Catalogue

    def title_of(self, course: str) -> str:
        """The title of a course, its id where it is not known."""
        known = self.catalogue.courses.get(course)
        return course if known is None else in_one_line(known.title)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A questionnaire with its answers."""

    questionnaire: Questionnaire
    packed: PackedAnswers
    plain: Mapping[str, Any]

    @property
    def sheet(self) -> dict[QuestionKey, Answer]:
        """The answers by the key of the question."""
        questions = self.questionnaire.questions
        return {
            questions[name].key: answer_from_plain(questions[name], each) for name, each in self.plain.items()
        }

    def told(self, sheet: AnswerSheet, facts: Facts) -> dict[str, Any]:
        """The assessment as a result tells it."""
        card = score(self.questionnaire, sheet, facts)
        return {
            "id": self.questionnaire.id,
            "version": self.questionnaire.version,
            "hash": self.questionnaire.hash,
            "title": titles_of(self.questionnaire),
            "answers": self.plain,
            "overall": score_of(card.overall),
            "dimensions": {name: score_of(each) for name, each in card.dimensions.items()},
        }


def _answered(told: Mapping[str, Any], find: FindQuestionnaire) -> _Answered:
    questionnaire = questionnaire_of(told["id"], told["version"], told["hash"], find)
    packed = msgspec.convert({name: told[name] for name in _PACKED}, PackedAnswers)
    return _Answered(questionnaire, packed, unpack_answers(questionnaire, packed))
