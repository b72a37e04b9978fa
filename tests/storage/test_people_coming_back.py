"""People of a round that both sides delete and rename come back each once, whoever did what."""

from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.content.company import Constraints
from desktop.storage.parcels.three_way import Side
from tests.examples import examples
from tests.laptops import QUESTIONS, Hub, Office, back

NAMES = ("Anna", "Beppe", "Carla", "Dario")
DOINGS = st.dictionaries(st.integers(0, 3), st.sampled_from(["remove", "rename"]))


def do(side: Office, uuid: str, doings: dict[int, str], mark: str) -> None:
    round_id = side.round(uuid, "T1")
    people = side.people_of(round_id)
    for place, what in doings.items():
        if what == "remove":
            side.people.remove(round_id, people[place])
        else:
            side.people.change(round_id, people[place], f"{NAMES[place]} {mark}", "owner")


def expected(mine: str | None, theirs: str | None, name: str, side: Side) -> str | None:
    """What somebody is called afterwards; None where both agree, or one says alone, that they are gone."""
    if "rename" in (mine, theirs):
        marks = {"mine": "L" if mine == "rename" else "", "theirs": "O" if theirs == "rename" else ""}
        return f"{name} {marks[side] or marks['mine'] or marks['theirs']}"
    return None if "remove" in (mine, theirs) else name


@given(mine=DOINGS, theirs=DOINGS, side=st.sampled_from(["mine", "theirs"]))
@examples(60, suppress_health_check=list(HealthCheck))
def test_whoever_was_deleted_or_renamed_is_there_once_or_not_at_all(
    hub: Hub, mine: dict[int, str], theirs: dict[int, str], side: Side
) -> None:
    with hub.office() as office:
        uuid = office.firm()
        for name in NAMES:
            office.people.add(office.round(uuid), name, "owner")
        office.rounds.begin(office.round(uuid), [], Constraints())  # adds all of them at once
        with hub.laptop(office, uuid) as laptop:
            do(laptop, uuid, mine, "L")
            do(office, uuid, theirs, "O")
            coming = back(laptop, office)
            choices = {each.conflict.mark: side for each in coming.look()[0].conflicts}
            assert coming.bring(uuid, choices).kind == "returned"
            wanted = [
                expected(mine.get(place), theirs.get(place), name, side) for place, name in enumerate(NAMES)
            ]
            assert labels(office, uuid) == sorted(each for each in wanted if each)
            assert coming.bring(uuid, choices).kind == "returned"
            assert len(labels(office, uuid)) == len([each for each in wanted if each])


def labels(side: Office, uuid: str) -> list[Any]:
    people = side.parcel(uuid).rows("respondent")
    return sorted(row["label"] for key, row in people.items() if key[0] == "T1")


def test_a_round_that_both_sides_began_has_each_person_once(hub: Hub) -> None:
    with hub.office() as office:
        uuid = office.firm()
        for name in NAMES:
            office.people.add(office.round(uuid), name, "owner")
        with hub.laptop(office, uuid) as laptop:
            for side in (laptop, office):
                side.rounds.begin(side.round(uuid), [], Constraints())
            [first, second, *_] = laptop.people_of(laptop.round(uuid, "T1"))
            [anna, *_] = office.people_of(office.round(uuid, "T1"))
            laptop.people.save_answer(laptop.round(uuid, "T1"), second, QUESTIONS[0], "laptop")
            office.people.save_answer(office.round(uuid, "T1"), anna, QUESTIONS[0], "office")
            coming = back(laptop, office)
            assert coming.bring(uuid, {}).kind == "returned"
            assert labels(office, uuid) == list(NAMES)
            answers = office.parcel(uuid).rows("respondent_answer")
            assert {key[2]: row["value"] for key, row in answers.items()} == {
                "Anna": '"office"',
                "Beppe": '"laptop"',
            }
            laptop.people.save_answer(laptop.round(uuid, "T1"), first, QUESTIONS[1], "later")
            coming.bring(uuid, {})
            assert labels(office, uuid) == list(NAMES)
            assert len(office.parcel(uuid).rows("respondent_answer")) == 3
