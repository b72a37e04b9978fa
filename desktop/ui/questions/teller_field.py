"""Who of the company answers: free text, with those who are known offered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop.content.company import without_controls
from desktop.report.people_words import roles_in_words
from desktop.ui.completing import complete
from desktop.ui.look import Look
from desktop.workspace import Case, Workspace

_LONGEST, _WIDTH = 60, 230  # letters; pixels


class TellerField(QLineEdit):
    """A field for a name.

    Signals: `named` with every change by the user, carrying the name as it stands.
    """

    named = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("teller")
        self.setAccessibleName(look.wording("Who is answering?"))
        self.setPlaceholderText(look.wording("Name or role"))
        self.setMaxLength(_LONGEST)
        self.setFixedWidth(_WIDTH)
        self.textChanged.connect(self._on_changed)

    def show_names(self, name: str, known: Sequence[str]) -> None:
        """Show a name and who is offered; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setText(name)
        blocker.unblock()
        complete(self, known)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the field, or the down arrow in it, offers everybody."""
        if event.type() == QEvent.Type.MouseButtonRelease and not self.text():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        return super().eventFilter(watched, event)

    def _on_changed(self, text: str) -> None:
        self.named.emit(without_controls(text))


def known_people(workspace: Workspace, case: Case, look: Look) -> tuple[str, ...]:
    """Who could be answering: the contact, those who answer for themselves, and the roles there are."""
    roles, contact = roles_in_words(look.wording), case.company.contact
    named = [f"{contact.name} ({contact.role})" if contact.role else contact.name] if contact.name else []
    people = [each.label for each in workspace.people.everybody(case)]  # alone: it goes with the person
    return tuple(dict.fromkeys((*named, *people, *(roles[role] for role in case.company.people.by_role()))))
