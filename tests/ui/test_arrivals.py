"""Files dropped on the window, or chosen, come in beside it; the page says what became of each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from desktop.ui.background import end_background_work
from desktop.workspace import Place, Workspace
from desktop.workspace.backups import COPY_ENDS
from tests.desks import Desk, a_firm
from tests.ui.hand import Hand

WHERE = QPoint(700, 300)


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


@pytest.fixture
def file(theirs: Desk, tmp_path: Path) -> Path:
    return theirs.send(theirs.firm(a_firm("Officina Bianchi")), tmp_path / "bianchi.sestante")


def dragged(paths: tuple[Path, ...]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(str(path) for path in paths))
    return data


def drag(hand: Hand, data: QMimeData) -> bool:
    """Bring something over the window; whether it is welcome."""
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(WHERE, Qt.DropAction.CopyAction, data, left, no_key)
    event.ignore()
    QApplication.sendEvent(hand.window.windowHandle(), event)
    return event.isAccepted()


def drop(hand: Hand, *paths: Path) -> None:
    data = dragged(paths)
    assert drag(hand, data)
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(WHERE), Qt.DropAction.CopyAction, data, left, no_key)
    QApplication.sendEvent(hand.window.windowHandle(), event)


def texts(hand: Hand, name: str) -> str:
    """What stands in a group of the report."""
    return " ".join(each.text() for each in hand.see(name).findChildren(QLabel) if each.isVisible())


def test_a_dropped_file_comes_in_and_is_opened(
    open_window: Callable[[], Hand], workspace: Workspace, file: Path
) -> None:
    hand = open_window()
    drop(hand, file)
    assert "Officina Bianchi, T0: imported as a new company." in texts(hand, "arrived-in")
    assert hand.see("arrivals-told", QLabel).text() == "1 new company."
    [summary] = workspace.cases()
    hand.until(lambda: hand.focused() == "arrivals-done")
    hand.click(f"open-{summary.id}")
    hand.see("results-page")
    assert workspace.last_case().company.name == "Officina Bianchi"


def test_at_a_hub_a_dropped_file_leads_to_the_report_in_its_room(
    open_window: Callable[[], Hand], workspace: Workspace, file: Path
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    drop(hand, file)
    hand.see("import-report")
    hand.see("plans-in-room")


def test_a_veil_says_what_a_drop_would_do(open_window: Callable[[], Hand], file: Path) -> None:
    hand = open_window()
    hand.see("welcome-page")
    assert drag(hand, dragged((file,)))
    assert hand.see("drop-veil").size() == hand.window.size()
    QApplication.sendEvent(hand.window.windowHandle(), QDragLeaveEvent())
    assert hand.find("drop-veil") is None
    assert drag(hand, dragged((file.with_name(f"monday{COPY_ENDS}"),)))
    assert "look at the copy" in texts(hand, "drop-veil")
    QApplication.sendEvent(hand.window.windowHandle(), QDragLeaveEvent())
    text = QMimeData()
    text.setText("a word")
    drag(hand, text)
    assert hand.find("drop-veil") is None


def test_what_is_being_written_is_saved_before_files_come_in(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, file: Path
) -> None:
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check", "computer-users"))
    hand = open_window()
    hand.until(lambda: hand.focused() == "number")
    hand.press(Qt.Key.Key_4)
    drop(hand, file)
    hand.see("arrived-in")
    question = workspace.library.questionnaires["technology-check"].questions["computer-users"]
    assert str(workspace.case(bakery).sheet[question.key].value) == "4"
    hand.press(Qt.Key.Key_Return)
    hand.see("number")


def test_files_are_chosen_on_the_first_page_with_the_keyboard(
    open_window: Callable[[], Hand], file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "photo.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n")
    chosen = ([str(file), str(broken)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: chosen)
    hand = open_window()
    hand.until(lambda: hand.focused() == "start")
    hand.press(Qt.Key.Key_Tab)
    assert hand.focused() == "import-results"
    hand.press(Qt.Key.Key_Return)
    assert "photo.png is damaged" in texts(hand, "arrived-failed")
    assert "Officina Bianchi" in texts(hand, "arrived-in")
    hand.until(lambda: hand.focused() == "arrivals-done")
    hand.press(Qt.Key.Key_Return)
    hand.see("welcome-page")
    assert hand.see("last-import", QPushButton).text() == "What came in"
    hand.until(lambda: hand.focused() == "start")


def test_nothing_chosen_leaves_everything_as_it_is(
    open_window: Callable[[], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([], ""))
    hand = open_window()
    hand.click("import-results")
    assert hand.see("welcome-page").isVisible()
    assert hand.find("last-import") is None


@pytest.mark.parametrize(
    ("way", "answers", "companies"), [("keep-mine", 4, 1), ("take-theirs", 5, 1), ("keep-both", 4, 2)]
)
def test_a_conflict_ends_as_the_user_chooses(  # noqa: PLR0913, PLR0917 - what the story needs
    open_window: Callable[[], Hand],
    workspace: Workspace,
    theirs: Desk,
    file: Path,
    way: str,
    answers: int,
    companies: int,
) -> None:
    ours = Desk.__new__(Desk)
    ours.workspace = workspace
    ours.take(file)
    ours.answer(ours.only(), range(6, 7))
    theirs.send(theirs.answer(theirs.only(), range(3, 5)), file)
    hand = open_window()
    drop(hand, file)
    assert "changed here" in texts(hand, "arrived-choose")
    assert len(ours.only().sheet) == 4
    button = hand.see(f"{way}-0", QPushButton)
    button.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.find("arrived-choose") is None)
    assert len(workspace.cases()) == companies
    first = min(workspace.cases(), key=lambda each: each.id)
    assert len(workspace.case(first.id).sheet) == answers


def test_a_choice_put_off_is_asked_for_again_after_the_next_import(
    open_window: Callable[[], Hand], workspace: Workspace, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    ours = Desk.__new__(Desk)
    ours.workspace = workspace
    ours.take(file)
    ours.answer(ours.only(), range(6, 7))
    theirs.send(theirs.answer(theirs.only(), range(3, 5)), file)
    other = theirs.send(theirs.firm(a_firm("Forno Rossi")), tmp_path / "rossi.sestante")
    hand = open_window()
    drop(hand, file)
    hand.see("arrived-choose")
    drop(hand, other)
    hand.see("arrived-in")
    assert texts(hand, "arrived-choose").count("Officina Bianchi") == 1
    drop(hand, file, other)
    hand.see("arrived-here")
    assert texts(hand, "arrived-choose").count("Officina Bianchi") == 1
    hand.click("take-theirs-0")
    hand.until(lambda: hand.find("arrived-choose") is None)
    assert min(len(workspace.case(each.id).sheet) for each in workspace.cases()) == 3
    assert max(len(workspace.case(each.id).sheet) for each in workspace.cases()) == 5


@pytest.mark.parametrize("step", ["step-questions", "step-results"])
def test_a_company_without_questionnaires_leads_to_them(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, step: str
) -> None:
    workspace.choose_questionnaires(bakery, ())
    workspace.save_place(workspace.case(bakery), Place("company", None, None))
    hand = open_window()
    hand.click(step)
    hand.until(lambda: hand.focused() == "message-button")
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.focused() == "company-name")


def test_the_open_company_shows_what_came_in_for_it(
    open_window: Callable[[], Hand], workspace: Workspace, theirs: Desk, file: Path
) -> None:
    ours = Desk.__new__(Desk)
    ours.workspace = workspace
    ours.take(file)
    theirs.workspace.save_company(theirs.only().id, a_firm("Officina Bianchi e Figli"))
    theirs.send(theirs.only(), file)
    hand = open_window()
    hand.see("results-page")
    drop(hand, file)
    assert "brought up to date" in texts(hand, "arrived-in")
    hand.click("step-company")
    hand.until(lambda: hand.see("company-name").property("text") == "Officina Bianchi e Figli")


def test_nothing_comes_in_while_somebody_else_has_the_computer(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, file: Path
) -> None:
    case = workspace.choose_questionnaires(bakery, ("technology-check", "skills"))
    anna = workspace.people.add(case, "Anna", "owner")
    workspace.save_place(case, Place("people", "skills"))
    hand = open_window()
    hand.click(f"person-{anna.id}-answer")
    hand.see("begin-answering")
    assert not drag(hand, dragged((file,)))
    assert hand.find("drop-veil") is None


def test_the_report_speaks_the_language_chosen_and_keeps_what_it_says(
    open_window: Callable[[], Hand], file: Path
) -> None:
    hand = open_window()
    drop(hand, file, file)
    hand.see("arrived-in")
    hand.click("language-it")
    hand.until(lambda: hand.see("arrivals-title", QLabel).text() == "Che cosa è arrivato")
    assert "importata come nuova azienda" in texts(hand, "arrived-in")
    assert "C'erano già" in texts(hand, "arrived-here")


def test_many_files_come_in_until_the_user_stops(
    open_window: Callable[[], Hand], workspace: Workspace, theirs: Desk, file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "0.sestante").write_bytes(file.read_bytes())
    hand = open_window()
    drop(hand, folder)
    hand.click("stop-import")
    told = hand.see("arrivals-told", QLabel)
    hand.until(lambda: "Stopped: what was imported until then stays." in told.text())
    assert len(workspace.cases()) <= 1


def test_a_window_closed_during_an_import_leaves_whole_companies(
    open_window: Callable[[], Hand], workspace: Workspace, theirs: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        theirs.send(theirs.firm(a_firm(f"Firm {number}")), folder / f"{number}.sestante", "no-contact")
    hand = open_window()
    drop(hand, folder)
    hand.see("stop-import")
    hand.window.close()
    end_background_work(hand.window, 30_000)
    assert all(len(workspace.case(each.id).sheet) == 3 for each in workspace.cases())
