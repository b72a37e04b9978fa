"""A PostgreSQL server of the tests' own, on a socket in a temporary folder, gone when they end.

Whichever way they end: a small process waits for the end of the one that started the server, and clears up.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import uuid4

import psycopg

_CHOSEN = "SESTANTE_POSTGRESQL"
_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # Debian keeps it out of the PATH
_MEMORY = Path("/dev/shm")  # noqa: S108 - what tests write has to reach no disk
_ROOM = 2**30  # bytes
_MISSING = "the tests need PostgreSQL: install it with: apt-get install postgresql"
_CLEAR_UP = """
import shutil, subprocess, sys
sys.stdin.read()  # until nobody holds the other end any more
subprocess.run(sys.argv[2:], cwd=sys.argv[1], capture_output=True, timeout=60, check=False)
shutil.rmtree(sys.argv[1], ignore_errors=True)
"""
_WITH_STRATEGY = 150_000  # before, files were always copied
SUPERUSER = "postgres"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; everybody on this computer may sign in as anybody.

    With a port it listens on the loopback as well as on its socket. One that `is_durable` writes to the disk
    as a real one does, which tests need not wait for.
    """

    folder: Path
    port: int = 0
    is_durable: bool = False

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """The address of a database on it."""
        port = f"&port={self.port}" if self.port else ""
        return f"postgresql://{user}@/{database}?host={self.folder}{port}"

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser, outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The name of a new database, removed at the end."""
        name = f"test_{uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            fast = " STRATEGY file_copy" if connection.info.server_version >= _WITH_STRATEGY else ""
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}{fast}".encode())
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self, how: str = "fast") -> None:
        """Stop it: `immediate` is as if its plug were pulled."""
        _run(self.folder, "pg_ctl", "stop", "-D", "data", "-m", how, "-w")

    def start(self) -> None:
        """Start it, or start it again."""
        where = f"-c listen_addresses=localhost -p {self.port}" if self.port else "-c listen_addresses=''"
        haste = "" if self.is_durable else "-c fsync=off -c full_page_writes=off -c autovacuum=off"
        options = f"-k {self.folder} {where} {haste} -c max_connections=100"
        _run(self.folder, "pg_ctl", "start", "-D", "data", "-w", "-l", "log", "-o", options)


@contextmanager
def serving(port: int = 0, *, is_durable: bool = False) -> Iterator[Server]:
    """A new server that runs until the end of the block, or of this process."""
    stop = _command("pg_ctl", "stop", "-D", "data", "-m", "immediate", "-w")
    with _a_folder(stop, is_durable=is_durable) as folder:
        _run(folder, "cp", "-a", str(_initialised()), "data")
        server = Server(folder, port, is_durable)
        server.start()
        yield server


@cache
def _initialised() -> Path:
    """What servers are before they are started, made once in this process."""
    until_the_end = ExitStack()
    folder = until_the_end.enter_context(_a_folder(("true",), is_durable=False))
    atexit.register(until_the_end.close)
    init = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-U", SUPERUSER)
    _run(folder, "initdb", "-D", "data", *init)
    return folder / "data"


@contextmanager
def _a_folder(stop: tuple[str, ...], *, is_durable: bool) -> Iterator[Path]:
    """A folder of the server's own user, gone in the end; one that need not last is in memory."""
    has_room = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM
    where = _MEMORY if has_room and not is_durable else Path("/tmp")  # noqa: S108 - names of sockets are short
    folder = Path(tempfile.mkdtemp(prefix="sestante-server-", dir=where))
    if os.getuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam(SUPERUSER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    with _cleared_up(folder, stop):
        yield folder


@contextmanager
def _cleared_up(folder: Path, stop: tuple[str, ...]) -> Iterator[None]:
    command = (sys.executable, "-I", "-c", _CLEAR_UP, str(folder), *stop)
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as watching:
        try:
            yield
        finally:
            watching.communicate()


def _command(program: str, *arguments: str) -> tuple[str, ...]:
    found = _program(program)
    if found is None:
        raise RuntimeError(f"{program} is missing; {_MISSING}")
    as_owner = ("runuser", "-u", SUPERUSER, "--") if os.getuid() == 0 else ()
    return (*as_owner, found, *arguments)


def _program(program: str) -> str | None:
    """Where a program is: in the folder of the server's that the environment names, or installed."""
    if chosen := os.environ.get(_CHOSEN):
        return shutil.which(program, path=f"{chosen}{os.pathsep}{os.environ['PATH']}")
    return shutil.which(program) or next((str(each / program) for each in _FOLDERS), None)


def _run(folder: Path, program: str, *arguments: str) -> None:
    done = subprocess.run(
        _command(program, *arguments), cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")
