"""The solver calls back into Python in a pooled thread of Qt that has done other work before."""

import os
import subprocess
import sys

SCRIPT = """
from time import sleep
from PySide6.QtCore import QThreadPool
from desktop.planning.choosing.formulation import Row
from desktop.planning.choosing.program import Part, Search, maximise

part = Part((0, 1), (Row(((0, 1), (1, 1)), 1),))
pool, found = QThreadPool(), []
pool.setMaxThreadCount(1)
for search in (Search(), Search(is_useless=lambda choice: found.append(choice) or False)):
    pool.start(lambda search=search: maximise((1, 2), part, 1.0, search))
    while pool.activeThreadCount():  # waitForDone would end the thread
        sleep(0.01)
pool.waitForDone()
print(len(found) > 0)
"""


def test_the_solver_calls_back_in_a_thread_that_is_used_again() -> None:
    """In a process of its own: the thread that imports the solver first is the one that matters."""
    environment = os.environ | {"MALLOC_PERTURB_": "165"}  # what is freed is overwritten at once (glibc)
    command = [sys.executable, "-c", SCRIPT]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "True\n", "")
