"""What another desk changed of the question shown, put on its card unless the user is writing there."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.errors import StorageError
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.questions.asked import Asked
from desktop.workspace import Case


def show_news_of(asked: Asked, before: Case, desk: Desk, look: Look, *, is_writing: bool) -> bool:
    """Whether the card shows what is there now; while the user writes it is left alone, and believed so."""
    key = asked.card.stop.question.key
    asked.show_news()
    shown, theirs = before.sheet.get(key), desk.open_case.sheet.get(key)
    if shown == theirs:
        return True
    if (is_writing and _has_keyboard(asked)) or asked.card.is_refused():
        desk.believe(key, shown)
        return False
    asked.card.show_answer(theirs)
    desk.noted.emit(_told(desk, key, look))
    return True


def _has_keyboard(asked: Asked) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit | QPlainTextEdit) and asked.card.isAncestorOf(focused)


def _told(desk: Desk, key: str, look: Look) -> str:
    """Who it was, as the history tells."""
    who = ""
    try:
        changes = desk.workspace.history.of(desk.open_case)
        who = next((each.by for each in reversed(changes) if (each.what, each.key) == ("answer", key)), "")
    except StorageError:
        pass
    if who and who != desk.workspace.history.hand.by:
        return look.wording("{who} has just changed this answer.", who=who)
    return look.wording("This answer has just been changed at another desk.")
