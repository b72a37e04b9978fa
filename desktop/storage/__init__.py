"""The workspace on disk: one SQLite file, and stores that return domain values."""

from desktop.storage.database import FILE_NAME, Database
from desktop.storage.store import PinnedQuestionnaire, RoundSummary, Store, StoredRound

__all__ = ["FILE_NAME", "Database", "PinnedQuestionnaire", "RoundSummary", "Store", "StoredRound"]
