"""Commands on an encrypted data folder: the passphrase comes from a file or from the terminal."""

import io
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from desktop.content.company import Company, People
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_on
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort
from desktop.workspace import Workspace

Run = Callable[..., CompletedProcess[str]]
SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no real workspace


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An encrypted data folder with one company."""
    folder = tmp_path / "data"
    with closing(Workspace.open(folder)) as workspace:
        workspace.create_case(Company(name="Forno Ada", headcount=2, people=People(owner=1)))
    turn_on(folder, *new_vault(SECRET, RecoveryCode.new(), Effort(2**14)))
    return folder


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the passphrase, as a text editor of Windows writes it."""
    path = tmp_path / "secret.txt"
    path.write_bytes(b"\xef\xbb\xbf" + SECRET.encode() + b"\r\n")
    return path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[float]]:
    """Somebody at a terminal types these passphrases; the pauses they had to make come back."""

    def type_them(*texts: str) -> list[float]:
        waiting, pauses = list(texts), list[float]()
        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr("desktop.commands.unlocking.getpass", lambda _: waiting.pop(0))
        monkeypatch.setattr("desktop.commands.unlocking.sleep", pauses.append)
        return pauses

    return type_them


def test_with_a_file_that_holds_the_passphrase_every_command_works(
    run_here: Run, data: Path, secret: Path, tmp_path: Path
) -> None:
    opened = ("--data", data, "--passphrase-file", secret)
    desk = run_here(*opened, "desk", "--lang", "en")
    assert (desk.returncode, desk.stderr) == (0, "")
    printed = run_here(
        *opened, "print-all", tmp_path / "plans", "--lang", "en", "--handout", "--kind", "sestante"
    )
    assert "--handout" in printed.stderr
    printed = run_here(*opened, "print-all", tmp_path / "plans", "--lang", "en", "--kind", "sestante")
    assert (printed.returncode, printed.stderr) == (0, "")
    results = list((tmp_path / "plans").iterdir())
    assert run_here(*opened, "import", *results, "--lang", "en").returncode == 0
    assert run_here(*opened, "show", *results, "--lang", "en").returncode == 0
    due = run_here(*opened, "due", "--lang", "en")
    assert (due.returncode, due.stderr) == (0, "")
    held = run_here(*opened, "export-data", "--company", "Forno Ada", "--to", tmp_path / "held")
    assert (held.returncode, held.stderr) == (0, "")


def test_a_command_tells_that_turning_the_passphrase_on_was_interrupted(
    run_here: Run, data: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    Workspace.open(plain).close()
    (plain / "sestante.db.next").write_bytes(b"half")
    finished = run_here("--data", plain, "print-all", tmp_path / "plans", "--lang", "en")
    assert "was interrupted" in finished.stderr


def test_without_a_terminal_to_ask_at_the_way_is_told(
    run_here: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    finished = run_here("--data", data, "desk", "--lang", "en")
    assert finished.returncode == 2
    assert "--passphrase-file FILE" in finished.stderr


def test_at_a_terminal_it_is_asked_for_three_times_with_growing_pauses(
    run_here: Run, data: Path, typed: Callable[..., list[float]]
) -> None:
    pauses = typed("pane raffermo", "pane duro", SECRET)
    assert run_here("--data", data, "desk", "--lang", "en").returncode == 0
    assert pauses == [2, 4]
    typed("pane raffermo", "pane duro", "pane secco")
    finished = run_here("--data", data, "desk", "--lang", "it")
    assert finished.returncode == 2
    assert SECRET not in finished.stderr + finished.stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "holds no passphrase"), (b"one\ntwo", "one line"), (b"\xff\xfe\x00", "holds no passphrase")],
)
def test_a_file_without_a_passphrase_is_told(
    run_here: Run, data: Path, secret: Path, content: bytes, sentence: str
) -> None:
    secret.write_bytes(content)
    finished = run_here("--data", data, "--passphrase-file", secret, "desk", "--lang", "en")
    assert finished.returncode == 2
    assert sentence in finished.stderr
    secret.unlink()
    missing = run_here("--data", data, "--passphrase-file", secret, "desk", "--lang", "en")
    assert "does not exist" in missing.stderr


def test_a_wrong_passphrase_changes_nothing(run_here: Run, data: Path, secret: Path) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    secret.write_text("pane raffermo", encoding="utf-8")
    finished = run_here("--data", data, "--passphrase-file", secret, "desk", "--lang", "en")
    assert "not the passphrase" in finished.stderr
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before
    with closing(Workspace.open(data, read_vault(data).open(SECRET))) as workspace:
        assert [each.name for each in workspace.cases()] == ["Forno Ada"]


def test_without_the_passphrase_a_result_can_be_looked_at_all_the_same(
    run_here: Run, data: Path, secret: Path, tmp_path: Path
) -> None:
    opened = ("--data", data, "--passphrase-file", secret)
    run_here(*opened, "print-all", tmp_path / "plans", "--lang", "en", "--kind", "sestante")
    finished = run_here("--data", data, "show", *(tmp_path / "plans").iterdir(), "--lang", "en")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert "Forno Ada" in finished.stdout
