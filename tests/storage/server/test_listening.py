"""A desk hears what the server tells, notices that it is gone, and comes back."""

from collections.abc import Iterator

import pytest

from desktop.storage.server.address import Address
from desktop.storage.server.listening import CHANNEL, Heard, Link, Listening
from tests.servers import until
from tests.serving import Server, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


class Ears:
    """What a listening desk was told."""

    def __init__(self, address: Address) -> None:
        self.heard: list[Heard] = []
        self.links: list[Link] = []
        self.listening = Listening(address, self.heard.append, self.links.append)
        self.listening.start()

    def is_up(self) -> bool:
        return bool(self.links) and self.links[-1].is_up


@pytest.fixture
def ears(address: Address) -> Iterator[Ears]:
    made = Ears(address)
    assert until(made.is_up)
    yield made
    made.listening.close()


def test_what_another_session_tells_is_heard(server: Server, address: Address, ears: Ears) -> None:
    server.run(f"NOTIFY {CHANNEL}, 'company 7'", address.database)
    assert until(lambda: ears.heard)
    assert (ears.heard[0].channel, ears.heard[0].payload) == (CHANNEL, "company 7")


def test_what_is_asked_is_done_on_the_connection(ears: Ears) -> None:
    found: list[object] = []
    ears.listening.ask(lambda on: found.extend(on.execute("SELECT 6 * 7").fetchone() or ()))
    assert until(lambda: found == [42])


def test_a_refused_wish_does_not_end_the_listening(server: Server, address: Address, ears: Ears) -> None:
    ears.listening.ask(lambda on: on.execute("SELECT nothing FROM nowhere") and None)
    server.run(f"NOTIFY {CHANNEL}, 'still there'", address.database)
    assert until(lambda: ears.heard)
    assert len(ears.links) == 1


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_it_tells_that_the_server_is_gone_and_comes_back(
    server: Server, address: Address, ears: Ears, how: str
) -> None:
    server.stop(how)
    assert until(lambda: not ears.is_up())
    assert address.told in str(ears.links[-1].error)
    server.start()
    assert until(ears.is_up)
    server.run(f"NOTIFY {CHANNEL}, 'again'", address.database)
    assert until(lambda: ears.heard)


def test_closing_does_not_wait_for_a_server_that_is_gone(server: Server, ears: Ears) -> None:
    server.stop()
    ears.listening.close()
    told = len(ears.links)
    server.start()
    assert not until(lambda: len(ears.links) > told, seconds=1)
