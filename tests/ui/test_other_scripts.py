"""A questionnaire of 1,300 questions in Arabic in the window, and its language chosen there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop.content.company import Company, People
from desktop.content.library import Library
from desktop.paths import resources_folder
from desktop.settings import Settings, read_settings
from desktop.storage import FileDatabase
from desktop.ui.background import wait_for_background_work
from desktop.ui.fonts import font
from desktop.ui.questions.question_card import QuestionCard
from desktop.workspace import Place, Workspace
from tests.large_questionnaire import NAME, write_large
from tests.ui.hand import Hand


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_large(tmp_path_factory.mktemp("large")).parent


@pytest.fixture
def workspace(tmp_path: Path, folder: Path) -> Iterator[Workspace]:
    opened = Workspace(Library(folder, resources_folder()), FileDatabase(tmp_path / "data"))
    yield opened
    assert wait_for_background_work(30_000)
    opened.close()


@pytest.fixture
def firm(workspace: Workspace) -> int:
    people = People(owner=1, employee=11)
    case = workspace.create_case(Company(name="شركة النور", headcount=12, people=people))
    workspace.choose_questionnaires(case.id, (NAME,))
    return case.id


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def choose(hand: Hand, name: str, identity: str) -> None:
    picker = hand.see(name, QComboBox)
    picker.setCurrentIndex(picker.findData(identity))
    picker.activated.emit(picker.currentIndex())


def test_the_language_of_questions_is_chosen_on_the_companys_page(
    workspace: Workspace, firm: int, open_window: Callable[[], Hand]
) -> None:
    hand = open_window()
    choose(hand, "texts-language", "ar")

    hand.until(lambda: workspace.library.shown_in == "ar")
    assert read_settings(workspace.folder, Settings()).texts == "ar"
    assert hand.see("step-questions").property("text") == "Questions"
    hand.click("step-questions")
    assert "البند 1" in words_of(hand.see("questions-page"))


def test_the_many_questions_are_walked_through(
    workspace: Workspace, firm: int, open_window: Callable[[], Hand]
) -> None:
    workspace.save_place(workspace.case(firm), Place("questions", NAME, "q1298"))
    hand = open_window()

    hand.until(lambda: "1299" in words_of(hand.see("questions-page")))
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert "1300" in words_of(hand.see("questions-page").findChildren(QuestionCard)[-1])


def test_the_bundled_typefaces_have_the_letters(firm: int, open_window: Callable[[], Hand]) -> None:
    open_window()

    for family, letters in (("Noto Sans Arabic", "شركة؟"), ("Noto Sans Hebrew", "שלום"), ("Inter", "İğœКЕ")):
        assert family in QFontDatabase.families()
        assert family in font().families()
        face = font()
        face.setFamilies([family])
        raw = QRawFont.fromFont(face)
        assert all(raw.supportsCharacter(ord(letter)) for letter in letters), family
