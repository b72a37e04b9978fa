"""The hub's room for events: writing one down, opening event mode, and seeing who came."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from desktop.answers import Chosen
from desktop.ui.hub.page import HubPage
from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, words
from tests.ui.visitors import FAIR, FIRM, answer, sit_down, with_event_mode, with_visitors

Opening = Callable[[Path], Hand]


@pytest.fixture
def hub(folder: Path) -> Path:
    with closing(Workspace.open(folder)) as workspace:
        workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    return folder


@pytest.fixture
def visited(hub: Path) -> Path:
    with closing(Workspace.open(hub)) as workspace:
        with_visitors(workspace)
    return hub


def entered(hand: Hand) -> Hand:
    hand.click("to-hub")
    hand.see("hub-page", HubPage).enter("events")  # by tab or by list, as wide as the window is
    hand.see("events-room")
    hand.until(lambda: hand.find("no-events") is not None or hand.find("events") is not None)
    return hand


def until_came(hand: Hand, visitors: int) -> None:
    hand.until(lambda: len(cells(hand, "visitors")) == visitors)


def cells(hand: Hand, name: str) -> list[list[str]]:
    model = hand.see(name, QTableView).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_an_empty_room_says_what_to_do(hub: Path, open_app: Opening) -> None:
    hand = entered(open_app(hub))
    assert "No event yet" in hand.see("no-events", QLabel).text()
    hand.click("new-event")
    hand.click("dialog-do")
    assert hand.find("event-dialog") is not None
    hand.write("event-name", FAIR)
    hand.write("event-place", "Serena")
    hand.click("dialog-do")
    hand.until(lambda: hand.find("no-events") is None)
    assert cells(hand, "events")[0][0] == f"{FAIR}, Serena"
    hand.window.close()


def test_a_whole_day_at_the_fair(hub: Path, open_app: Opening) -> None:
    hand = entered(open_app(hub))
    hand.click("new-event")
    hand.write("event-name", FAIR)
    hand.click("dialog-do")
    hand.click("open-event-mode")
    hand.write("mode-code", "12")
    hand.click("dialog-do")
    assert hand.find("mode-dialog") is not None
    assert hand.see("mode-questionnaire", QComboBox).currentText() == "Quick check"
    hand.see("mode-code", QLineEdit).setText("1234")
    hand.click("dialog-do")
    hand.see("stand-welcome")
    hand.until(lambda: BAKERY not in words(hand))
    sit_down(hand)
    answer(hand)
    hand.click("stand-finish")
    hand.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hand.write("leave-code", "1234")
    hand.click("stand-leave-now")
    hand.until(lambda: bool(cells(hand, "events")))
    assert cells(hand, "events")[0][2:5] == ["1", "0", "0"]
    hand.click("end-event")
    hand.until(lambda: hand.see("end-event", QPushButton).text() == "Open again")
    assert not hand.see("open-event-mode", QPushButton).isEnabled()
    hand.window.close()


def test_visitors_are_told_by_what_they_left(visited: Path, open_app: Opening) -> None:
    hand = entered(open_app(visited))
    until_came(hand, 3)
    counts = hand.see("event-counts", QLabel).text()
    assert counts == "3 visitors · 1 on the list · 1 without a name · 1 went before the end"
    assert [row[:3] for row in cells(hand, "visitors")] == [
        ["Went before the end", "", "–"],
        [FIRM, "Manufacturing · Micro", "28"],
        ["No name left", "Manufacturing · Micro", "28"],
    ]
    hand.window.close()


def test_who_is_on_the_list_leads_to_the_company(visited: Path, open_app: Opening) -> None:
    hand = entered(open_app(visited))
    until_came(hand, 3)
    view = hand.see("visitors", QTableView)
    view.setCurrentIndex(view.model().index(0, 0))
    assert not hand.see("open-visitor", QPushButton).isEnabled()
    view.setCurrentIndex(view.model().index(1, 0))
    hand.click("open-visitor")
    hand.see("overall-score", QLabel)
    assert FIRM in words(hand)
    hand.window.close()


def test_an_event_nobody_came_to_can_be_deleted(visited: Path, open_app: Opening) -> None:
    hand = entered(open_app(visited))
    assert hand.find("delete-event") is None
    hand.click("new-event")
    hand.write("event-name", "Mistyped")
    hand.click("dialog-do")
    hand.click("delete-event")
    hand.until(lambda: hand.find("delete-event") is None)
    assert [row[0] for row in cells(hand, "events")] == [f"{FAIR}, Serena"]
    hand.window.close()


def test_after_a_power_cut_the_visitor_goes_on_or_somebody_begins_anew(
    folder: Path, open_app: Opening
) -> None:
    interrupt(with_event_mode(folder))
    hand = open_app(folder)
    hand.see("stand-interrupted")
    assert BAKERY not in words(hand)
    hand.click("stand-interrupted-first")
    assert "5" in hand.see("stand-progress", QLabel).text()
    hand.press(Qt.Key.Key_F2)
    hand.click("stand-stop-second")
    leave(hand)
    with closing(Workspace.open(folder)) as workspace:
        workspace.hub.events.enter_mode(workspace.hub.events.all()[0].id)
    interrupt(folder)
    hand = open_app(folder)
    hand.click("stand-interrupted-second")
    hand.see("stand-welcome")
    leave(hand)
    with closing(Workspace.open(folder)) as workspace:
        (event,) = workspace.hub.events.all()
        assert event.counts == {"gone": 2}


def interrupt(folder: Path) -> None:
    """Somebody answers four questions, and the plug is pulled."""
    with closing(Workspace.open(folder)) as workspace:
        stand = workspace.hub.events.stand
        assert stand is not None
        visit = stand.save(stand.begin("en").told(sector="C", headcount=6))
        for question in stand.questions(visit)[:4]:
            visit = stand.save_answer(visit, question, Chosen(question.choices[0].id))


def leave(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hand.click("stand-leave-now")
    hand.see("events-room")
    hand.window.close()


def test_a_copy_made_during_the_fair_brings_no_event_mode_back(visited: Path, open_app: Opening) -> None:
    with closing(Workspace.open(visited)) as workspace:
        workspace.hub.events.enter_mode(workspace.hub.events.all()[0].id, "2718")
        workspace.backups.keep_daily()
        workspace.hub.events.leave_mode()
    hand = entered(open_app(visited))
    hand.click("to-settings")
    hand.click("kept-copies")
    hand.click("restore-1")
    hand.click("bring-all")
    hand.click("replace-all")
    hand.until(lambda: "as it was" in words(hand))
    hand.window.close()
    with closing(Workspace.open(visited)) as workspace:
        assert not workspace.hub.events.is_stand
