"""What can be done with the company chosen in the list: a row of buttons, and the same as a menu."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.storage import CompanyRow
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.withheld import withhold


class CompanyActions(QWidget):
    """Open, archive, consultant, merge, delete.

    Signals: each is wanted for the company shown last by `show_row`.
    """

    open_wanted = Signal()
    archive_wanted = Signal()
    consultant_wanted = Signal()
    merge_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = say = look.wording
        self._open = Button(say("Open the company"), "open-company", "primary")
        self._archive = Button(say("Archive"), "archive-company", "quiet")
        self._consultant = Button(say("Consultant…"), "change-consultant", "quiet")
        self._merge = Button(say("Merge…"), "merge-company", "quiet")
        self._erase = Button(say("Delete for good…"), "erase-company", "quiet")
        self._all = (self._open, self._archive, self._consultant, self._merge, self._erase)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in self._all[1:]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._open)
        wishes = (
            self.open_wanted,
            self.archive_wanted,
            self.consultant_wanted,
            self.merge_wanted,
            self.erase_wanted,
        )
        for button, wish in zip(self._all, wishes, strict=True):
            button.clicked.connect(wish)

    def withhold(self, *, unless: bool) -> None:
        """What takes a company away is only for those who may."""
        withhold(self._wording, self._merge, self._erase, unless=unless)

    def show_row(self, row: CompanyRow | None, *, has_twin: bool) -> None:
        """The company chosen, if any, and whether there is another one of its VAT number."""
        for button in self._all:
            button.setEnabled(row is not None)
        is_away = row is not None and row.is_archived
        say = self._wording
        self._archive.setText(say("Unarchive") if is_away else say("Archive"))
        self._merge.setVisible(has_twin)
        name = "" if row is None else row.name
        for button in self._all:
            button.setAccessibleDescription(name)

    def show_menu(self, place: QPoint) -> None:
        """The same as a menu, at a place on the screen."""
        menu = QMenu(self)
        menu.setObjectName("company-menu")
        for button in self._all:
            if not button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
        menu.popup(place)
