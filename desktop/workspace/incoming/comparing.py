"""Whether what is kept of a company is what a result brought, so that nothing done here is overwritten."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from desktop.content.company import Company, Contact
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.dossier import Scope
from desktop.storage import NewRound, StoredConsent, StoredRound


def is_same_round(
    stored: StoredRound,
    consent: StoredConsent | None,
    new: NewRound,
    *,
    but: Collection[str] = (),
    texts: Collection[QuestionKey] = (),
) -> bool:
    """Whether a round holds what a result brings: questionnaires, answers, limits and agreement.

    Questionnaires `but` these are compared, and answers but those to the questions of `texts`.
    """
    asked = tuple(each for each in stored.questionnaires if each.id not in but)
    return (
        asked == new.questionnaires
        and _without(stored.answers, texts) == _without(new.answers, texts)
        and stored.constraints == new.constraints
        and _terms(consent) == _terms(new.consent)
    )


def is_same_state(former: NewRound, new: NewRound, texts: Collection[QuestionKey]) -> bool:
    """Whether two results tell the same of a round, but for the answers to the questions of `texts`."""
    return (
        former.questionnaires == new.questionnaires
        and _without(former.answers, texts) == _without(new.answers, texts)
        and former.constraints == new.constraints
        and _terms(former.consent) == _terms(new.consent)
    )


def _without(answers: Mapping[QuestionKey, Any], texts: Collection[QuestionKey]) -> dict[QuestionKey, Any]:
    return {key: plain for key, plain in answers.items() if key not in texts}


def _terms(consent: StoredConsent | None) -> tuple[date, str] | None:
    return None if consent is None else (consent.agreed_on, consent.text_version)


def is_same_profile(here: Company, told: Company, scope: Scope) -> bool:
    """Whether two profiles are alike as far as the scope tells them."""
    return under_scope(told, here, scope) == here


def under_scope(told: Company, here: Company, scope: Scope) -> Company:
    """The profile that a result tells, with the contact known here where the result withholds it."""
    is_withheld = scope != "full" and told.contact == Contact()
    return replace(told, contact=here.contact) if is_withheld else told
