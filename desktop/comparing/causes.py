"""Why a score or an answer is another one than in an earlier round."""

from enum import Enum


class Cause(Enum):
    """The causes in the order in which they are taken out of a change; what is left is real (ADR 032)."""

    QUESTIONNAIRE = "questionnaire"
    KNOWN = "known"
    RESPONDENT = "respondent"
    REAL = "real"
