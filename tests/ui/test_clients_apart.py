"""After another company was opened, nothing of the one before is anywhere in the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from desktop.content.company import Company, Contact, People
from desktop.storage import Hand as Teller
from desktop.storage import Remark
from desktop.workspace import Case, Place, Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand

MARK = "Zanzibar"
PAGES = ("step-questions", "step-company", "step-results", "step-plan", "step-report")


def texts(window: QWidget) -> Iterator[str]:
    """All that can be read, heard or hovered in a window, shown or hidden."""
    yield window.windowTitle()
    yield QApplication.clipboard().text()
    for widget in [window, *window.findChildren(QWidget)]:
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield from (widget.text(), widget.placeholderText())
            case QPlainTextEdit():
                yield from (widget.toPlainText(), widget.placeholderText())
            case QComboBox():
                yield from (widget.itemText(place) for place in range(widget.count()))
            case QAbstractItemView() if widget.model() is not None:
                yield from cells(widget.model())
            case _:
                pass


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))


@pytest.fixture
def two(workspace: Workspace) -> tuple[Case, Case]:
    """Two companies, the first marked wherever one can write, the second looked at last."""
    made = [
        workspace.create_case(
            Company(
                name=f"Panificio {name}",
                headcount=6,
                people=People(owner=1, employee=5),
                contact=Contact(name=f"Maria {name}", email=f"{name.lower()}@example.org"),
            )
        )
        for name in (MARK, "Rossi")
    ]
    marked, other = (workspace.choose_questionnaires(each.id, ("technology-check",)) for each in made)
    [questionnaire] = workspace.questionnaires(marked)
    workspace.history.hand = Teller("", MARK, marked.id)
    for question in list(questionnaire.questions.values())[:4]:
        workspace.save_answer(marked, question, worst_answers(questionnaire)[question.key])
        workspace.visits.save_remark(marked, question.key, Remark(f"Note {MARK}", "guess", is_marked=True))
    workspace.history.hand = Teller()
    for case in (marked, other):
        first = next(iter(questionnaire.questions.values()))
        workspace.save_place(case, Place("questions", "technology-check", first.id))
    return workspace.case(marked.id), workspace.case(other.id)


def test_nothing_of_the_company_before_is_left(
    open_window: Callable[[], Hand], two: tuple[Case, Case]
) -> None:
    hand = open_window()
    open_company(hand, MARK)
    hand.see("questions-page")
    assert any(MARK in text for text in texts(hand.window))
    hand.press(Qt.Key.Key_2)
    open_company(hand, "Rossi")
    hand.see("questions-page")
    for page in PAGES:
        hand.click(page)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pages left are gone
        found = [text for text in texts(hand.window) if MARK.lower() in text.lower()]
        assert found == [], page


def open_company(hand: Hand, name: str) -> None:
    """By the list of companies, found by its name."""
    if hand.find("company-search") is None:
        hand.click("home")
    search = hand.see("company-search", QLineEdit)
    table = hand.see("company-list", QTableView)
    hand.until(lambda: table.model() is not None)
    search.setFocus()
    hand.until(search.hasFocus)
    search.clear()
    hand.type_on(name)
    hand.until(lambda: table.model().rowCount() == 1)
    hand.press(Qt.Key.Key_Return)
