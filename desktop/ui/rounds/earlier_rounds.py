"""The pages of an earlier round stand under a line that says so, and there what was refused."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.rounds.banner import RoundBanner, framed

_OF_NO_ROUND = (
    "welcome",
    "arrivals",
    "due",
    "hub",
    "several",
    "settings",
    "past",
    "comparison",
    "restore",
    "laptops",
)


class EarlierRounds(QObject):
    """Frames pages, and shows what stands in a round after somebody wanted to change it.

    Signals: `round_wanted` carries the id of the round to go to, `page_requested` the name of a page;
    `renewal_wanted` where the page shown has to be made anew.
    """

    round_wanted = Signal(int)
    page_requested = Signal(str)
    renewal_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._banner: RoundBanner | None = None
        desk.protection.touched.connect(self._on_touched)

    def framed(self, page: QWidget, name: str, look: Look) -> QWidget:
        """The page of a name; one of an earlier round under its line."""
        self._banner = None
        if self._desk.case is None or name in _OF_NO_ROUND:
            return page
        frame, self._banner = framed(page, self._desk, look)
        if self._banner is not None:
            self._banner.round_wanted.connect(self.round_wanted)
            self._banner.page_requested.connect(self.page_requested)
        return frame

    def _on_touched(self) -> None:
        """Once what the user did has come to its end."""
        QTimer.singleShot(0, self, self._show_refused)

    def _show_refused(self) -> None:
        """Show what stands in the round, whatever the page shows by now, and say why."""
        self._desk.open(self._desk.open_case.id)  # limits that were only tried go too
        self.renewal_wanted.emit()
        if self._banner is not None:
            self._banner.say_refused()
