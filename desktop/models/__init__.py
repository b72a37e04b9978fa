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
from desktop.models.result_records import ConsentRecord, DeskKeyRecord, ReceivedRecord

__all__ = [
    "AnswerRecord",
    "AssessmentRecord",
    "Base",
    "CompanyRecord",
    "ConsentRecord",
    "DeskKeyRecord",
    "KeptPlanRecord",
    "MoveRecord",
    "QuestionRecord",
    "ReceivedRecord",
    "RespondentAnswerRecord",
    "RespondentRecord",
    "RoundRecord",
]
