"""The editions that are installed, and the way to install one more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.editions.choices import ChoiceCard, courses_choice, first_choice
from desktop.ui.editions.former_card import FormerCard
from desktop.ui.editions.installed_card import InstalledCard
from desktop.ui.editions.installing import Installing
from desktop.ui.look import Look
from desktop.ui.pieces import Button, card, label, show_words
from desktop.ui.withheld import withhold


class InstalledList(QWidget):
    """A card for each edition; a file that was dropped on the window is looked at, at once."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._installing = Installing(desk, look, self)
        self._install = Button(look.wording("Install from a file…"), "install-pack", "primary")
        withhold(look.wording, self._install, unless=desk.workspace.rights_here.can_install_packs)
        self._status = label("", "small", "muted")
        self._status.setObjectName("edition-status")
        self._status.hide()
        self._build()
        self._install.clicked.connect(self._installing.choose)
        self._installing.told.connect(self._on_told)
        self._installing.refused.connect(self._on_refused)
        self.setFocusProxy(self._install)
        path, desk.recent.pack = desk.recent.pack, None
        if path is not None:
            self._installing.look_at(path)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        workspace = self._desk.workspace
        installed = workspace.packs.installed()
        for pack in installed:
            shown = InstalledCard(pack, self._look, is_resting=pack.id in workspace.edition.left_out)
            may_install = workspace.rights_here.can_install_packs
            withhold(self._look.wording, *shown.findChildren(Button), unless=may_install)
            shown.removal_wanted.connect(self._installing.remove)
            shown.update_wanted.connect(self._installing.choose)
            column.addWidget(shown)
        if not installed:
            column.addWidget(self._nothing())
        if len(installed) > 1:
            column.addWidget(ChoiceCard(self._desk, self._look, first_choice(self._desk, self._look)))
        if workspace.edition.courses:
            column.addWidget(ChoiceCard(self._desk, self._look, courses_choice(self._desk, self._look)))
        row = QHBoxLayout()
        row.addWidget(self._install, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._status)
        if workspace.packs.former():
            column.addWidget(FormerCard(self._desk, self._look))

    def _nothing(self) -> QWidget:
        say = self._look.wording
        frame, column = card(margin=22, spacing=6)
        frame.setObjectName("no-editions")
        column.addWidget(label(say("No edition of a hub is installed"), "heading"))
        words = say(
            "A hub can hand you a file that ends in .sestante-pack: drop it on this window, or choose it "
            "below. You see whose it is and what it changes before anything happens."
        )
        column.addWidget(label(words, "small", "muted"))
        return frame

    def _on_told(self, words: str) -> None:
        show_words(self._status, words, "muted")
        self._status.setVisible(bool(words))

    def _on_refused(self, words: str) -> None:
        show_words(self._status, words, "warn")
        self._status.show()
