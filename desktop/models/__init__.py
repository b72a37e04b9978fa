"""SQLAlchemy records of a workspace; imported by storage alone."""

from desktop.models.base import Base
from desktop.models.desk_records import ErasedRecord, PreferenceRecord, ReminderRecord
from desktop.models.hub_records import (
    EngagementRecord,
    EventRecord,
    ExpertRemarkRecord,
    FrameRecord,
    NeedRecord,
    PackKeyRecord,
    PackRecord,
    ProjectMemberRecord,
    ProjectRecord,
    ServiceRecord,
    StandingRecord,
    VisitorRecord,
)
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
from desktop.models.visit_records import (
    ChangeRecord,
    EvidenceContentRecord,
    EvidenceRecord,
    RemarkRecord,
    StepRecord,
)

__all__ = [
    "AnswerRecord",
    "AssessmentRecord",
    "Base",
    "ChangeRecord",
    "CompanyRecord",
    "ConsentRecord",
    "DeskKeyRecord",
    "EngagementRecord",
    "ErasedRecord",
    "EventRecord",
    "EvidenceContentRecord",
    "EvidenceRecord",
    "ExpertRemarkRecord",
    "FrameRecord",
    "KeptPlanRecord",
    "MoveRecord",
    "NeedRecord",
    "PackKeyRecord",
    "PackRecord",
    "PreferenceRecord",
    "ProjectMemberRecord",
    "ProjectRecord",
    "QuestionRecord",
    "ReceivedRecord",
    "RemarkRecord",
    "ReminderRecord",
    "RespondentAnswerRecord",
    "RespondentRecord",
    "RoundRecord",
    "ServiceRecord",
    "StandingRecord",
    "StepRecord",
    "VisitorRecord",
]
