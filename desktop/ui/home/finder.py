"""Where the user says which companies are wanted: words to search for, and filters behind a fold."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.disclosure import Disclosure
from desktop.ui.home.filters import FilterPanel
from desktop.ui.look import Look
from desktop.ui.search_field import search_field
from desktop.workspace.company_listing import Listing, Wish

_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Finder(QWidget):
    """A search field, and fields for filters.

    Signals: `wished` carries the wish after the user changed it; `left` after a key that leads into the list,
    `entered` after Enter.
    """

    wished = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, look: Look, wish: Wish) -> None:
        super().__init__()
        self._wish = wish
        self._listing: Listing | None = None
        words = look.wording("Search by name, VAT number or contact")
        self._search = search_field("company-search", words, look)
        self._fold = Disclosure(look.wording("Filters"), "filters-fold", look)
        self._look = look
        self._filters: FilterPanel | None = None  # made when they are asked for: nine fields take their time
        self._build()
        self._connect()

    def show_listing(self, listing: Listing) -> None:
        """Offer what there is among these companies."""
        self._listing = listing
        self._show_filters()

    def show_wish(self, wish: Wish) -> None:
        """Show what is wished elsewhere."""
        self._wish = wish
        if self._search.text().strip() != wish.words:
            self._search.setText(wish.words)
        self._show_filters()

    def write(self, text: str) -> None:
        """Go on here with what was typed elsewhere."""
        self._search.setFocus()
        self._search.insert(text)

    def _build(self) -> None:
        self._search.setText(self._wish.words)
        self._fold.setChecked(
            replace(self._wish, words="", is_twin=False, among=None, among_words="").is_narrow
        )
        self.setFocusProxy(self._search)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._search, 1)
        line.addWidget(self._fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(line)

    def _connect(self) -> None:
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_words_changed)
        self._search.returnPressed.connect(self.entered)
        self._fold.toggled.connect(self._show_filters)

    def _show_filters(self) -> None:
        if self._fold.isChecked() and self._filters is None:
            self._filters = FilterPanel(self._look)
            self._filters.wished.connect(self._on_wished)
            self._column.addWidget(self._filters)
        if self._filters is not None:
            self._filters.setVisible(self._fold.isChecked())
            if self._listing is not None:
                self._filters.show_wish(self._listing, self._wish)

    def _on_words_changed(self, words: str) -> None:
        if words.strip() != self._wish.words:
            self._on_wished(replace(self._wish, words=words.strip()))
            self.show_wish(self._wish)

    def _on_wished(self, wish: Wish) -> None:
        self._wish = wish
        self.wished.emit(wish)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows lead into the list, Escape empties the search."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._search.clear()
            if event.key() in (*_INTO_THE_LIST, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
