"""The middle of the page that asks: question or end, with help beside it, or below where it is narrow."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.content.questionnaires.questionnaire import QuestionText
from desktop.ui.look import Look
from desktop.ui.pieces import at_left, emptied, scrolled
from desktop.ui.questions.help_column import WIDTH as HELP_WIDTH
from desktop.ui.questions.help_column import HelpColumn

_WIDEST = 780
_GAP = 12
_HELP_FROM = 900  # pixels of the page, which are 1172 of the window


class Middle(QWidget):
    """Shows one widget at a time; `why` is the button that opens help where there is no room beside it."""

    def __init__(self, look: Look, why: QAbstractButton) -> None:
        super().__init__()
        self._look = look
        self._why = why
        self._has_help = False
        self._column = QVBoxLayout()
        self._above = QVBoxLayout()
        self._beside, self._below = HelpColumn(look), HelpColumn(look)
        self._scroll, inside = scrolled((40, 2, 40, 12), 0)
        self._build(inside)
        why.toggled.connect(self._on_why_toggled)

    def show_widget(self, widget: QWidget, help_text: QuestionText | None = None) -> None:
        """Show a widget in place of the one before, with its help, if it has any."""
        emptied(self._column)
        self._above = QVBoxLayout()
        self._column.addLayout(self._above)
        self._column.addLayout(at_left(widget, self._look.pixels(_WIDEST)))
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
        self._has_help = help_text is not None
        if help_text is not None:
            self._beside.show_text(help_text)
            self._below.show_text(help_text)
        self._place_help()

    def show_above(self, notice: QWidget | None) -> None:
        """Put something above the widget shown, in place of what stood there."""
        emptied(self._above)
        if notice is not None:
            self._above.addLayout(at_left(notice, _WIDEST))

    def scroll_to(self, widget: QWidget, margin: int) -> None:
        """Bring a widget in it into sight, with some pixels above and below."""
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, margin)

    def _build(self, inside: QVBoxLayout) -> None:
        self._column.setSpacing(_GAP)
        self._beside.setFixedWidth(HELP_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(self._column, 1)
        row.addWidget(self._beside)
        inside.addLayout(row)
        self._below.hide()
        inside.addWidget(self._below)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _place_help(self) -> None:
        is_wide = self.width() >= self._look.pixels(_HELP_FROM)
        self._beside.setVisible(is_wide and self._has_help)
        self._why.setVisible(not is_wide and self._has_help)
        self._below.setVisible(not is_wide and self._has_help and self._why.isChecked())

    def _on_why_toggled(self) -> None:
        self._place_help()
        if self._below.isVisible():
            QTimer.singleShot(0, self._below, self._scroll_to_help)

    def _scroll_to_help(self) -> None:
        self._scroll.ensureWidgetVisible(self._below)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_help()
