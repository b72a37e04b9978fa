"""The way through a preview: the pages users see, over a draft that changes under them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.content.company import Company, People
from desktop.errors import StorageError
from desktop.review.draft import Draft
from desktop.review.placing import PlacedProblem
from desktop.text import Wording
from desktop.ui.guide import Guide
from desktop.ui.preview.errors_page import ErrorsPage
from desktop.ui.preview.frame import PreviewFrame
from desktop.ui.preview.questions_page import PreviewQuestionsPage
from desktop.ui.rail_sections import SectionMark
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


def _is_alarming(draft: Draft) -> bool:
    """Whether errors must be seen at once, beside what can be shown in spite of them."""
    return bool(draft.errors and draft.shown)


class PreviewGuide(Guide):
    """Shows the draft's questionnaires; what is wrong stands at question, section, and in the strip."""

    def __init__(self, workspace: Workspace, shell: Shell, frame: PreviewFrame, draft: Draft) -> None:
        self._draft = draft
        self._frame = frame
        self._is_open = _is_alarming(draft)
        self._seen = set(draft.shown)
        super().__init__(workspace, shell)

    @override
    def start(self) -> None:
        self._follow_bar()
        wanted = self._wanted_question()
        super().start()
        self._return_to(wanted)

    def show_draft(self, draft: Draft, workspace: Workspace) -> None:
        """Show what was saved, at the same question with the same answers."""
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()  # it hands over what is being written
        wanted = self._wanted_question()
        if _is_alarming(draft) != _is_alarming(self._draft):
            self._is_open = _is_alarming(draft)
        self._draft = draft
        self._desk.workspace = workspace
        case = self._desk.open_case
        try:
            choose_all(workspace, case, self._chosen(case, workspace))
        except StorageError as error:
            self._on_save_failed(error)
        self._desk.open(case.id)
        self._fill_bar()
        self.go_to(self._name)
        self._return_to(wanted)

    def show_problems(self, draft: Draft) -> None:
        """Show more problems of what is shown already."""
        self._draft = draft
        self._fill_bar()
        self._show_rail()
        if isinstance(self._page, PreviewQuestionsPage):
            self._page.show_problems()
        elif isinstance(self._page, ErrorsPage):
            self.go_to(self._name)

    @override
    def _welcome_drops(self) -> None:
        """Nothing comes in to a preview, of which nothing stays."""

    @override
    def go_to(self, name: str) -> None:
        if name == "welcome":
            self._start_over("company")
        else:
            super().go_to(name)

    @override
    def _made(self, name: str) -> QWidget:
        look = self._shell.look
        if name != "company" and not self._desk.open_case.questionnaire_ids:
            return ErrorsPage(self._draft, look)
        if name == "questions":
            return PreviewQuestionsPage(self._desk, look, self._problems_of)
        return super()._made(name)

    @override
    def _section_marks(self, case: Case) -> Sequence[SectionMark]:
        marks = super()._section_marks(case) if case.questionnaire_ids else ()
        return [replace(mark, warning=self._warning(mark)) for mark in marks]

    @override
    def _show_look(self, language: str, theme: str) -> None:
        wanted = self._wanted_question()
        super()._show_look(language, theme)
        self._frame.renew_bar()
        self._follow_bar()
        self._return_to(wanted)

    @override
    def _on_case_changed(self) -> None:
        super()._on_case_changed()
        self._frame.bar.show_company(self._desk.open_case.company)

    def _chosen(self, case: Case, workspace: Workspace) -> list[str]:
        """What was chosen and is still there, with what is there for the first time."""
        new = [name for name in self._draft.shown if name not in self._seen]
        self._seen.update(new)
        there = workspace.library.questionnaires
        chosen = [name for name in (*case.questionnaire_ids, *new) if name in there]
        return sorted(dict.fromkeys(chosen or self._draft.shown))

    def _problems_of(self, questionnaire: str, question: str) -> list[PlacedProblem]:
        return [
            placed
            for placed in self._draft.problems
            if (placed.questionnaire, placed.question) == (questionnaire, question)
        ]

    def _warning(self, mark: SectionMark) -> str:
        """What is wrong in a section or, for the line of a questionnaire, anywhere in it."""
        shown = self._draft.questionnaires.get(mark.questionnaire)
        sections = (
            {question.id: section.id for section in shown.sections for question in section.questions}
            if shown
            else {}
        )
        found = [
            self._shell.look.wording.tell(placed.problem.sentence)
            for placed in self._draft.problems
            if placed.questionnaire == mark.questionnaire
            and mark.section in (None, placed.section, sections.get(placed.question or ""))
        ]
        return "\n".join(found[:5])

    def _wanted_question(self) -> tuple[str, str] | None:
        place = self._desk.open_case.place
        return (place.questionnaire, place.question) if place.questionnaire and place.question else None

    def _return_to(self, wanted: tuple[str, str] | None) -> None:
        """A question that is not asked with the answers given is shown all the same."""
        if wanted is None or not isinstance(self._page, PreviewQuestionsPage):
            return
        place = self._desk.open_case.place
        found = self._draft.questionnaires.get(wanted[0])
        if (
            (place.questionnaire, place.question) != wanted
            and found is not None
            and wanted[1] in found.questions
        ):
            self._page.go_to_question(*wanted)

    def _follow_bar(self) -> None:
        bar = self._frame.bar
        bar.question_wanted.connect(self._on_question_wanted)
        bar.company_wanted.connect(self._on_company_wanted)
        bar.restart_wanted.connect(self._on_restart_wanted)
        bar.unfolded.connect(self._on_unfolded)
        self._fill_bar()

    def _fill_bar(self) -> None:
        bar, is_open = self._frame.bar, self._is_open
        bar.show_draft(self._draft)
        bar.show_company(self._desk.open_case.company)
        bar.unfold(is_open=is_open)

    def _start_over(self, page: str) -> None:
        workspace = self._desk.workspace
        try:
            case = workspace.create_case(pretend_company(self._shell.look.wording))
            choose_all(workspace, case, self._draft.shown)
        except StorageError as error:
            self._on_save_failed(error)
            return
        self._desk.open(case.id)
        self.go_to(page)

    def _on_question_wanted(self, placed: object) -> None:
        if not isinstance(placed, PlacedProblem) or placed.question is None:
            return
        if not isinstance(self._page, PreviewQuestionsPage):
            self.go_to("questions")
        if isinstance(self._page, PreviewQuestionsPage):
            self._page.go_to_question(placed.questionnaire, placed.question)

    def _on_company_wanted(self) -> None:
        self.go_to("company")

    def _on_restart_wanted(self) -> None:
        self._start_over("questions")

    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._is_open = is_open
