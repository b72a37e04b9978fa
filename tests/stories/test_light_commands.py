"""The commands work without the window's libraries and without the database."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

WriteInput = Callable[..., Path]

PROGRAM = """
import contextlib, io, json, sys
from desktop.cli import run_command
with contextlib.redirect_stdout(io.StringIO()):
    status = run_command(sys.argv[1:], lambda folder: 1, lambda wish: 1)
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def modules_after(repository: Path, *arguments: object) -> set[str]:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    status, modules = json.loads(finished.stdout)
    assert status == 0
    return set(modules)


def test_a_plan_needs_neither_qt_nor_a_database(repository: Path, write_input: WriteInput) -> None:
    modules = modules_after(repository, "plan", write_input(), "--json")
    assert not modules & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3", "alembic", "reportlab"}


def test_a_printed_plan_needs_neither_qt_nor_a_database(
    repository: Path, write_input: WriteInput, tmp_path: Path
) -> None:
    modules = modules_after(repository, "plan", write_input(), "-o", tmp_path / "plan.pdf")
    assert not modules & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3", "alembic"}


@pytest.mark.parametrize("arguments", [["check"], ["show", "dma-sme"]])
def test_reading_content_needs_no_solver_either(repository: Path, arguments: list[str]) -> None:
    modules = modules_after(repository, *arguments)
    assert not modules & {"PySide6", "sqlalchemy", "sqlite3", "alembic", "reportlab", "ortools", "numpy"}
