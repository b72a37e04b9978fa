"""Run as a program: turns the passphrase on or off in copies of a folder, each killed at one of its steps.

turner.py FOLDER on|off WORK STEP...; each line run of what turns is a step. It makes WORK/STEP for each,
killed at none where 0, and prints how many steps that took.
"""

# ruff: noqa: T201 - its output is what the tests read

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from types import FrameType
from typing import Any

from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_off, turn_on
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort

PASSPHRASE = "pane fresco ogni mattina"  # noqa: S105 - of no real workspace
CODE = RecoveryCode(("0QJ2P", "VMNA3", "23NBK", "65C6W", "TYE1C", "79219", "NMECK"))
EASY = Effort(2**14)
WATCHED = ("vault", "whole_files.py")
"""Parts of the names of modules whose lines are steps."""


class Killing:
    """Counts the steps and ends the process in the middle at one of them."""

    def __init__(self, last: int, watched: tuple[str, ...]) -> None:
        self.last = last
        self.watched = watched
        self.count = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        if not any(each in frame.f_code.co_filename for each in self.watched):
            return None
        if event == "line":
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


def strike(
    folder: Path, turn: Callable[[Path], object], last: int, watched: tuple[str, ...] = WATCHED
) -> int:
    """The steps of a turn that came to its end; 0 where it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        killing = Killing(last, watched)
        sys.settrace(killing)
        turn(folder)
        sys.settrace(None)
        os.write(writing, str(killing.count).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    return int(os.read(reading, 20) or 0)


if __name__ == "__main__":
    folder, way, work = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    if way == "on":
        made = new_vault(PASSPHRASE, CODE, EASY)
        turn: Callable[[Path], object] = lambda struck: turn_on(struck, *made)  # noqa: E731
    else:
        key = read_vault(folder).open(PASSPHRASE)
        turn = lambda struck: turn_off(struck, key)  # noqa: E731
    counts = [strike(Path(copytree(folder, work / each)), turn, int(each)) for each in sys.argv[4:]]
    print(*counts)
