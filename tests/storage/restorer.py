"""Run as a program: restores one copy after the other until it is killed.

restorer.py FOLDER COPY...
"""

# ruff: noqa: T201 - its output is what the tests read

import sys
from itertools import cycle
from pathlib import Path

from desktop.storage import FileDatabase, Key
from desktop.workspace.backups import Backups


def key_of(vault: str) -> Key:
    """In these tests a vault says which letter the key is made of."""
    return Key(vault.encode() * 32)


def main(folder: Path, copies: list[Path]) -> None:
    vault = folder / "vault.json"
    database = FileDatabase(folder, key_of(vault.read_text(encoding="utf-8")) if vault.exists() else None)
    backups = Backups(database)
    print("ready", flush=True)
    for copy in cycle(copies):
        backups.restore(backups.preview(copy, key_of), takes_another=True)
        print("restored", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]])
