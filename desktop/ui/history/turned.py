"""After undo or redo: a line that says what it was, and its question on the page that asks."""

from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk, Turned
from desktop.ui.history.words import ChangeWords
from desktop.ui.look import Look
from desktop.ui.questions.page import QuestionsPage


def show_turned(turned: Turned, desk: Desk, page: QWidget, look: Look) -> None:
    """Say what was turned round, and let the page of questions show it."""
    say, change, is_undo = look.wording, turned.change, turned.act == "undo"
    if change is None:
        desk.noted.emit(say("There is nothing to undo.") if is_undo else say("There is nothing to redo."))
        return
    words = ChangeWords(desk.workspace, desk.open_case, say)
    about = words.about(change)
    desk.noted.emit(say("Undone: {what}", what=about) if is_undo else say("Done again: {what}", what=about))
    if isinstance(page, QuestionsPage):
        page.show_change(words.question_of(change))
