"""Two desks write to one company in any order: nothing is replaced unseen, nothing that was saved is lost."""

import json
from collections.abc import Iterator
from dataclasses import replace as with_values
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from desktop.answers import answer_from_plain
from desktop.content.questionnaires.questionnaire import Question
from desktop.content.steps import StepChange
from desktop.storage import FileDatabase, Hand, Remark
from desktop.storage.meanwhile_error import Clash, MeanwhileError
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.workspace import Workspace
from tests.desks import a_firm, the_content
from tests.servers import workspace_on
from tests.serving import Server

NAMES = ("Anna", "Bruno")
STEP = "win:backup"
ALL = ("answer 0", "answer 1", "note", "mark", "name", "headcount", "weeks", "budget", "state")
PLACES = st.sampled_from(
    ("answer 0", "answer 1", "note", "mark", "name", "headcount", "weeks", "budget", "state")
)


@pytest.fixture(scope="module")
def address(server: Server) -> Iterator[Address]:
    with workspace_on(server) as made:
        yield made


def desk_on(address: Address, folder: Path, name: str) -> Workspace:
    made = Workspace(the_content(), on_server(address, FileDatabase(folder)))
    made.history.hand = Hand(name)
    return made


class Belief:
    """A desk, with what it has seen of the company: what a page shows."""

    def __init__(self, workspace: Workspace, case_id: int) -> None:
        self.workspace = workspace
        self.case_id = case_id
        self.clashes: list[Clash] = []
        self.look()

    def look(self) -> None:
        self.case = self.workspace.case(self.case_id)
        self.remark = self.workspace.visits.remarks(self.case).get(self.questions[0].key, Remark())
        step = self.workspace.visits.steps(self.case).get(STEP)
        self.step = StepChange(STEP, "open" if step is None else step.state)

    @property
    def questions(self) -> list[Question]:
        [asked, *_] = self.workspace.questionnaires(self.case)
        return [each for each in asked.questions.values() if each.kind == "one"][:2]

    def value(self, place: str) -> Any:
        """What the desk has seen in a place."""
        if place.startswith("answer"):
            return self.case.sheet.get(self.questions[int(place[-1])].key)
        return {
            "note": self.remark.note,
            "mark": self.remark.is_marked,
            "name": self.case.company.name,
            "headcount": self.case.company.headcount,
            "weeks": self.case.constraints.weeks,
            "budget": self.case.constraints.budget_eur,
            "state": self.step.state,
        }[place]

    def options(self, place: str) -> list[Any]:
        """Values to choose from."""
        if place.startswith("answer"):
            question = self.questions[int(place[-1])]
            return [None, *(answer_from_plain(question, each.id) for each in question.choices)][:4]
        return {
            "note": ["", "a", "b", "c"],
            "mark": [False, True],
            "name": ["Forno A", "Forno B", "Forno C"],
            "headcount": [1, 2, 3],
            "weeks": [10, 20, 30],
            "budget": [0, 100, 200],
            "state": ["open", "under-way", "done", "dropped"],
        }[place]

    def write(self, place: str, value: Any) -> None:
        workspace, case = self.workspace, self.case
        if place.startswith("answer"):
            self.case = workspace.save_answer(case, self.questions[int(place[-1])], value)
        elif place in ("note", "mark"):
            remark = with_values(self.remark, **{"note" if place == "note" else "is_marked": value})
            workspace.visits.save_remark(case, self.questions[0].key, remark, self.remark)
            self.remark = remark
        elif place in ("name", "headcount"):
            changed = replace(case.company, **{place: value})
            workspace.save_company(case.id, changed, case.company)
            self.case = with_values(case, company=changed)
        elif place in ("weeks", "budget"):
            field = "weeks" if place == "weeks" else "budget_eur"
            self.case = workspace.save_constraints(case, replace(case.constraints, **{field: value}))
        else:
            change = StepChange(STEP, value)
            workspace.visits.change_step(case, change, self.step)
            self.step = change


class TwoDesks(RuleBasedStateMachine):
    """Anna and Bruno, and somebody who looks at what is written down."""

    workspaces: tuple[Workspace, ...]

    @initialize()
    def begin(self) -> None:
        carla = self.workspaces[2]  # neither of the two may undo which questions are asked
        case = carla.create_case(a_firm("Forno A", headcount=1))
        case = carla.choose_questionnaires(case.id, ("technology-check",))
        self.desks = [Belief(each, case.id) for each in self.workspaces[:2]]
        self.there = Belief(self.workspaces[2], case.id)
        self.last_by: dict[str, int] = {}

    @rule(who=st.sampled_from((0, 1)))
    def look(self, who: int) -> None:
        self.desks[who].look()

    @rule(who=st.sampled_from((0, 1)), place=PLACES, number=st.integers(0, 3))
    def write(self, who: int, place: str, number: int) -> None:
        desk = self.desks[who]
        options = desk.options(place)
        value, seen = options[number % len(options)], desk.value(place)
        self.there.look()
        now = self.there.value(place)
        try:
            desk.write(place, value)
        except MeanwhileError as error:
            assert now not in (seen, value)
            [clash] = error.clashes
            assert clash.by == NAMES[1 - who]
            assert clash.at is not None
            desk.clashes.append(clash)
            desk.look()  # the window shows both
        else:
            assert value == seen or now in (seen, value)
        self._others_stay(place, who)

    @rule(who=st.sampled_from((0, 1)), is_mine=st.booleans())
    def settle(self, who: int, *, is_mine: bool) -> None:
        desk = self.desks[who]
        if not desk.clashes:
            return
        clash = desk.clashes.pop()
        if is_mine:
            try:
                desk.workspace.together.keep_mine(clash)
            except MeanwhileError as error:
                desk.clashes.extend(error.clashes)
        self._changed(who)
        desk.look()

    @rule(who=st.sampled_from((0, 1)), is_redo=st.booleans())
    def turn(self, who: int, *, is_redo: bool) -> None:
        desk = self.desks[who]
        before = len(desk.workspace.history.of(desk.case))
        self.there.look()
        values = {each: self.there.value(each) for each in ALL}
        turned = (desk.workspace.history.redo if is_redo else desk.workspace.history.undo)(desk.case)
        if turned is not None:
            assert turned.by == NAMES[who]
            [*_, last] = desk.workspace.history.of(desk.case)
            assert (last.of, last.by) == (turned.id, NAMES[who])
            desk.look()
        others = [each for each, by in self.last_by.items() if by != who]
        for place in self._changed(who):
            del self.last_by[place]  # what stands there again may be what another wrote, who may undo it
        assert {each: self.there.value(each) for each in others} == {each: values[each] for each in others}
        assert len(desk.workspace.history.of(desk.case)) == before + (turned is not None)

    @invariant()
    def each_change_begins_where_the_one_before_ended(self) -> None:
        """So every value that was ever there is there still, or in the history."""
        if not hasattr(self, "there"):
            return
        last: dict[tuple[str, str], Any] = {}
        for change in self.there.workspace.history.of(self.there.case):
            for place, before, after in _fields(change):
                assert json.dumps(last.get(place, before)) == json.dumps(before), (place, last, change)
                last[place] = after

    def _others_stay(self, place: str, who: int) -> None:
        """What is written in one place changes nothing in another."""
        assert self._changed(who) <= {place}

    def _changed(self, who: int) -> set[str]:
        """The places that are another than before, by the hand of one desk."""
        before = {each: self.there.value(each) for each in ALL}
        self.there.look()
        changed = {each for each in ALL if self.there.value(each) != before[each]}
        self.last_by |= dict.fromkeys(changed, who)
        return changed


def _fields(change: Any) -> Iterator[tuple[tuple[str, str], Any, Any]]:
    if not isinstance(change.before, dict) and not isinstance(change.after, dict):
        yield (change.what, change.key), change.before, change.after
        return
    before, after = change.before or {}, change.after or {}
    for name in {**before, **after}:
        if name not in ("told_by", "decisions"):
            yield (change.what, f"{change.key}.{name}"), before.get(name), after.get(name)


def test_nothing_of_another_desk_is_replaced_unseen(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.journal._ONE_GO", timedelta(0))
    workspaces = tuple(desk_on(address, tmp_path / name, name) for name in (*NAMES, "Carla"))

    class Here(TwoDesks):
        pass

    Here.workspaces = workspaces
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],  # to make an example smaller takes minutes
        ),
    )
    for each in workspaces:
        each.close()
