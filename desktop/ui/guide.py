"""The way through the application: which page is shown, how it looks, and what the rail says."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.errors import NotWrittenError, StorageError, sentence_of
from desktop.ui.desk import Desk, Turned
from desktop.ui.due.counting import DueCounter
from desktop.ui.look import Look
from desktop.ui.pages import ASKING, PAGES, HandsOver, LeadsOn, TurnsItself
from desktop.ui.passing_note import PassingNote
from desktop.ui.rail import STEPS
from desktop.ui.rail_sections import SectionMark
from desktop.ui.rail_state import section_marks_of, show_state
from desktop.ui.refocusing import focused_name, refocus_later
from desktop.ui.safety.wishes import Lock, Standing
from desktop.ui.shell import Shell
from desktop.ui.start_strip import StartStrip
from desktop.ui.undoing import Undoing
from desktop.ui.unsaved_strip import UnsavedStrip
from desktop.workspace import Case, Workspace
from desktop.workspace.backups import COPY_ENDS

if TYPE_CHECKING:
    from desktop.ui.rounds.banner import RoundBanner

_OF_CASE = (*STEPS, *ASKING, "history", "open-points")
_LEADS_BACK = ("history", "open-points")  # to the questions; come from there in an interview, it goes on
_WITHOUT_CASE = ("arrivals", "company", "due", "several", "settings", "restore", "past")
_WITHOUT_ROUND = ("welcome", "arrivals", "due", "several", "settings", "past", "comparison", "restore")


class Guide(QObject):
    """Shows pages in the shell and follows the wishes of pages and rail.

    Signals: `session_wished` carries what is wished of the workspace as a whole (`ui/safety/wishes.py`).
    """

    session_wished = Signal(object)

    def __init__(self, workspace: Workspace, shell: Shell, standing: Standing | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = Desk(workspace, self)
        self._page: QWidget | None = None
        self._due = DueCounter(self._desk, self)
        self._due.counted.connect(self._show_rail)
        self._banner: RoundBanner | None = None
        self._name = "welcome" if self._desk.case is None else self._desk.case.place.page
        self._first_focus = ""
        if standing is not None:
            self._stand(standing)
        self._desk.session_wished.connect(self.session_wished)
        self._desk.case_changed.connect(self._on_case_changed)
        self._desk.save_failed.connect(self._on_save_failed)
        self._desk.texts_chosen.connect(self._on_texts_chosen)
        self._desk.protection.touched.connect(self._on_protected_touched)
        self._desk.arrivals.ended.connect(self._on_arrivals_ended)
        self._is_handed_over = False
        self._noted = PassingNote(shell)
        self._desk.noted.connect(self._noted.show_words)
        self.destroyed.connect(self._noted.deleteLater)
        self._desk.turned.connect(self._on_turned)
        self._undoing = Undoing(shell.window(), self)
        self._undoing.undo_wanted.connect(self._on_undo_wanted)
        self._undoing.redo_wanted.connect(self._on_redo_wanted)

    def start(self) -> None:
        """Show where the user was."""
        self._connect_rail()
        self._welcome_drops()
        self._shell.show_strips(*self._strips(StartStrip(self._desk, self._shell.look)))
        self.go_to(self._name)
        refocus_later(self._shell, self._first_focus, self)
        self._due.start_soon()

    @property
    def desk(self) -> Desk:
        """The company on the desk."""
        return self._desk

    @property
    def standing(self) -> Standing:
        """Where the user is."""
        desk = self._desk
        case_id = None if desk.case is None else desk.case.id
        return Standing(case_id, self._name, desk.visit, desk.wish)

    def _stand(self, standing: Standing) -> None:
        """Begin where the user was before."""
        self._name = standing.page
        if standing.case_id is None:
            self._desk.clear()
        elif self._desk.case is None or self._desk.case.id != standing.case_id:
            self._desk.open(standing.case_id)
        self._desk.visit = standing.visit or self._desk.visit
        self._desk.wish = standing.wish or self._desk.wish
        self._first_focus = standing.focus

    def go_to(self, name: str) -> None:
        """Show a page; some can be shown without a company alone."""
        if self._desk.case is None and name not in _WITHOUT_CASE:
            name = "welcome"
        if name == "welcome":
            self._save_what_is_written()  # else a field left with its page would make a company of its own
            self._desk.put_away()
            self._noted.hide()  # it speaks of the company that was open
        self._desk.listen(is_asking=False)
        self._name = self._open_to(name) if name in PAGES else "welcome"
        page = self._made(self._name)
        self._page = page
        if isinstance(page, LeadsOn):
            page.page_requested.connect(self.go_to)
        if self._name == "questions":
            self._follow_questions(page)
        if isinstance(page, HandsOver):
            page.handed_over.connect(self._on_handed_over)
            page.came_back.connect(self._on_came_back)
        self._is_handed_over = False
        self._shell.rail.setVisible(not self._is_interview())
        self._shell.show_page(self._framed(page))
        self._save_page()
        self._show_rail()

    def _strips(self, *others: QWidget) -> Sequence[QWidget]:
        """The lines above every page, those of a start alone above them."""
        return (*others, UnsavedStrip(self._desk, self._shell.look, self._shell.window()))

    def _framed(self, page: QWidget) -> QWidget:
        """The page; that of an earlier round under a line that says so."""
        if self._desk.case is None or self._name in _WITHOUT_ROUND:
            return page
        from desktop.ui.rounds.banner import framed

        framed_page, banner = framed(page, self._desk, self._shell.look)
        self._banner = banner
        if banner is not None:
            banner.round_wanted.connect(self._on_round_chosen)
            banner.page_requested.connect(self.go_to)
        return framed_page

    def _on_round_chosen(self, round_id: int) -> None:
        self._save_what_is_written()
        self._desk.open(round_id)
        self.go_to(self._name if self._name in STEPS else self._desk.open_case.place.page)

    def _on_protected_touched(self) -> None:
        """Show what stands in the round, whatever the page shows by now, and say why."""
        QTimer.singleShot(0, self, self._show_protected)

    def _show_protected(self) -> None:
        self._desk.open(self._desk.open_case.id)  # limits that were only tried go too
        self.go_to(self._name)
        if self._banner is not None:
            self._banner.say_refused()

    def _welcome_drops(self) -> None:
        from desktop.ui.arrivals.drops import Drops

        drops = Drops(self._shell.window(), self._look_now, self._is_ready_for_files)
        drops.setParent(self)  # it goes when the workspace does
        drops.files_dropped.connect(self._on_files_dropped)

    def _look_now(self) -> Look:
        return self._shell.look

    def _is_ready_for_files(self) -> bool:
        """Not while somebody else has the computer, who is to see nothing of other companies."""
        return not self._desk.arrivals.is_running and not self._shell.rail.isHidden()

    def _open_to(self, name: str) -> str:
        """The page of a name, or its like where nobody is asked there: the company's or the people's."""
        case, workspace = self._desk.case, self._desk.workspace
        if case is None or name not in ASKING:
            return name
        if name in ("voices", "side-by-side") and workspace.questionnaires(case):
            return name
        if not workspace.people.questionnaires(case):
            return "questions"
        return name if name == "questions" and workspace.questionnaires(case) else "people"

    def _made(self, name: str) -> QWidget:
        if name == "welcome" and self._desk.workspace.has_several:
            return PAGES["companies"]()(self._desk, self._shell.look)
        if name == "questions" and self._desk.protection.covers(self._desk.case):
            from desktop.ui.rounds.answers_page import AnswersPage

            return AnswersPage(self._desk, self._shell.look)
        if name in ("questions", "results") and not self._is_anything_asked():
            from desktop.ui.questions.nothing_asked import NothingAsked

            return NothingAsked(self._shell.look)
        return PAGES[name]()(self._desk, self._shell.look)

    def _is_anything_asked(self) -> bool:
        case, workspace = self._desk.open_case, self._desk.workspace
        return bool(workspace.questionnaires(case) or workspace.people.questionnaires(case))

    def _follow_questions(self, page: QWidget) -> None:
        from desktop.ui.questions.page import QuestionsPage

        if isinstance(page, QuestionsPage):
            page.place_changed.connect(self._show_rail)
            page.interview_toggled.connect(self._on_interview_toggled)

    def _connect_rail(self) -> None:
        rail = self._shell.rail
        rail.page_requested.connect(self.go_to)
        rail.section_requested.connect(self._on_section_requested)
        rail.round_chosen.connect(self._on_round_chosen)
        rail.language_chosen.connect(self._on_language_chosen)
        rail.theme_switched.connect(self._on_theme_switched)
        rail.undo_pressed.connect(self._on_undo_wanted)
        rail.redo_pressed.connect(self._on_redo_wanted)
        rail.lock_requested.connect(self._on_lock_requested)

    def _save_page(self) -> None:
        case = self._desk.case
        if case is not None and self._name in STEPS:
            self._desk.save_place(replace(case.place, page=self._name))

    def _show_rail(self) -> None:
        rail, case = self._shell.rail, self._desk.case
        show_state(rail, self._desk, self._shell.look.wording, self._name)
        rail.show_due(self._due.count, is_current=self._name == "due")
        if case is None or self._name not in ASKING:
            rail.show_sections(())
            return
        with suppress(StorageError):  # while the data are out of reach, the marks stay as they are
            rail.show_sections(self._section_marks(case))

    def _section_marks(self, case: Case) -> Sequence[SectionMark]:
        return section_marks_of(self._desk, case, self._shell.look.wording)

    def _show_look(self, language: str, theme: str) -> None:
        """Rebuild everything at the same place, with the keyboard where it was."""
        name = focused_name()
        changed = {"language": language, "theme": theme, "texts": self._desk.texts_in}
        self._desk.save_settings(self._desk.settings._replace(**changed))
        self._shell.show_look(language, theme)
        self._shell.show_strips(*self._strips())
        self._connect_rail()
        self.go_to(self._name)
        refocus_later(self._shell, name, self)

    def _on_section_requested(self, path: str) -> None:
        from desktop.ui.questions.marks import VOICES
        from desktop.ui.questions.page import QuestionsPage

        questionnaire, _, section = path.partition("/")
        if questionnaire == VOICES:
            self.go_to("voices")
            return
        if questionnaire in self._desk.workspace.people.ids(self._desk.open_case):
            self.go_to("people")
            return
        if not isinstance(self._page, QuestionsPage):
            self.go_to("questions")
        if isinstance(self._page, QuestionsPage):
            self._page.go_to_section(questionnaire, section)

    def _on_language_chosen(self, code: str) -> None:
        self._show_look(code, self._shell.look.tokens.name)

    def _on_theme_switched(self) -> None:
        look = self._shell.look
        theme = "light" if look.tokens.is_dark else "dark"
        self._show_look(look.wording.language, theme)

    def _is_interview(self) -> bool:
        """Whether the client reads along, who is to see nothing of other companies."""
        is_asking = hasattr(self._page, "interview_toggled")  # else there would be no way out of it
        leads_back = self._name in _LEADS_BACK and self._shell.rail.isHidden()
        return (is_asking or leads_back) and self._desk.settings.interview == "on"

    def _on_interview_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._desk.save_settings(self._desk.settings._replace(interview="on" if is_on else "off"))
        self.go_to("questions")

    def _on_handed_over(self) -> None:
        self._is_handed_over = True
        self._shell.rail.hide()

    def _on_came_back(self) -> None:
        self._is_handed_over = False
        self._shell.rail.show()

    def _on_undo_wanted(self) -> None:
        if self._can_turn():
            self._save_what_is_written()
            self._page.turn() if isinstance(self._page, TurnsItself) else self._desk.undo()

    def _on_redo_wanted(self) -> None:
        if self._can_turn():
            self._save_what_is_written()
            self._page.turn(is_redo=True) if isinstance(self._page, TurnsItself) else self._desk.redo()

    def _can_turn(self) -> bool:
        """Only where the page shows the company, and nobody else has the computer."""
        return self._desk.case is not None and self._name in _OF_CASE and not self._is_handed_over

    def _on_turned(self, turned: object) -> None:
        from desktop.ui.history.turned import show_turned

        if isinstance(turned, Turned) and self._page is not None:
            show_turned(turned, self._desk, self._page, self._shell.look)
            shows_itself = isinstance(self._page, TurnsItself) and turned.shows_on_plan
            if turned.change is not None and self._name != "questions" and not shows_itself:
                self._show_again()

    def _show_again(self) -> None:
        """The page as it is now, with the keyboard where it was."""
        name = focused_name()
        self.go_to(self._name)
        refocus_later(self._shell, name, self)

    def _on_lock_requested(self) -> None:
        self.session_wished.emit(Lock())

    def _on_texts_chosen(self) -> None:
        look = self._shell.look
        self._show_look(look.wording.language, look.tokens.name)

    def _on_files_dropped(self, paths: list[Path]) -> None:
        self._save_what_is_written()
        if len(paths) == 1 and paths[0].name.endswith(COPY_ENDS):
            self._desk.copy_looked_at = paths[0]
            self.go_to("restore")
        elif self._desk.arrivals.take_in(self._desk.workspace, paths):
            self.go_to("arrivals")

    def _on_arrivals_ended(self) -> None:
        if self._name != "arrivals" and not self._shell.rail.isHidden():
            self._save_what_is_written()
            self.go_to("arrivals")

    def _save_what_is_written(self) -> None:
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()  # it hands over its text

    def _on_case_changed(self) -> None:
        self._show_rail()

    def _on_save_failed(self, error: object) -> None:
        if self._desk.is_left or (isinstance(error, NotWrittenError) and self._desk.unsaved.count):
            return  # who leaves tells it, or the line above the page, which tries again
        QMessageBox.warning(self._shell, "Sestante", self._shell.look.wording.tell(sentence_of(error)))
