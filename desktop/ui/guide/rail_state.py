"""What the rail says of the workspace, of the company on the desk, and of the page shown."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject

from desktop.errors import StorageError
from desktop.ui.desk import Desk
from desktop.ui.due.counting import DueCounter
from desktop.ui.guide.shown import Shown
from desktop.ui.pages import ASKING
from desktop.ui.rail_sections import SectionMark
from desktop.ui.shell import Shell
from desktop.workspace import Case


class RailState(QObject):
    """Brings the rail up to date, also when a case is saved or something becomes due."""

    def __init__(self, desk: Desk, shell: Shell, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._shown = shown
        self._had_several = False
        self._due = DueCounter(desk, self)
        self._due.counted.connect(self.show)
        desk.case_changed.connect(self.show)

    def count_soon(self) -> None:
        """Count what is due once the window is calm."""
        self._due.start_soon()

    def show(self) -> None:
        """Show all of it as it is now."""
        desk, rail, name = self._desk, self._shell.rail, self._shown.name
        case, workspace = desk.case, desk.workspace
        rail.show_company(self._company_words())
        rounds = () if case is None else desk.protection.rounds(case)
        rail.show_rounds(rounds, 0 if case is None else case.id, name)
        rail.show_home(is_there=self._has_several(), is_current=name == "welcome")
        sees_figures_alone = not workspace.rights_here.sees_companies
        rail.show_hub(is_there=desk.is_hub or sees_figures_alone, is_current=name in ("hub", "published"))
        if sees_figures_alone:
            rail.hide_steps()
        rail.show_lock(is_there=workspace.is_encrypted)
        if workspace.server is not None:
            rail.show_server(workspace.server.told)
        self.show_place()

    def show_place(self) -> None:
        """Show what may be new where another question came up: neither companies nor rounds."""
        rail, name, case = self._shell.rail, self._shown.name, self._desk.case
        trouble = self._desk.workspace.backups.trouble
        rail.show_trouble("" if trouble is None else self._shell.look.wording.tell(trouble))
        rail.show_steps("questions" if name in ASKING else name, has_case=case is not None)
        rail.show_due(self._due.count, is_current=name == "due")
        with suppress(StorageError):  # while the data are out of reach, the marks stay as they are
            rail.show_sections(() if case is None or name not in ASKING else self.marks(case))

    def marks(self, case: Case) -> Sequence[SectionMark]:
        """The sections of what is being answered, by the company and by people in it."""
        from desktop.ui.questions.marks import people_marks, section_marks, voices_marks

        desk, wording = self._desk, self._shell.look.wording
        marked = {key for key, remark in desk.beside.remarks().items() if remark.is_marked}
        marks = section_marks(desk.route(), case.place, wording.language, marked)
        people = people_marks(desk.workspace, case, wording.language)
        return [*marks, *voices_marks(desk.workspace, case, wording), *people]

    def _has_several(self) -> bool:
        """Whether there are several companies; while the data are out of reach, whether there were."""
        with suppress(StorageError):
            self._had_several = self._desk.workspace.has_several
        return self._had_several

    def _company_words(self) -> str:
        desk, say = self._desk, self._shell.look.wording
        if not desk.workspace.rights_here.sees_companies:
            return say("Figures alone")
        if desk.case is not None:
            return desk.case.company.name
        try:
            return say("No company open") if desk.workspace.has_companies else say("No company yet")
        except StorageError:
            return say("No company open")
