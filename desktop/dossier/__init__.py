"""Answers scored and planned, as values and as plain data."""

from desktop.dossier.dossier import (
    FIRST_STAGE,
    SCOPES,
    AssessmentResult,
    Beside,
    Consent,
    Dossier,
    EarlierRound,
    Provenance,
    Scope,
)
from desktop.dossier.gathering import assess, gather, plan_for, quick_wins, spread_of
from desktop.dossier.people_rows import PeopleRow, people_by_role, people_rows, standing_out
from desktop.dossier.plain import (
    assessment_to_plain,
    competence_to_plain,
    dossier_to_plain,
    people_to_plain,
)
from desktop.dossier.plain_questionnaire import questionnaire_to_plain
from desktop.dossier.sharing import share
from desktop.dossier.situation import Situation, next_monday
from desktop.dossier.voices import SeveralVoices, Voice, numbered

__all__ = [
    "FIRST_STAGE",
    "SCOPES",
    "AssessmentResult",
    "Beside",
    "Consent",
    "Dossier",
    "EarlierRound",
    "PeopleRow",
    "Provenance",
    "Scope",
    "SeveralVoices",
    "Situation",
    "Voice",
    "assess",
    "assessment_to_plain",
    "competence_to_plain",
    "dossier_to_plain",
    "gather",
    "next_monday",
    "numbered",
    "people_by_role",
    "people_rows",
    "people_to_plain",
    "plan_for",
    "questionnaire_to_plain",
    "quick_wins",
    "share",
    "spread_of",
    "standing_out",
]
