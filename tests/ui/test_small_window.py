"""The smallest window with all there is: nothing cut off, nothing out of reach, no empty scrolling."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QScrollArea, QWidget

from desktop.content.company import Company
from desktop.ui.rail import STEPS
from desktop.ui.rail_sections import RailSections
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def small(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> Callable[[str, str, str | None], Hand]:
    """Opens the smallest window at a page, with all questionnaires."""

    def opened(page: str, questionnaire: str, question: str | None) -> Hand:
        ids = tuple(each.id for each in workspace.offers.for_firm())
        case = workspace.choose_questionnaires(bakery, ids)
        workspace.save_place(case, Place(page, questionnaire, question))
        hand = open_window()
        hand.window.resize(1024, 640)
        hand.until(lambda: hand.window.width() == 1024)
        return hand

    return opened


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def titles(hand: Hand) -> list[str]:
    """What is written on the card in place of results."""
    return [each.text() for each in hand.see("results-unanswered").findChildren(QLabel)]


def test_all_steps_stay_in_sight_under_many_sections(small: Callable[..., Hand]) -> None:
    hand = small("questions", "quantum", "supplier-questions")
    hand.see("question-text")
    hand.until(lambda: all(is_whole(hand.see(f"step-{step}")) for step in STEPS))
    sections = hand.window.findChildren(RailSections)[0]
    current = [each for each in sections.findChildren(QAbstractButton) if each.isChecked()]
    hand.until(lambda: is_whole(current[0]))


def test_the_results_of_seven_questionnaires_are_chosen_by_keyboard(small: Callable[..., Hand]) -> None:
    hand = small("results", "quick", None)
    choice = hand.see("result-choice", QComboBox)
    hand.until(choice.hasFocus)
    assert is_whole(choice)
    assert "Quick check" in titles(hand)
    hand.press(Qt.Key.Key_End)
    hand.until(lambda: choice.currentText() in titles(hand) and "Quick check" not in titles(hand))


def test_two_questionnaires_are_tabs(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("quick", "quantum"))
    workspace.save_place(case, Place("results", "quick", None))
    hand = open_window()
    hand.until(lambda: hand.focused() == "result-quick")
    hand.click("result-quantum")
    hand.until(lambda: workspace.library.questionnaires["quantum"].text("en").title in titles(hand))
    assert hand.find("result-choice") is None


def test_the_legend_of_a_grid_is_whole(small: Callable[..., Hand]) -> None:
    hand = small("questions", "technology-check", "cloud-reach")
    legend = hand.see("legend", QLabel)
    hand.until(lambda: legend.width() >= legend.sizeHint().width())
    assert legend.height() >= legend.sizeHint().height()


def test_the_form_of_the_company_ends_where_its_last_card_ends(small: Callable[..., Hand]) -> None:
    hand = small("company", "quick", None)
    inside = hand.see("company-page").findChildren(QScrollArea)[0].widget()
    last = hand.see("held-fold")
    hand.until(lambda: inside.height() - last.mapTo(inside, last.rect().bottomLeft()).y() < 100)


@pytest.mark.parametrize("name", ["Rossi & Figli", "M" * 200])
def test_a_company_of_any_name_stands_whole_or_shortened_on_the_first_page(
    small: Callable[..., Hand], workspace: Workspace, bakery: int, name: str
) -> None:
    workspace.save_company(bakery, Company(name=name, headcount=3))
    hand = small("company", "quick", None)
    hand.click("other-company")
    hand.window.resize(1024, 640)
    button = hand.see(f"company-{bakery}", QAbstractButton)
    page = hand.see("welcome-page")
    hand.until(lambda: button.mapTo(page, button.rect().topRight()).x() < page.width())
    shown = button.text().replace("&&", "&")
    assert shown == name or (shown.endswith("…") and button.toolTip() == name)


def test_titles_of_limits_take_one_line(small: Callable[..., Hand]) -> None:
    hand = small("plan", "technology-check", None)
    hand.click("language-it")
    hand.click("plan-change")
    hand.see("plan-people-it")
    titles = [each for each in hand.window.findChildren(QLabel) if each.isVisible()]
    long = [each for each in titles if each.text().endswith((": persone", ": ore a settimana"))]
    assert len(long) >= 4
    assert {each.height() for each in long} == {
        each.height() for each in titles if each.text() == "Settimane"
    }


def test_rooms_of_the_hub_begin_beside_its_name(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    """Every room needs the height."""
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.window.resize(1024, 640)
    hand.click("to-hub")
    page = hand.see("hub-page")
    room = hand.see("territory-room")
    hand.until(lambda: 0 < room.mapTo(page, room.rect().topLeft()).y() < 80)
    state = hand.see("territory-state", QLabel)
    hand.until(lambda: "no companies yet" in state.text() and state.width() > 600)
