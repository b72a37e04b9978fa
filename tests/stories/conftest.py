"""The command as a user runs it: in a process of its own, somewhere else than in the repository."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.cli import run_command
from tests.command_help import Told

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteInput = Callable[..., Path]

LONGEST_WAIT = 5.0  # seconds of a processor

INPUT = """\
format: 1
company:
  name: Panificio Lorusso
  vat: "00159560366"
  region: ITF4
  sector: C
  headcount: 6
  people: {owner: 1, employee: 5, it: 0}
constraints:
  hours_per_week: {owner: 2, employee: 1}
  weeks: 26
  start: 2027-01-11
  budget_eur: 500
assessments:
  - id: technology-check
    version: "1.0"
    answers:
      backup: tested
      fraud: never
      computer-users: 4
      accounts: unknown
      protections: [antivirus, locked]
      cloud-reach: {mail: online, documents: paper, server: not_applicable}
      notes: "Perché no? 😀"
  - id: dma-sme
    version: "1.0"
    answers:
      data-security: [client-data, off-site-backup]
      invested-areas: {administration: [already], security: [already, planned]}
      automation: {language: testing, vision: unknown}
"""


@pytest.fixture
def run(tmp_path: Path, repository: Path) -> Run:
    """Runs `sestante` with arguments; `without` are variables to take away, others are added."""

    def run_process(
        *arguments: object, timeout: float = 120, without: tuple[str, ...] = (), **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        kept = {name: value for name, value in os.environ.items() if name not in without}
        return subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, arguments)],
            capture_output=True,
            encoding=variables.get("PYTHONIOENCODING", "utf-8"),
            timeout=timeout,
            check=False,
            cwd=tmp_path,
            env=kept | {"PYTHONPATH": str(repository), "PYTHONUTF8": "1"} | variables,
        )

    return run_process


@pytest.fixture
def run_here(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `sestante` in this process: ten times faster, and no exception goes unseen."""

    def run_in_process(*arguments: object) -> "subprocess.CompletedProcess[str]":
        status = run_command([str(argument) for argument in arguments], lambda _folder: 1, lambda _wish: 0)
        captured = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, status, captured.out, captured.err)

    return run_in_process


@pytest.fixture
def within_seconds() -> Iterator[None]:
    """The test may not keep the processor busy for longer than somebody would wait."""
    began = time.process_time()
    yield
    assert time.process_time() - began < LONGEST_WAIT


@pytest.fixture
def write_input(tmp_path: Path) -> WriteInput:
    """Writes a bakery's input file, with one piece of it replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in INPUT
        path = tmp_path / "bakery.yaml"
        path.write_text(INPUT.replace(old, new, 1) if old else INPUT, encoding="utf-8")
        return path

    return write


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """What `sestante` says where it only says something, such as help, on a wide terminal."""
    monkeypatch.setenv("COLUMNS", "1000")

    def run_until_told(*arguments: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            run_command(arguments, lambda _folder: 1, lambda _wish: 0)
        assert ended.value.code == status
        captured = capsys.readouterr()
        return captured.err if status else captured.out

    return run_until_told
