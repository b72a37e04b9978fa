"""The way through the application: which page is shown, how it looks, and what the rail says."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.ui.company.page import CompanyPage
from desktop.ui.desk import Desk
from desktop.ui.plan.page import PlanPage
from desktop.ui.printed.page import PrintPage
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.questions.route import Route, SectionProgress, Stop
from desktop.ui.rail import SectionMark
from desktop.ui.results.page import ResultsPage
from desktop.ui.welcome_page import WelcomePage
from desktop.ui.window import Window
from desktop.workspace import Workspace

PAGES: dict[str, Callable[..., QWidget]] = {
    "company": CompanyPage,
    "questions": QuestionsPage,
    "results": ResultsPage,
    "plan": PlanPage,
    "report": PrintPage,
}


class Guide(QObject):
    """Shows pages in the window and follows the wishes of pages and rail."""

    def __init__(self, workspace: Workspace, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = Desk(workspace, self)
        self._page: QWidget | None = None
        self._name = "welcome" if self._desk.case is None else self._desk.case.place.page
        self._desk.case_changed.connect(self._on_case_changed)
        self._desk.save_failed.connect(self._on_save_failed)

    def start(self) -> None:
        """Show where the user was, in the user's language and colours."""
        settings = self._desk.settings
        look = self._window.look
        if (settings.language, settings.theme) != (look.wording.language, look.tokens.name):
            self._window.show_look(settings.language, settings.theme)
        self._connect_rail()
        self.go_to(self._name)

    def go_to(self, name: str) -> None:
        """Show a page; without a company only the welcome and the company's form can be shown."""
        if self._desk.case is None and name not in ("welcome", "company"):
            name = "welcome"
        self._name = name if name in PAGES else "welcome"
        if self._name == "welcome":
            page: QWidget = WelcomePage(self._desk, self._window.look)
        else:
            page = PAGES[self._name](self._desk, self._window.look)
        self._page = page
        self._connect_page(page)
        self._window.show_page(page)
        self._save_page()
        self._show_rail()

    def _connect_rail(self) -> None:
        rail = self._window.rail
        rail.step_requested.connect(self.go_to)
        rail.section_requested.connect(self._on_section_requested)
        rail.language_chosen.connect(self._on_language_chosen)
        rail.theme_switched.connect(self._on_theme_switched)

    def _connect_page(self, page: QWidget) -> None:
        if isinstance(page, WelcomePage | CompanyPage | QuestionsPage | ResultsPage | PlanPage):
            page.page_requested.connect(self.go_to)
        if isinstance(page, QuestionsPage):
            page.place_changed.connect(self._show_rail)

    def _save_page(self) -> None:
        case = self._desk.case
        if case is not None and self._name in PAGES:
            self._desk.save_place(replace(case.place, page=self._name))

    def _show_rail(self) -> None:
        rail, case = self._window.rail, self._desk.case
        rail.show_company(case.company.name if case is not None else "")
        rail.show_steps(self._name, has_case=case is not None)
        rail.show_sections(self._marks() if self._name == "questions" else [])

    def _marks(self) -> list[SectionMark]:
        """The questionnaires of the round, the one being answered with its sections."""
        case = self._desk.open_case
        route, place = Route(self._desk.workspace, case), case.place
        here = route.find(place.questionnaire, place.question)
        marks = []
        for questionnaire in self._desk.workspace.questionnaires(case):
            text = questionnaire.text(self._window.look.wording.language)
            is_here = here is not None and here.questionnaire.id == questionnaire.id
            done = route.progress(questionnaire.id)
            marks.append(SectionMark(questionnaire.id, None, text.title, done.answered, done.shown, is_here))
            for section in route.sections(questionnaire.id) if is_here else ():
                title = text.sections[section.section].title
                marks.append(_mark(section, title, is_current=_is_at(here, section)))
        return marks

    def _show_look(self, language: str, theme: str) -> None:
        """Rebuild everything at the same place, with the keyboard where it was."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._desk.save_settings(replace(self._desk.settings, language=language, theme=theme))
        self._window.show_look(language, theme)
        self._connect_rail()
        self.go_to(self._name)
        if name:
            QTimer.singleShot(0, self, _Refocus(self._window, name))

    def _on_section_requested(self, path: str) -> None:
        questionnaire, _, section = path.partition("/")
        if not isinstance(self._page, QuestionsPage):
            self.go_to("questions")
        if isinstance(self._page, QuestionsPage):
            self._page.go_to_section(questionnaire, section)

    def _on_language_chosen(self, code: str) -> None:
        self._show_look(code, self._desk.settings.theme)

    def _on_theme_switched(self) -> None:
        self._show_look(self._desk.settings.language, "light" if self._window.look.tokens.is_dark else "dark")

    def _on_case_changed(self) -> None:
        self._show_rail()

    def _on_save_failed(self, sentence: str) -> None:
        QMessageBox.warning(self._window, "Sestante", sentence)


class _Refocus:
    """Gives the keyboard back to the widget of a name."""

    def __init__(self, window: QWidget, name: str) -> None:
        self._window = window
        self._name = name

    def __call__(self) -> None:
        widget = self._window.findChild(QWidget, self._name)
        if widget is not None and widget.isVisible():
            widget.setFocus(Qt.FocusReason.TabFocusReason)


def _is_at(stop: Stop | None, section: SectionProgress) -> bool:
    if stop is None:
        return False
    return (stop.questionnaire.id, stop.section) == (section.questionnaire.id, section.section)


def _mark(section: SectionProgress, title: str, *, is_current: bool) -> SectionMark:
    done = section.progress
    return SectionMark(
        section.questionnaire.id, section.section, title, done.answered, done.shown, is_current=is_current
    )
