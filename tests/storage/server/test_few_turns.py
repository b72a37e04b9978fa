"""What a desk asks a server across a slow network is asked in few turns, and the history is the same."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.content.company import Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import OutOfReachError
from desktop.storage import FileDatabase, Hand
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.meanwhile_error import MeanwhileError, Seen
from desktop.storage.server.address import Address
from desktop.storage.server.server_database import ServerDatabase
from desktop.storage.server.server_store import ServerStore
from desktop.storage.store import Store
from tests.desks import a_firm
from tests.serving import Server
from tests.slow_way import slow_way

KEY, OTHER = QuestionKey("technology-check/ai-skills"), QuestionKey("technology-check/notes")
NOW = datetime(2027, 1, 4, tzinfo=UTC)


def test_an_answer_and_a_company_take_few_turns(server: Server, address: Address, tmp_path: Path) -> None:
    with (
        slow_way(server) as way,
        closing(ServerDatabase(way.address(address), FileDatabase(tmp_path))) as there,
    ):
        store = ServerStore(there)
        company = store.create(a_firm(), [], Constraints())
        store.save_answer(company, KEY, "none")
        for most, ask in (
            (2, lambda: store.save_answer(company, KEY, "users", seen=Seen("none"))),
            (2, lambda: store.save_answer(company, KEY, "users more", goes_on=True)),
            (2, lambda: store.save_company(company, a_firm("Mulino"), a_firm())),
            (2, lambda: store.save_constraints(company, Constraints(weeks=9), Constraints())),
            (1, lambda: store.save_place(company, {"page": "plan"})),
            (1, lambda: store.load(company)),
        ):
            before = way.turns
            ask()
            assert way.turns - before <= most


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
        for store, each in zip(stores, rounds, strict=True):
            store.save_company(each, a_firm("Mulino"))
            store.save_company(each, a_firm("Mulino Rossi"), a_firm("Mulino"))
            store.save_company(each, a_firm("Mulino Rossi"), a_firm("Mulino"))
            store.save_constraints(each, Constraints(weeks=9))
            store.save_constraints(each, Constraints(weeks=9, budget_eur=7), Constraints(weeks=9))
            store.save_constraints(each, Constraints(weeks=9), Constraints(weeks=9, budget_eur=7))
        histories = [HistoryStore(there, journal).all(each) for each in rounds]
        one, other = ([replace(e, id=0, at=NOW) for e in history] for history in histories)
        assert one == other
        one_round, other_round = (store.load(each) for store, each in zip(stores, rounds, strict=True))
        told = one_round.answers, one_round.company, one_round.constraints
        assert told == (other_round.answers, other_round.company, other_round.constraints)
        stores[0].save_answer(rounds[0], KEY, "c")
        with pytest.raises(MeanwhileError):
            stores[0].save_answer(rounds[0], KEY, "d", seen=Seen("a"))
        with pytest.raises(MeanwhileError):
            stores[0].save_company(rounds[0], a_firm("Forno"), a_firm("Panificio"))
        with pytest.raises(MeanwhileError):
            stores[0].save_constraints(rounds[0], Constraints(weeks=7), Constraints(weeks=8))
        for store in stores:
            for save in (
                lambda store: store.save_answer(10**6, KEY, "d"),
                lambda store: store.save_company(10**6, a_firm()),
                lambda store: store.save_place(10**6, {}),
            ):
                with pytest.raises(OutOfReachError, match="no longer in the workspace"):
                    save(store)
