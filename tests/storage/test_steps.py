"""What became of a course is said once: as a step and as a decision it is the same."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.content.company import Company, Constraints
from desktop.content.decisions import CourseDecision
from desktop.content.steps import STATES, CourseOf, StepChange, course_of, service_key, win_key
from desktop.storage import Database
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore
from tests.examples import examples
from tests.workspaces import Place

KEY = CourseOf("elements-of-ai", "owner").key
OTHER = CourseOf("elements-of-ai", "it").key


class Round:
    def __init__(self, database: Database) -> None:
        journal = Journal()
        self.store = Store(database, journal)
        self.visits = VisitStore(database, journal)
        self.history = HistoryStore(database, journal)
        self.id = self.store.create(Company(name="Forno", headcount=3), (), Constraints())

    def say(self, key: str, state: str, note: str = "", roles: tuple[str, ...] = ()) -> None:
        self.visits.save_step(self.id, StepChange(key, state, note, roles))

    def state(self, key: str = KEY) -> str | None:
        step = self.visits.steps(self.id).get(key)
        return step and step.state

    @property
    def limits(self) -> Constraints:
        return self.store.load(self.id).constraints

    def decisions(self) -> list[tuple[str, str, str]]:
        return [(each.course, each.role, each.state) for each in self.limits.decisions]

    def decide(self, state: str) -> None:
        decision = CourseDecision(course="elements-of-ai", role="owner", state=state)
        self.store.save_constraints(self.id, replace(self.limits, decisions=(decision,)))


@pytest.fixture
def visited(database: Database) -> Round:
    return Round(database)


@pytest.mark.parametrize(
    ("state", "decision"), [("under-way", "under-way"), ("done", "done"), ("dropped", "excluded")]
)
def test_a_step_of_a_course_is_its_decision(visited: Round, state: str, decision: str) -> None:
    visited.say(KEY, state, "In June")
    assert visited.decisions() == [("elements-of-ai", "owner", decision)]
    visited.say(KEY, "open")
    assert visited.decisions() == []
    visited.decide(decision)
    assert visited.state() == state


def test_a_wish_leaves_a_step_open_and_lives_through_a_note(visited: Round) -> None:
    visited.decide("wanted")
    visited.say(KEY, "open", "After the summer")
    assert visited.decisions() == [("elements-of-ai", "owner", "wanted")]
    assert visited.visits.steps(visited.id)[KEY].note == "After the summer"


def test_a_course_is_dropped_for_others_too_and_comes_back_in_one_go(visited: Round) -> None:
    visited.say(KEY, "dropped", roles=("it",))
    assert visited.state(OTHER) == "dropped"
    visited.history.undo(visited.id)
    assert visited.decisions() == []
    visited.history.redo(visited.id)
    assert visited.state(OTHER) == "dropped"


def test_what_came_before_a_step_comes_back_with_its_order(visited: Round) -> None:
    visited.decide("wanted")
    visited.say(OTHER, "done")
    visited.say(KEY, "done")
    visited.say(KEY, "open")
    visited.history.undo(visited.id)
    visited.history.undo(visited.id)
    assert visited.decisions() == [("elements-of-ai", "owner", "wanted"), ("elements-of-ai", "it", "done")]


@given(turns=st.lists(st.tuples(st.booleans(), st.sampled_from(STATES)), max_size=6))
@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_step_and_decision_never_contradict_each_other(place: Place, turns: list[tuple[bool, str]]) -> None:
    named = {"open": "wanted", "dropped": "excluded"}
    with place.emptied() as database:
        visited = Round(database)
        for is_step, state in turns:
            if is_step:
                visited.say(KEY, state)
            else:
                visited.decide(named.get(state, state))
            assert (visited.state() or "open") == state
            for _, _, decision in visited.decisions():
                assert {"excluded": "dropped", "wanted": "open"}.get(decision, decision) == state


def test_other_steps_keep_their_own_state(visited: Round) -> None:
    for key in (win_key("backup-test"), service_key("test-before-invest")):
        visited.say(key, "done", "Seen")
        assert visited.state(key) == "done"
        assert course_of(key) is None
        visited.say(key, "open")
        assert visited.state(key) is None
    assert visited.decisions() == []
