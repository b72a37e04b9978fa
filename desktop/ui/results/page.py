"""The page of results: one questionnaire after the other, then the competences of all."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier import AssessmentResult
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, at_left, card, emptied, label, scrolled
from desktop.ui.results.competence_table import competence_model, competence_rows
from desktop.ui.results.dimensions_card import DimensionsCard
from desktop.ui.results.next_level_card import NextLevelCard
from desktop.ui.results.overall_card import OverallCard
from desktop.ui.row_table import ROW_HEIGHT, row_table
from desktop.workspace import Case, Workspace

_WIDEST = 980
_RADAR_SIZE = (370, 290)  # points; the window shows them larger
_TABLE_HEAD = 44


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A result with its drawing."""

    result: AssessmentResult
    radar: bytes


class ResultsPage(QWidget):
    """Where the company stands.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._results: tuple[ShownResult, ...] = ()
        self._operation = Operation(self)
        self._build()
        self._connect()
        work = partial(_work_out, desk.workspace, desk.open_case, look)
        self._operation.start(work)

    def _build(self) -> None:
        self.setObjectName("results-page")
        area, inside = scrolled((40, 28, 40, 32), 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        head = QHBoxLayout()
        head.addWidget(label(self._wording("Results"), "title", wraps=False), 1)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(4)
        head.addLayout(self._tabs)
        inside.addLayout(head)
        self._state = label(self._wording("Computing…"), "body", "muted")
        self._state.setObjectName("results-state")
        inside.addWidget(self._state)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(16)
        inside.addLayout(self._shown)
        self._to_plan = Button(self._wording("Go on to the plan"), "to-plan", "primary")
        self._to_plan.setMinimumHeight(42)
        self._to_plan.hide()
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._to_plan)
        inside.addLayout(last)
        inside.addStretch(1)

    def _connect(self) -> None:
        self._operation.succeeded.connect(self._on_worked_out)
        self._operation.failed.connect(self._on_failed)
        self._to_plan.clicked.connect(self._on_to_plan_clicked)

    def _show(self, position: int) -> None:
        emptied(self._shown)
        chosen = self._results[position]
        result = chosen.result
        self._add(OverallCard(result, chosen.radar, self._look))
        self._add(DimensionsCard(result.scorecard, self._look))
        if result.next_level is not None and result.next_level.lifts:
            self._add(NextLevelCard(result.next_level, result.questionnaire, self._look))
        self._add(self._competences())

    def _add(self, part: QWidget) -> None:
        self._shown.addLayout(at_left(part, _WIDEST))

    def _show_tabs(self) -> None:
        group = QButtonGroup(self)
        for position, shown in enumerate(self._results):
            questionnaire = shown.result.questionnaire
            title = questionnaire.text(self._wording.language).title
            tab = Button(title, f"result-{questionnaire.id}", "tab")
            tab.setCheckable(True)
            tab.setChecked(position == self._first())
            tab.clicked.connect(partial(self._show, position))
            group.addButton(tab)
            self._tabs.addWidget(tab)

    def _first(self) -> int:
        """The questionnaire the user was answering, if it has results."""
        here = self._desk.open_case.place.questionnaire
        ids = [shown.result.questionnaire.id for shown in self._results]
        return ids.index(here) if here in ids else 0

    def _competences(self) -> QFrame:
        case, library = self._desk.open_case, self._desk.workspace.library
        frame, column = card(margin=20, spacing=8)
        column.addWidget(label(self._wording("Competences"), "heading"))
        column.addWidget(
            label(
                self._wording(
                    "From all questionnaires together; levels go from 0 to 4. "
                    "Wanted is what a company like yours needs."
                ),
                "small",
                "muted",
            )
        )
        scores = self._desk.workspace.competences(case)
        rows = competence_rows(library.catalogue, scores, case.company, self._wording.language)
        table = row_table(competence_model(rows, self._wording), "competences", self._wording("Competences"))
        table.setFixedHeight(_TABLE_HEAD + ROW_HEIGHT * len(rows))
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(table)
        return frame

    def _on_worked_out(self, value: object) -> None:
        self._results = value if isinstance(value, tuple) else ()
        self._state.hide()
        self._to_plan.setVisible(bool(self._results))
        if self._results:
            if len(self._results) > 1:
                self._show_tabs()
            self._show(self._first())

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording("The results could not be computed. {error}", error=error))

    def _on_to_plan_clicked(self) -> None:
        self.page_requested.emit("plan")


def _work_out(workspace: Workspace, case: Case, look: Look) -> tuple[ShownResult, ...]:
    """Runs in a worker thread, which also pays for the import of ReportLab."""
    from desktop.report.screen import radar_svg

    return tuple(
        ShownResult(
            result, radar_svg(result, look.wording.language, is_dark=look.tokens.is_dark, size=_RADAR_SIZE)
        )
        for result in workspace.results(case)
    )
