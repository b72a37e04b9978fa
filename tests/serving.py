"""A PostgreSQL server of the tests' own, on a socket in a temporary folder, gone when they end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # Debian keeps it out of the PATH
SUPERUSER = "postgres"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; everybody on this computer may sign in as anybody."""

    folder: Path

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """The address of a database on it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser, outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The name of a new database, removed at the end."""
        name = f"test_{uuid4().hex[:12]}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self, how: str = "fast") -> None:
        """Stop it: `immediate` is as if its plug were pulled."""
        _run(self.folder, "pg_ctl", "stop", "-D", "data", "-m", how, "-w")

    def start(self) -> None:
        """Start it, or start it again."""
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        _run(self.folder, "pg_ctl", "start", "-D", "data", "-w", "-l", "log", "-o", options)


@contextmanager
def serving() -> Iterator[Server]:
    """A new server that runs until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="sestante-server-", dir="/tmp"))
    if os.getuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam(SUPERUSER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    server = Server(folder)
    try:
        init = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-U", SUPERUSER)
        _run(folder, "initdb", "-D", "data", *init)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, program: str, *arguments: str) -> None:
    found = shutil.which(program) or next((str(each / program) for each in _FOLDERS), program)
    as_owner = ("runuser", "-u", SUPERUSER, "--") if os.getuid() == 0 else ()
    done = subprocess.run(
        (*as_owner, found, *arguments), cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")
