"""The history of the database schema; Alembic walks it only when a file is not current."""

APPLICATION_ID = 0x53455354
"""Marks a SQLite file as a Sestante workspace (`SEST`)."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""All schema revisions, oldest first; the last one is what the models describe."""
