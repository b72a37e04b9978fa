"""Pages and rail as a preview shows them: with what is wrong in the draft."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.desk import Desk
from desktop.ui.guide.page_making import PageMaking
from desktop.ui.guide.rail_state import RailState
from desktop.ui.guide.shown import Shown
from desktop.ui.preview.errors_page import ErrorsPage
from desktop.ui.preview.previewed import Previewed
from desktop.ui.preview.questions_page import PreviewQuestionsPage
from desktop.ui.rail_sections import SectionMark
from desktop.ui.shell import Shell
from desktop.workspace import Case


class PreviewPages(PageMaking):
    """The pages users see; that of the questions says what is wrong with them."""

    def __init__(self, desk: Desk, shell: Shell, previewed: Previewed) -> None:
        super().__init__(desk, shell)
        self._previewed = previewed

    @override
    def made(self, name: str) -> QWidget:
        desk, look, previewed = self._desk, self._shell.look, self._previewed
        if name != "company" and not desk.open_case.questionnaire_ids:
            return ErrorsPage(previewed.draft, look)
        if name == "questions":
            return PreviewQuestionsPage(desk, look, previewed.problems_of)
        return super().made(name)


class PreviewRail(RailState):
    """The rail users see, with a warning at each section something is wrong in."""

    def __init__(self, desk: Desk, shell: Shell, shown: Shown, previewed: Previewed, parent: QObject) -> None:
        super().__init__(desk, shell, shown, parent)
        self._previewed = previewed

    @override
    def marks(self, case: Case) -> Sequence[SectionMark]:
        wording = self._shell.look.wording
        marks = super().marks(case) if case.questionnaire_ids else ()
        return [replace(mark, warning=self._previewed.warning(mark, wording)) for mark in marks]
