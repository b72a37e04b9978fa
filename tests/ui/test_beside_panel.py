"""Beside an answer: a note, how sure it is, a mark for later, files and photos; all saved at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.storage import Evidence, Remark
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hand(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check", "ai-skills"))
    hand = open_window()
    hand.until(lambda: hand.focused() == "choice-nobody")
    return hand


@pytest.fixture
def remark(workspace: Workspace, bakery: int) -> Callable[[str], Remark]:
    """What stands beside a question."""

    def found(question: str) -> Remark:
        key = workspace.library.questionnaires["technology-check"].questions[question].key
        return workspace.visits.remarks(workspace.case(bakery)).get(key, Remark())

    return found


@pytest.fixture
def files(workspace: Workspace, bakery: int) -> Callable[[], tuple[Evidence, ...]]:
    return lambda: workspace.visits.evidence(workspace.case(bakery))


def drop(hand: Hand, target: str, *paths: Path) -> str:
    """Drop files on something; returns what the veil says meanwhile."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    widget = hand.see(target)
    where = widget.mapTo(hand.window, widget.rect().center())
    left, no_key, copies = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    window = hand.window.windowHandle()
    QApplication.sendEvent(window, QDragEnterEvent(where, copies, data, left, no_key))
    says = " ".join(each.text() for each in hand.see("drop-veil").findChildren(QLabel))
    QApplication.sendEvent(window, QDropEvent(QPointF(where), copies, data, left, no_key))
    return says


def test_a_note_is_saved_while_it_is_written(hand: Hand, remark: Callable[[str], Remark]) -> None:
    hand.write("note", "Ask Anna about the licence")
    assert remark("ai-skills").note == "Ask Anna about the licence"
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hand.see("note", QPlainTextEdit).toPlainText() == ""
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hand.see("note", QPlainTextEdit).toPlainText() == "Ask Anna about the licence"


def test_a_note_waits_while_the_data_are_out_of_reach(
    hand: Hand, workspace: Workspace, remark: Callable[[str], Remark], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.prepare_saving()
    told: list[object] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *said: told.append(said))
    hand.click("confidence-sure")
    away = workspace.folder.rename(workspace.folder.with_name("away"))
    hand.click("confidence-guess")
    hand.write("note", "x")
    hand.write("note", "y")
    assert "1 answer or note is not saved yet" in hand.see("unsaved-words", QLabel).text()
    assert not told
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hand.see("confidence-guess", QPushButton).isChecked()
    away.rename(workspace.folder)
    hand.press(Qt.Key.Key_M, CONTROL)
    assert remark("ai-skills") == Remark("xy", "guess", is_marked=True)
    assert hand.find("unsaved-strip") is None


def test_digits_in_a_note_answer_nothing(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.write("note", "3 of 5")
    assert not workspace.case(bakery).sheet


def test_an_answer_is_sure_an_estimate_or_a_guess(hand: Hand, remark: Callable[[str], Remark]) -> None:
    hand.click("confidence-guess")
    assert remark("ai-skills").confidence == "guess"
    hand.click("confidence-sure")
    assert remark("ai-skills").confidence == "sure"
    hand.click("confidence-sure")
    assert remark("ai-skills").confidence == ""


def test_one_key_marks_for_later_and_the_rail_shows_it(hand: Hand, remark: Callable[[str], Remark]) -> None:
    hand.press(Qt.Key.Key_M, CONTROL)
    assert remark("ai-skills").is_marked
    assert hand.see("mark", QPushButton).isChecked()
    assert "1 marked for later" in hand.see("section-technology-check-ai").accessibleDescription()
    hand.press(Qt.Key.Key_M, CONTROL)
    assert not remark("ai-skills").is_marked
    assert "marked" not in hand.see("section-technology-check-ai").accessibleDescription()


def test_a_mark_leaves_the_note_alone(hand: Hand, remark: Callable[[str], Remark]) -> None:
    hand.write("note", "later")
    hand.click("mark")
    assert remark("ai-skills") == Remark("later", "", is_marked=True)


def test_a_file_dropped_on_the_question_belongs_to_it(
    hand: Hand, files: Callable[[], tuple[Evidence, ...]], tmp_path: Path
) -> None:
    path = tmp_path / "invoice.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert "add them to this question" in drop(hand, "question-text", path)
    hand.see("evidence-1")
    assert [(each.subject, each.file_name) for each in files()] == [
        ("question:technology-check/ai-skills", "invoice.pdf")
    ]


def test_a_file_dropped_beside_the_question_comes_in_as_a_result(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "invoice.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert "import results" in drop(hand, "section-title", path)
    hand.see("arrivals-page")


def test_what_cannot_be_kept_is_said_beside_the_question(
    hand: Hand, files: Callable[[], tuple[Evidence, ...]], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("good")
    drop(hand, "question-text", tmp_path / "empty.txt", tmp_path / "good.txt")
    hand.until(lambda: "empty.txt is empty" in hand.see("evidence-told", QLabel).text())
    assert [each.file_name for each in files()] == ["good.txt"]


def test_a_picture_is_pasted_from_the_clipboard(
    hand: Hand, workspace: Workspace, bakery: int, files: Callable[[], tuple[Evidence, ...]]
) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(picture)
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.see("evidence-1")
    hand.see("note").setFocus()
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.see("evidence-2")
    assert [each.media_type for each in files()] == ["image/png", "image/png"]
    hand.click("evidence-2")
    shown = hand.see("viewer-picture", QLabel)
    hand.until(lambda: not shown.pixmap().isNull())
    hand.press(Qt.Key.Key_3)
    assert not workspace.case(bakery).sheet
    hand.press(Qt.Key.Key_Escape)
    hand.until(lambda: hand.find("viewer") is None)


def test_text_is_shown_inside_the_window_and_saved_where_one_wants(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").write_text("two servers")
    chosen = [str(tmp_path / "list.txt")], ""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    hand.click("add-evidence")
    hand.see("evidence-1")
    hand.click("evidence-1")
    assert hand.see("viewer-text", QPlainTextEdit).toPlainText() == "two servers"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    hand.click("viewer-save")
    assert (tmp_path / "list-2.txt").read_text() == "two servers"


def test_a_file_taken_away_comes_back(
    hand: Hand, files: Callable[[], tuple[Evidence, ...]], tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text("two servers")
    drop(hand, "question-text", tmp_path / "list.txt")
    hand.see("evidence-1")
    hand.click("remove-evidence-1")
    assert files() == ()
    assert "Ctrl+Z brings it back" in hand.see("passing-words", QLabel).text()
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert len(files()) == 1
    assert isinstance(hand.see("evidence-1"), QWidget)
