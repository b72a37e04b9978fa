"""Results, plan and print: worked out beside the window, shown in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop.answers import answer_to_plain
from desktop.text import wording
from desktop.ui.results.competence_table import competence_model, competence_rows
from desktop.workspace import Place, Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand


@pytest.fixture
def answered(workspace: Workspace, bakery: int) -> int:
    """The bakery with two of three questions answered as badly as possible."""
    questionnaire = workspace.library.questionnaires["technology-check"]
    case = workspace.case(bakery)
    worst = worst_answers(questionnaire)
    for position, question in enumerate(questionnaire.questions.values()):
        if question.key in worst and position % 3:
            assert answer_to_plain(worst[question.key]) is not None
            case = workspace.save_answer(case, question, worst[question.key])
    return bakery


def at(workspace: Workspace, case_id: int, page: str) -> None:
    workspace.save_place(workspace.case(case_id), Place(page, "technology-check", None))


def test_the_results_say_score_level_and_certainty(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "results")
    hand = open_window()
    score = workspace.scorecard(workspace.case(answered), "technology-check").overall.headline
    assert score is not None
    assert hand.see("overall-score", QLabel).text() == wording("en").number(score)
    assert hand.see("competences", QTableView).model().rowCount() > 10


def test_a_dimension_says_why(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> None:
    at(workspace, answered, "results")
    hand = open_window()
    assert hand.find("reasons-cyber") is None
    hand.click("dimension-cyber")
    reasons = hand.see("reasons-cyber")
    assert any("points" in label.text() for label in reasons.findChildren(QLabel))
    hand.click("dimension-cyber")
    assert hand.find("reasons-cyber") is None


def test_the_competence_table_is_a_sound_model(
    qtmodeltester, workspace: Workspace, answered: int, qtbot: QtBot
) -> None:
    case = workspace.case(answered)
    rows = competence_rows(workspace.library.catalogue, workspace.competences(case), case.company, "en")
    qtmodeltester.check(competence_model(rows, wording("en")))


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
    state = hand.see("plan-state", QLabel)
    assert workspace.case(answered).constraints.hours_per_week["owner"] == 1
    hand.until(lambda: state.text() == "Up to date")
    courses = [frame for frame in hand.window.findChildren(QLabel) if frame.isVisible()]
    assert courses


def test_a_course_opens_its_details(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    at(workspace, answered, "plan")
    hand = open_window()
    hand.see("plan-totals")
    details = [b for b in hand.window.findChildren(QAbstractButton) if b.objectName().startswith("details-")]
    hand.click(details[0].objectName())
    assert any(
        label.text().startswith("Provider") for label in hand.window.findChildren(QLabel) if label.isVisible()
    )


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
