"""The hub's room of plans that come in: imports and reports, what waits, and whose next round is due."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableView

from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.ui.fields import Picker
from desktop.ui.hub.page import HubPage
from desktop.workspace import Workspace
from tests.desks import VAT, Desk, a_firm
from tests.ui.hand import Hand


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


@pytest.fixture
def drop(theirs: Desk, tmp_path: Path) -> Path:
    """A folder with a plan, half a plan, and something else."""
    folder = tmp_path / "drop"
    folder.mkdir()
    whole = theirs.send(theirs.firm(a_firm("Officina Bianchi", vat=VAT)), folder / "bianchi.sestante")
    (folder / "half.sestante").write_bytes(whole.read_bytes()[:500])
    (folder / "figures.xlsx").write_bytes(b"PK\3\4")
    return folder


@pytest.fixture
def in_room(workspace: Workspace, open_window: Callable[[], Hand]) -> Callable[[], Hand]:
    """Opens the window in the room."""

    def opened() -> Hand:
        workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
        hand = open_window()
        hand.click("to-hub")
        hand.see("hub-page", HubPage).enter("plans-in")
        hand.see("plans-in-room")
        return hand

    return opened


def rows(hand: Hand, name: str) -> list[list[str]]:
    model = hand.see(name, QTableView).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def take_folder(hand: Hand, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))
    hand.click("import-folder")
    hand.see("import-report")


def told(hand: Hand, name: str) -> str:
    return hand.see(name, QLabel).text()


def test_a_folder_comes_in_and_its_report_is_searched(
    in_room: Callable[[], Hand], workspace: Workspace, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = in_room()
    hand.until(lambda: "Nothing came in yet" in told(hand, "imports-told"))
    take_folder(hand, drop, monkeypatch)
    hand.until(lambda: len(rows(hand, "report-lines")) == 3)
    assert ["figures.xlsx", "", "Other file"] in rows(hand, "report-lines")
    hand.write("report-search", "half")
    assert rows(hand, "report-lines") == [["half.sestante", "", "Not taken in"]]
    assert "incomplete" in told(hand, "report-full")
    assert not hand.see("report-open", QPushButton).isEnabled()
    hand.write("report-search", "")
    hand.see("report-search").setFocus()
    hand.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type_on("bianchi")
    hand.until(lambda: len(rows(hand, "report-lines")) == 1)
    hand.click("report-open")
    hand.see("results-page")
    assert [each.name for each in workspace.cases()] == ["Officina Bianchi"]


def test_a_report_is_saved_and_deleted_and_what_came_in_stays(
    in_room: Callable[[], Hand],
    workspace: Workspace,
    drop: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hand = in_room()
    take_folder(hand, drop, monkeypatch)
    hand.until(lambda: len(rows(hand, "report-lines")) == 3)
    for button, name, begins in (("report-csv", "r.csv", b"\xef\xbb\xbf"), ("report-pdf", "r.pdf", b"%PDF")):
        path = tmp_path / name
        chosen = (str(path), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, chosen=chosen: chosen)
        hand.click(button)
        hand.until(path.exists)
        assert path.read_bytes().startswith(begins)
    dotted = tmp_path / "came in 05.17"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(dotted), ""))
    hand.click("report-pdf")
    hand.until((tmp_path / "came in 05.17.pdf").exists)
    assert not dotted.exists()
    hand.click("delete-report")
    hand.click("dialog-do")
    hand.until(lambda: "Nothing came in yet" in told(hand, "imports-told"))
    assert len(workspace.cases()) == 1


def test_a_watched_folder_is_looked_at_again(
    in_room: Callable[[], Hand], theirs: Desk, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = in_room()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(drop))
    hand.click("choose-watched")
    hand.click("look-again")
    hand.see("import-report")
    hand.click("all-imports")
    hand.click("look-again")
    hand.until(lambda: told(hand, "watched-told") == "Nothing new since last time.")
    theirs.send(theirs.firm(a_firm("Vivaio Greco")), drop / "greco.sestante")
    hand.click("look-again")
    hand.see("import-report")
    hand.until(lambda: [row[1] for row in rows(hand, "report-lines")] == ["Vivaio Greco, T0"])


@pytest.mark.parametrize("way", ["keep-mine", "take-theirs"])
def test_a_conflict_of_another_day_is_settled(
    in_room: Callable[[], Hand], workspace: Workspace, theirs: Desk, tmp_path: Path, way: str
) -> None:
    case = theirs.firm(a_firm("Officina Bianchi"))
    first = theirs.send(case, tmp_path / "first.sestante")
    take(workspace, first)
    [summary] = workspace.cases()
    mine = workspace.case(summary.id)
    questionnaire = workspace.questionnaires(mine)[0]
    question = next(each for each in questionnaire.questions.values() if each.key in mine.sheet)
    given = mine.sheet[question.key]
    workspace.save_answer(mine, question, None)
    take(workspace, theirs.send(theirs.answer(case, range(3, 5)), tmp_path / "second.sestante"))
    hand = in_room()
    hand.until(lambda: hand.see("plans-in-waiting", QPushButton).text() == "To decide (1)")
    hand.click("plans-in-waiting")
    hand.click(f"{way}-0")
    hand.until(lambda: "Nothing waits" in told(hand, "waiting-told"))
    is_theirs = way == "take-theirs"
    assert (workspace.case(summary.id).sheet.get(question.key) == given) is is_theirs
    assert hand.see("plans-in-waiting", QPushButton).text() == "To decide"


def test_a_due_company_is_called_and_written_to(
    in_room: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    make_old(workspace)
    hand = in_room()
    hand.click("plans-in-due")
    hand.until(lambda: len(rows(hand, "due-rounds")) == 1)
    assert rows(hand, "due-rounds")[0][0] == "Panificio Lorusso · T1"
    hand.click("mark-called")
    hand.until(lambda: rows(hand, "due-rounds")[0][3].startswith("Called\n"))
    assert not hand.see("mark-called", QPushButton).isEnabled()
    hand.click("due-letter")
    hand.click("dialog-do")
    assert "Panificio Lorusso" in QApplication.clipboard().text()
    hand.see("due-state", Picker).setFocus()
    hand.press(Qt.Key.Key_Down)  # not asked yet
    hand.until(lambda: hand.find("due-rounds") is None)
    assert told(hand, "due-told") == "None with this office, officer and state."


def test_nobody_is_due_in_a_new_workspace(in_room: Callable[[], Hand]) -> None:
    hand = in_room()
    hand.click("plans-in-due")
    hand.until(lambda: told(hand, "due-told").startswith("Nobody is due."))
    assert [hand.find(name) for name in ("due-state", "mark-called", "due-letter")] == [None] * 3
    hand.click("plans-in-waiting")
    assert told(hand, "waiting-told").startswith("Nothing waits.")


def make_old(workspace: Workspace) -> None:
    with closing(connect(workspace.folder / FILE_NAME)) as database, database:
        database.execute("UPDATE answer SET answered_at = '2025-03-31 10:00:00.000000'")


def take(workspace: Workspace, path: Path) -> None:
    found = workspace.incoming.files([path])
    assert list(workspace.hub.plans_in.take_in(found, [path], _ignore, _never))


def _ignore(_done: int) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False


def test_what_is_done_with_due_companies_is_whole_in_the_smallest_window(
    in_room: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    make_old(workspace)
    hand = in_room()
    hand.window.resize(1024, 640)
    hand.click("plans-in-due")
    hand.until(lambda: len(rows(hand, "due-rounds")) == 1)
    buttons = [each for each in hand.see("plans-in-room").findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) > 5
    hand.until(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))
