"""Whatever keeps a desk from its server is told in a sentence with what to do, tried with a real server."""

import os
import socket
import subprocess
from collections.abc import Iterator

import pytest

from desktop.errors import StorageError
from desktop.storage.server.address import PasswordWantedError, read_address
from desktop.storage.server.opening import try_address
from tests.servers import workspace_on
from tests.serving import Server, serving

_ENTRIES = """
local all postgres trust
hostnossl all stranger all reject
host all all localhost scram-sha-256
"""
_FREE = 9  # nothing listens there


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server on the loopback with TLS, whose certificate is for the name `hub.test`."""
    with serving(_free_port()) as running:
        _certify(running)
        for each in ("anna", "busy", "stranger"):
            running.run(f"CREATE ROLE {each} LOGIN PASSWORD 'right'")
        running.run("ALTER ROLE busy CONNECTION LIMIT 0")
        running.run("ALTER SYSTEM SET ssl = on")
        (running.folder / "data" / "pg_hba.conf").write_text(_ENTRIES, encoding="utf-8")
        running.run("SELECT pg_reload_conf()")
        yield running


def _certify(server: Server) -> None:
    data = server.folder / "data"
    key, certificate = data / "server.key", data / "server.crt"
    subprocess.run(
        (
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
            ),
            *("-days", "2", "-subj", "/CN=hub.test", "-addext", "subjectAltName=DNS:hub.test"),
            *("-keyout", str(key), "-out", str(certificate)),
        ),
        check=True,
        capture_output=True,
    )
    for path in (key, certificate):
        path.chmod(0o600)
        os.chown(path, data.stat().st_uid, data.stat().st_gid)


def why_not(server: Server, url: str) -> StorageError:
    filled = url.format(port=server.port, free=_FREE, data=server.folder / "data")
    with pytest.raises(StorageError) as caught:
        try_address(read_address(filled))
    return caught.value


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://anna:right@nowhere.invalid/postgres", "no computer of this name"),
        ("postgresql://anna:right@localhost:{free}/postgres", "nothing answers there"),
        ("postgresql://anna:right@localhost:{port}/absent", "no such database"),
        ("postgresql://busy:right@localhost:{port}/postgres", "no room for another desk"),
        ("postgresql://stranger:right@localhost:{port}/postgres", "may not sign in from here"),
        (
            "postgresql://anna:right@localhost:{port}/postgres?sslmode=verify-full",
            "nobody this computer trusts",
        ),
        (
            "postgresql://anna:right@localhost:{port}/postgres?sslmode=verify-full&sslrootcert={data}/server.crt",
            "certificate is for another name",
        ),
        (
            "postgresql://anna:right@localhost:{port}/postgres?sslmode=verify-full&sslrootcert={data}/absent.crt",
            "file of the certificate authority cannot be read",
        ),
        (
            "postgresql://anna:right@localhost:{port}/postgres?sslmode=verify-ca&sslrootcert={data}/server.crt",
            "holds no workspace",
        ),
    ],
)
def test_a_failure_says_what_to_do(server: Server, url: str, words: str) -> None:
    told = str(why_not(server, url).sentence)
    assert words in told
    assert "right" not in told.partition("postgresql://")[2].partition(":")[2].partition(" ")[0]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("anna", "asks for the password"),
        ("anna:wrong", "password is wrong"),
        ("nobody:x", "password is wrong"),
    ],
)
def test_another_password_is_asked_for(server: Server, who: str, words: str) -> None:
    error = why_not(server, f"postgresql://{who}@localhost:{{port}}/postgres")
    assert isinstance(error, PasswordWantedError)
    assert words in str(error)


def test_a_server_without_encryption_gets_nothing(server: Server) -> None:
    server.run("ALTER SYSTEM SET ssl = off")
    server.run("SELECT pg_reload_conf()")
    try:
        told = str(why_not(server, "postgresql://anna:right@localhost:{port}/postgres?sslmode=require"))
    finally:
        server.run("ALTER SYSTEM SET ssl = on")
        server.run("SELECT pg_reload_conf()")
    assert "offers no encrypted connection" in told


def test_somebody_without_rights_is_sent_to_the_coordinator(server: Server) -> None:
    with workspace_on(server) as address:
        told = str(why_not(server, f"postgresql://anna:right@localhost:{{port}}/{address.database}"))
    assert "ask the coordinator" in told


@pytest.mark.parametrize(
    ("revision", "words"), [("9999", "made by a newer Sestante"), ("0007", "of an earlier Sestante")]
)
def test_another_schema_is_told_and_left_alone(server: Server, revision: str, words: str) -> None:
    with workspace_on(server) as address:
        server.run(f"UPDATE alembic_version SET version_num = '{revision}'", address.database)  # noqa: S608
        with pytest.raises(StorageError, match=words):
            try_address(address)


def test_a_server_that_says_nothing_is_not_waited_for(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = str(why_not(server, f"postgresql://anna@127.0.0.1:{port}/postgres"))
    assert "no answer came in time" in told
