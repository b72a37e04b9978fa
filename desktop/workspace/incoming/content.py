"""What a result brings to the workspace, held to what a window could have written down."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from msgspec import UNSET
from msgspec.structs import asdict, replace

from desktop.advising import ExpertRemark
from desktop.answers import answer_from_plain, answer_to_plain
from desktop.content.company import Company, Constraints
from desktop.content.library import Library
from desktop.content.plan_input import FIRST_YEAR, HIGHEST_HOURS_PER_WEEK, LAST_YEAR
from desktop.content.questionnaires.questionnaire import QuestionKey, Questionnaire
from desktop.content.questionnaires.questionnaire_file import Shape
from desktop.errors import SestanteError
from desktop.exchange.results.result import Result, ResultAssessment
from desktop.rounds import pin
from desktop.storage import NewRound, StoredConsent
from desktop.text import say

Profile = TypeVar("Profile", bound=Shape)
_SPACES = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"  # many scripts cannot be written without
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
_UNKNOWN = say(
    "The questionnaire `{id}` in version {version}, which {name} answered, is not known here. Install the "
    "newest Sestante, or the edition of the hub it comes from, then import the file again."
)
_TWICE = say("The questionnaire `{id}` appears twice in it. Ask whoever made the file to save it again.")
_NO_NAME = say("The company in it has no name that can be read. Ask whoever made the file to save it again.")
_NO_COMPANY = say("It does not say which company it is of.")


class UnknownQuestionnaireError(SestanteError):
    """A questionnaire in a version that is not known here; the sentence says what to do."""


class UnfitResultError(SestanteError):
    """A result that no window could have written; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Content:
    """A result as a round, and how many of its answers fit no question."""

    new: NewRound
    left_out: int = 0


def content_of(result: Result, library: Library, now: datetime) -> Content:
    """The round that a result tells of.

    UnknownQuestionnaireError where its answers cannot be read here, UnfitResultError where it is none.
    """
    company, limits = result.company, result.limits
    if company is None:
        raise UnfitResultError(_NO_COMPANY)
    named = clean_company(company)
    taken = _asked(result.assessments, library, named.name)
    answers, left_out = _answers(taken)
    told = result.consent
    consent = None if told is None else StoredConsent(told.agreed_on, told.text_version)
    new = NewRound(
        company=named,
        stage=stage_of(result),
        questionnaires=tuple(pin(questionnaire) for questionnaire, _ in taken),
        constraints=_fit(limits or Constraints()),
        answers=answers,
        consent=consent,
        changed_at=changed_at_of(result, now),
        remarks=tuple(_remarks(result, now)),
    )
    return Content(new, left_out)


def _remarks(result: Result, now: datetime) -> Iterator[ExpertRemark]:
    """What experts tell, line by line without what cannot be seen; a day yet to come is not believed."""
    for each in () if result.remarks is UNSET else result.remarks:
        text = "\n".join(map(in_sight, each.text.split("\n"))).strip()
        if text:
            day = min(each.made_on, now.date())
            yield ExpertRemark(each.uid, each.about, text, in_sight(each.by), day)


def stage_of(result: Result) -> str:
    """T1 for T01, too."""
    return f"T{int(result.round.stage[1:])}"


def changed_at_of(result: Result, now: datetime) -> datetime:
    """When the round was changed last; a moment yet to come is not believed."""
    told = result.round.changed_at or datetime.combine(result.made_on, time.min, UTC)
    try:
        return min(told.astimezone(UTC), now)
    except OverflowError:
        return now


def clean_company(company: Company) -> Company:
    """The profile without marks that would turn lines round or cannot be seen."""
    cleaned = replace(_cleaned(company), contact=_cleaned(company.contact))
    if not any(letter.isprintable() for letter in cleaned.name):
        raise UnfitResultError(_NO_NAME)
    return replace(cleaned, headcount=max(1, company.headcount))


def _cleaned(profile: Profile) -> Profile:
    texts = {name: in_sight(text) for name, text in asdict(profile).items() if isinstance(text, str)}
    return replace(profile, **texts)


def in_sight(text: str) -> str:
    """A text in one line, without what is not seen."""
    if text.isascii() and text.isprintable():
        return text
    seen = (each for each in _SPACES.sub(" ", text) if _is_seen(each))
    return "".join(seen).strip()


def _is_seen(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) not in _UNSEEN


def _asked(
    told: tuple[ResultAssessment, ...], library: Library, name: str
) -> list[tuple[Questionnaire, Mapping[str, Any]]]:
    """The questionnaires with their answers; what people answer for themselves never travels."""
    found: dict[str, tuple[Questionnaire, Mapping[str, Any]]] = {}
    for each in told:
        questionnaire = library.questionnaire(each.id, each.version, each.hash)
        if questionnaire is None:
            raise UnknownQuestionnaireError(_UNKNOWN, id=each.id, version=in_sight(each.version), name=name)
        if each.id in found:
            raise UnfitResultError(_TWICE, id=each.id)
        if not questionnaire.is_personal:
            found[each.id] = questionnaire, each.answers
    return list(found.values())


def _answers(
    taken: list[tuple[Questionnaire, Mapping[str, Any]]],
) -> tuple[dict[QuestionKey, Any], int]:
    """The answers in the form in which they are kept, and how many fit no question."""
    found: dict[QuestionKey, Any] = {}
    left_out = 0
    for questionnaire, answers in taken:
        for name, plain in answers.items():
            question = questionnaire.questions.get(name)
            try:
                if question is None:
                    raise KeyError(name)
                found.setdefault(question.key, answer_to_plain(answer_from_plain(question, plain)))
            except (SestanteError, ArithmeticError, LookupError, TypeError, ValueError):
                left_out += 1
    return found, left_out


def _fit(limits: Constraints) -> Constraints:
    """Limits that a plan can be made for; what cannot be is left open."""
    hours = {
        role: hours for role, hours in limits.hours_per_week.items() if 0 <= hours <= HIGHEST_HOURS_PER_WEEK
    }
    decided = {(each.course, each.role): each for each in reversed(limits.decisions)}
    decisions = reversed(
        [each for each in decided.values() if each.hours_left is None or each.hours_left > 0]
    )
    return replace(
        limits,
        hours_per_week=hours,
        start=limits.start if _is_possible(limits.start) else None,
        languages=tuple(dict.fromkeys(limits.languages)),
        holidays=tuple(each for each in limits.holidays if _are_days(each.first, each.last)),
        decisions=tuple(decisions),
    )


def _is_possible(day: date | None) -> bool:
    return day is not None and FIRST_YEAR <= day.year <= LAST_YEAR


def _are_days(first: date, last: date) -> bool:
    return first <= last and _is_possible(first) and _is_possible(last)
