"""The home of a desk with several companies: the list, found by typing, and what can be done with one."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.storage import CompanyRow
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.editions.contacts_card import contact_line
from desktop.ui.home.acting import Acting
from desktop.ui.home.actions import CompanyActions
from desktop.ui.home.among_strip import AmongStrip
from desktop.ui.home.company_table import CompanyTable
from desktop.ui.home.finder import Finder
from desktop.ui.home.nothing_found import NothingFound
from desktop.ui.home.ways_in import WaysIn
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, label
from desktop.ui.rights.past_notice import PastNotice
from desktop.workspace import Case
from desktop.workspace.company_listing import Listing, Wish

_PAIR = 2
_ALL_TWINS = Wish(is_twin=True, shelf="all", order="name", is_descending=False)


class HomePage(QWidget):
    """Search, filters, the table and the actions.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._listing: Listing | None = None
        self._found: tuple[CompanyRow, ...] = ()
        self._count = label("", "body", "muted", wraps=False)
        self._finder = Finder(look, desk.recent.wish)
        self._twins = Button("", "show-twins", "quiet")
        self._ways = WaysIn(desk, look)
        self._past = PastNotice(desk, look)
        self._table = CompanyTable(look)
        self._nothing = NothingFound(look)
        self._among = AmongStrip(desk, look)
        self._actions = CompanyActions(look)
        self._actions.withhold(unless=desk.workspace.rights_here.can_delete)
        self._acting = Acting(desk, look, self)
        self._reading = Operation(self, quick_pool())
        self._build()
        self._connect()
        self._read()

    def _build(self) -> None:
        self.setObjectName("home-page")
        self._count.setObjectName("company-count")
        self._twins.setCheckable(True)
        self._twins.setChecked(self._desk.recent.wish.is_twin)
        self._twins.hide()
        self._nothing.hide()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self._wording("Companies"), "title", wraps=False))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._ways.new)
        ways = QHBoxLayout()
        ways.addWidget(self._twins)
        ways.addStretch(1)
        ways.addWidget(self._ways)
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(40, 24, 40, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._past)
        column.addWidget(self._among)
        column.addWidget(self._finder)
        column.addLayout(ways)
        column.addWidget(self._reached())
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing, 1)
        above_bar(area, self).addWidget(self._actions)
        self.setFocusProxy(self._table)

    def _reached(self) -> QWidget:
        """How the hub is reached, for those who are no hub themselves."""
        brand = None if self._desk.is_hub else self._desk.workspace.library.brand
        shown = label("" if brand is None else contact_line(brand), "caption", "muted")
        shown.setObjectName("hub-reached")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if brand is None:
            shown.hide()
        return shown

    def _connect(self) -> None:
        self._finder.wished.connect(self._on_wished)
        self._finder.left.connect(self._table.setFocus)
        self._finder.entered.connect(self._open)
        self._twins.clicked.connect(self._on_twins_clicked)
        self._nothing.cleared.connect(self._on_cleared)
        self._among.cleared.connect(self._on_cleared)
        self._among.page_requested.connect(self.page_requested)
        self._table.typed.connect(self._finder.write)
        self._table.row_opened.connect(self._open)
        self._table.row_chosen.connect(self._show_actions)
        self._table.order_wanted.connect(self._on_order_wanted)
        self._table.menu_wanted.connect(self._on_menu_wanted)
        self._table.erase_wanted.connect(self._on_erase_wanted)
        self._actions.open_wanted.connect(self._open)
        self._actions.archive_wanted.connect(self._on_archive_wanted)
        self._actions.consultant_wanted.connect(self._on_consultant_wanted)
        self._actions.merge_wanted.connect(self._on_merge_wanted)
        self._actions.erase_wanted.connect(self._on_erase_wanted)
        self._ways.page_requested.connect(self._on_page_requested)
        self._past.page_requested.connect(self.page_requested)
        self._acting.acted.connect(self._on_acted)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._desk.save_failed)

    def show_news(self, _before: Case | None) -> bool:
        """Read the list again after another desk changed something; the company chosen stays chosen."""
        if self._reading.is_busy:
            return False
        self._reading.start(partial(self._desk.workspace.companies.read, self._wording.language))
        return True

    def _read(self) -> None:
        """At once what is known; what is on disk follows from a worker."""
        companies, language = self._desk.workspace.companies, self._wording.language
        known = companies.known(language)
        if known is not None:
            self._on_read(known)
        if not companies.take_fresh() or known is None:
            self._reading.start(partial(companies.read, language))

    def _on_read(self, value: object) -> None:
        if not isinstance(value, Listing) or value == self._listing:
            return
        chosen, number = self._table.chosen(), self._table.currentIndex().row()
        self._listing = value
        self._table.show_listing(value)
        self._finder.show_listing(value)
        self._show_twins(value)
        if self._desk.recent.wish.is_twin and not value.twins:  # the last two became one
            self._twins.setChecked(False)
            self._desk.recent.wish = Wish()
            self._finder.show_wish(self._desk.recent.wish)
        is_there = chosen is not None and any(row.id == chosen.id for row in value.rows)
        self._show_found(chosen.id if chosen is not None and is_there else self._desk.recent.listed, number)

    def _on_wished(self, wish: Wish) -> None:
        """After another search the first company is the one to open."""
        is_same_search = wish.words == self._desk.recent.wish.words
        chosen = self._table.chosen()
        self._desk.recent.wish = wish
        self._show_found(chosen.id if chosen is not None and is_same_search else None)

    def _change_wish(self, wish: Wish) -> None:
        """Wish something that the fields do not say yet."""
        self._desk.recent.wish = wish
        self._finder.show_wish(wish)
        chosen = self._table.chosen()
        self._show_found(None if chosen is None else chosen.id)

    def _show_found(self, current: int | None, number: int = 0) -> None:
        """Show those wished for with one company current; where it is not among them, the one of a row."""
        if self._listing is None:
            return
        wish, had_focus = self._desk.recent.wish, self._table.hasFocus()
        found = self._found = self._listing.find(wish)
        self._table.setVisible(bool(found))
        self._nothing.show_reason(is_narrow=wish.is_narrow)
        self._nothing.setVisible(not found)
        if had_focus and not found:
            self._finder.setFocus()
        if found and not any(row.id == current for row in found):
            current = found[min(max(number, 0), len(found) - 1)].id
        self._among.show_wish(wish)
        self._table.show_rows(found, wish, current)
        self._show_count(len(found), self._listing.count(wish.shelf))

    def _show_count(self, count: int, of: int) -> None:
        say = self._wording
        told = say.number(of)
        if count != of:
            told = say("{count} of {all}", count=say.number(count), all=told)
        self._count.setText(told)
        self._count.setAccessibleName(say.plural("{count} company", "{count} companies", count))

    def _show_twins(self, listing: Listing) -> None:
        count, say = len(listing.twins), self._wording
        told = say("{count} companies with the same VAT number", count=count)
        if count > _PAIR:
            told = say("{count} companies share a VAT number", count=count)
        self._twins.setText(told)
        self._twins.setVisible(count > 0)

    def _show_actions(self) -> None:
        row = self._table.chosen()
        has_twin = row is not None and self._listing is not None and row.id in self._listing.twins
        self._actions.show_row(row, has_twin=has_twin)

    def _open(self) -> None:
        row = self._table.chosen()
        if row is None:
            return
        self._desk.recent.listed = row.id
        self._desk.open(row.round_id)
        if self._desk.case is not None:
            self._desk.remember_visit()
            self.page_requested.emit(self._desk.case.place.page)

    def _on_order_wanted(self, name: str) -> None:
        wish = self._desk.recent.wish
        is_turned = name == wish.order
        is_descending = not wish.is_descending if is_turned else name == "visit"
        self._change_wish(replace(wish, order=name, is_descending=is_descending))  # type: ignore[arg-type]

    def _on_twins_clicked(self) -> None:
        self._change_wish(_ALL_TWINS if self._twins.isChecked() else Wish())
        self._table.setFocus()

    def _on_cleared(self) -> None:
        wish = self._desk.recent.wish
        shelf = wish.shelf if wish.is_narrow else "all"
        self._twins.setChecked(False)
        self._change_wish(Wish(shelf=shelf, order=wish.order, is_descending=wish.is_descending))
        self._table.setFocus()

    def _on_menu_wanted(self, place: QPoint) -> None:
        self._actions.show_menu(place)

    def _on_archive_wanted(self) -> None:
        if (row := self._table.chosen()) is not None:
            self._acting.archive(row)

    def _on_consultant_wanted(self) -> None:
        row = self._table.chosen()
        if row is not None and self._listing is not None:
            self._acting.change_consultant(row, self._listing.values("consultant"))

    def _on_merge_wanted(self) -> None:
        row = self._table.chosen()
        if row is not None and self._listing is not None:
            self._acting.merge(row.id, self._listing.twins_of(row.id)[0])

    def _on_erase_wanted(self) -> None:
        if (row := self._table.chosen()) is not None:
            self._acting.erase(row)

    def _on_acted(self) -> None:
        """What is left is shown; with one company alone there is no list any more."""
        if self._desk.workspace.has_several:
            self._table.setFocus()
            self._read()
        else:
            self.page_requested.emit("welcome")

    def _on_page_requested(self, name: str) -> None:
        rounds = frozenset(row.round_id for row in self._found)
        self._desk.recent.rounds = rounds if self._desk.recent.wish.is_narrow else None
        self.page_requested.emit(name)
