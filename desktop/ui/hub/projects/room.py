"""The room of projects: a list of groups, and the one that is looked at."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from desktop.clock import today
from desktop.errors import StorageError, sentence_of
from desktop.projects import Project, Proposal
from desktop.ui.background import Operation, Tell
from desktop.ui.desk import Desk
from desktop.ui.hub.counting import count_changed
from desktop.ui.hub.projects.overview import Overview
from desktop.ui.hub.projects.project_page import ProjectPage
from desktop.ui.hub.projects.proposal_page import ProposalPage
from desktop.ui.look import Look
from desktop.workspace import Case, Workspace
from desktop.workspace.projects import Found


class _Counted(NamedTuple):
    """How many assessments are counted, and how many there are to count."""

    done: int
    of: int


class ProjectsRoom(QWidget):
    """Counts what changed and compares needs whenever it is entered.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._found: Found | None = None
        self._last: Project | Proposal | None = None
        self._looking = Operation(self)
        self._overview = Overview(desk, look)
        self._page: ProposalPage | ProjectPage | None = None
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._page is None and not event.spontaneous():
            self._look_anew()

    def show_news(self, _before: Case | None) -> bool:
        """Show the projects as another desk left them; an open one when nobody is asked anything in it."""
        if self._looking.is_busy:
            return False
        if self._page is None:
            self._look_anew()
        elif isinstance(self._last, Project):
            self._show_again(self._last)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._page is not None:
            self._leave()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("projects-room")
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._overview)
        self.setFocusProxy(self._overview)

    def _connect(self) -> None:
        self._overview.wanted.connect(self._open)
        self._looking.progressed.connect(self._on_counted)
        self._looking.succeeded.connect(self._on_found)
        self._looking.failed.connect(self._on_failed)

    def _look_anew(self) -> None:
        if self._found is None:
            self._overview.say(self._look.wording("Comparing what companies lack…"))
        self._looking.start_telling(partial(_look, self._desk.workspace))

    def _on_counted(self, count: object) -> None:
        if isinstance(count, _Counted):
            say = self._look.wording
            words = say("Assessments are being counted: {done} of {all}.", done=count.done, all=count.of)
            self._overview.say(words)

    def _on_found(self, found: object) -> None:
        if isinstance(found, Found):
            self._found = found
            self._show_list()

    def _on_failed(self, error: object) -> None:
        self._overview.say(self._look.wording.tell(sentence_of(error)))

    def _show_list(self) -> None:
        if self._found is None:
            return
        try:
            projects = self._desk.workspace.hub.projects.all()
        except StorageError as error:
            self._overview.say(self._look.wording.tell(sentence_of(error)))
            return
        self._overview.show_found(self._found, projects)
        self._overview.choose(self._last)
        group, self._desk.recent.group = self._desk.recent.group, None
        entries: list[Project | Proposal] = [*projects, *self._found.proposals]
        self._open(next((each for each in entries if each.id == group), None))

    def _open(self, entry: object) -> None:
        if self._found is None or not isinstance(entry, Project | Proposal):
            return
        self._last = entry
        if isinstance(entry, Project):
            self._show_page(self._project_page(self._found, entry))
        else:
            page = ProposalPage(self._desk, self._look, self._found, entry)
            page.taken_up.connect(self._on_taken_up)
            self._show_page(page)

    def _project_page(self, found: Found, project: Project) -> ProjectPage:
        page = ProjectPage(self._desk, self._look, found, project)
        page.removed.connect(self._leave)
        return page

    def _show_page(self, page: ProposalPage | ProjectPage) -> None:
        before, self._page = self._page, page
        page.left.connect(self._leave)
        page.company_wanted.connect(self._on_company_wanted)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
        if before is not None:
            self._let_go(before)

    def _on_company_wanted(self, company: int) -> None:
        try:
            number = self._desk.workspace.hub.projects.round_of(company)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        if number is None:
            self._leave()  # somebody deleted it meanwhile
            return
        self._desk.open(number)
        if self._desk.case is not None and self._desk.case.id == number:
            self._desk.recent.group = self._last.id if self._last is not None else None
            self.page_requested.emit("results")

    def _show_again(self, shown: Project) -> None:
        """An open project as it is now; the list, where it is gone."""
        try:
            projects = self._desk.workspace.hub.projects.all()
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        now = next((each for each in projects if each.id == shown.id), None)
        if now is None:
            self._leave()
        elif now != shown:
            self._open(now)

    def _on_taken_up(self, number: int) -> None:
        if self._found is None:
            return
        try:
            project = self._desk.workspace.hub.projects.one(number)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self._last = project
        self._show_page(self._project_page(self._found, project))

    def _leave(self) -> None:
        page, self._page = self._page, None
        self._stack.setCurrentWidget(self._overview)
        self.setFocusProxy(self._overview)
        self._overview.setFocus()
        if page is not None:
            self._let_go(page)
        self._look_anew()

    def _let_go(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()


def _look(workspace: Workspace, tell: Tell) -> Found:
    """Runs in a worker thread."""
    waiting = workspace.hub.counting.waiting

    def tell_counted(done: int) -> None:
        tell(_Counted(done, max(done, waiting)))

    count_changed(workspace, tell_counted)
    return workspace.hub.projects.look(today())
