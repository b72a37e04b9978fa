"""A laptop's folder copied to a second computer: both are worked on, both come back, and nothing is lost."""

from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.storage.parcels.three_way import Side
from desktop.text import wording
from desktop.workspace.laptop_words import returning_words
from tests.examples import examples
from tests.laptops import DOINGS, QUESTIONS, Hub, Office, back

_DOINGS = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.integers(0, 2), st.integers(1, 3)), min_size=1, max_size=5
)


def test_what_both_copies_changed_is_a_choice_and_the_line_says_that_there_were_two(
    hub: Hub, office: Office
) -> None:
    uuid = office.firm()
    office.answer(uuid, "base")
    with hub.laptop(office, uuid) as first, hub.copied(first) as second:
        first.answer(uuid, "first")
        second.answer(uuid, "second")
        second.answer(uuid, "alone", 1)
        assert back(first, office).bring(uuid, {}).copy_back_at is None
        coming = back(second, office)
        [standing] = coming.look()
        assert "(another copy of this folder was brought back on " in returning_words(standing, wording("en"))
        assert coming.bring(uuid, {}).kind == "conflicts"
        [told] = standing.conflicts
        assert (told.mine.by, told.theirs.by) == ("Carla", "Anna")
        coming.bring(uuid, {told.conflict.mark: "mine"})
        assert office.answers(uuid) == {QUESTIONS[0]: "second", QUESTIONS[1]: "alone"}
        assert '"first"' in repr(office.parcel(uuid).rows("change")).replace("\\", "")
        assert back(first, office).bring(uuid, {}).kind == "returned"
        assert office.answers(uuid) == {QUESTIONS[0]: "second", QUESTIONS[1]: "alone"}


def test_a_copy_nobody_worked_on_brings_nothing_twice(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as first:
        for what in DOINGS:
            first.do(uuid, what, 0, 2)
        with hub.copied(first) as second:
            back(first, office).bring(uuid, {})
            state = office.parcel(uuid).to_json()
            assert [each.kind for each in back(second, office).look()] == ["same"]
            assert back(second, office).bring(uuid, {}).kind == "returned"
            assert office.parcel(uuid).to_json() == state


def test_both_add_companies_and_each_is_there_once(hub: Hub, office: Office) -> None:
    uuid = office.firm()
    with hub.laptop(office, uuid) as first:
        shared = first.firm("Before the copy")
        with hub.copied(first) as second:
            own = [first.firm("First"), second.firm("Second")]
            second.answer(shared, "second")
            for side in (first, second, first):
                coming = back(side, office)
                coming.bring_all([each.uuid for each in coming.look()], {})
                list(coming.bring_all([each.uuid for each in coming.look()], {}))
            assert len(office.store.summaries()) == 4
            assert office.answers(shared) == {QUESTIONS[0]: "second"}
            assert [office.parcel(each).name for each in own] == ["First", "Second"]


@given(mine=_DOINGS, theirs=_DOINGS, side=st.sampled_from(["mine", "theirs"]))
@examples(20, suppress_health_check=list(HealthCheck))
def test_every_answer_of_both_is_there_or_in_the_history(
    hub: Hub, mine: list[Any], theirs: list[Any], side: Side
) -> None:
    with hub.office() as office:
        uuid = office.firm()
        office.do(uuid, "person", 0, 0)
        with hub.laptop(office, uuid) as first, hub.copied(first) as second:
            for laptop, doings in ((first, mine), (second, theirs)):
                for doing in doings:
                    laptop.do(uuid, *doing)
            given_ = [dict(each.answers(uuid)) for each in (first, second)]
            for laptop in (first, second):
                coming = back(laptop, office)
                choices = {each.conflict.mark: side for each in coming.look()[0].conflicts}
                assert coming.bring(uuid, choices).kind == "returned"
            history, answers = repr(office.parcel(uuid).rows("change")), office.answers(uuid)
            for told in given_:
                assert all(answers.get(key) == value or value in history for key, value in told.items())
            state = office.parcel(uuid).to_json()
            for laptop in (second, first):
                assert back(laptop, office).bring(uuid, {}).kind == "returned"
            assert office.parcel(uuid).to_json() == state
