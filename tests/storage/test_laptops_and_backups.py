"""A hub that got an older backup back: what laptops had returned comes once more, and nothing of it twice."""

from collections.abc import Callable

import pytest

from desktop.storage.loan_reader import loans
from tests.laptops import DOINGS, QUESTIONS, Hub, Office, back, backup_of, put_back


def brought(laptop: Office, office: Office, uuid: str, *, twice: bool = True) -> None:
    """Brought back, and once more, which changes nothing."""
    coming = back(laptop, office)
    assert coming.bring(uuid, {}).kind == "returned"
    state = office.parcel(uuid).to_json()
    if twice:
        brought(laptop, office, uuid, twice=False)
        assert office.parcel(uuid).to_json() == state
        assert [each.kind for each in coming.look() if each.uuid == uuid] == ["returned"]


def test_what_the_hub_lost_comes_back_again(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    office.answer(uuid, "before")
    with hub.laptop(office, uuid) as laptop:
        older = backup_of(office.database)
        for what in DOINGS:
            laptop.do(uuid, what, 0, 2)
        brought(laptop, office, uuid)
        wanted = office.said(uuid)
        put_back(office.database, older)
        assert office.answers(uuid) == {QUESTIONS[0]: "before"}
        assert back(laptop, office).look()[0].kind == "changed"
        brought(laptop, office, uuid)
        assert office.said(uuid) == wanted
        assert loans(office.database) == ()


def test_only_what_was_lost_is_asked_about(hub: Hub, office: Office) -> None:
    """A backup from between two returns: what the office changed after the first one stays."""
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "first")
        laptop.answer(uuid, "first", 1)
        brought(laptop, office, uuid)
        office.answer(uuid, "office")
        older = backup_of(office.database)
        laptop.answer(uuid, "second", 1)
        brought(laptop, office, uuid)
        put_back(office.database, older)
        brought(laptop, office, uuid)
        assert office.answers(uuid) == {QUESTIONS[0]: "office", QUESTIONS[1]: "second"}


def test_what_the_office_wrote_into_the_older_state_is_a_choice(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        older = backup_of(office.database)
        laptop.answer(uuid, "laptop")
        brought(laptop, office, uuid)
        put_back(office.database, older)
        office.answer(uuid, "office")
        [standing] = back(laptop, office).look()
        [told] = standing.conflicts
        assert [each["value"] for each in (told.conflict.mine, told.conflict.theirs)] == [
            '"laptop"',
            '"office"',
        ]
        back(laptop, office).bring(uuid, {told.conflict.mark: "mine"})
        assert office.answers(uuid) == {QUESTIONS[0]: "laptop"}


def test_a_company_made_on_the_laptop_is_added_again(hub: Hub, office: Office) -> None:
    with hub.laptop(office, office.firm()) as laptop:
        older = backup_of(office.database)
        uuid = laptop.firm("New one")
        laptop.answer(uuid, "laptop")
        brought(laptop, office, uuid)
        put_back(office.database, older)
        assert [each.kind for each in back(laptop, office).look() if each.uuid == uuid] == ["new"]
        brought(laptop, office, uuid)
        assert office.said(uuid) == laptop.said(uuid)


def test_a_company_of_which_the_backup_knows_nothing_is_made_again_where_somebody_says_so(
    hub: Hub, office: Office
) -> None:
    older = backup_of(office.database)
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "laptop")
        brought(laptop, office, uuid)
        put_back(office.database, older)
        coming = back(laptop, office)
        assert coming.bring(uuid, {}).kind == "deleted"
        assert coming.bring(uuid, {}, makes_again=True).kind == "returned"
        brought(laptop, office, uuid)
        assert office.said(uuid) == laptop.said(uuid)


def test_who_was_removed_in_the_office_after_the_return_does_not_come_back(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.do(uuid, "person", 0, 1)
        brought(laptop, office, uuid)
        office.people.remove(office.round(uuid), office.people_of(office.round(uuid))[0])
        laptop.answer(uuid, "later")
        older = backup_of(office.database)
        brought(laptop, office, uuid)
        put_back(office.database, older)
        brought(laptop, office, uuid)
        assert office.people_of(office.round(uuid)) == []
        assert office.answers(uuid) == {QUESTIONS[0]: "later"}


@pytest.mark.parametrize("undo", ["leave_out", "delete"])
def test_a_company_that_is_not_wanted_stays_away(hub: Hub, office: Office, undo: str) -> None:
    uuid = office.firm()
    act: dict[str, Callable[[Office], object]] = {
        "leave_out": lambda laptop: back(laptop, office).leave_out(uuid),
        "delete": lambda laptop: back(laptop, office).bring(uuid, {}),
    }
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "laptop")
        if undo == "delete":
            back(laptop, office).bring(uuid, {})
        office.desk.erase(office.company(uuid), "", str)
        act[undo](laptop)
        [standing] = back(laptop, office).look()
        assert standing.kind == ("left-out" if undo == "leave_out" else "returned")
        assert office.store.summaries() == ()
