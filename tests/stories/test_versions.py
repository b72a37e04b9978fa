"""A questionnaire gets a new version while a consultant is in the middle of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest

from desktop.answers import answer_from_plain, answer_to_plain
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.paths import assessments_folder, resources_folder
from desktop.workspace import Case, Workspace
from tests.desks import Opening, opening
from tests.versions import NEW, OLD, an_edition, write_version

ANSWERS = {"backup": "automatic", "protections": ["locks", "updates"], "fraud": "often", "fax": "daily"}
MOVED = {"copies": "machine", "protections": ["updates"], "fraud": "often"}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The folder of questionnaires, with `small` in version 1.0."""
    return write_version(tmp_path / "assessments", OLD, "1.0")


@pytest.fixture
def opened(edition: Path, tmp_path: Path) -> Opening:
    """Opens the data folder with the questionnaires as they are in the edition then."""
    return opening(tmp_path / "data", edition)


@pytest.fixture
def case_id(opened: Opening, edition: Path) -> int:
    """A case answered in version 1.0, after which the edition has version 2.0."""
    with opened() as workspace:
        case = workspace.create_case(Company(name="Forno Rossi", headcount=5))
        case = workspace.choose_questionnaires(case.id, ("small",))
        for name, plain in ANSWERS.items():
            question = workspace.library.questionnaires["small"].questions[name]
            case = workspace.save_answer(case, question, answer_from_plain(question, plain))
    an_edition(edition)
    return case.id


def plain(case: Case) -> dict[str, Any]:
    return {key.removeprefix("small/"): answer_to_plain(answer) for key, answer in case.sheet.items()}


def after(workspace: Workspace, act: Callable[[int], None]) -> Case:
    """The only case after a move, or the way back."""
    case_id = workspace.cases()[0].id
    act(case_id)
    return workspace.case(case_id)


def asked(workspace: Workspace, case: Case) -> list[str]:
    return [question.id for question in workspace.questions(case, "small")]


def test_a_case_goes_on_in_the_version_it_was_begun_in(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        case = workspace.case(case_id)
        assert (plain(case), asked(workspace, case)) == (ANSWERS, list(ANSWERS))
        assert workspace.scores.card(case, "small").overall.headline == 100
        assert workspace.choose_questionnaires(case_id, ("small",)) == case


def test_a_move_is_shown_before_it_is_made(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        move = workspace.moves.waiting(case_id)
        assert move is not None
        assert [entry.question.id for entry in move.kept] == ["copies"]
        assert [entry.question.id for entry in move.changed] == ["protections", "fraud"]
        assert [entry.old_question.id for entry in move.dropped] == ["fax"]
        assert [question.id for question in move.new] == ["cloud"]
        assert plain(workspace.case(case_id)) == ANSWERS


def test_a_moved_case_is_asked_todays_questions_and_can_go_back(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        before, proposed = workspace.case(case_id), workspace.moves.waiting(case_id)
        moved = after(workspace, workspace.moves.make)
        assert (plain(moved), moved.pinned[0].version) == (MOVED, "2.0")
        assert asked(workspace, moved) == ["copies", "protections", "fraud", "cloud"]
        assert workspace.moves.waiting(case_id) is None
        assert workspace.moves.unconfirmed(case_id) == proposed
    with opened() as workspace:
        cloud = workspace.library.questionnaires["small"].questions["cloud"]
        workspace.save_answer(workspace.case(case_id), cloud, answer_from_plain(cloud, "daily"))
        undone = after(workspace, workspace.moves.undo)
        assert plain(undone) == {**ANSWERS, "cloud": "daily"}
        assert replace(undone, sheet=before.sheet) == before
        assert workspace.moves.unconfirmed(case_id) is None
        assert plain(after(workspace, workspace.moves.make)) == {**MOVED, "cloud": "daily"}


def test_an_answer_given_anew_after_the_move_goes_back_too(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        old = workspace.questionnaires(workspace.case(case_id))[0].questions["protections"]
        workspace.save_answer(workspace.case(case_id), old, answer_from_plain(old, ["locks"]))
        before = workspace.case(case_id)
        moved = after(workspace, workspace.moves.make)
        assert "protections" not in plain(moved)
        new = workspace.library.questionnaires["small"].questions
        for name, given in (("protections", ["none"]), ("fraud", "never")):
            moved = workspace.save_answer(moved, new[name], answer_from_plain(new[name], given))
        assert workspace.case(case_id).sheet == moved.sheet
        assert after(workspace, workspace.moves.undo) == before


def test_undoing_leaves_alone_what_has_nothing_to_do_with_the_move(
    opened: Opening, case_id: int, edition: Path
) -> None:
    other = write_version(edition.parent / "other", OLD, "1.0")
    for file in other.iterdir():
        text = file.read_text(encoding="utf-8").replace("id: small", "id: other")
        (edition / file.name.replace("small", "other")).write_text(text, encoding="utf-8")
    with opened() as workspace:
        after(workspace, workspace.moves.make)
        case = workspace.choose_questionnaires(case_id, ("small", "other"))
        fax = workspace.library.questionnaires["other"].questions["fax"]
        workspace.save_answer(case, fax, answer_from_plain(fax, "never"))
        undone = after(workspace, workspace.moves.undo)
        assert [(pinned.id, pinned.version) for pinned in undone.pinned] == [
            ("small", "1.0"),
            ("other", "1.0"),
        ]
        assert plain(undone) == {**ANSWERS, "other/fax": "never"}


def test_a_confirmed_move_stays(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        after(workspace, workspace.moves.make)
        confirmed = after(workspace, workspace.moves.confirm)
        assert after(workspace, workspace.moves.undo) == confirmed
        assert after(workspace, workspace.moves.make) == confirmed
        assert plain(confirmed) == MOVED


def test_two_moves_are_undone_at_once(opened: Opening, case_id: int, edition: Path) -> None:
    with opened() as workspace:
        before = workspace.case(case_id)
        after(workspace, workspace.moves.make)
    write_version(edition / "versions" / "small@2.0", NEW, "2.0")
    newer = NEW.replace("id: machine, replaces: automatic", "id: robot, replaces: [machine, automatic]")
    write_version(edition, newer, "3.0")
    with opened() as workspace:
        assert plain(after(workspace, workspace.moves.make)) == {**MOVED, "copies": "robot"}
        assert after(workspace, workspace.moves.undo) == before


def test_where_the_old_version_was_not_kept_todays_is_asked_as_before(
    opened: Opening, case_id: int, edition: Path
) -> None:
    rmtree(edition / "versions")
    with opened() as workspace:
        case = workspace.case(case_id)
        assert asked(workspace, case) == ["copies", "protections", "fraud", "cloud"]
        assert plain(case) == {"fraud": "often"}
        assert workspace.moves.waiting(case_id) is None


def test_a_deleted_case_takes_its_former_answers_along(opened: Opening, case_id: int) -> None:
    with opened() as workspace:
        after(workspace, workspace.moves.make)
        workspace.register.erase(workspace.case(case_id).company_id)
        assert workspace.moves.unconfirmed(case_id) is None


def test_an_author_keeps_a_version_changes_it_and_compares(
    run_here: Callable[..., Any], edition: Path
) -> None:
    kept = run_here("keep", edition / "small.yaml")
    assert (kept.returncode, (edition / "versions" / "small@1.0" / "small.it.yaml").exists()) == (0, True)
    again = run_here("keep", edition / "small.yaml")
    assert (again.returncode, "[V008]" in again.stderr) == (2, True)
    write_version(edition, NEW.replace("kind:", "competences: {cyber-backup: 2}\n        kind:"), "2.0")
    found = run_here("check", edition, "--against", edition / "versions" / "small@1.0")
    assert found.returncode == 0
    assert found.stdout.startswith("small 1.0 -> small 2.0\n")
    assert found.stdout.endswith("0 errors, 1 warning\n")


def test_a_version_is_kept_with_the_questionnaires_it_uses(
    run_here: Callable[..., Any], tmp_path: Path
) -> None:
    folder = Path(copytree(assessments_folder(), tmp_path / "shipped"))
    assert run_here("keep", folder / "quick.yaml").returncode == 0
    kept = folder / "versions" / "quick@1.0"
    assert len(list(kept.glob("*.yaml"))) > len(list(kept.glob("quick*.yaml")))
    library = Library(folder, resources_folder())
    today = library.questionnaires["quick"]
    assert library.earlier.find("quick", "1.0", today.hash) is not None
    assert run_here("check", kept).returncode == 0
