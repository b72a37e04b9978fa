"""Run as a program: turns the passphrase on or off and is killed at one of its steps.

turner.py FOLDER on|off STEP; each line run of what turns is a step. It prints how many there were.
"""

# ruff: noqa: T201 - its output is what the tests read

import os
import signal
import sys
from pathlib import Path
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


class Killing:
    """Counts the steps and ends the process in the middle at one of them."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.count = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        watched = ("vault", "whole_files.py")
        if not any(each in frame.f_code.co_filename for each in watched):
            return None
        if event == "line":
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


if __name__ == "__main__":
    folder, way, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if way == "on":
        vault, key = new_vault(PASSPHRASE, CODE, EASY)
    else:
        key = read_vault(folder).open(PASSPHRASE)
    killing = Killing(last)
    sys.settrace(killing)
    if way == "on":
        turn_on(folder, vault, key)
    else:
        turn_off(folder, key)
    sys.settrace(None)
    print(killing.count)
