"""Goes from page to page, as pages and rail wish."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.errors import NotWrittenError, StorageError, sentence_of
from desktop.storage.meanwhile_error import MeanwhileError
from desktop.ui.desk import Desk
from desktop.ui.guide.appearance import Appearance
from desktop.ui.guide.following import Following
from desktop.ui.guide.onlookers import Onlookers
from desktop.ui.guide.page_making import PageMaking
from desktop.ui.guide.rail_state import RailState
from desktop.ui.guide.shown import Shown
from desktop.ui.guide.turns import Turns
from desktop.ui.page_kinds import AsksAlong, LeadsOn
from desktop.ui.passing_note import PassingNote
from desktop.ui.rail import STEPS
from desktop.ui.refocusing import end_writing, focused_name, refocus_later
from desktop.ui.rounds.earlier_rounds import EarlierRounds
from desktop.ui.safety.wishes import Lock, Standing
from desktop.ui.shell import Shell
from desktop.ui.start_strip import StartStrip
from desktop.ui.together.clash_strip import ClashStrip
from desktop.ui.unsaved_strip import UnsavedStrip
from desktop.ui.unshown_note import UnshownNote
from desktop.workspace import Workspace


class Guide(QObject):
    """Shows pages in the shell and follows the wishes of pages and rail.

    Signals: `session_wished` carries what is wished of the workspace as a whole (`ui/safety/wishes.py`).
    """

    session_wished = Signal(object)

    def __init__(self, workspace: Workspace, shell: Shell, standing: Standing | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = Desk(workspace, self)
        self._shown = Shown("welcome" if self._desk.case is None else self._desk.case.place.page)
        self._first_focus = ""
        if standing is not None:
            self._stand(standing)
        self._pages = self._made_pages()
        self._rail = self._made_rail()
        self._appearance = Appearance(self._desk, shell, self)
        self._onlookers = Onlookers(self._desk, shell, self._shown, self)
        self._rounds = EarlierRounds(self._desk, self)
        self._turns = Turns(self._desk, shell, self._shown, self)
        self._following = Following(self._desk, shell, self._shown, self)
        self._noted, self._unshown = PassingNote(shell), UnshownNote(shell, self._desk)
        self._connect()

    def start(self) -> None:
        """Show where the user was."""
        self._connect_rail()
        self._receive()
        self._shell.show_strips(StartStrip(self._desk, self._shell.look), *self._strips())
        self._desk.clashes.go_on()
        self.go_to(self._shown.name)
        refocus_later(self._shell, self._first_focus, self)
        self._rail.count_soon()
        self._desk.neighbours.listen()

    @property
    def desk(self) -> Desk:
        """The company on the desk."""
        return self._desk

    @property
    def standing(self) -> Standing:
        """Where the user is."""
        desk = self._desk
        case_id = None if desk.case is None else desk.case.id
        recent = desk.recent
        drafts = dict(recent.drafts)
        return Standing(
            case_id, self._shown.name, desk.visit.told_by, recent.wish, room=recent.room, drafts=drafts
        )

    def go_to(self, name: str) -> None:
        """Show a page; some can be shown without a company alone.

        Where it cannot be read, that is told, and the page shown before stays.
        """
        try:
            self._turn_to(name)
            self._unshown.hide()
        except StorageError as error:
            if self._shown.page is None:
                raise
            self._unshown.tell(error, self._shell.look.wording)
            self._rail.show()  # what was pressed there is not where the user is

    def _turn_to(self, name: str) -> None:
        name = self._pages.stands_for(name)
        if name == "welcome":
            end_writing()  # else a field left with its page would make a company of its own
            self._desk.put_away()
            self._noted.hide()  # it speaks of the company that was open
        self._desk.visit.listen(is_asking=False)
        if self._desk.case is not None:
            self._desk.workspace.rounds.expect(self._desk.case)
        page = self._pages.made(name)
        self._shown.name, self._shown.page = name, page
        if isinstance(page, LeadsOn):
            page.page_requested.connect(self.go_to)
        if isinstance(page, AsksAlong):
            page.place_changed.connect(self._rail.show_place)
        self._onlookers.look_at(page)
        self._shell.show_page(self._rounds.framed(page, name, self._shell.look))
        self._save_page()
        self._rail.show()

    def renew(self) -> None:
        """Make the page anew, with the keyboard where it was."""
        focused = focused_name()
        self.go_to(self._shown.name)
        refocus_later(self._shell, focused, self)

    def _made_pages(self) -> PageMaking:
        return PageMaking(self._desk, self._shell)

    def _made_rail(self) -> RailState:
        return RailState(self._desk, self._shell, self._shown, self)

    def _receive(self) -> None:
        """Take in what is dropped on the window."""
        from desktop.ui.arrivals.reception import Reception

        reception = Reception(self._desk, self._shell, self)
        reception.page_requested.connect(self.go_to)
        reception.ended.connect(self._on_arrivals_ended)

    def _stand(self, standing: Standing) -> None:
        """Begin where the user was before."""
        self._shown.name = standing.page
        if standing.case_id is None:
            self._desk.clear()
        elif self._desk.case is None or self._desk.case.id != standing.case_id:
            self._desk.open(standing.case_id)
        self._desk.visit.told_by = standing.told_by
        self._desk.recent.wish = standing.wish or self._desk.recent.wish
        self._desk.recent.room = standing.room
        self._desk.recent.drafts.update(standing.drafts)
        self._first_focus = standing.focus

    def _connect(self) -> None:
        desk = self._desk
        desk.session_wished.connect(self.session_wished)
        desk.save_failed.connect(self._on_save_failed)
        desk.noted.connect(self._noted.show_words)
        self.destroyed.connect(self._noted.deleteLater)
        self.destroyed.connect(self._unshown.deleteLater)
        self._appearance.changed.connect(self._on_look_changed)
        self._onlookers.interview_turned.connect(self._on_interview_turned)
        self._rounds.round_wanted.connect(self._on_round_chosen)
        self._rounds.page_requested.connect(self.go_to)
        self._rounds.renewal_wanted.connect(self._on_refused)
        self._turns.renewal_wanted.connect(self.renew)
        self._following.renewal_wanted.connect(self.renew)
        self._following.gone.connect(self._on_gone)

    def _connect_rail(self) -> None:
        rail = self._shell.rail
        rail.page_requested.connect(self.go_to)
        rail.section_requested.connect(self._on_section_requested)
        rail.round_chosen.connect(self._on_round_chosen)
        rail.language_chosen.connect(self._appearance.speak)
        rail.theme_switched.connect(self._appearance.switch_theme)
        rail.undo_pressed.connect(self._turns.undo)
        rail.redo_pressed.connect(self._turns.redo)
        rail.lock_requested.connect(self._on_lock_requested)

    def _strips(self) -> tuple[QWidget, ...]:
        clashes = ClashStrip(self._desk, self._shell.look, self._shell.window())
        clashes.settled.connect(self._following.read_anew)
        return self._unsaved_strip(), clashes, *self._undelivered_strips()

    def _undelivered_strips(self) -> tuple[QWidget, ...]:
        from desktop.ui.desk.sending import Sending

        sending = self._desk.unsaved
        if not isinstance(sending, Sending):
            return ()
        from desktop.ui.together.undelivered_strip import UndeliveredStrip

        return (UndeliveredStrip(self._desk.workspace, sending, self._shell.look),)

    def _unsaved_strip(self) -> QWidget:
        if self._desk.link is None:
            return UnsavedStrip(self._desk, self._shell.look, self._shell.window())
        from desktop.ui.server.strip import ServerStrip

        return ServerStrip(self._desk, self._shell.look, self._shell.window())

    def _save_page(self) -> None:
        case = self._desk.case
        if case is not None and self._shown.name in STEPS:
            self._desk.save_place(replace(case.place, page=self._shown.name))

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
        if not isinstance(self._shown.page, QuestionsPage):
            self.go_to("questions")
        if isinstance(self._shown.page, QuestionsPage):
            self._shown.page.go_to_section(questionnaire, section)

    def _on_round_chosen(self, round_id: int) -> None:
        end_writing()
        self._desk.open(round_id)
        name = self._shown.name
        self.go_to(name if name in STEPS else self._desk.open_case.place.page)

    def _on_refused(self) -> None:
        self.go_to(self._shown.name)

    def _on_look_changed(self) -> None:
        self._shell.show_strips(*self._strips())
        self._connect_rail()
        self.go_to(self._shown.name)

    def _on_interview_turned(self) -> None:
        self.go_to("questions")

    def _on_arrivals_ended(self) -> None:
        is_told_there = self._shown.name == "hub" and self._desk.recent.room == "plans-in"
        if self._shown.name != "arrivals" and not is_told_there:
            end_writing()
            self.go_to("arrivals")

    def _on_gone(self) -> None:
        self.go_to("welcome")

    def _on_lock_requested(self) -> None:
        self.session_wished.emit(Lock())

    def _on_save_failed(self, error: object) -> None:
        if self._desk.is_left or (isinstance(error, NotWrittenError) and self._desk.unsaved.count):
            return  # who leaves tells it, or the line above the page, which tries again
        if isinstance(error, MeanwhileError):
            self._desk.clashes.add(error.clashes)
            self._following.read_case()  # what did not clash was written
            return
        QMessageBox.warning(self._shell, "Sestante", self._shell.look.wording.tell(sentence_of(error)))
