"""SQLAlchemy records of a workspace; imported by storage alone."""

from desktop.models.base import Base
from desktop.models.records import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    KeptPlanRecord,
    MoveRecord,
    QuestionRecord,
    RespondentAnswerRecord,
    RespondentRecord,
    RoundRecord,
)

__all__ = [
    "AnswerRecord",
    "AssessmentRecord",
    "Base",
    "CompanyRecord",
    "KeptPlanRecord",
    "MoveRecord",
    "QuestionRecord",
    "RespondentAnswerRecord",
    "RespondentRecord",
    "RoundRecord",
]
