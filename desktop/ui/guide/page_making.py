"""Which page stands for a name, and what it is made of."""

from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk
from desktop.ui.pages import ASKING, PAGES
from desktop.ui.shell import Shell
from desktop.workspace import Case

_WITHOUT_CASE = (
    *("arrivals", "company", "due", "editions", "hub", "laptops", "several", "settings", "restore", "past"),
)
_WITHOUT_COMPANIES = ("settings",)
"""What somebody can go to who sees figures alone."""


class PageMaking:
    """Makes pages, as what is on the desk allows."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        self._desk = desk
        self._shell = shell

    def stands_for(self, name: str) -> str:
        """The page that is shown for a name; without a company on the desk, some can be shown alone."""
        if not self._desk.workspace.rights_here.sees_companies:
            return name if name in _WITHOUT_COMPANIES else "published"
        if name == "arrivals" and self._desk.is_hub:  # imports have a room of their own there
            self._desk.recent.room, self._desk.recent.has_news = "plans-in", True
            return "hub"
        case = self._desk.case
        if case is None:
            return name if name in _WITHOUT_CASE else "welcome"
        if name in ASKING:
            return self._asking(case, name)
        return name if name in PAGES else "welcome"

    def made(self, name: str) -> QWidget:
        """The page of a name that stands for itself."""
        desk, look = self._desk, self._shell.look
        if name == "restore" and desk.workspace.server is not None:
            from desktop.ui.backups.server_copies_card import no_restoring_page

            return no_restoring_page(look.wording)
        if name == "welcome" and desk.workspace.has_several:
            return PAGES["companies"]()(desk, look)
        if name == "questions" and desk.protection.covers(desk.case):
            from desktop.ui.rounds.answers_page import AnswersPage

            return AnswersPage(desk, look)
        if name in ("questions", "results") and not self._is_anything_asked():
            from desktop.ui.questions.nothing_asked import NothingAsked

            return NothingAsked(look)
        return PAGES[name]()(desk, look)

    def _asking(self, case: Case, name: str) -> str:
        """A page that asks, or its like where nobody is asked there: the company's or the people's."""
        workspace = self._desk.workspace
        if name in ("voices", "side-by-side") and workspace.questionnaires(case):
            return name
        if not workspace.people.questionnaires(case):
            return "questions"
        return name if name == "questions" and workspace.questionnaires(case) else "people"

    def _is_anything_asked(self) -> bool:
        case, workspace = self._desk.open_case, self._desk.workspace
        return bool(workspace.questionnaires(case) or workspace.people.questionnaires(case))
