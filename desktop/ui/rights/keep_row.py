"""Until when a company is kept: said for it alone, or by the settings."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.holding import LastVisit
from desktop.ui.desk import Desk
from desktop.ui.fields import DayField, FieldFrame
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.due import months_after

_MONTHS = 12
_DAY_WIDTH = 140


class KeepRow(QWidget):
    """A sentence, a day to choose, and the way back to what the settings say."""

    def __init__(self, desk: Desk, company_id: int, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._company_id = company_id
        self._wording = look.wording
        self._says = label("", "small", "muted")
        self._says.setObjectName("keep-state")
        self._day = DayField("keep-day", look.wording("Keep until"))
        self._keep = Button(look.wording("Keep until this day"), "keep-until", "quiet")
        self._clear = Button(look.wording("As in the settings"), "keep-clear", "quiet")
        self._build(look)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._show()

    def _build(self, look: Look) -> None:
        self._day.begin_on(today())
        frame = FieldFrame(self._day, look.tokens)
        frame.setFixedWidth(_DAY_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(frame)
        row.addWidget(self._keep)
        row.addWidget(self._clear)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._says)
        column.addLayout(row)

    def _show(self) -> None:
        visit = self._desk.workspace.retention.visit(self._company_id)
        if visit is None:
            return
        self._day.show_day(visit.keep_until or months_after(today(), _MONTHS))
        self._clear.setVisible(visit.keep_until is not None)
        self._says.setText(self._told(visit))

    def _told(self, visit: LastVisit) -> str:
        say, ends_on = self._wording, self._desk.workspace.retention.ends_on(visit)
        if ends_on is None:
            return say("Kept without a fixed end; the settings can set one for all companies.")
        if visit.keep_until is not None:
            return say("Kept until {day}, as was said for this company.", day=ends_on)
        return say("Kept until {day}, counted from the last visit as the settings say.", day=ends_on)

    def _on_keep_clicked(self) -> None:
        self._save(self._day.day())

    def _on_clear_clicked(self) -> None:
        self._save(None)

    def _save(self, day: date | None) -> None:
        self._desk.save_outside(partial(self._desk.workspace.register.keep_until, self._company_id, day))
        self._show()
