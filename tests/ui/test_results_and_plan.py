"""Results, plan and print: worked out beside the window, shown in words."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.content.company import People
from desktop.text import wording
from desktop.ui.results.competence_table import competence_model, competence_rows
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


def at(workspace: Workspace, case_id: int, page: str) -> None:
    workspace.save_place(workspace.case(case_id), Place(page, "technology-check", None))


def test_the_results_say_score_level_and_certainty(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "results")
    hand = open_window()
    score = workspace.scores.card(workspace.case(answered), "technology-check").overall.headline
    assert score is not None
    assert hand.see("overall-score", QLabel).text() == wording("en").number(score)
    assert hand.see("competences", QTableView).model().rowCount() > 10


def test_a_dimension_says_why(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> None:
    at(workspace, answered, "results")
    hand = open_window()
    assert hand.find("reasons-cyber") is None
    hand.click("dimension-cyber")
    reasons = hand.see("reasons-cyber")
    said = [label.text() for label in reasons.findChildren(QLabel)]
    assert any("points" in words for words in said)
    assert workspace.library.questionnaires["technology-check"].text("en").dimensions["cyber"].low in said
    hand.click("dimension-cyber")
    assert hand.find("reasons-cyber") is None


def test_the_competence_table_is_a_sound_model(
    qtmodeltester, workspace: Workspace, answered: int, qtbot: QtBot
) -> None:
    case = workspace.case(answered)
    rows = competence_rows(
        workspace.library.catalogue, workspace.scores.competences(case), case.company, "en"
    )
    qtmodeltester.check(competence_model(rows, wording("en")))


def until_up_to_date(hand: Hand) -> None:
    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")


def test_the_plan_follows_its_limits(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    hand.see("plan-totals")
    hours = hand.see("plan-hours-owner", QDoubleSpinBox)
    hours.setFocus()
    hours.selectAll()
    hand.write("plan-hours-owner", "1")
    assert workspace.case(answered).constraints.hours_per_week["owner"] == 1
    until_up_to_date(hand)
    courses = [frame for frame in hand.window.findChildren(QLabel) if frame.isVisible()]
    assert courses


def test_whoever_takes_part_is_asked_for_hours_and_the_company_page_has_the_last_word(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    company = workspace.case(bakery).company
    workspace.save_company(bakery, replace(company, people=People(owner=1)))
    at(workspace, bakery, "plan")
    hand = open_window()
    hand.until(lambda: hand.find("plan-people-employee") is not None)
    assert hand.find("plan-hours-employee") is None
    hand.see("plan-people-employee", QDoubleSpinBox).setFocus()
    hand.press(Qt.Key.Key_Up)
    hand.see("plan-hours-employee")
    assert workspace.case(bakery).constraints.people == People(owner=1, employee=1)
    hand.click("step-company")
    hand.see("people-employee", QDoubleSpinBox).setFocus()
    hand.press(Qt.Key.Key_Up)
    hand.press(Qt.Key.Key_Up)
    case = workspace.case(bakery)
    assert case.constraints.people is None
    assert case.company.people == People(owner=1, employee=2)


def test_a_course_opens_its_details(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    until_up_to_date(hand)
    details = [b for b in hand.window.findChildren(QAbstractButton) if b.objectName().startswith("details-")]
    hand.click(details[0].objectName())
    assert any(
        label.text().startswith("Provider") for label in hand.window.findChildren(QLabel) if label.isVisible()
    )


def course_cards(hand: Hand) -> list[QAbstractButton]:
    """The buttons that tell why, from top to bottom, once all cards are there."""
    until_up_to_date(hand)
    buttons = [each for each in hand.window.findChildren(QAbstractButton) if each.isVisible()]
    found = [button for button in buttons if button.objectName().startswith("why-")]
    return sorted(found, key=lambda button: button.mapTo(hand.window, QPoint()).y())


def words_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_course_says_by_keyboard_why_it_was_chosen(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    why = course_cards(hand)[0]
    why.setFocus()
    hand.press(Qt.Key.Key_Return)
    reasons = hand.see(why.objectName().replace("why-", "reasons-"))
    hand.until(lambda: "The next best choice" in words_in(reasons))
    said = words_in(reasons)
    assert "Because you answered" in said
    assert any(words.startswith("“") and "”" in words for words in said)
    assert any("%" in words for words in said[said.index("Without this course") :])
    hand.press(Qt.Key.Key_Space)
    assert not reasons.isVisible()


def test_the_keyboard_goes_from_the_limits_down_the_plan_to_the_way_on(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    assert course_cards(hand)
    hand.see("plan-hours-owner", QDoubleSpinBox).stepDown()
    assert hand.see("plan-state", QLabel).text() == "Computing…"
    until_up_to_date(hand)
    names = [button.objectName() for button in course_cards(hand)]
    hand.see("plan-change").setFocus()
    visited = []
    while hand.focused() != "to-report":
        hand.press(Qt.Key.Key_Tab)
        visited.append(hand.focused())
        assert len(visited) < 100
    assert [name for name in visited if name.startswith("why-")] == names
    assert visited.index("plan-languages") < visited.index(names[0])


@pytest.mark.parametrize(("height", "is_open"), [(800, True), (640, False)])
def test_the_limits_do_not_hide_the_plan(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int, height: int, *, is_open: bool
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    hand.see("plan-change")
    hand.window.resize(1024, height)
    hand.until(lambda: (hand.find("plan-weeks") is not None) is is_open)
    hand.see("plan-totals")
    assert hand.window.width() == 1024
    hand.click("plan-change")
    assert (hand.find("plan-weeks") is None) is is_open


def test_the_languages_are_named_in_the_language_of_the_window(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    languages = hand.see("plan-languages", QComboBox)
    assert [languages.itemText(index) for index in range(languages.count())] == [
        "Italian, then English",
        "English, then Italian",
        "Only Italian",
        "Only English",
    ]


def test_the_radar_follows_its_room_and_says_what_it_shows(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "results")
    hand = open_window()
    radar = hand.see("radar")
    wide = radar.width()
    hand.window.resize(1024, 640)
    hand.until(lambda: radar.width() < wide)
    names = workspace.library.questionnaires["technology-check"].text("en").dimensions.values()
    assert all(name.name in radar.accessibleDescription() for name in names)


def test_the_document_is_shown_and_saved(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    answered: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(workspace, answered, "report")
    hand = open_window()
    save = hand.see("save-pdf", QPushButton)
    hand.until(save.isEnabled)
    target = tmp_path / "plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hand.click("save-pdf")
    hand.until(target.with_suffix(".pdf").exists)
    assert target.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


COPIES = {
    "a name without an ending": ("plan", "List of actions, a spreadsheet (*.xlsx)", "plan.xlsx"),
    "an ending typed": ("plan.xlsx", "Text document (*.docx)", "plan.xlsx"),
    "dots in a name": ("Rossi S.r.l", "Text document (*.docx)", "Rossi S.r.l.docx"),
    "a name that is taken": ("taken", "Text document (*.docx)", "taken-2.docx"),
}


@pytest.fixture
def printing(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> Hand:
    """A window that shows the printed plan."""
    at(workspace, answered, "report")
    return open_window()


@pytest.mark.parametrize("name", COPIES)
def test_an_editable_copy_is_saved_as_chosen_and_nothing_is_lost(
    printing: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    written, kind, saved = COPIES[name]
    (tmp_path / "taken.docx").write_bytes(b"PK what somebody wrote")
    printing.until(printing.see("save-copy", QPushButton).isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / written), kind))
    printing.click("save-copy")
    printing.until(lambda: printing.see("report-state", QLabel).text() == f"Saved as {tmp_path / saved}")
    with ZipFile(tmp_path / saved) as archive:
        assert {"plan.xlsx": "xl/workbook.xml"}.get(saved, "word/document.xml") in archive.namelist()
    assert (tmp_path / "taken.docx").read_bytes() == b"PK what somebody wrote"


def test_a_quick_win_tells_how_and_which_answers_ask_for_it(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    until_up_to_date(hand)
    action = workspace.plans.quick_wins(workspace.situation(workspace.case(answered)))[0].action
    text = workspace.library.catalogue.advice.action_text(action.id, "en")
    row = hand.see(f"quick-win-{action.id}")
    said = [label.text() for label in row.findChildren(QLabel)]
    assert text.title in said
    assert text.why in said
    hand.click(f"steps-{action.id}")

    def told() -> str:
        return "\n".join(label.text() for label in hand.see(f"how-{action.id}").findChildren(QLabel))

    assert all(step in told() for step in (*text.steps, text.proof))
    hand.until(lambda: "Because you answered: " in told())
    hand.click(f"steps-{action.id}")
    assert hand.find(f"how-{action.id}") is None


def test_three_quick_wins_are_shown_and_the_others_open_at_a_press(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    wins = workspace.plans.quick_wins(workspace.situation(workspace.case(answered)))
    rows = [f"quick-win-{win.action.id}" for win in wins]
    hand = open_window()
    until_up_to_date(hand)
    assert [name for name in rows if hand.find(name)] == rows[:3] != rows
    hand.click("more-quick-wins")
    assert [name for name in rows if hand.find(name)] == rows


def test_the_competences_say_who_needs_which_level(workspace: Workspace, answered: int) -> None:
    company = replace(workspace.case(answered).company, people=People(owner=1, employee=4))
    rows = competence_rows(workspace.library.catalogue, {}, company, "en")
    needed = {row.name: row.roles for row in rows}
    assert needed["Backups"] == "Owner 3 · Employees 1"
    assert needed["Online sales and presence"] == "Owner 2"
    assert needed["Everyday digital tools"] == ""
