"""Addresses of servers: what they mean, and that no password of theirs is shown."""

import pytest

from desktop.errors import StorageError
from desktop.storage.server.address import read_address, without_password

SECRET = "geheim"  # noqa: S105 - what must not be shown
WITH_A_PASSWORD = (
    "postgresql://anna@hub.example/db?password=geheim",
    "postgresql://anna@hub.example/db?password=ge@geheim",
    "postgresql:anna:geheim@hub.example/db",
    "postgresql://anna:geheim/db",
    "postgresql://anna:12/geheim@hub.example/db",
    "postgresql://anna:12/geheim@hub.example",
    "postgresql://anna:a?geheim@hub.example/db",
    "postgresql://anna:a#geheim@hub.example/db",
    "postgresql://anna:geheim@hub.example/db?sslmode=never",
)


@pytest.mark.parametrize("text", WITH_A_PASSWORD)
def test_an_address_that_is_refused_is_told_without_its_password(text: str) -> None:
    with pytest.raises(StorageError) as refused:
        read_address(text)
    told = str(refused.value.sentence)
    assert told.startswith("postgresql://anna")
    assert SECRET not in told + repr(refused.value) + repr(refused.value.__cause__)


@pytest.mark.parametrize("text", ["postgresql://hub.example:5433/db", "postgresql://[::1]:5433/db"])
def test_a_port_is_no_password(text: str) -> None:
    assert without_password(text) == text


def test_a_name_behind_a_socket_must_prove_itself() -> None:
    address = read_address("postgresql://anna@/db?host=/run/postgresql,elsewhere.example")
    assert (address.is_here, address.sslmode) == (False, "verify-full")
    with pytest.raises(StorageError, match="unencrypted"):
        read_address("postgresql://anna@/db?host=/run/postgresql,elsewhere.example&sslmode=disable")


@pytest.mark.parametrize("text", ["postgresql://h/d%00b", "postgresql://a%00@h/db", "postgresql://h/d%0Ab"])
def test_characters_that_no_name_has_are_refused(text: str) -> None:
    with pytest.raises(StorageError, match="not the address"):
        read_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://anna@[fe80::1%25de0]:5433/d%20b",
        "postgresql://a%40b@hub.example/d%3Fb?sslrootcert=/a%20b/%40.crt",
        "postgresql://anna@/db?host=/run/post%20gres&port=5433",
        "postgresql://one.example,two.example/db",
    ],
)
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    address = read_address(text)
    assert read_address(address.written) == address
