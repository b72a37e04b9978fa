"""The way through a preview: the pages users see, over a draft that changes under them."""

from collections.abc import Sequence

from typing_extensions import override

from desktop.content.company import Company, People
from desktop.errors import StorageError
from desktop.review.draft import Draft
from desktop.review.placing import PlacedProblem
from desktop.text import Wording
from desktop.ui.guide import Guide
from desktop.ui.guide.page_making import PageMaking
from desktop.ui.guide.rail_state import RailState
from desktop.ui.preview.errors_page import ErrorsPage
from desktop.ui.preview.frame import PreviewFrame
from desktop.ui.preview.previewed import Previewed
from desktop.ui.preview.questions_page import PreviewQuestionsPage
from desktop.ui.preview.showing import PreviewPages, PreviewRail
from desktop.ui.refocusing import end_writing
from desktop.ui.shell import Shell
from desktop.workspace import Case, Workspace


def pretend_company(wording: Wording) -> Company:
    """A small firm as many questions expect it."""
    return Company(
        name=wording("Sample company"), sector="C", headcount=6, people=People(owner=1, employee=5)
    )


def choose_all(workspace: Workspace, case: Case, ids: Sequence[str]) -> Case:
    """The case with these questionnaires in the versions that are on the disk now."""
    workspace.choose_questionnaires(case.id, ())  # else the versions answered before would stay
    return workspace.choose_questionnaires(case.id, tuple(ids))


class PreviewGuide(Guide):
    """Shows the draft's questionnaires; what is wrong stands at question, section, and in the strip."""

    def __init__(self, workspace: Workspace, shell: Shell, frame: PreviewFrame, draft: Draft) -> None:
        self._previewed = Previewed(draft)
        self._frame = frame
        self._is_open = self._previewed.is_alarming
        super().__init__(workspace, shell)
        self._desk.case_changed.connect(self._on_case_changed)

    @override
    def start(self) -> None:
        self._follow_bar()
        wanted = self._wanted_question()
        super().start()
        self._return_to(wanted)

    def show_draft(self, draft: Draft, workspace: Workspace) -> None:
        """Show what was saved, at the same question with the same answers."""
        end_writing()
        wanted = self._wanted_question()
        was_alarming = self._previewed.is_alarming
        self._previewed.draft = draft
        if self._previewed.is_alarming != was_alarming:
            self._is_open = not was_alarming
        self._desk.workspace = workspace
        case = self._desk.open_case
        try:
            choose_all(workspace, case, self._previewed.chosen(case, workspace))
        except StorageError as error:
            self._desk.save_failed.emit(error)
        self._desk.open(case.id)
        self._fill_bar()
        self.go_to(self._shown.name)
        self._return_to(wanted)

    def show_problems(self, draft: Draft) -> None:
        """Show more problems of what is shown already."""
        self._previewed.draft = draft
        self._fill_bar()
        self._rail.show()
        if isinstance(self._shown.page, PreviewQuestionsPage):
            self._shown.page.show_problems()
        elif isinstance(self._shown.page, ErrorsPage):
            self.go_to(self._shown.name)

    @override
    def go_to(self, name: str) -> None:
        if name == "welcome":
            self._start_over("company")
        else:
            super().go_to(name)

    @override
    def _made_pages(self) -> PageMaking:
        return PreviewPages(self._desk, self._shell, self._previewed)

    @override
    def _made_rail(self) -> RailState:
        return PreviewRail(self._desk, self._shell, self._shown, self._previewed, self)

    @override
    def _receive(self) -> None:
        """Nothing comes in to a preview, of which nothing stays."""

    @override
    def _on_look_changed(self) -> None:
        wanted = self._wanted_question()
        super()._on_look_changed()
        self._frame.renew_bar()
        self._follow_bar()
        self._return_to(wanted)

    def _on_case_changed(self) -> None:
        self._frame.bar.show_company(self._desk.open_case.company)

    def _wanted_question(self) -> tuple[str, str] | None:
        place = self._desk.open_case.place
        return (place.questionnaire, place.question) if place.questionnaire and place.question else None

    def _return_to(self, wanted: tuple[str, str] | None) -> None:
        """A question that is not asked with the answers given is shown all the same."""
        if wanted is None or not isinstance(self._shown.page, PreviewQuestionsPage):
            return
        if self._wanted_question() != wanted and self._previewed.holds(*wanted):
            self._shown.page.go_to_question(*wanted)

    def _follow_bar(self) -> None:
        bar = self._frame.bar
        bar.question_wanted.connect(self._on_question_wanted)
        bar.company_wanted.connect(self._on_company_wanted)
        bar.restart_wanted.connect(self._on_restart_wanted)
        bar.unfolded.connect(self._on_unfolded)
        self._fill_bar()

    def _fill_bar(self) -> None:
        bar, is_open = self._frame.bar, self._is_open
        bar.show_draft(self._previewed.draft)
        bar.show_company(self._desk.open_case.company)
        bar.unfold(is_open=is_open)

    def _start_over(self, page: str) -> None:
        workspace = self._desk.workspace
        try:
            case = workspace.create_case(pretend_company(self._shell.look.wording))
            choose_all(workspace, case, self._previewed.draft.shown)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return
        self._desk.open(case.id)
        self.go_to(page)

    def _on_question_wanted(self, placed: object) -> None:
        if not isinstance(placed, PlacedProblem) or placed.question is None:
            return
        if not isinstance(self._shown.page, PreviewQuestionsPage):
            self.go_to("questions")
        if isinstance(self._shown.page, PreviewQuestionsPage):
            self._shown.page.go_to_question(placed.questionnaire, placed.question)

    def _on_company_wanted(self) -> None:
        self.go_to("company")

    def _on_restart_wanted(self) -> None:
        self._start_over("questions")

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._is_open = is_open
