"""Who else sees the window: a client who reads along, or a person of the company who has the computer."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.guide.shown import Shown
from desktop.ui.page_kinds import AsksAlong, HandsOver
from desktop.ui.shell import Shell

_LEADS_BACK = ("history", "open-points")  # to the questions; come from there in an interview, it goes on


class Onlookers(QObject):
    """Hides the rail from them, which tells of other companies.

    Signals: `interview_turned` after the client was to read along, or no longer.
    """

    interview_turned = Signal()

    def __init__(self, desk: Desk, shell: Shell, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._shown = shown

    def look_at(self, page: QWidget) -> None:
        """From now on this page is seen."""
        self._shown.is_handed_over = False
        if isinstance(page, HandsOver):
            page.handed_over.connect(self._on_handed_over)
            page.came_back.connect(self._on_came_back)
        is_on = self._desk.settings.now.interview == "on"
        reads_along = is_on and self._shown.name in _LEADS_BACK and self._shell.rail.isHidden()
        if isinstance(page, AsksAlong):
            page.interview_toggled.connect(self._on_interview_toggled)
            reads_along = is_on
        self._shell.rail.setVisible(not reads_along)

    def _on_interview_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._desk.settings.change(interview="on" if is_on else "off")
        self.interview_turned.emit()

    def _on_handed_over(self) -> None:
        self._shown.is_handed_over = True
        self._shell.rail.hide()

    def _on_came_back(self) -> None:
        self._shown.is_handed_over = False
        self._shell.rail.show()
