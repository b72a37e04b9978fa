"""The companies of a project, each with how far it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.projects import MEMBER_STATES, Member
from desktop.ui.fields import Picker, search_field
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, icon_button, label
from desktop.workspace.company_listing import folded
from desktop.workspace.project_words import ProjectWords, member_state_in_words

_SEARCHED_FROM = 12
_MOST_ROWS = 100


class MemberRows(QWidget):
    """A row for each company.

    Signals: `changed` carries the id of a company with its new state as a pair, None to take it out.
    """

    changed = Signal(object)

    def __init__(self, words: ProjectWords, look: Look) -> None:
        super().__init__()
        self._words = words
        self._look = look
        self._members: tuple[Member, ...] = ()
        self._search = search_field("members-search", look.wording("Search"))
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
        self._search.setVisible(len(members) > _SEARCHED_FROM)
        self._show()

    def _show(self) -> None:
        emptied(self._rows)
        wanted = folded(self._search.text()).split()
        found = [each for each in self._members if all(word in folded(each.firm.name) for word in wanted)]
        for member in found[:_MOST_ROWS]:
            self._rows.addWidget(self._row(member))
        if (left := len(found) - _MOST_ROWS) > 0:
            words = self._look.wording("… and {count} more: search for them by name.", count=left)
            self._rows.addWidget(label(words, "small", "muted"))

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
        row.addLayout(told, 1)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _on_picked(self, company: int, state: object) -> None:
        self.changed.emit((company, state))

    def _on_removed(self, company: int) -> None:
        self.changed.emit((company, None))
