"""What a desk asks a server across a slow network is asked in few turns, and the history is the same."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.content.company import Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import FileDatabase, Hand
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.meanwhile_error import MeanwhileError, Seen
from desktop.storage.server.address import Address
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.server.server_store import ServerStore
from desktop.storage.store import Store
from tests.desks import a_firm
from tests.servers import workspace_on
from tests.serving import Server
from tests.slow_way import slow_way

KEY, OTHER = QuestionKey("technology-check/ai-skills"), QuestionKey("technology-check/notes")
MOST = 2
NOW = datetime(2027, 1, 4, tzinfo=UTC)


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    with workspace_on(server) as made:
        yield made


def test_an_answer_and_a_company_take_few_turns(server: Server, address: Address, tmp_path: Path) -> None:
    with (
        slow_way(server) as way,
        closing(ServerDatabase(way.address(address), FileDatabase(tmp_path))) as there,
    ):
        store = ServerStore(there)
        company = store.create(a_firm(), [], Constraints())
        store.save_answer(company, KEY, "none")
        for ask in (
            lambda: store.save_answer(company, KEY, "users", seen=Seen("none")),
            lambda: store.save_answer(company, KEY, "users more", goes_on=True),
            lambda: store.load(company),
        ):
            before = way.turns
            ask()
            assert way.turns - before <= MOST


def test_what_is_written_at_once_is_what_is_written_step_by_step(address: Address, tmp_path: Path) -> None:
    with closing(ServerDatabase(address, FileDatabase(tmp_path))) as there:
        journal = Journal()
        journal.hand = Hand("Anna", "Bruno")
        stores = ServerStore(there, journal), Store(there, journal)
        rounds = [each.create(a_firm(), [], Constraints()) for each in stores]
        for key, value, goes_on in (
            (KEY, "a", False),
            (KEY, "b", False),
            (KEY, "b", False),
            (OTHER, "w", True),
            (OTHER, "wo", True),
            (KEY, None, False),
            (OTHER, None, True),
            (OTHER, "x", True),
            (OTHER, None, True),
        ):
            for store, each in zip(stores, rounds, strict=True):
                store.save_answer(each, key, value, goes_on=goes_on)
        histories = [HistoryStore(there, journal).all(each) for each in rounds]
        one, other = ([replace(e, id=0, at=NOW) for e in history] for history in histories)
        assert one == other
        assert stores[0].load(rounds[0]).answers == stores[1].load(rounds[1]).answers
        stores[0].save_answer(rounds[0], KEY, "c")
        with pytest.raises(MeanwhileError):
            stores[0].save_answer(rounds[0], KEY, "d", seen=Seen("a"))
        with pytest.raises(StorageError):
            stores[0].save_answer(10**6, KEY, "d")
