"""A newer version of a questionnaire in the window: told quietly, looked at, made, undone, kept."""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView
from pytestqt.qtbot import QtBot

from desktop.answers import answer_from_plain, answer_to_plain
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.paths import resources_folder
from desktop.storage import FileDatabase
from desktop.ui.background import wait_for_background_work
from desktop.ui.look import Look
from desktop.ui.moves.faces import Block, Face
from desktop.ui.moves.lines import Group
from desktop.ui.moves.move_list import FaceModel, MoveList
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand
from tests.versions import OLD, an_edition, write_version

ANSWERS = {"backup": "automatic", "protections": ["locks", "updates"], "fraud": "often", "fax": "daily"}
MOVED = {"copies": "machine", "protections": ["updates"], "fraud": "often"}
Opened = Callable[[], Hand]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A folder with `small` in version 2.0, and version 1.0 kept, whose first question read otherwise."""
    folder = an_edition(tmp_path / "assessments")
    texts = folder / "versions" / "small@1.0" / "small.it.yaml"
    texts.write_text(texts.read_text().replace("text: t", "text: Fate copie?", 1))
    return folder


@pytest.fixture
def workspace(edition: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A company that answered version 1.0 when it was today's, opened with version 2.0."""
    begun = write_version(tmp_path / "before", OLD, "1.0")
    with closing(Workspace(Library(begun, resources_folder()), FileDatabase(tmp_path / "data"))) as then:
        case = then.create_case(Company(name="Forno Rossi", headcount=5))
        case = then.choose_questionnaires(case.id, ("small",))
        for name, answer in ANSWERS.items():
            question = then.library.questionnaires["small"].questions[name]
            case = then.save_answer(case, question, answer_from_plain(question, answer))
        then.save_place(case, Place("questions", "small", "backup"))
    opened = Workspace(Library(edition, resources_folder()), FileDatabase(tmp_path / "data"))
    yield opened
    assert wait_for_background_work(30_000)
    opened.close()


def plain(workspace: Workspace) -> dict[str, Any]:
    """The stored answers by question."""
    case = workspace.case(workspace.cases()[0].id)
    return {key.removeprefix("small/"): answer_to_plain(answer) for key, answer in case.sheet.items()}


def groups(hand: Hand) -> list[str]:
    """What stands on the buttons of the groups, once the review is there."""
    names = [f"move-{group.value}" for group in Group]
    return [hand.see(name, QAbstractButton).text() for name in names]


def lines(hand: Hand) -> list[str]:
    """Every entry of the review, in words."""
    model = hand.see("move-lines", QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def reviewed(hand: Hand) -> Hand:
    """The page of the review, opened from the notice."""
    hand.click("see-move")
    assert groups(hand) == ["Changed (2)", "Dropped (1)", "New questions (1)", "Kept (1)"]
    return hand


def made(hand: Hand) -> Hand:
    """The review after the move was made."""
    reviewed(hand).click("move-make")
    hand.until(lambda: hand.find("move-keep") is not None)
    return hand


def test_a_newer_version_is_told_and_every_answer_is_accounted_for(open_window: Opened) -> None:
    hand = open_window()
    said = hand.see("move-notice").findChildren(QLabel)[0].text()
    assert said == "There is a newer version of “title”: 2.0."
    found = lines(reviewed(hand))
    assert found[0].startswith("title: from version 1.0 to 2.0 The scores can no longer be compared")
    left_out = "Left out, because it is no longer there: locks."
    other = (
        "The possible answers are not the same as before: check whether yours still fits. "
        "Its points cannot be compared with those before."
    )
    assert found[2:4] == [
        f"t Before: Updates; locks After: Updates Why: {left_out} {other}",
        "t Answer: Often Why: It counts more than before. Its points cannot be compared with those before.",
    ]
    assert found[5] == "t Before: Daily After: Not taken over Why: The question is no longer asked."
    assert found[7] == "t"
    assert found[9] == "t Wording before: Fate copie? Before: Automatic After: Machine"


def test_nothing_is_moved_by_looking_and_staying(open_window: Opened, workspace: Workspace) -> None:
    hand = reviewed(open_window())
    hand.click("move-later")
    hand.see("questions-page")
    assert plain(workspace) == ANSWERS
    assert hand.find("move-notice") is None


def test_the_notice_is_put_off_until_the_next_start(open_window: Opened) -> None:
    hand = open_window()
    hand.click("put-off-move")
    assert hand.find("move-notice") is None
    hand.click("step-results")
    hand.see("overall-score")
    assert hand.find("move-notice") is None
    assert open_window().see("move-notice")


def test_a_move_is_made_and_undone_on_the_same_page(open_window: Opened, workspace: Workspace) -> None:
    hand = made(open_window())
    assert plain(workspace) == MOVED
    hand.click("move-undo")
    hand.see("move-make")
    assert plain(workspace) == ANSWERS
    assert groups(hand)


def test_a_move_that_was_kept_is_not_spoken_of_any_more(open_window: Opened, workspace: Workspace) -> None:
    hand = made(open_window())
    hand.click("move-keep")
    hand.see("questions-page")
    assert plain(workspace) == MOVED
    assert hand.find("move-notice") is None


@pytest.mark.parametrize("page", ["questions", "results"])
def test_what_was_not_confirmed_waits_at_the_next_start(
    open_window: Opened, workspace: Workspace, page: str
) -> None:
    made(open_window())
    hand = open_window()
    hand.click(f"step-{page}")
    hand.see(f"{page}-page")
    assert hand.see("see-move", QAbstractButton).text() == "See what changed"
    assert hand.find("put-off-move") is None
    hand.click("undo-move")
    hand.until(lambda: hand.see("see-move", QAbstractButton).text() == "See what would change")
    assert plain(workspace) == ANSWERS
    assert hand.see(f"{page}-page")


def test_a_new_question_is_gone_to_with_the_keyboard(open_window: Opened, workspace: Workspace) -> None:
    hand = made(open_window())
    assert lines(hand)[7] == "t Answer: Not answered Go to this question"
    hand.click("move-new")
    hand.until(lambda: hand.focused() == "move-lines")
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.see("questions-page")
    assert workspace.case(workspace.cases()[0].id).place.question == "cloud"


def test_a_new_question_is_gone_to_with_the_mouse(
    open_window: Opened, workspace: Workspace, qtbot: QtBot
) -> None:
    hand = made(open_window())
    hand.click("move-new")
    view = hand.see("move-lines", QListView)
    area = view.visualRect(view.model().index(7, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert hand.find("questions-page") is None
    link = area.bottomLeft() + QPoint(40, -25)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link)
    hand.see("questions-page")


def test_an_answer_that_no_longer_fits_leads_to_its_question_and_comes_back(
    open_window: Opened, workspace: Workspace
) -> None:
    case = workspace.case(workspace.cases()[0].id)
    protections = workspace.questionnaires(case)[0].questions["protections"]
    workspace.save_answer(case, protections, answer_from_plain(protections, ["locks"]))
    hand = open_window()
    hand.click("see-move")
    assert groups(hand)[:2] == ["Changed (1)", "Dropped (2)"]
    hand.click("move-make")
    hand.until(lambda: any("answered again. Go to this question" in line for line in lines(hand)))
    hand.click("move-dropped")
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.click("choice-updates")
    assert plain(workspace)["protections"] == ["updates"]
    hand.click("undo-move")
    hand.until(lambda: plain(workspace) == {**ANSWERS, "protections": ["locks"]})


def test_a_case_in_todays_version_hears_nothing(open_window: Opened, workspace: Workspace) -> None:
    case_id = workspace.cases()[0].id
    workspace.moves.make(case_id)
    workspace.moves.confirm(case_id)
    hand = open_window()
    hand.see("question-text")
    assert hand.find("move-notice") is None


def some_faces(count: int) -> list[Face]:
    heading = Face((Block("Kept", "heading"),), Group.KEPT)
    words = "Who can install programs on the computers you work on? " * 4
    return [heading, *(Face((Block(words, "strong"), Block(words, label="Answer"))) for _ in range(count))]


def test_the_list_is_a_sound_model(qtmodeltester: Any) -> None:
    model = FaceModel()
    model.set_faces(some_faces(3))
    qtmodeltester.check(model)


@pytest.mark.parametrize("width", [560, 980])
def test_a_long_list_is_walked_with_the_keyboard_and_no_entry_covers_another(
    qtbot: QtBot, look: Look, width: int
) -> None:
    view = MoveList(look)
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show_faces(some_faces(86))
    with qtbot.waitExposed(view):
        view.show()
    areas = [view.visualRect(view.model().index(row, 0)) for row in range(87)]
    assert all(above.bottom() < below.top() for above, below in pairwise(areas))
    assert all(area.right() <= view.viewport().width() for area in areas)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 86
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()


def test_an_entry_higher_than_the_list_is_read_to_its_end_with_the_keyboard(qtbot: QtBot, look: Look) -> None:
    view = MoveList(look)
    qtbot.addWidget(view)
    view.resize(600, 60)
    view.show_faces(some_faces(2)[1:])
    with qtbot.waitExposed(view):
        view.show()
    seen = []
    while view.currentIndex().row() == 0 and len(seen) < 20:
        seen.append(view.visualRect(view.currentIndex()).bottom())
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert seen[0] > view.viewport().height() >= seen[-1]
