"""The companies of a project, each with how far it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.projects import MEMBER_STATES, Member
from desktop.searching import folded
from desktop.ui.fields import Picker
from desktop.ui.hub.projects.company_ticks import MOST_ROWS, SEARCHED_FROM, is_named, more_label, open_button
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, icon_button, label
from desktop.ui.search_field import search_field
from desktop.ui.withheld import withhold_fields
from desktop.workspace.project_words import ProjectWords, member_state_in_words


class MemberRows(QWidget):
    """A row for each company.

    Signals: `changed` carries the id of a company with its new state as a pair, None to take it out;
    `company_wanted` the id of one to be opened.
    """

    changed = Signal(object)
    company_wanted = Signal(int)

    def __init__(self, words: ProjectWords, look: Look, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self._words = words
        self._look = look
        self._members: tuple[Member, ...] = ()
        self._search = search_field("members-search", look.wording("Search"), look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._search)
        column.addLayout(self._rows)
        self._search.textChanged.connect(self._show)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show companies."""
        self._members = tuple(members)
        self._search.setVisible(len(members) > SEARCHED_FROM)
        focused = QApplication.focusWidget()
        rows = [number for number, row in enumerate(self._shown()) if focused and row.isAncestorOf(focused)]
        self._show()
        if focused is not None and rows:
            self._focus_again(focused.objectName(), rows[0])

    def _show(self) -> None:
        emptied(self._rows)
        before: QWidget = self._search
        wanted = folded(self._search.text()).split()
        found = [each for each in self._members if is_named(each.firm, wanted)]
        for member in found[:MOST_ROWS]:
            row = self._row(member)
            self._rows.addWidget(row)
            for field in row.findChildren(QWidget, QRegularExpression("^member-")):
                QWidget.setTabOrder(before, field)
                before = field
        if (left := len(found) - MOST_ROWS) > 0:
            self._rows.addWidget(more_label(left, self._look))

    def _shown(self) -> list[QWidget]:
        """The rows from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _focus_again(self, name: str, number: int) -> None:
        """Where the keyboard was; in the row that took the place of one that is gone."""
        rows = self._shown()
        same = [field for row in rows for field in row.findChildren(QWidget, name)]
        instead = [field for row in rows[: number + 1] for field in row.findChildren(Picker)]
        for field in (same or instead)[-1:]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, member: Member) -> QWidget:
        say, firm = self._look.wording, member.firm
        made, row = QWidget(), QHBoxLayout()
        made.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(firm.name, "strong"))
        told.addWidget(label(self._words.firm_beside(firm), "small", "muted"))
        state = Picker(self._look, f"member-{firm.id}", say("State of {company}", company=firm.name))
        state.show_entries([(each, member_state_in_words(each, say)) for each in MEMBER_STATES], member.state)
        state.picked.connect(partial(self._on_picked, firm.id))
        says = say("Take {company} out", company=firm.name)
        remove = icon_button("close", self._look.tokens, name=f"member-out-{firm.id}", says=says)
        remove.clicked.connect(partial(self._on_removed, firm.id))
        withhold_fields(say, state, remove, unless=self._may_change)
        opener = open_button(firm, self._look)
        opener.clicked.connect(partial(self._on_wanted, firm.id))
        row.addLayout(told, 1)
        for field in (state, remove, opener):
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _on_wanted(self, company: int) -> None:
        self.company_wanted.emit(company)

    def _on_picked(self, company: int, state: object) -> None:
        self.changed.emit((company, state))

    def _on_removed(self, company: int) -> None:
        self.changed.emit((company, None))
