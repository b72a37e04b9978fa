"""Plans kept for comparing: a name and limits, apart for each round, gone with it."""

import pytest

from desktop.content.company import Company, Constraints
from desktop.errors import StorageError
from desktop.storage import Database
from desktop.storage.kept_plan_store import KeptPlanStore
from desktop.storage.store import Store
from tests.workspaces import erase_company_of

Stores = tuple[KeptPlanStore, Store]


@pytest.fixture
def stores(round_id: int, database: Database) -> Stores:
    """The workspace's kept plans, with what reads them."""
    assert round_id
    return KeptPlanStore(database), Store(database)


def test_kept_plans_come_back_in_their_order_and_go_one_by_one(stores: Stores, round_id: int) -> None:
    kept, store = stores
    first = kept.keep(round_id, "2 h, «caro» 😀", Constraints(budget_eur=500))
    second = kept.keep(round_id, "Tutto", Constraints(weeks=52))
    found = store.kept_plans(round_id)
    assert [(each.id, each.name) for each in found] == [(first, "2 h, «caro» 😀"), (second, "Tutto")]
    assert [each.constraints for each in found] == [Constraints(budget_eur=500), Constraints(weeks=52)]
    kept.delete(round_id, first)
    kept.delete(round_id, first)
    assert [each.id for each in store.kept_plans(round_id)] == [second]


def test_kept_plans_belong_to_their_round_and_go_with_it(
    stores: Stores, round_id: int, database: Database
) -> None:
    kept, store = stores
    other = store.create(Company(name="Other", headcount=1), (), Constraints())
    mine = kept.keep(round_id, "mine", Constraints())
    kept.delete(other, mine)
    assert store.kept_plans(other) == ()
    assert [each.id for each in store.kept_plans(round_id)] == [mine]
    erase_company_of(database, round_id)
    assert store.kept_plans(round_id) == ()
    with pytest.raises(StorageError, match="no longer in the workspace"):
        kept.keep(round_id, "again", Constraints())
