"""The workspace on disk: one SQLite file, and stores that return domain values.

`Store`, which writes, is imported from its module at first use: it brings SQLAlchemy.
"""

from desktop.content.steps import StepState
from desktop.storage.company_list import CompanyList, CompanyRow
from desktop.storage.company_rounds import CompanyRound, CompanyRounds
from desktop.storage.company_sides import CompanySide, CompanySides, Merge, RoundSide, SameStage
from desktop.storage.connecting import Key
from desktop.storage.database import Database
from desktop.storage.file_database import FileDatabase
from desktop.storage.known_companies import KnownCompanies
from desktop.storage.origins import Origins
from desktop.storage.places import FILE_NAME, is_locked
from desktop.storage.reader import Reader
from desktop.storage.stored import (
    Arrival,
    Carrier,
    Change,
    Confidence,
    Destination,
    EarlierOrigin,
    Evidence,
    FormerResult,
    FormerRound,
    Hand,
    KeptPlan,
    KnownCompany,
    NewRound,
    Origin,
    PinnedQuestionnaire,
    Received,
    Remark,
    Reminder,
    RoundSummary,
    Step,
    StoredConsent,
    StoredRespondent,
    StoredRound,
)

__all__ = [
    "FILE_NAME",
    "Arrival",
    "Carrier",
    "Change",
    "CompanyList",
    "CompanyRound",
    "CompanyRounds",
    "CompanyRow",
    "CompanySide",
    "CompanySides",
    "Confidence",
    "Database",
    "Destination",
    "EarlierOrigin",
    "Evidence",
    "FileDatabase",
    "FormerResult",
    "FormerRound",
    "Hand",
    "KeptPlan",
    "Key",
    "KnownCompanies",
    "KnownCompany",
    "Merge",
    "NewRound",
    "Origin",
    "Origins",
    "PinnedQuestionnaire",
    "Reader",
    "Received",
    "Remark",
    "Reminder",
    "RoundSide",
    "RoundSummary",
    "SameStage",
    "Step",
    "StepState",
    "StoredConsent",
    "StoredRespondent",
    "StoredRound",
    "is_locked",
]
