"""Kills visits at random moments, and prints whether anything told as saved was lost.

Run with `python -m benchmarks.kill_visits [KILLS]`; two hundred take some minutes.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.storage import Key
from tests.storage.visit_checking import is_whole, killed, losses

KILLS, FOLDERS = 200, 10
KEY = Key(bytes(range(32)))


def main() -> None:
    """Kill visits in several data folders, every other one encrypted."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    each = max(kills // FOLDERS, 1)
    print(f"{'file':10} {'kills':>6} {'told as saved':>14} {'lost':>5} {'unsound':>8}")
    total = [0, 0, 0, 0]
    for place in range(FOLDERS):
        key = KEY if place % 2 else None
        found = _in_folder(key, each, place * each)
        print(
            f"{'encrypted' if key else 'plain':10} {found[0]:6} {found[1]:14} {found[2]:5} {found[3]:8}",
            flush=True,
        )
        total = [one + other for one, other in zip(total, found, strict=True)]
    print(_line("all", total))
    sys.exit(1 if total[2] or total[3] else 0)


def _line(name: str, found: Sequence[int]) -> str:
    return f"{name:10} {found[0]:6} {found[1]:14} {found[2]:5} {found[3]:8}"


def _in_folder(key: Key | None, kills: int, first: int) -> tuple[int, int, int, int]:
    """Kills, what was told as saved, what of it was lost, and how often the file was not sound."""
    saved: list[list[Any]] = []
    unsound = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "data"
        for run in range(first, first + kills):
            saved += killed(folder, run, key)
            unsound += not is_whole(folder, key)
        return kills, len(saved), len(losses(folder, saved, key)), unsound


if __name__ == "__main__":
    main()
