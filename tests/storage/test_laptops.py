"""Companies taken along on a laptop and brought back: nothing is lost, nothing is done twice."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.content.company import Constraints
from desktop.models import RespondentRecord
from desktop.storage.loan_reader import loans, taken_along
from desktop.storage.parcels.three_way import Side
from tests.examples import examples
from tests.laptops import DOINGS, QUESTIONS, Hub, Office, back


def everything(office: Office, uuid: str, value: int = 1) -> None:
    for what in DOINGS:
        office.do(uuid, what, 0, value)
    office.history.undo(office.round(uuid))


def test_a_company_goes_along_whole(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    everything(office, uuid)
    with hub.laptop(office, uuid) as laptop:
        assert laptop.parcel(uuid).to_json() == office.parcel(uuid).to_json()
        assert [each.what for each in laptop.history.all(laptop.round(uuid))] == [
            each.what for each in office.history.all(office.round(uuid))
        ]
        assert laptop.history.all(laptop.round(uuid))[-1].of is not None


def test_both_sides_say_who_has_it(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    office.firm("Another")
    with hub.laptop(office, uuid, by="Anna") as laptop:
        [loan] = loans(office.database)
        assert (loan.company, loan.name) == ("Forno Rossi", "anna" if not hub.url else "postgres")
        told = taken_along(laptop.database)
        assert told is not None
        assert (told.server, told.companies, told.is_back) == ("the hub", 1, False)
        back(laptop, office).bring(uuid, {})
        assert loans(office.database) == ()
        told = taken_along(laptop.database)
        assert told is not None
        assert told.is_back


def test_what_only_the_laptop_changed_is_taken(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    office.answer(uuid, "before")
    with hub.laptop(office, uuid) as laptop:
        everything(laptop, uuid, 2)
        laptop.answer(uuid, "new")
        assert back(laptop, office).bring(uuid, {}).kind == "returned"
        assert office.said(uuid) == laptop.said(uuid)
        assert office.answers(uuid)[QUESTIONS[0]] == "new"


def test_what_only_the_office_changed_stays(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        everything(office, uuid, 2)
        before = office.said(uuid)
        assert back(laptop, office).bring(uuid, {}).kind == "returned"
        assert office.said(uuid) == before


@pytest.mark.parametrize(("side", "stays"), [("mine", "laptop"), ("theirs", "office")])
def test_of_two_answers_one_is_chosen_and_both_are_in_the_history(
    hub: Hub, office: Office, side: Side, stays: str
) -> None:
    uuid = office.firm()
    office.answer(uuid, "base")
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "laptop")
        office.answer(uuid, "office")
        coming = back(laptop, office)
        [standing] = coming.look()
        [told] = standing.conflicts
        assert (told.mine.by, told.theirs.by) == ("Anna", "Bruno")
        assert [row["value"] for row in (told.conflict.base, told.conflict.mine, told.conflict.theirs)] == [
            '"base"',
            '"laptop"',
            '"office"',
        ]
        assert coming.bring(uuid, {}).kind == "conflicts"
        assert office.answers(uuid)[QUESTIONS[0]] == "office"
        assert coming.bring(uuid, {told.conflict.mark: side}).kind == "returned"
        assert office.answers(uuid)[QUESTIONS[0]] == stays
        said = [each.after for each in office.history.all(office.round(uuid)) if each.what == "answer"]
        assert {"laptop", "office"} <= {each["plain"] for each in said}


def test_a_choice_holds_only_for_what_was_shown(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "laptop")
        office.answer(uuid, "office")
        coming = back(laptop, office)
        marks: dict[str, Side] = {each.conflict.mark: "mine" for each in coming.look()[0].conflicts}
        office.answer(uuid, "office, once more")
        assert coming.bring(uuid, marks).kind == "conflicts"
        assert office.answers(uuid)[QUESTIONS[0]] == "office, once more"


def test_bringing_back_again_changes_nothing(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        everything(laptop, uuid)
        coming = back(laptop, office)
        coming.bring(uuid, {})
        before = office.parcel(uuid).to_json()
        assert coming.bring(uuid, {}).kind == "returned"
        assert office.parcel(uuid).to_json() == before


def test_what_is_written_after_a_return_comes_back_later(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.answer(uuid, "first")
        coming = back(laptop, office)
        coming.bring(uuid, {})
        laptop.answer(uuid, "second")
        assert coming.look()[0].kind == "changed"
        coming.bring(uuid, {})
        assert office.answers(uuid)[QUESTIONS[0]] == "second"


def test_a_company_deleted_in_the_office_is_made_again_or_left_out(hub: Hub, office: Office) -> None:
    uuids = office.firm("Alfa"), office.firm("Beta")
    everything(office, uuids[0])
    with hub.laptop(office, *uuids) as laptop:
        laptop.answer(uuids[0], "laptop")
        for uuid in uuids:
            office.desk.erase(office.company(uuid), "", str)
        coming = back(laptop, office)
        assert [each.kind for each in coming.look()] == ["deleted", "deleted"]
        assert coming.bring(uuids[0], {}).kind == "deleted"
        assert coming.bring(uuids[0], {}, makes_again=True).kind == "returned"
        assert office.said(uuids[0]) == laptop.said(uuids[0])
        coming.leave_out(uuids[1])
        kinds = {each.uuid: each.kind for each in coming.look()}
        assert kinds == {uuids[0]: "returned", uuids[1]: "left-out"}
        assert coming.bring(uuids[1], {}).kind == "left-out"
        assert len(office.store.summaries()) == 1
        assert coming.bring(uuids[1], {}, makes_again=True).kind == "returned"
        assert [each.kind for each in coming.look()] == ["returned", "returned"]


def test_a_new_company_of_the_laptop_is_added_once(hub: Hub, office: Office) -> None:
    with hub.laptop(office, office.firm()) as laptop:
        uuid = laptop.firm("New one")
        everything(laptop, uuid)
        coming = back(laptop, office)
        assert [each.kind for each in coming.look()] == ["same", "new"]
        coming.bring(uuid, {})
        coming.bring(uuid, {})
        assert office.said(uuid) == laptop.said(uuid)
        assert len(office.store.summaries()) == 2


def test_a_company_deleted_on_the_laptop_stays_in_the_office(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as laptop:
        laptop.desk.erase(laptop.company(uuid), "", str)
        coming = back(laptop, office)
        assert coming.look()[0].kind == "stays"
        assert coming.bring(uuid, {}).kind == "stays"
        assert office.parcel(uuid).name == "Forno Rossi"
        assert coming.look()[0].kind == "returned"


def test_a_round_begun_on_the_laptop_comes_back(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    person = office.people.add(office.round(uuid), "Person", "employee")
    office.people.add(office.round(uuid), "Other person", "owner")
    with hub.laptop(office, uuid) as laptop:
        started = laptop.rounds.begin(
            laptop.round(uuid), [], laptop.store.load(laptop.round(uuid)).constraints
        )
        laptop.store.save_answer(started, QUESTIONS[1], "later")
        office.people.remove(office.round(uuid), person)
        back(laptop, office).bring(uuid, {})
        assert office.answers(uuid, "T1") == {QUESTIONS[1]: "later"}
        assert [key for part, key in office.said(uuid) if part == "respondent" and key[0] == "T0"]


@pytest.mark.parametrize("renamed_by", ["laptop", "office"])
def test_a_person_renamed_by_one_and_answering_on_the_other_side_is_one_person(
    hub: Hub, office: Office, renamed_by: str
) -> None:
    uuid = office.firm()
    round_id, at = office.round(uuid), datetime(2026, 11, 23, tzinfo=UTC)
    with office.database.session() as session:
        for label in ("Anna", "Beppe"):  # a new round adds all of them at one moment
            session.add(RespondentRecord(round_id=round_id, label=label, role="owner", created_at=at))
    with hub.laptop(office, uuid) as laptop:
        renaming, answering = (laptop, office) if renamed_by == "laptop" else (office, laptop)
        [first, _] = renaming.people_of(renaming.round(uuid))
        renaming.people.change(renaming.round(uuid), first, "Annamaria", "owner")
        answering.do(uuid, "own", 0, 1)
        assert back(laptop, office).bring(uuid, {}).kind == "returned"
        people = office.parcel(uuid).rows("respondent")
        assert [row["label"] for row in people.values()] == ["Annamaria", "Beppe"]
        [(key, _)] = office.parcel(uuid).rows("respondent_answer").items()
        assert key[2] == "Annamaria"
        laptop.do(uuid, "own", 1, 2)
        assert back(laptop, office).bring(uuid, {}).kind == "returned"
        assert len(office.parcel(uuid).rows("respondent")) == 2


def test_two_names_for_one_person_are_a_choice(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    office.do(uuid, "person", 0, 0)
    with hub.laptop(office, uuid) as laptop:
        laptop.do(uuid, "rename", 0, 1)
        office.do(uuid, "rename", 0, 2)
        coming = back(laptop, office)
        [told] = coming.look()[0].conflicts
        assert coming.bring(uuid, {told.conflict.mark: "mine"}).kind == "returned"
        assert [row["label"] for row in office.parcel(uuid).rows("respondent").values()] == ["Name 1"]


def test_the_answer_of_a_person_that_was_not_chosen_is_in_the_history_until_she_goes(
    hub: Hub, office: Office
) -> None:
    uuid = office.firm()
    office.do(uuid, "person", 0, 0)
    with hub.laptop(office, uuid) as laptop:
        laptop.do(uuid, "own", 0, 1)
        office.do(uuid, "own", 0, 2)
        coming = back(laptop, office)
        [told] = coming.look()[0].conflicts
        coming.bring(uuid, {told.conflict.mark: "theirs"})
        round_id = office.round(uuid)
        [kept] = [each for each in office.history.all(round_id) if each.what == "laptop"]
        assert (kept.before["plain"], kept.after["plain"]) == ("choice-1", "choice-2")
        [person] = office.people_of(round_id)
        office.people.change(round_id, person, "Another", "owner")
        office.people.remove(round_id, person)
        assert "choice-" not in repr(office.history.all(round_id))


@pytest.mark.parametrize("changed_by", ["laptop", "office", "nobody"])
def test_a_round_deleted_by_one_stays_if_the_other_changed_it(
    hub: Hub, office: Office, changed_by: str
) -> None:
    uuid = office.firm()
    started = office.rounds.begin(office.round(uuid), [], Constraints())
    office.store.save_answer(started, QUESTIONS[0], "before")
    with hub.laptop(office, uuid) as laptop:
        sides = {"laptop": laptop, "office": office}
        if changed_by in sides:
            sides[changed_by].answer(uuid, "changed", 1, "T1")
        other = office if changed_by == "laptop" else laptop
        other.rounds.remove(other.round(uuid, "T1"))
        back(laptop, office).bring(uuid, {})
        if changed_by == "nobody":
            assert ("round", ("T1",)) not in office.said(uuid)
        else:
            assert office.answers(uuid, "T1") == {QUESTIONS[0]: "before", QUESTIONS[1]: "changed"}


_DOINGS = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=6
)
_SLOW = {"suppress_health_check": list(HealthCheck)}


def _values(office: Office, uuid: str) -> dict[tuple[str, Any], str]:
    """What can be written by two, as text."""
    return {
        _nameless(where): repr(value)
        for where, value in office.said(uuid).items()
        if where[0] in ("answer", "remark", "step", "service", "expert_remark", "respondent_answer")
    }


@given(mine=_DOINGS, theirs=_DOINGS, is_mine=st.booleans())
@examples(30, **_SLOW)
def test_nothing_is_lost(hub: Hub, mine: list[Any], theirs: list[Any], *, is_mine: bool) -> None:
    """Whatever both sides did, each of their values is current afterwards, or in the history."""
    with hub.office() as office:
        uuid = office.firm()
        office.do(uuid, "person", 0, 0)
        with hub.laptop(office, uuid) as laptop:
            base = _values(office, uuid)
            for side, doings in ((laptop, mine), (office, theirs)):
                for doing in doings:
                    side.do(uuid, *doing)
            before = [_values(each, uuid) for each in (laptop, office)]
            coming = back(laptop, office)
            [standing] = coming.look()
            side_: Side = "mine" if is_mine else "theirs"
            done = coming.bring(uuid, {each.conflict.mark: side_ for each in standing.conflicts})
            assert done.kind == "returned"
            after = _values(office, uuid)
            history = repr(office.parcel(uuid).rows("change"))
            for values in before:
                for where, value in values.items():
                    kept = after.get(where) == value or base.get(where) == value
                    assert kept or _words(value) in history
            state = office.parcel(uuid).to_json()
            coming.bring(uuid, {})
            assert office.parcel(uuid).to_json() == state


def _nameless(where: tuple[str, Any]) -> tuple[str, Any]:
    """People are known by the moment they were added, not by a label that changes."""
    part, key = where
    return (part, (*key[:2], *key[3:])) if part == "respondent_answer" else where


def _words(value: str) -> str:
    """The word of a value that chance chose."""
    found = re.search(r"(choice-\d|note \d|step \d|Course \d|remark \d)", value)
    return found[0] if found else ""


@given(one=_DOINGS, other=_DOINGS)
@examples(15, **_SLOW)
def test_both_orders_give_the_same_where_nothing_conflicts(
    hub: Hub, one: list[Any], other: list[Any]
) -> None:
    """Two laptops that wrote in different places may come back one after the other, or the other way."""
    results = []
    first = [(what, 0, value) for what, _, value in one if what not in _ORDERED]
    second = [(what, 1, value) for what, _, value in other if what not in _ORDERED]
    for order in ((0, 1), (1, 0)):
        with hub.office() as office:
            uuid = office.firm()
            with hub.laptop(office, uuid) as anna, hub.laptop(office, uuid, by="Carla") as carla:
                for laptop, doings in ((anna, first), (carla, second)):
                    for doing in doings:
                        laptop.do(uuid, *doing)
                for number in order:
                    assert back((anna, carla)[number], office).bring(uuid, {}).kind == "returned"
                results.append(_without_names(office, uuid))
    assert results[0] == results[1]


_ORDERED = ("engagement", "consent", "person", "rename")
"""What both write in the same place, or what the order tells."""


def _without_names(office: Office, uuid: str) -> list[str]:
    """What a company says, without the names and moments that each run gives anew."""
    nameless = ("reminder", "evidence", "kept_plan", "service", "service_file", "expert_remark")
    return sorted(
        f"{part} {value}" if part in nameless else f"{part} {key[1:]} {value}"
        for (part, key), value in office.said(uuid).items()
    )
