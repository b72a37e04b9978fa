"""A PDF looked at page by page; its pages are drawn in memory, beside the window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import sentence_of
from desktop.ui.background import Operation, quick_pool
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, icon_button, label, scrolled
from desktop.ui.printed.pages import PageShown, shown_page
from desktop.ui.printed.preview import Sheet

_BESIDE = 40  # pixels at each side of a page
_LINE = 60  # pixels that an arrow key moves the page


class PdfView(QWidget):
    """One page, as wide as there is room, and the way to the others.

    Arrows left and right turn pages, up and down move the page; Page Down does both in turn.
    """

    def __init__(self, data: bytes, look: Look) -> None:
        super().__init__()
        self._data = data
        self._look = look
        self._index, self._count = 0, 0
        self._drawing = Operation(self, quick_pool())
        self._area, self._inside = scrolled((_BESIDE, 0, _BESIDE, 0), 0)
        say, tokens = look.wording, look.tokens
        self._before = icon_button("chevron-left", tokens, name="pdf-before", says=say("Previous page"))
        self._after = icon_button("chevron-right", tokens, name="pdf-after", says=say("Next page"))
        self._place = label("", "small", "muted", wraps=False)
        self._ways: Mapping[int, Callable[[], object]] = {
            Qt.Key.Key_Left: self._on_before,
            Qt.Key.Key_Right: self._on_after,
            Qt.Key.Key_Home: partial(self._turn_to, 0),
            Qt.Key.Key_End: self._on_last,
            Qt.Key.Key_Up: partial(self._moves, -_LINE),
            Qt.Key.Key_Down: partial(self._moves, _LINE),
        }
        self._build()
        self._drawing.succeeded.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._turn_to(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and not self._moves(self._area.height()):
            self._on_after()
        elif key == Qt.Key.Key_PageUp and not self._moves(-self._area.height()):
            self._on_before()
        elif key in self._ways:
            self._ways[key]()
        elif key not in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)

    def _moves(self, pixels: int) -> bool:
        """Move the page up or down; whether there was more of it."""
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pixels)
        return bar.value() != before

    def _build(self) -> None:
        self.setObjectName("viewer-pdf")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place.setObjectName("pdf-place")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self._before, self._place, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self._show_way()

    def _turn_to(self, index: int) -> None:
        if index == 0 or 0 <= index < self._count:
            self._index = index
            self._show_way()
            self._drawing.start(partial(shown_page, self._data, index))

    def _show_way(self) -> None:
        """Where one is, and whether there is something before and after."""
        for widget in (self._before, self._place, self._after):
            widget.setVisible(self._count > 0)
        words = self._look.wording("Page {number} of {of}", number=self._index + 1, of=self._count)
        self._place.setText(words)
        self.setAccessibleName(words if self._count else "")
        self._before.setEnabled(self._index > 0)
        self._after.setEnabled(self._index + 1 < self._count)

    def _show(self, inside: QWidget) -> None:
        emptied(self._inside)
        self._inside.addWidget(inside)
        if isinstance(inside, Sheet):
            self._inside.setAlignment(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._area.verticalScrollBar().setValue(0)
        self._show_way()

    def _on_drawn(self, page: object) -> None:
        if isinstance(page, PageShown):
            self._count = page.of
            self._show_way()
            sheet = Sheet(page.picture, self._look, self._place.text())
            sheet.setObjectName("pdf-page")
            self._show(sheet)

    def _on_failed(self, error: object) -> None:
        told = label(self._look.wording.tell(sentence_of(error)), "body", "muted")
        told.setObjectName("viewer-told")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show(told)

    def _on_before(self) -> None:
        self._turn_to(self._index - 1)

    def _on_after(self) -> None:
        self._turn_to(self._index + 1)

    def _on_last(self) -> None:
        self._turn_to(self._count - 1)
