"""A project: how far it is, who takes part, and what goes out of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import StorageError
from desktop.projects import FirmLine, Member, MemberState, Project
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk import Desk
from desktop.ui.hub.projects.add_dialog import AddDialog
from desktop.ui.hub.projects.files import ProjectFiles
from desktop.ui.hub.projects.letter_dialog import LetterDialog
from desktop.ui.hub.projects.member_rows import MemberRows
from desktop.ui.hub.projects.project_head import ProjectHead
from desktop.ui.hub.projects.services_dialog import ServicesDialog
from desktop.ui.hub.projects.why_card import WhyCard
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, at_left, card, label, scrolled
from desktop.ui.withheld import withhold
from desktop.workspace.project_letter import letter
from desktop.workspace.project_words import ProjectWords
from desktop.workspace.projects import Found

_WIDEST = 860  # pixels


class ProjectPage(QWidget):
    """Every change is saved at once.

    Signals: `left` to go back to the list, `removed` after the project was deleted; `company_wanted` carries
    the id of a company to be opened.
    """

    left = Signal()
    company_wanted = Signal(int)
    removed = Signal()

    def __init__(self, desk: Desk, look: Look, found: Found, project: Project) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._projects = desk.workspace.hub.projects
        self._project = project
        self._members: tuple[Member, ...] = ()
        self._words = ProjectWords(desk.workspace.library, say)
        self._head = ProjectHead(desk, look, project)
        self._why = WhyCard(found, self._words, look)
        may_change = desk.workspace.rights_here.can_run_projects
        self._rows = MemberRows(self._words, look, may_change=may_change)
        self._files = ProjectFiles(desk, look, found, self)
        self._told = label("", "small", "good")
        self._counted = label("", "small", "muted")
        self._add = Button(say("Add a company…"), "project-add")
        self._asked = Button(say("All were asked"), "project-all-asked", "quiet")
        self._services = Button(say("Put into the register…"), "project-services", "primary")
        self._letter = Button(say("Letter…"), "project-letter")
        self._sheet = Button(say("Sheet…"), "project-sheet")
        self._list = Button(say("List…"), "project-list")
        self._delete = Button(say("Delete…"), "project-delete", "quiet")
        leading = self._add, self._asked, self._services, self._delete
        withhold(say, *leading, unless=may_change)
        self._build()
        self._connect()
        self._show()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._head.save_title()
        super().hideEvent(event)

    def _build(self) -> None:
        self.setObjectName("project-page")
        self._told.setObjectName("project-told")
        self._counted.setObjectName("project-count")
        area, inside = scrolled((40, 8, 40, 20), 14)
        frame, column = card(margin=24, spacing=10)
        column.addWidget(label(self._wording("Companies"), "strong"))
        column.addWidget(self._counted)
        column.addWidget(self._rows)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        for button in (self._add, self._asked):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)
        for widget in (self._head, frame, self._why):
            inside.addLayout(at_left(widget, _WIDEST))
        inside.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        bar = above_bar(area, self)
        for button in (self._letter, self._sheet, self._list):
            bar.addWidget(button)
        bar.addWidget(self._told, 1)
        bar.addWidget(self._services)
        self.setFocusProxy(self._head.head.back)

    def _connect(self) -> None:
        self._rows.company_wanted.connect(self.company_wanted)
        self._head.left.connect(self.left)
        self._head.state_chosen.connect(self._show)
        self._rows.changed.connect(self._on_member_changed)
        self._add.clicked.connect(self._on_add)
        self._asked.clicked.connect(self._on_all_asked)
        self._services.clicked.connect(self._on_services)
        self._letter.clicked.connect(self._on_letter)
        self._sheet.clicked.connect(self._on_sheet)
        self._list.clicked.connect(self._on_list)
        self._delete.clicked.connect(self._on_delete)
        self._files.told.connect(self._told.setText)

    def _show(self) -> None:
        try:
            self._project = self._projects.one(self._project.id)
            self._members = self._projects.members(self._project)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self._rows.show_members(self._members)
        there = tuple(each.firm.id for each in self._members if each.state != "out")
        self._why.show_group(self._project.about, there)
        self._show_counts()

    def _show_counts(self) -> None:
        say, counts = self._wording, self._project.members
        told = [
            say("{count} to be asked", count=counts.get("proposed", 0)),
            say.plural("{count} was asked", "{count} were asked", counts.get("asked", 0)),
            say.plural("{count} takes part", "{count} take part", counts.get("in", 0)),
            say.plural("{count} does not", "{count} do not", counts.get("out", 0)),
        ]
        lines = say.plural(
            "{count} line in the register", "{count} lines in the register", self._project.services
        )
        self._counted.setText(" · ".join([*told, lines]))
        self._services.setEnabled(counts.get("in", 0) > 0)
        self._asked.setEnabled(counts.get("proposed", 0) > 0)
        self._list.setEnabled(bool(self._members))

    def _save_members(self, states: dict[int, MemberState | None]) -> None:
        if self._desk.save_outside(partial(self._projects.save_members, self._project.id, states)):
            self._show()

    def _on_member_changed(self, change: object) -> None:
        company, state = change if isinstance(change, tuple) else (0, None)
        self._save_members({company: state})

    def _on_all_asked(self) -> None:
        waiting = [each.firm.id for each in self._members if each.state == "proposed"]
        self._save_members(dict.fromkeys(waiting, "asked"))

    def _on_add(self) -> None:
        inside = [each.firm.id for each in self._members]
        dialog = AddDialog(self, self._find, inside, self._words, self._look)
        dialog.ask(partial(self._on_added, dialog))

    def _find(self, text: str) -> tuple[FirmLine, ...]:
        try:
            return self._projects.named(text, self._project.about.need)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return ()

    def _on_added(self, dialog: AddDialog) -> None:
        if self._desk.save_outside(partial(self._projects.add, self._project.id, dialog.chosen())):
            self._show()

    def _on_services(self) -> None:
        hub = self._desk.workspace.library.hub_desk
        dialog = ServicesDialog(self, self._project, self._words, hub, self._look)
        dialog.ask(partial(self._write_services, dialog))

    def _write_services(self, dialog: ServicesDialog) -> None:
        try:
            count = self._projects.write_services(self._project, dialog.day, dialog.officer)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self._told.setText(self._wording.plural("{count} line written.", "{count} lines written.", count))
        self._show()

    def _on_letter(self) -> None:
        text = letter(self._project.about, self._desk.workspace.library, self._wording)
        dialog = LetterDialog(self, text, self._look)
        dialog.ask(dialog.copy_text)

    def _on_sheet(self) -> None:
        self._files.write_sheet(self._project, self._members)

    def _on_list(self) -> None:
        self._files.write_list(self._project, self._members)

    def _on_delete(self) -> None:
        say = self._wording
        told = say(
            "“{title}” is deleted with its list of companies, which can be proposed elsewhere then. Lines in "
            "the register of services stay.",
            title=self._project.title,
        )
        asked = Asked(say("Delete this project?"), say("Delete"), [told])
        AskingDialog(self, asked, self._look, is_final=True).ask(self._remove)

    def _remove(self) -> None:
        if self._desk.save_outside(partial(self._projects.remove, self._project.id)):
            self.removed.emit()
