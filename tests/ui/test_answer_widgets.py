"""Each widget for an answer: what the user does becomes the answer, and an answer is shown as given."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.library import Library
from desktop.ui.look import Look
from desktop.ui.questions.answer_widget import AnswerWidget
from desktop.ui.questions.kinds import answer_widget
from desktop.ui.questions.segment_strip import SegmentStrip


@pytest.fixture
def asked(qtbot: QtBot, library: Library, look: Look):
    def widget_for(path: str) -> AnswerWidget:
        questionnaire, _, question = path.partition("/")
        found = library.questionnaires[questionnaire]
        widget = answer_widget(found.questions[question], found.text("en").questions[question], look)
        qtbot.addWidget(widget)
        widget.resize(640, 600)
        widget.show()
        widget.activateWindow()
        return widget

    return widget_for


def press(qtbot: QtBot, widget: QWidget, choice: str) -> None:
    card = widget.findChild(QAbstractButton, f"choice-{choice}")
    assert card is not None
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def press_segment(qtbot: QtBot, widget: QWidget, strip: str, segment: str) -> None:
    found = widget.findChild(SegmentStrip, strip)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.place_of(segment))


def test_one_choice_replaces_another(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/accounts")
    press(qtbot, widget, "shared")
    with qtbot.waitSignal(widget.answer_changed):
        press(qtbot, widget, "different")
    assert widget.answer() == Chosen("different")


def test_pressing_the_chosen_card_again_takes_the_answer_back(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/accounts")
    press(qtbot, widget, "shared")
    press(qtbot, widget, "shared")
    assert widget.answer() is None


def test_an_exclusive_choice_unticks_the_others_and_is_unticked_by_them(qtbot: QtBot, asked) -> None:
    widget = asked("dma-sme/staff-skills")
    press(qtbot, widget, "training-plan")
    press(qtbot, widget, "short-courses")
    assert widget.answer() == Ticked(frozenset({"training-plan", "short-courses"}))
    press(qtbot, widget, "none")
    assert widget.answer() == Ticked(frozenset({"none"}))
    press(qtbot, widget, "training-plan")
    assert widget.answer() == Ticked(frozenset({"training-plan"}))


def test_arrows_move_among_the_cards_and_space_chooses(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/accounts")
    widget.first_focus().setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert widget.answer() == Chosen("repeated")


def test_a_step_of_a_scale_is_chosen_and_taken_back(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/fraud")
    press_segment(qtbot, widget, "scale", "yearly")
    assert widget.answer() == Chosen("yearly")
    press_segment(qtbot, widget, "scale", "yearly")
    assert widget.answer() is None


def test_a_grid_of_a_scale_answers_row_by_row(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/cloud-reach")
    press_segment(qtbot, widget, "row-mail", "online")
    press_segment(qtbot, widget, "row-server", "not_applicable")
    press_segment(qtbot, widget, "row-sales", "unknown")
    assert widget.answer() == Rows(
        {"mail": Chosen("online"), "sales": Reserved.UNKNOWN, "server": Reserved.NOT_APPLICABLE}
    )


def test_the_keyboard_fills_a_grid(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/cloud-reach")
    first = widget.first_focus()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    widget.press_digit(4)
    assert widget.answer() == Rows({"mail": Chosen("one-device"), "documents": Chosen("online")})


def test_a_grid_of_ticks_keeps_what_is_ticked_in_each_row(qtbot: QtBot, asked) -> None:
    widget = asked("dma-sme/invested-areas")
    press_segment(qtbot, widget, "row-operations", "already")
    press_segment(qtbot, widget, "row-operations", "planned")
    press_segment(qtbot, widget, "row-security", "planned")
    press_segment(qtbot, widget, "row-security", "planned")
    assert widget.answer() == Rows({"operations": Ticked(frozenset({"already", "planned"}))})


def test_none_of_these_answers_a_grid_of_ticks_with_nothing(qtbot: QtBot, asked) -> None:
    widget = asked("dma-sme/invested-areas")
    press_segment(qtbot, widget, "row-operations", "already")
    qtbot.mouseClick(widget.findChild(QWidget, "none-of-these"), Qt.MouseButton.LeftButton)
    assert widget.answer() == Rows({})
    press_segment(qtbot, widget, "row-operations", "already")
    assert widget.answer() == Rows({"operations": Ticked(frozenset({"already"}))})


def test_a_number_outside_its_bounds_is_not_taken(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/computer-users")
    qtbot.keyClicks(widget.first_focus(), "6")
    assert widget.answer() == Number(Fraction(6))
    qtbot.keyClicks(widget.first_focus(), "00000")
    assert widget.answer() is None


def test_a_text_is_kept_without_its_margins(qtbot: QtBot, asked) -> None:
    widget = asked("technology-check/notes")
    qtbot.keyClicks(widget.first_focus(), "  our invoices ")
    assert widget.answer() == Text("our invoices")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("technology-check/accounts", Chosen("repeated")),
        ("dma-sme/staff-skills", Ticked(frozenset({"none"}))),
        ("technology-check/fraud", Chosen("often")),
        ("technology-check/cloud-reach", Rows({"mail": Chosen("paper"), "sales": Reserved.UNKNOWN})),
        ("dma-sme/invested-areas", Rows({"security": Ticked(frozenset({"planned"}))})),
        ("dma-sme/invested-areas", Rows({})),
        ("technology-check/computer-users", Number(Fraction(12))),
        ("technology-check/notes", Text("nothing")),
    ],
)
def test_an_answer_is_shown_as_it_was_given(qtbot: QtBot, asked, path: str, answer: Answer) -> None:
    widget = asked(path)
    with qtbot.assertNotEmitted(widget.answer_changed):
        widget.show_answer(answer)
        assert widget.answer() == answer
        widget.show_answer(None)
        assert widget.answer() is None
