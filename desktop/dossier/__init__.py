"""Answers scored and planned, as values and as plain data."""

from desktop.dossier.gathering import (
    AssessmentResult,
    Dossier,
    assess,
    gather,
    next_monday,
    plan_for,
    quick_wins,
)
from desktop.dossier.plain import (
    assessment_to_plain,
    competence_to_plain,
    dossier_to_plain,
)
from desktop.dossier.plain_questionnaire import questionnaire_to_plain

__all__ = [
    "AssessmentResult",
    "Dossier",
    "assess",
    "assessment_to_plain",
    "competence_to_plain",
    "dossier_to_plain",
    "gather",
    "next_monday",
    "plan_for",
    "questionnaire_to_plain",
    "quick_wins",
]
