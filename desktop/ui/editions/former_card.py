"""Former editions that are kept for answers given, and the way to delete those that nobody needs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.errors import own_sentence_of
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.safety.wishes import Reopen
from desktop.ui.withheld import withhold


class FormerCard(QFrame):
    """How many there are; they are looked through before anything is deleted."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("former-editions")
        self._desk, self._look = desk, look
        self._looking, self._deleting = Operation(self), Operation(self, is_lasting=True)
        self._tidy = Button(look.wording("Delete those nobody needs…"), "tidy-editions")
        withhold(look.wording, self._tidy, unless=desk.workspace.rights_here.can_install_packs)
        self._said = label("", "small", "muted")
        self._said.setObjectName("former-said")
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(label(self._words(len(desk.workspace.packs.former())), "small", "muted"))
        column.addWidget(self._tidy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        self._tidy.clicked.connect(self._on_tidy)
        self._looking.succeeded.connect(self._on_looked)
        self._deleting.succeeded.connect(self._on_deleted)
        for operation in (self._looking, self._deleting):
            operation.failed.connect(self._on_failed)

    def _words(self, count: int) -> str:
        return self._look.wording.plural(
            "{count} former version is kept, so that what was answered with it stays readable.",
            "{count} former versions are kept, so that what was answered with them stays readable.",
            count,
        )

    def _on_tidy(self) -> None:
        self._looking.start(self._desk.workspace.former_packs.unneeded)

    def _on_looked(self, found: object) -> None:
        say = self._look.wording
        if not isinstance(found, tuple) or not found:
            show_words(self._said, say("All of them are still needed here."), "muted")
            self._said.show()
            return
        heading = say.plural("Delete {count} former version?", "Delete {count} former versions?", len(found))
        sentences = (
            say("Nothing that is kept here was answered with it, nor agreed to."),
            say("Plans that firms made with it, and have not handed in yet, could no longer be read here."),
        )
        dialog = AskingDialog(self, Asked(heading, say("Delete"), sentences), self._look, is_final=True)
        dialog.setObjectName("delete-former")
        dialog.ask(self._delete)

    def _delete(self) -> None:
        self._deleting.start(self._desk.workspace.former_packs.delete_unneeded)

    def _on_deleted(self, _: object) -> None:
        self._desk.session_wished.emit(Reopen())

    def _on_failed(self, error: object) -> None:
        show_words(self._said, self._look.wording.tell(own_sentence_of(error)), "warn")
        self._said.show()
