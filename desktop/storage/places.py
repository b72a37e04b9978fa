"""The files of a data folder, and what can be told of them without opening any."""

from pathlib import Path

FILE_NAME = "sestante.db"
VAULT_NAME = "vault.json"
PLAIN_HEADER = b"SQLite format 3\x00"
BEFORE_UPDATES = "*-before-*.db"
"""The copies that are made before a file is brought up to date, beside it."""


def is_plain(path: Path) -> bool:
    """Whether a file is a database that anybody can read; OSError where that cannot be seen."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def is_locked(folder: Path) -> bool:
    """Whether a data folder opens with its passphrase alone; OSError where that cannot be seen."""
    return (folder / VAULT_NAME).exists() and not is_plain(folder / FILE_NAME)
