"""A proposed group: why, who, and taking it up as a project."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import StorageError
from desktop.projects import FirmLine, Proposal
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.hub.projects.add_dialog import AddDialog
from desktop.ui.hub.projects.company_ticks import CompanyTicks
from desktop.ui.hub.projects.detail_head import DetailHead
from desktop.ui.hub.projects.taking_up_dialog import TakingUpDialog
from desktop.ui.hub.projects.why_card import WhyCard
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, at_left, card, label, scrolled
from desktop.ui.withheld import withhold
from desktop.workspace.project_words import ProjectWords
from desktop.workspace.projects import Found

_WIDEST = 860  # pixels


class ProposalPage(QWidget):
    """One group at a time, where the companies make several.

    Signals: `left` to go back to the list, `taken_up` carries the number of the project that was begun,
    `company_wanted` the id of a company to be opened.
    """

    left = Signal()
    company_wanted = Signal(int)
    taken_up = Signal(int)

    def __init__(self, desk: Desk, look: Look, found: Found, proposal: Proposal) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._projects = desk.workspace.hub.projects
        self._words = ProjectWords(desk.workspace.library, look.wording)
        self._proposal = proposal
        self._about = self._projects.about(proposal)
        self._added: tuple[int, ...] = ()
        self._head = DetailHead(self._about, self._words, look)
        self._part = Picker(look, "group-part", look.wording("Group"))
        self._why = WhyCard(found, self._words, look)
        self._ticks = CompanyTicks(self._words, look)
        self._counted = label("", "small", "muted")
        self._add = Button(look.wording("Add a company…"), "group-add")
        self._take = Button(look.wording("Take it up as a project…"), "group-take", "primary")
        withhold(look.wording, self._take, unless=desk.workspace.rights_here.can_run_projects)
        self._build()
        self._connect()
        self._show_part()

    def _build(self) -> None:
        say = self._wording
        self.setObjectName("proposal-page")
        self._counted.setObjectName("group-count")
        area, inside = scrolled((40, 8, 40, 20), 14)
        parts = self._proposal.parts
        entries = [
            (str(number), self._part_in_words(number, len(part.members))) for number, part in enumerate(parts)
        ]
        self._part.show_entries(entries, "0")
        self._part.setVisible(len(parts) > 1)
        frame, column = card(margin=24, spacing=10)
        column.addWidget(label(say("Companies"), "strong"))
        column.addWidget(self._counted)
        column.addWidget(self._ticks)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._head, self._part, self._why, frame):
            inside.addLayout(at_left(widget, _WIDEST))
        inside.addStretch(1)
        bar = above_bar(area, self)
        bar.addStretch(1)
        bar.addWidget(self._take)
        self.setFocusProxy(self._head.back)

    def _connect(self) -> None:
        self._ticks.company_wanted.connect(self.company_wanted)
        self._head.left.connect(self.left)
        self._part.picked.connect(self._on_part_picked)
        self._ticks.ticked.connect(self._show_chosen)
        self._add.clicked.connect(self._on_add)
        self._take.clicked.connect(self._on_take)

    def _part_in_words(self, number: int, count: int) -> str:
        return self._wording(
            "Group {number} of {of}: {count} companies",
            number=number + 1,
            of=len(self._proposal.parts),
            count=count,
        )

    def _members(self) -> tuple[int, ...]:
        return self._proposal.parts[int(self._part.choice() or 0)].members

    def _on_part_picked(self, _chosen: object) -> None:
        self._added = ()
        self._show_part()

    def _show_part(self) -> None:
        ids = (*self._members(), *self._added)
        try:
            firms = self._projects.firms(ids, self._about.need)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self._ticks.show_firms(firms)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._ticks.chosen
        told = self._wording("{chosen} of {count} ticked.", chosen=len(chosen), count=self._ticks.count)
        self._counted.setText(told)
        self._why.show_group(self._about, chosen)
        self._take.setEnabled(bool(chosen))

    def _on_add(self) -> None:
        inside = (*self._members(), *self._added)
        dialog = AddDialog(self, self._find, inside, self._words, self._look)
        dialog.ask(partial(self._on_added, dialog))

    def _find(self, text: str) -> tuple[FirmLine, ...]:
        try:
            return self._projects.named(text, self._about.need)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return ()

    def _on_added(self, dialog: AddDialog) -> None:
        self._added = (*self._added, *dialog.chosen())
        self._show_part()

    def _on_take(self) -> None:
        chosen = self._ticks.chosen
        dialog = TakingUpDialog(self, self._words.title(self._about), len(chosen), self._look)
        dialog.ask(partial(self._take_up, dialog, chosen))

    def _take_up(self, dialog: TakingUpDialog, chosen: tuple[int, ...]) -> None:
        title = dialog.title or self._words.title(self._about)
        try:
            number = self._projects.take_up(self._proposal, chosen, title)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self.taken_up.emit(number)
