"""The workspace on disk: one SQLite file, and stores that return domain values.

`Store`, which writes, is imported from its module at first use: it brings SQLAlchemy.
"""

from desktop.storage.database import FILE_NAME, Database
from desktop.storage.reader import Reader
from desktop.storage.stored import (
    FormerRound,
    KeptPlan,
    PinnedQuestionnaire,
    RoundSummary,
    StoredRespondent,
    StoredRound,
)

__all__ = [
    "FILE_NAME",
    "Database",
    "FormerRound",
    "KeptPlan",
    "PinnedQuestionnaire",
    "Reader",
    "RoundSummary",
    "StoredRespondent",
    "StoredRound",
]
