"""What was saved is there again, whatever happens in between."""

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.content.company import Company, Constraints, Contact, People
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import Database, PinnedQuestionnaire
from desktop.storage.store import Store
from tests.examples import examples
from tests.workspaces import Place, erase_company_of

Opening = Callable[[], AbstractContextManager[Store]]

BACKUP = QuestionKey("technology-check/backup")
FRAUD = QuestionKey("technology-check/fraud")
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
PLAIN_ANSWERS = (
    "tested",
    ["antivirus", "locked"],
    [],
    {"mail": "online", "server": "not_applicable"},
    {"security": ["already", "planned"], "sales": []},
    4,
    "2.5",
    "È così: «perché no?»\n\t\x00 😀",
    "unknown",
)


@pytest.mark.parametrize("plain", PLAIN_ANSWERS)
def test_an_answer_of_any_kind_survives_close_and_reopen(opened: Opening, round_id: int, plain: Any) -> None:
    with opened() as store:
        store.save_answer(round_id, BACKUP, plain)
    with opened() as store:
        assert store.load(round_id).answers == {BACKUP: plain}


@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.dictionaries(NAMES, st.text() | st.integers() | st.lists(st.text()), max_size=5))
def test_any_answers_come_back_as_they_were_saved(
    opened: Opening, round_id: int, answers: dict[str, Any]
) -> None:
    keys = {QuestionKey(f"check/{name}"): plain for name, plain in answers.items()}
    with opened() as store:
        for key, plain in keys.items():
            store.save_answer(round_id, key, plain)
        loaded = store.load(round_id).answers
        for key in keys:
            store.save_answer(round_id, key, None)
    assert loaded == keys


def test_a_text_that_no_file_can_hold_is_refused_with_a_sentence(opened: Opening, round_id: int) -> None:
    with opened() as store, pytest.raises(StorageError):
        store.save_answer(round_id, BACKUP, "half a character: \ud83d")


def test_a_new_answer_replaces_the_old_one(opened: Opening, round_id: int) -> None:
    with opened() as store:
        store.save_answer(round_id, BACKUP, "by-hand")
        store.save_answer(round_id, BACKUP, "tested")
    with opened() as store:
        assert store.load(round_id).answers == {BACKUP: "tested"}


def test_a_removed_answer_stays_removed(opened: Opening, round_id: int) -> None:
    with opened() as store:
        store.save_answer(round_id, BACKUP, "tested")
        store.save_answer(round_id, FRAUD, "never")
        store.save_answer(round_id, BACKUP, None)
    with opened() as store:
        assert store.load(round_id).answers == {FRAUD: "never"}


def test_an_answer_is_committed_when_the_save_returns(opened: Opening, round_id: int, place: Place) -> None:
    with opened() as store:
        store.save_answer(round_id, BACKUP, "tested")
        assert place.read("SELECT value FROM answer") == [('"tested"',)]


def test_a_company_comes_back_with_every_field(opened: Opening) -> None:
    company = Company(
        name="Αρτοποιείο & Söhne",
        vat="00159560366",
        country="GR",
        region="ITF4",
        sector="C",
        ateco="10.71",
        headcount=6,
        turnover_eur=480_000,
        balance_sheet_eur=10**12,
        people=People(owner=1, employee=4, it=1),
        contact=Contact(name="Anna", role="owner", email="a@example.org", phone="+39 080 1"),
        hub="edih-cetma",
    )
    with opened() as store:
        round_id = store.create(company, (), Constraints())
    with opened() as store:
        assert store.load(round_id).company == company


def test_constraints_come_back_exactly(opened: Opening, round_id: int) -> None:
    wanted = Constraints(hours_per_week={"owner": Fraction(1, 3)}, weeks=13, budget_eur=99, languages=("en",))
    with opened() as store:
        store.save_constraints(round_id, wanted)
    with opened() as store:
        assert store.load(round_id).constraints == wanted


def test_questionnaires_keep_their_order_and_version_when_chosen_anew(opened: Opening, round_id: int) -> None:
    chosen = (PinnedQuestionnaire("zeta", "2.0", "aa"), PinnedQuestionnaire("alpha", "1.0", "bb"))
    with opened() as store:
        store.save_answer(round_id, BACKUP, "tested")
        store.choose(round_id, chosen)
    with opened() as store:
        loaded = store.load(round_id)
    assert loaded.questionnaires == chosen
    assert loaded.answers == {BACKUP: "tested"}


def test_the_company_changed_last_comes_first(opened: Opening, round_id: int) -> None:
    with opened() as store:
        second = store.create(Company(name="Second", headcount=1), (), Constraints())
        assert [summary.id for summary in store.summaries()] == [second, round_id]
        store.save_answer(round_id, BACKUP, "tested")
        assert [summary.id for summary in store.summaries()] == [round_id, second]


def test_a_changed_profile_replaces_the_old_one(opened: Opening, round_id: int) -> None:
    changed = Company(name="Panificio Nuovo", headcount=12, people=People(owner=2, employee=10))
    with opened() as store:
        store.save_company(round_id, changed)
    with opened() as store:
        assert store.load(round_id).company == changed


def test_deleting_a_company_removes_its_answers_and_no_others(
    opened: Opening, round_id: int, place: Place
) -> None:
    with opened() as store:
        other = store.create(Company(name="Other", headcount=1), (), Constraints())
        store.save_answer(round_id, BACKUP, "tested")
        store.save_answer(other, BACKUP, "by-hand")
    with closing(place.open()) as database:
        erase_company_of(database, round_id)
    with opened() as store:
        assert [summary.id for summary in store.summaries()] == [other]
    assert place.read("SELECT round_id, value FROM answer") == [(other, '"by-hand"')]
    assert place.read("SELECT count(*) FROM assessment") == [(0,)]


def test_a_deleted_company_is_missed_with_a_sentence(round_id: int, database: Database) -> None:
    erase_company_of(database, round_id)
    with pytest.raises(StorageError, match="no longer in the workspace"):
        Store(database).save_answer(round_id, BACKUP, "tested")


def test_a_failed_save_leaves_nothing_behind(opened: Opening, round_id: int) -> None:
    with opened() as store:
        with pytest.raises(StorageError):
            store.save_answer(round_id + 1, BACKUP, "tested")
        assert store.load(round_id).answers == {}
        store.save_answer(round_id, BACKUP, "tested")
        assert store.load(round_id).answers == {BACKUP: "tested"}
