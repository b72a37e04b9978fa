"""An interview across the table: large letters, nothing of others in sight, and who answers is remembered."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.answers import Reserved
from desktop.content.company import Company, Contact
from desktop.storage import Hand as Typist
from desktop.ui.desk import Desk
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand
from tests.ui.test_beside_panel import drop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hand(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    case = workspace.case(bakery)
    contact = Contact(name="Anna Lorusso", role="owner")
    workspace.save_company(bakery, replace(case.company, contact=contact))
    workspace.history.hand = Typist("Marta")
    workspace.save_place(case, Place("questions", "technology-check", "ai-skills"))
    hand = open_window()
    hand.until(lambda: hand.focused() == "choice-nobody")
    return hand


def letters(hand: Hand) -> int:
    return hand.see("question-text", QLabel).font().pixelSize()


def begin(hand: Hand) -> None:
    hand.click("interview")
    hand.see("interview-strip")
    hand.until(lambda: hand.focused() == "choice-nobody")


def test_letters_grow_and_the_rail_goes_and_comes_back(hand: Hand) -> None:
    before = letters(hand)
    begin(hand)
    assert letters(hand) > before * 1.2
    assert hand.find("step-company") is None
    assert hand.see("interview-company", QLabel).text() == "Panificio Lorusso"
    hand.click("end-interview")
    assert letters(hand) == before
    assert hand.see("step-company")


def test_it_goes_on_after_a_restart(hand: Hand, open_window: Callable[[], Hand]) -> None:
    begin(hand)
    hand.window.close()
    assert open_window().see("interview-strip")


def test_all_fits_into_a_small_window(hand: Hand) -> None:
    hand.window.resize(1024, 640)
    begin(hand)
    strip, end = hand.see("interview-strip"), hand.see("end-interview")
    hand.until(lambda: strip.width() == hand.window.width() == 1024)
    assert end.mapTo(hand.window, end.rect().bottomRight()).x() < 1024
    assert hand.see("next").visibleRegion().boundingRect().size() == hand.see("next").size()


def test_who_answers_stands_beside_each_answer(hand: Hand, workspace: Workspace, bakery: int) -> None:
    begin(hand)
    hand.write("teller", "Xhevat")
    hand.click("choice-heard")
    last = workspace.history.of(workspace.case(bakery))[-1]
    assert (last.by, last.told_by) == ("Marta", "Xhevat")
    hand.click("end-interview")
    hand.click("choice-nobody")
    assert workspace.history.of(workspace.case(bakery))[-1].told_by == ""
    begin(hand)
    assert hand.see("teller", QLineEdit).text() == "Xhevat"


def test_notes_are_folded_away_from_the_client(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.write("note", "He guesses")
    begin(hand)
    assert hand.find("note") is None
    assert hand.find("confidence-guess") is None
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.until(lambda: hand.focused() == "note")
    hand.type_on("!")
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.until(lambda: hand.find("note") is None)
    [remark] = workspace.visits.remarks(workspace.case(bakery)).values()
    assert remark.note in {"He guesses!", "!He guesses"}
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hand.find("note") is None


def test_those_who_are_known_are_offered(hand: Hand) -> None:
    begin(hand)
    offered = hand.see("teller", QLineEdit).completer().model()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert names[0] == "Anna Lorusso (owner)"
    assert "Employee" in names


def test_who_answered_for_one_company_is_forgotten_with_the_next(workspace: Workspace, bakery: int) -> None:
    other = workspace.create_case(Company(name="Forno Rossi", headcount=3))
    question = workspace.library.questionnaires["quick"].questions["backup"]
    desk = Desk(workspace)
    desk.open(bakery)
    desk.visit.told_by = "Ugo"
    desk.visit.listen(is_asking=True)
    desk.save_answer(question, Reserved.UNKNOWN)
    desk.open(other.id)
    assert desk.visit.told_by == ""
    desk.save_answer(question, Reserved.UNKNOWN)
    told = [workspace.history.of(workspace.case(each))[-1].told_by for each in (bakery, other.id)]
    assert told == ["Ugo", ""]


def test_results_of_others_do_not_come_in_while_a_client_reads_along(
    hand: Hand, workspace: Workspace
) -> None:
    begin(hand)
    file = workspace.folder / "other.sestante"
    file.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(500, 300), Qt.DropAction.CopyAction, data, left, no_key)
    event.ignore()
    QApplication.sendEvent(hand.window.windowHandle(), event)
    assert not event.isAccepted()
    photo = workspace.folder / "list.txt"
    photo.write_text("x")
    drop(hand, "question-text", photo)
    hand.see("evidence-1")


def test_a_question_is_found_by_its_words(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(hand.see("finder"), "COMPUTER breaks tonight")
    hand.press(Qt.Key.Key_Return)
    assert workspace.case(bakery).place.question == "backup"
    hand.press(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(hand.see("finder"), "no such words")
    assert hand.find("found-questions") is None
    hand.press(Qt.Key.Key_Escape)
    assert hand.find("finder") is None
    assert workspace.case(bakery).place.question == "backup"


def test_where_nothing_is_asked_the_rail_stays(
    hand: Hand, open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    begin(hand)
    hand.window.close()
    workspace.choose_questionnaires(bakery, ())
    again = open_window()
    assert again.see("message-button")
    assert again.see("step-company")


@pytest.mark.parametrize(("way", "back"), [("to-history", "history-back"), ("to-points", "points-back")])
def test_a_look_at_the_history_or_the_open_points_shows_nothing_of_others_and_leads_back(
    hand: Hand, workspace: Workspace, way: str, back: str
) -> None:
    workspace.create_case(Company(name="Officina Rossi", headcount=3))
    begin(hand)
    hand.click(way)
    hand.see(back)
    assert hand.find("home") is None
    assert hand.find("step-company") is None
    hand.click(back)
    assert hand.see("interview-strip")
    assert hand.find("step-company") is None


def test_outside_of_an_interview_the_history_keeps_the_rail(hand: Hand) -> None:
    hand.click("to-history")
    hand.see("history-back")
    assert hand.see("step-company")
