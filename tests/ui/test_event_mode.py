"""Visitors take the window one after the other, and none sees anything of another or of the desk."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.workspace import Workspace
from tests.desks import the_content
from tests.editions import brand_files, hub_files, install, network_files, pack_file
from tests.ui.hand import Hand
from tests.ui.protected import words
from tests.ui.visitors import (
    FAIR,
    FIRM,
    QUESTIONS,
    answer,
    choices,
    end,
    leave_name,
    sit_down,
    stand_in,
    with_event_mode,
)

Opening = Callable[[Path], Hand]


@pytest.fixture
def stand(folder: Path) -> Path:
    return with_event_mode(folder)


def test_a_visitor_learns_where_the_firm_stands_and_goes_without_a_name(
    stand: Path, open_app: Opening
) -> None:
    hand = open_app(stand)
    hand.see("stand-welcome")
    assert FAIR in words(hand)
    sit_down(hand)
    answer(hand)
    assert hand.see("stand-score", QLabel).text().isdecimal()
    assert "1. " in words(hand)
    hand.click("stand-finish")
    hand.see("stand-welcome")
    end(hand)
    assert choices(stand) == ["anonymous"]
    with closing(connect(stand / FILE_NAME)) as file:
        (draft, firm, scores) = file.execute("SELECT draft, firm, scores FROM visitor").fetchone()
    assert draft == ""
    assert '"size_class": "micro"' in firm
    assert "headcount" not in firm
    assert '"overall"' in scores


def test_the_stand_is_used_by_touch(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    device = QTest.createTouchDevice()
    for name in ("stand-begin", "choice-C", "stand-people-5", "stand-go-on"):
        widget: QWidget = hand.see(name)
        QTest.touchEvent(widget, device).press(0, widget.rect().center(), widget).commit()
        QTest.touchEvent(widget, device).release(0, widget.rect().center(), widget).commit()
        QApplication.processEvents()
    hand.see("stand-question-page")
    assert hand.focused() == "stand-question-page"  # no answer stands out
    hand.press(Qt.Key.Key_Down)
    assert hand.focused() == f"choice-{first_choice()}"
    end(hand)


def first_choice() -> str:
    """Of the first question."""
    question = next(iter(the_content().questionnaires["quick"].questions.values()))
    return question.choices[0].id


def test_a_larger_screen_has_larger_words(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.see("stand-welcome")
    hand.window.showNormal()
    heights = []
    for size in ((1024, 640), (1920, 1080)):
        hand.window.resize(*size)
        hand.until(lambda: hand.see("stand-begin").height() not in heights)
        heights.append(hand.see("stand-begin").height())
    assert heights[1] > 1.4 * heights[0]
    end(hand)


def test_whatever_is_to_be_pressed_is_large_enough_for_a_finger(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.see("stand-welcome")
    hand.window.showNormal()
    hand.window.resize(1024, 640)
    small = too_small(hand)
    hand.click("stand-begin")
    small += too_small(hand)
    hand.click("choice-C")
    small += too_small(hand)
    hand.click("stand-people-5")
    hand.click("stand-go-on")
    for _ in range(QUESTIONS):
        small += too_small(hand)
        answer(hand, 1)
    hand.see("stand-outcome")
    small += too_small(hand)
    hand.click("stand-name")
    assert small + too_small(hand) == []
    end(hand)


def too_small(hand: Hand) -> list[str]:
    """Buttons lower than 48 pixels, or not all on the screen."""
    QApplication.processEvents()
    found = [each for each in hand.window.findChildren(QAbstractButton) if each.isVisible()]
    return [
        f"{each.objectName()} {each.height()}"
        for each in found
        if each.height() < 48 or each.visibleRegion().boundingRect() != each.rect()
    ]


def test_of_a_visitor_nothing_is_left_for_the_next(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand)
    leave_name(hand)
    QGuiApplication.clipboard().setText(FIRM)
    hand.press(Qt.Key.Key_F2)
    hand.see("stand-welcome")
    for name in ("stand-visit", "stand-after", "stand-name-board"):
        assert hand.window.findChild(QWidget, name) is None
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Back, Qt.Key.Key_Escape):
        hand.press(key)
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hand.see("stand-welcome")
    assert FIRM not in words(hand)
    assert "Anna" not in words(hand)
    assert QGuiApplication.clipboard().text() == ""
    hand.click("stand-begin")
    assert not [each for each in stand_in(hand).findChildren(QAbstractButton) if each.isChecked()]
    end(hand)


def test_a_name_left_is_a_company_of_the_hub_with_what_was_agreed_to(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand)
    hand.click("stand-name")
    hand.click("stand-enlist")
    assert "name of your firm" in hand.see("visitor-trouble", QLabel).text()
    hand.write("visitor-company", FIRM)
    hand.write("visitor-email", "anna@example.org")
    hand.click("stand-enlist")
    assert "agree" in hand.see("visitor-trouble", QLabel).text()
    hand.click("visitor-agrees")
    hand.click("stand-enlist")
    hand.see("stand-listed")
    hand.click("stand-finish")
    end(hand)
    with closing(Workspace.open(stand)) as workspace:
        (visitor,) = workspace.hub.events.visitors(workspace.hub.events.all()[0].id)
        assert visitor.round_id is not None
        case = workspace.case(visitor.round_id)
        (agreed,) = workspace.consent.history(case)
    assert (case.company.name, case.company.headcount) == (FIRM, 5)
    assert len(case.sheet) == QUESTIONS
    assert agreed.text_version == "1.0"


def test_who_knows_nothing_is_not_told_a_score(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    for _ in range(QUESTIONS):
        hand.click("answer-unknown")
    hand.see("stand-outcome")
    assert "You do not know yet" in words(hand)
    assert hand.find("stand-score") is None
    hand.click("stand-finish")
    end(hand)


def test_who_is_in_the_middle_is_asked_before_the_next_visitor(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand, 3)
    hand.click("next-visitor")
    hand.click("stand-stop-first")
    assert "4" in hand.see("stand-progress", QLabel).text()
    hand.press(Qt.Key.Key_F2)
    hand.click("stand-stop-second")
    hand.see("stand-welcome")
    end(hand)
    assert choices(stand) == ["gone"]


def test_the_keyboard_alone_is_enough(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.see("stand-welcome")
    hand.press(Qt.Key.Key_Return)
    hand.see("stand-sector")
    hand.press(Qt.Key.Key_Space)
    hand.see("stand-size")
    hand.type_on("6")
    hand.press(Qt.Key.Key_Return)
    for _ in range(QUESTIONS):
        hand.see("stand-question-page")
        hand.press(Qt.Key.Key_1)
    hand.see("stand-outcome")
    end(hand)


def test_back_shows_what_was_answered_and_goes_on_from_there(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand, 2)
    hand.click("stand-go-back")
    page: QWidget = hand.see("stand-question-page")
    assert [each.isChecked() for each in page.findChildren(QAbstractButton) if each.isVisible()][1]
    hand.click("stand-go-on")
    assert "3" in hand.see("stand-progress", QLabel).text()
    end(hand)


def test_nobody_sits_down_before_the_visit_before_is_over_on_disk(
    stand: Path, open_app: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    hand = open_app(stand)
    sit_down(hand)
    answer(hand)
    hand.see("stand-outcome")
    with closing(connect(stand / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        hand.press(Qt.Key.Key_F2)
        hand.click("stand-stopped-first")
        hand.see("stand-stopped")
    hand.click("stand-stopped-first")
    hand.see("stand-welcome")
    end(hand)
    assert choices(stand) == ["anonymous"]


def test_the_language_of_one_visitor_is_not_that_of_the_next(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.click("stand-language-it")
    assert "digitale" in words(hand)
    hand.click("stand-begin")
    hand.see("stand-sector")
    assert "Manifattura" in [each.accessibleName() for each in hand.window.findChildren(QAbstractButton)]
    hand.press(Qt.Key.Key_F2)
    hand.until(lambda: "How digital" in words(hand))
    end(hand)


def test_an_edition_gives_the_stand_its_name_and_asks_for_its_provinces(
    folder: Path, open_app: Opening, tmp_path: Path
) -> None:
    files = {**brand_files(), **hub_files(), **network_files()}
    install(folder, pack_file(tmp_path / "hub.sestante-pack", files))
    hand = open_app(with_event_mode(folder))
    hand.see("stand-welcome")
    assert "Hub Digitale Valle Serena" in words(hand)
    hand.click("stand-begin")
    hand.click("choice-C")
    hand.click("stand-people-5")
    hand.click("stand-go-on")
    hand.click("choice-CR")
    answer(hand)
    leave_name(hand)
    hand.click("stand-finish")
    end(hand)
    with closing(connect(folder / FILE_NAME)) as file:
        (row,) = file.execute(
            "SELECT province, office FROM company JOIN engagement ON company_id = company.id"
        )
    assert tuple(row) == ("CR", "montechiaro")


def test_the_square_on_the_screen_can_be_read_from_a_picture(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand)
    hand.click("stand-code")
    square: QWidget = hand.see("stand-square")

    def read() -> list[str]:
        picture = square.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = memoryview(picture.constBits()).cast("B", shape=(picture.height(), picture.bytesPerLine()))
        return [each.text for each in zxingcpp.read_barcodes(pixels)]

    hand.until(lambda: read() != [])
    assert read()[0].startswith("SE1:")
    hand.click("stand-back")
    hand.see("stand-outcome")
    end(hand)


def test_the_sheet_comes_out_of_the_printer(
    stand: Path, open_app: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"

    def into_a_file() -> QPrinter:
        printer = QPrinter()
        printer.setOutputFileName(str(paper))
        return printer

    monkeypatch.setattr("desktop.ui.events.after_visit.has_printer", lambda: True)
    monkeypatch.setattr("desktop.ui.events.visitors_paper.visitors_printer", into_a_file)
    hand = open_app(stand)
    sit_down(hand)
    answer(hand)
    hand.click("stand-paper")
    hand.until(lambda: "both sides" in hand.see("stand-paper-state", QLabel).text())
    with closing(pypdfium2.PdfDocument(paper)) as document:
        assert len(document) == 2
    end(hand)


def test_an_answer_that_cannot_be_saved_is_asked_for_again(
    stand: Path, open_app: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    hand = open_app(stand)
    sit_down(hand)
    with closing(connect(stand / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer(hand, 1)
        hand.see("stand-trouble")
        assert "1" in hand.see("stand-progress", QLabel).text()
    hand.click("answer-unknown")
    assert "2" in hand.see("stand-progress", QLabel).text()
    assert hand.find("stand-trouble") is None
    end(hand)
