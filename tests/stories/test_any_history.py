"""Whatever is changed in whatever round: undo and redo turn it round, and touch no other round."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.answers import Answer, answer_to_plain
from desktop.content.questionnaires.questionnaire import Question
from desktop.content.steps import StepState
from desktop.errors import SestanteError
from desktop.storage import FILE_NAME, Hand, Remark
from desktop.storage.connecting import connect
from desktop.workspace import Case, Workspace
from tests.builders import worst_answers
from tests.desks import Desk, a_firm

CHOICES = (("technology-check",), ("quick", "technology-check"), ("skills", "technology-check"))
STATES: tuple[StepState, ...] = ("open", "under-way", "done", "dropped")
STEPS = ("action:backup", "course:clear:owner", "course:phishing:employee")
CELLS = {
    "answers": "SELECT question_id, value, told_by FROM answer WHERE round_id = ?",
    "remarks": "SELECT question_id, note, confidence, is_marked FROM remark WHERE round_id = ?",
    "steps": "SELECT key, state, note FROM step WHERE round_id = ?",
    "evidence": "SELECT id, subject FROM evidence WHERE removed_at IS NULL AND round_id = ?",
    "questionnaires": "SELECT questionnaire_id, position, version FROM assessment WHERE round_id = ?",
    "move": "SELECT questionnaires, answers FROM move WHERE round_id = ?",
}


def state(workspace: Workspace, round_id: int) -> dict[str, Any]:
    """All of a round that can be undone; of files those that are there."""
    with closing(connect(workspace.folder / FILE_NAME)) as file:
        found: dict[str, Any] = {
            name: sorted(map(repr, map(tuple, file.execute(query, (round_id,)))))
            for name, query in CELLS.items()
        }
    case = workspace.case(round_id)
    return found | {"limits": case.constraints, "profile": case.company}


def question_of(workspace: Workspace, case: Case, number: int) -> tuple[Question, Answer]:
    """One of the questions of a case with an answer that fits."""
    found = [
        (each.questions[question.id], answer)
        for each in workspace.questionnaires(case)
        for question in each.questions.values()
        if (answer := worst_answers(each).get(question.key)) is not None
    ]
    return found[number % len(found)]


def answer(workspace: Workspace, case: Case, number: int) -> None:
    question, given = question_of(workspace, case, number)
    workspace.save_answer(case, question, given if number % 3 else None)


def remark(workspace: Workspace, case: Case, number: int) -> None:
    question, _ = question_of(workspace, case, number)
    told = Remark(f"Note {number}", "guess", is_marked=number % 2 == 0) if number % 3 else Remark()
    workspace.visits.save_remark(case, question.key, told)


def profile(workspace: Workspace, case: Case, number: int) -> None:
    changed = {"name": f"Forno {number}"} if number % 2 else {"headcount": 1 + number}
    workspace.save_company(case.id, replace(case.company, **changed))


def limits(workspace: Workspace, case: Case, number: int) -> None:
    workspace.save_constraints(case, replace(case.constraints, weeks=1 + number))


def choose(workspace: Workspace, case: Case, number: int) -> None:
    workspace.choose_questionnaires(case.id, CHOICES[number % len(CHOICES)])


def move(workspace: Workspace, case: Case, number: int) -> None:
    workspace.moves.make(case.id) if number % 2 else workspace.moves.undo(case.id)


def step(workspace: Workspace, case: Case, number: int) -> None:
    key = STEPS[number % len(STEPS)]
    workspace.visits.save_step(case, key, STATES[number % len(STATES)], f"S{number}" if number % 2 else "")


def evidence(workspace: Workspace, case: Case, number: int) -> None:
    there = workspace.visits.evidence(case)
    if there and number % 2:
        workspace.visits.remove_evidence(case, there[number % len(there)].id)
    else:
        path = workspace.folder / "photo.txt"
        path.write_bytes(b"words")
        workspace.visits.add_evidence(case, "question:a", path)


def person(workspace: Workspace, case: Case, number: int) -> None:
    """Somebody comes, is renamed, answers about the company, goes; the company takes over what all said."""
    people = workspace.voices.everybody(case)
    if not people or number % 5 == 0:
        workspace.voices.add(case, f"Person {number}", "owner")
        return
    one = people[number % len(people)]
    if number % 5 == 1:
        workspace.voices.change(case, one.id, f"Renamed {number}", "employee")
    elif number % 5 == 2:
        workspace.voices.remove(case, one.id)
    elif number % 5 == 3:
        question, given = question_of(workspace, case, number)
        workspace._stores.respondents.save_answer(
            case.id, one.id, question.key, answer_to_plain(given), is_about_company=True
        )
    else:
        workspace.voices.take_over_common(case)


CHANGES = (answer, remark, profile, limits, choose, move, step, evidence, person)
Act = tuple[Callable[[Workspace, Case, int], None] | str, int, int]
ACTS = st.tuples(st.sampled_from((*CHANGES, "undo", "redo", "begin")), st.integers(0, 3), st.integers(0, 20))


@settings(max_examples=15, deadline=None)
@given(acts=st.lists(ACTS, min_size=1, max_size=14))
def test_undo_and_redo_turn_round_every_change_of_every_round(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Act]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("data"))
    workspace = desk.workspace
    workspace.history.hand = Hand("Marta")
    rounds = [workspace.create_case(a_firm(name)).id for name in ("Forno Ada", "Forno Bea")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.storage.journal._ONE_GO", timedelta(0))
        for act, place, number in acts:
            case = workspace.case(rounds[place % len(rounds)])
            others = [each for each in rounds if each != case.id]
            before = {each: untouched(workspace, case, each) for each in others}
            if act == "begin":
                last = workspace.rounds.all(case)[-1].id
                rounds.append(workspace.rounds.begin(workspace.case(last)).id)
            elif isinstance(act, str):
                turn_and_back(workspace, case, act)
            else:
                with suppress(SestanteError):  # a name that is taken
                    act(workspace, case, number)
            assert {each: untouched(workspace, case, each) for each in others} == before
        for each in rounds:
            undo_all_and_redo_all(workspace, workspace.case(each))
    desk.close()


def untouched(workspace: Workspace, case: Case, other: int) -> dict[str, Any]:
    """What a change in one round may not touch in another; rounds of one company share the profile."""
    is_shared = workspace.case(other).company_id == case.company_id
    return own_state(workspace, other) if is_shared else state(workspace, other)


def own_state(workspace: Workspace, round_id: int) -> dict[str, Any]:
    """The state of a round but for the profile, where another round writes to it too."""
    found = state(workspace, round_id)
    if len(workspace.rounds.all(workspace.case(round_id))) > 1:
        del found["profile"]
    return found


def turn_and_back(workspace: Workspace, case: Case, act: str) -> None:
    """Undo or redo, and the opposite, which brings back what was; then once more."""
    turn, back = workspace.history.undo, workspace.history.redo
    if act == "redo":
        turn, back = back, turn
    before = own_state(workspace, case.id)
    if turn(case) is not None:
        after = own_state(workspace, case.id)
        assert back(case) is not None
        assert own_state(workspace, case.id) == before
        assert turn(case) is not None
        assert own_state(workspace, case.id) == after


def undo_all_and_redo_all(workspace: Workspace, case: Case) -> None:
    before, count = own_state(workspace, case.id), 0
    while workspace.history.undo(case) is not None:
        count += 1
    for _ in range(count):
        assert workspace.history.redo(case) is not None
    assert own_state(workspace, case.id) == before


def test_undo_in_one_round_leaves_alone_what_another_wrote_into_the_profile_since(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data")
    workspace = desk.workspace
    case = desk.firm(a_firm("Forno Ada"))
    case = workspace.save_company(case.id, replace(case.company, headcount=7))
    later = workspace.rounds.begin(case)
    later = workspace.save_company(later.id, replace(later.company, name="Forno Bea"))
    assert workspace.history.undo(case) is not None
    company = workspace.case(case.id).company
    assert (company.name, company.headcount) == ("Forno Bea", 6)
    told = workspace.history.of(case)[-1]
    assert (told.before["name"], told.before["headcount"]) == ("Forno Bea", 7)
    assert workspace.history.redo(case) is not None
    assert workspace.case(case.id).company.headcount == 7
    desk.close()
