"""People who answer for themselves are kept apart from the company, and leave without a trace."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import FILE_NAME, Database
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.respondent_store import RespondentStore
from desktop.storage.store import Store
from desktop.storage.stored import told_by_all
from tests.workspaces import erase_company_of

Opening = Callable[[], AbstractContextManager[Store]]

MAIL, BACKUP = QuestionKey("skills/contact"), QuestionKey("skills/protections")


@pytest.fixture
def people(round_id: int, database: Database):
    """The workspace's respondents, with what reads them."""
    assert round_id
    return RespondentStore(database), Store(database)


def test_people_come_back_with_their_answers_in_the_order_they_came(people, round_id: int) -> None:
    respondents, store = people
    anna = respondents.add(round_id, "Anna «the boss» 😀", "owner")
    bruno = respondents.add(round_id, "B.", "employee")
    respondents.save_answer(round_id, anna, MAIL, ["mail", "video"])
    respondents.save_answer(round_id, bruno, MAIL, "unknown")
    respondents.save_answer(round_id, bruno, BACKUP, [])
    respondents.save_answer(round_id, bruno, BACKUP, ["copy"])
    found = store.respondents(round_id)
    assert [(each.id, each.label, each.role, each.answers) for each in found] == [
        (anna, "Anna «the boss» 😀", "owner", {MAIL: ["mail", "video"]}),
        (bruno, "B.", "employee", {MAIL: "unknown", BACKUP: ["copy"]}),
    ]
    assert store.load(round_id).answers == {}


def test_an_answer_taken_back_is_gone_for_this_person_alone(people, round_id: int) -> None:
    respondents, store = people
    ids = [respondents.add(round_id, name, "employee") for name in ("A", "B")]
    for each in ids:
        respondents.save_answer(round_id, each, MAIL, "unknown")
    respondents.save_answer(round_id, ids[0], MAIL, None)
    assert [each.answers for each in store.respondents(round_id)] == [{}, {MAIL: "unknown"}]


def test_another_label_and_role_keep_the_answers(people, round_id: int) -> None:
    respondents, store = people
    anna = respondents.add(round_id, "Anna", "employee")
    respondents.save_answer(round_id, anna, MAIL, "unknown")
    respondents.change(round_id, anna, "A.", "it")
    (found,) = store.respondents(round_id)
    assert (found.label, found.role, found.answers) == ("A.", "it", {MAIL: "unknown"})


@pytest.mark.of_files
def test_nothing_of_somebody_removed_stays_in_the_file(opened: Opening, round_id: int, folder: Path) -> None:
    with opened() as store:
        respondents = RespondentStore(store._database)
        gone = respondents.add(round_id, "Nickname-of-somebody", "employee")
        respondents.save_answer(round_id, gone, MAIL, "what-was-told")
        respondents.remove(round_id, gone)
        assert store.respondents(round_id) == ()
    content = (folder / FILE_NAME).read_bytes()
    assert b"Nickname-of-somebody" not in content
    assert b"what-was-told" not in content


def test_people_go_with_their_company(people, round_id: int, database: Database) -> None:
    respondents, store = people
    anna = respondents.add(round_id, "Anna", "owner")
    erase_company_of(database, round_id)
    assert store.respondents(round_id) == ()
    with pytest.raises(StorageError, match="no longer in the workspace"):
        respondents.save_answer(round_id, anna, MAIL, "unknown")


@pytest.mark.parametrize("elsewhere", [False, True])
def test_somebody_who_is_gone_or_of_another_company_is_missed_with_a_sentence(
    people, round_id: int, *, elsewhere: bool
) -> None:
    respondents, store = people
    anna = respondents.add(round_id, "Anna", "owner")
    asked = round_id
    if elsewhere:
        asked = store.create(Company(name="Other", headcount=1), (), Constraints())
    else:
        respondents.remove(round_id, anna)
    for act in (
        lambda: respondents.save_answer(asked, anna, MAIL, "unknown"),
        lambda: respondents.change(asked, anna, "B", "it"),
        lambda: respondents.remove(asked, anna),
    ):
        with pytest.raises(StorageError, match="no longer in the list"):
            act()
    assert len(store.respondents(round_id)) == (1 if elsewhere else 0)


def test_a_role_that_a_later_version_wrote_is_told_not_thrown(people, round_id: int) -> None:
    respondents, store = people
    respondents.add(round_id, "Anna", "apprentice")
    with pytest.raises(StorageError, match="Panificio Lorusso"):
        store.respondents(round_id)


def test_what_is_told_openly_is_never_among_what_was_told_in_secret(people, round_id: int) -> None:
    respondents, store = people
    anna = respondents.add(round_id, "Anna", "owner")
    respondents.save_answer(round_id, anna, MAIL, "secret")
    respondents.save_answer(round_id, anna, MAIL, "open", is_about_company=True)
    respondents.save_answer(round_id, anna, BACKUP, "open", is_about_company=True)
    (found,) = store.respondents(round_id)
    assert (found.answers, found.about_company) == ({MAIL: "secret"}, {MAIL: "open", BACKUP: "open"})
    respondents.save_answer(round_id, anna, MAIL, None, is_about_company=True)
    (found,) = store.respondents(round_id)
    assert (found.answers, found.about_company) == ({MAIL: "secret"}, {BACKUP: "open"})


def test_who_told_an_answer_goes_with_the_person_from_answer_and_history(people, round_id: int) -> None:
    respondents, store = people
    ids = [respondents.add(round_id, name, "employee") for name in ("Anna", "Anna-B", "Bruno")]
    store.save_answers(round_id, {MAIL: "one", BACKUP: "two"}, told_by_all(["Anna-B", "Bruno"]))
    store.save_answers(round_id, {MAIL: "told_by"}, told_by_all(["Anna"]))
    respondents.change(round_id, ids[2], "Zoe", "it")
    respondents.remove(round_id, ids[0])
    history = HistoryStore(store._database, Journal())
    told = [(change.key, change.told_by, change.after) for change in history.all(round_id)]
    assert told == [
        (MAIL, "Anna-B · Zoe", {"plain": "one", "told_by": "Anna-B · Zoe"}),
        (BACKUP, "Anna-B · Zoe", {"plain": "two", "told_by": "Anna-B · Zoe"}),
        (MAIL, "", {"plain": "told_by", "told_by": ""}),
    ]
    history.undo(round_id)
    assert store.load(round_id).answers == {MAIL: "one", BACKUP: "two"}
