"""An author keeps the preview open beside the editor: what is saved is seen, what is wrong is told."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import make_application, run_preview
from desktop.content.questionnaires.skeleton import new_assessment
from desktop.previewing import show_preview
from desktop.review.draft import PreviewWish, find_target
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from tests.ui.hand import Hand

OpenPreview = Callable[..., Hand]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the questionnaire that `sestante new assessment` writes."""
    made = tmp_path / "club"
    made.mkdir()
    new_assessment("club", made, "en")
    return made


@pytest.fixture
def preview(qtbot: QtBot, folder: Path, tmp_path: Path) -> Iterator[OpenPreview]:
    """Opens the preview on the questionnaire, or on another path."""
    windows: list[Window] = []

    def opened(path: Path = folder / "club.yaml", question: tuple[str, str] | None = None) -> Hand:
        make_application()
        window = Window(LIGHT)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window, timeout=30_000):
            window.show()
            window.activateWindow()
        data = tmp_path / f"data-{len(windows)}"
        show_preview(window, PreviewWish(find_target(path), "en", question), data, "light")
        return Hand(qtbot, window)

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def hand(preview: OpenPreview) -> Hand:
    opened = preview()
    opened.see("question-text")
    return opened


def save(path: Path, old: str, new: str) -> None:
    """Replace a text as editors save: a new file beside, renamed over the old one."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    aside = path.with_suffix(".tmp")
    aside.write_text(text.replace(old, new, 1), encoding="utf-8")
    aside.replace(path)


def shows(hand: Hand, name: str, text: str) -> Callable[[], bool]:
    """Whether a label, or those inside a widget of that name, show a text."""

    def seen() -> bool:
        found = hand.find(name)
        labels = [] if found is None else [found, *found.findChildren(QLabel)]
        return any(text in each.text() for each in labels if isinstance(each, QLabel) and each.isVisible())

    return seen


def is_gone(hand: Hand, name: str) -> Callable[[], bool]:
    return lambda: hand.find(name) is None


def test_a_text_that_is_saved_appears_and_the_answer_stays(hand: Hand, folder: Path) -> None:
    hand.click("choice-outdated")
    save(folder / "club.en.yaml", "Does your firm have a website?", "Is there a website?")
    hand.until(shows(hand, "question-text", "Is there a website?"))
    assert hand.see("choice-outdated").isChecked()  # type: ignore[attr-defined]
    hand.click("next")
    assert shows(hand, "question-text", "What can customers do there?")()


def test_a_new_choice_appears_once_it_has_a_text(hand: Hand, folder: Path) -> None:
    hand.click("choice-current")
    none = "- {id: none, points: 0}"
    save(folder / "club.yaml", none, f"{none}\n          - {{id: soon, points: 0}}")
    hand.until(shows(hand, "question-problems", "the text for `soon` is missing"))
    hand.until(shows(hand, "preview-notice", "club"))
    assert hand.find("choice-soon") is None
    save(folder / "club.en.yaml", "      current:\n", '      soon: "No, but soon"\n      current:\n')
    hand.see("choice-soon")
    assert hand.see("choice-current").isChecked()  # type: ignore[attr-defined]
    hand.until(is_gone(hand, "preview-notice"))


def test_a_file_that_cannot_be_read_leaves_the_last_good_version(hand: Hand, folder: Path) -> None:
    hand.click("skip")
    before = hand.see("question-text", QLabel).text()
    save(folder / "club.yaml", "format: 1", "format: [1")
    hand.until(shows(hand, "preview-notice", "club"))
    hand.until(shows(hand, "problem-area", "not valid YAML"))
    assert hand.see("question-text", QLabel).text() == before
    save(folder / "club.yaml", "format: [1", "format: 1")
    hand.until(is_gone(hand, "preview-notice"))
    hand.until(is_gone(hand, "problem-area"))
    assert hand.see("question-text", QLabel).text() == before


def test_files_that_never_could_be_read_are_told_and_mend_themselves(
    preview: OpenPreview, folder: Path
) -> None:
    save(folder / "club.yaml", "format: 1", "format: 2")
    hand = preview()
    hand.until(shows(hand, "errors-page", "the first entry must be `format: 1`"))
    hand.click("step-results")
    hand.see("errors-page")
    hand.click("step-questions")
    save(folder / "club.yaml", "format: 2", "format: 1")
    hand.see("question-text")


def test_a_problem_leads_to_its_question_and_stands_there_too(hand: Hand, folder: Path) -> None:
    hand.click("skip")
    elsewhere = hand.see("question-text", QLabel).text()
    save(folder / "club.yaml", "{digital-sales: 2}", "{digital-salez: 2}")
    hand.until(shows(hand, "problem-area", "no competence `digital-salez`; did you mean `digital-sales`?"))
    assert hand.see("question-text", QLabel).text() == elsewhere
    assert hand.find("question-problems") is None
    hand.click("problem-0")
    hand.until(shows(hand, "question-text", "Does your firm have a website?"))
    hand.until(shows(hand, "question-problems", "no competence `digital-salez`"))
    assert "digital-salez" in hand.see("section-club-tools").accessibleDescription()


def test_what_a_review_finds_is_told_quietly(hand: Hand, folder: Path) -> None:
    save(folder / "club.yaml", "        competences: {digital-sales: 2}\n", "")
    hand.until(shows(hand, "question-problems", "names no competence"))
    assert hand.find("problem-area") is None
    hand.click("problems-fold")
    hand.until(shows(hand, "problem-area", "Q040"))
    hand.click("skip")
    hand.click("problem-0-go")
    hand.until(shows(hand, "question-text", "Does your firm have a website?"))


def test_the_company_can_be_changed_and_answers_begin_anew(hand: Hand) -> None:
    hand.click("choice-current")
    hand.click("pretend-company")
    hand.see("company-page")
    hand.click("company-headcount-more")
    hand.until(lambda: "7" in hand.see("pretend-company").accessibleName())
    hand.click("start-over")
    assert not hand.see("choice-current").isChecked()  # type: ignore[attr-defined]
    assert "6" in hand.see("pretend-company").accessibleName()


def test_results_and_language_are_those_of_the_window(hand: Hand) -> None:
    hand.click("choice-current")
    hand.click("step-results")
    hand.see("results-page")
    hand.click("language-it")
    hand.until(shows(hand, "preview-bar", "Anteprima"))
    hand.see("results-page")


def test_a_folder_shows_all_its_questionnaires(preview: OpenPreview, folder: Path) -> None:
    new_assessment("shop", folder, "it")
    hand = preview(folder)
    hand.see("section-shop-all")
    new_assessment("yard", folder, "en")
    hand.see("section-yard-all")


def test_it_begins_at_the_question_asked_for_even_if_that_is_not_asked(preview: OpenPreview) -> None:
    hand = preview(question=("club", "website-offers"))
    hand.until(shows(hand, "question-text", "What can customers do there?"))
    hand.until(shows(hand, "question-problems", "this question is not asked"))
    QApplication.processEvents()


def test_nothing_stays_and_nothing_of_the_user_is_touched(
    qapp: QApplication, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, mine = tmp_path / "temporary", tmp_path / "mine"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("SESTANTE_DATA", str(mine))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    kept: list[str] = []
    looking = QTimer()

    def look_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if window.findChild(QLabel, "question-text"):
                kept.extend(path.name for path in temporary.rglob("*"))
                window.close()

    looking.timeout.connect(look_and_close)
    looking.start(20)
    assert run_preview(PreviewWish(find_target(folder), "it")) == 0
    assert "sestante.db" in kept
    assert not list(temporary.iterdir())
    assert not mine.exists()
