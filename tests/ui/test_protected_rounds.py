"""Nothing that is saved from the window reaches an earlier round before it was lifted."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk
from desktop.workspace import Workspace
from tests.ui.hand import Hand

Saving = Callable[[Desk], object]


def _answer(desk: Desk) -> None:
    question = desk.workspace.questions(desk.open_case, "technology-check")[0]
    desk.save_answer(question, None)


SAVINGS: dict[str, Saving] = {
    "answer": _answer,
    "company": lambda desk: desk.save_company(replace(desk.open_case.company, name="Other")),
    "questionnaires": lambda desk: desk.choose_questionnaires(("quick",)),
    "limits": lambda desk: desk.save_constraints(replace(desk.open_case.constraints, weeks=3)),
    "undo": lambda desk: desk.turning.undo(),
    "move": lambda desk: desk.moves.make(),
    "people": lambda desk: desk.save_people(
        lambda: desk.workspace.people.add(desk.open_case, "Anna", "owner")
    ),
    "aside": lambda desk: desk.save_aside(lambda: desk.workspace.register.erase(desk.open_case.company_id)),
}


@pytest.mark.parametrize("name", SAVINGS)
def test_what_is_saved_into_an_earlier_round_is_refused(
    qtbot: QtBot, workspace: Workspace, answered: int, name: str
) -> None:
    workspace.rounds.begin(workspace.case(answered))
    desk = Desk(workspace)
    desk.open(answered)
    before, told = workspace.case(answered), workspace.history.of(workspace.case(answered))

    with qtbot.waitSignal(desk.protection.touched):
        SAVINGS[name](desk)

    assert workspace.case(answered) == before
    assert workspace.history.of(before) == told
    assert not workspace.people.everybody(before)


def test_what_was_lifted_is_saved_until_it_is_put_back(
    qtbot: QtBot, workspace: Workspace, answered: int
) -> None:
    workspace.rounds.begin(workspace.case(answered))
    desk = Desk(workspace)
    desk.open(answered)
    limits = replace(desk.open_case.constraints, weeks=3)

    desk.protection.lift(desk.open_case)
    desk.save_constraints(limits)
    assert workspace.case(answered).constraints == limits

    desk.protection.put_back(desk.open_case)
    with qtbot.waitSignal(desk.protection.touched):
        desk.save_constraints(replace(limits, weeks=4))
    assert workspace.case(answered).constraints == limits


def test_the_only_and_the_last_round_are_not_protected(
    qtbot: QtBot, workspace: Workspace, answered: int
) -> None:
    desk = Desk(workspace)
    desk.open(answered)
    assert not desk.protection.covers(desk.open_case)

    desk.begin_round()

    assert desk.open_case.stage == "T1"
    assert not desk.protection.covers(desk.open_case)
    desk.remove_round()
    assert desk.open_case.id == answered


def test_what_is_of_no_round_can_be_set_while_an_earlier_one_is_open(
    workspace: Workspace, answered: int, open_window: Callable[[], Hand]
) -> None:
    workspace.rounds.begin(workspace.case(answered))
    hand = open_window()
    hand.click("round-T0")
    hand.click("to-settings")
    hand.write("consultant-name", "Anna Riva")
    assert workspace.preferences.read().consultant == "Anna Riva"
    hand.see("settings-page")
