"""How long companies are kept after the last visit, and those that are past their time."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import Button, at_left, label
from desktop.ui.withheld import only_coordinator
from desktop.workspace.rights.retention import CHOICES

_WIDEST = 320


class RetentionCard(QFrame):
    """A period to choose; nothing is deleted by it, it only proposes.

    Signals: `page_requested` carries the page of those past their time.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("retention-card")
        self._desk = desk
        self._wording = look.wording
        self._period = Picker(look, "retention-months", look.wording("How long companies are kept"))
        self._past = Button("", "to-past", "quiet")
        if not desk.workspace.rights_here.can_set_for_all:
            self._period.setEnabled(False)
            self._period.setToolTip(only_coordinator(look.wording))
        self._build()
        self._period.picked.connect(self._on_picked)
        self._past.clicked.connect(partial(self.page_requested.emit, "past"))
        self._show()

    def _build(self) -> None:
        say = self._wording
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(say("How long companies are kept"), "heading"))
        words = say(
            "The law says that data about people may be kept no longer than needed (Article 5 of the "
            "GDPR). When the time is over, Sestante proposes deletion; it never deletes anything by "
            "itself. A company can have its own date."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addLayout(at_left(self._period, _WIDEST))
        column.addWidget(self._past, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._period)

    def _show(self) -> None:
        say, chosen = self._wording, self._desk.workspace.preferences.read().retention_months
        months = sorted({*CHOICES, *([chosen] if chosen else [])})
        entries: list[tuple[str | None, str]] = [("0", say("Without a fixed end"))]
        entries += [
            (
                str(count),
                say.plural(
                    "{count} month after the last visit", "{count} months after the last visit", count
                ),
            )
            for count in months
        ]
        self._period.show_entries(entries, str(chosen))
        past = len(self._desk.workspace.retention.past())
        self._past.setHidden(past == 0)
        self._past.setText(
            say.plural(
                "{count} company is past its keeping time…",
                "{count} companies are past their keeping time…",
                past,
            )
        )

    def _on_picked(self, months: object) -> None:
        self._desk.save_outside(partial(self._save, int(str(months))))
        self._show()

    def _save(self, months: int) -> None:
        book = self._desk.workspace.preferences
        book.save(replace(book.read(), retention_months=months))
