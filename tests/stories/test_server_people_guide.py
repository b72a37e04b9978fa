"""What the guide to people and rights says is done, in its order, on a server: every command succeeds."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.builders import ROOT
from tests.page_reading import examples
from tests.serving import Server
from tests.stories.conftest import Run

GUIDES = ("server", "server-together")
ADDRESS = "db.example.org/sestante"
ROLES = ("anna", "elio", "carla", "regione", "hub_owner")
GROUPS = tuple(f"sestante_{role}" for role in ("coordinator", "office", "expert", "viewer"))


@pytest.fixture
def clean(server: Server) -> Iterator[Server]:
    """The names of the guides are free, and free again at the end."""
    yield server
    server.run("DROP DATABASE IF EXISTS sestante WITH (FORCE)")
    for name in (*GROUPS, *ROLES):
        server.run(f"DROP ROLE IF EXISTS {name}")


def ask(server: Server, statements: str) -> None:
    """As the server's administrator does in `psql`."""
    is_there = "CREATE DATABASE" not in statements
    url = server.url("sestante" if is_there else "postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        for each in statements.split(";"):
            if each.strip():
                connection.execute(each)  # type: ignore[call-overload]


def test_every_command_succeeds(
    clean: Server, run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SESTANTE_DATABASE", clean.url("sestante", "hub_owner"))
    monkeypatch.setenv("SESTANTE_DATA", str(tmp_path / "data"))
    password = tmp_path / "password"
    password.write_text("not asked for on a socket", encoding="utf-8")
    told = ""
    for example in (each for guide in GUIDES for each in examples(ROOT / "docs" / f"{guide}.md")):
        if example.kind == "sql":
            ask(clean, example.text)
        for line in example.text.splitlines() if example.kind == "sh" else ():
            program, *words = shlex.split(line.replace("/etc/sestante/carla", str(password)))
            assert program == "sestante"
            given = [_address(word, clean) if ADDRESS in word else word for word in words]
            done = run_here(*given, "--lang", "en")
            assert done.returncode == 0, f"line {example.line}: {line}: {done.stderr}"
            told += done.stdout
    assert "anna: Anna Bianchi, office bari" in told
    assert "as they should be" in told


def _address(word: str, server: Server) -> str:
    user = word.removeprefix("postgresql://").removesuffix(f"@{ADDRESS}")
    return server.url("sestante", user)
