"""The strip above the window of a preview: what is shown, its problems, and the company that is pretended."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from desktop.content.company import Company
from desktop.review.draft import Draft
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.name_button import NameButton
from desktop.ui.pieces import Button, label, scrolled
from desktop.ui.preview.problem_list import ProblemList, count_in_words

_HIGHEST = 220  # pixels of the list of problems
_SIDE = 22


class PreviewBar(QFrame):
    """Quiet as long as nothing is wrong; the problems unfold below it.

    Signals: `question_wanted` carries a problem, `company_wanted` and `restart_wanted` nothing,
    `unfolded` whether the problems are in sight.
    """

    question_wanted = Signal(object)
    company_wanted = Signal()
    restart_wanted = Signal()
    unfolded = Signal(bool)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._wording = look.wording
        self._look = look
        self._title = title
        self._draft = Draft()
        self._fold = Disclosure("", "problems-fold", look)
        self._company = NameButton("", "pretend-company")
        self._answering = label(look.wording("Answering as"), "small", "muted", wraps=False)
        self._restart = Button(look.wording("Start over"), "start-over", "fold")
        self._notice = label("", "small", "warn")
        self._list = ProblemList(look)
        self._area, self._inside = scrolled((_SIDE, 0, _SIDE, 10), 0)
        self._build()
        self._connect()
        self.show_company(None)
        for part in (self._fold, self._restart, self._notice):
            part.hide()

    def show_draft(self, draft: Draft) -> None:
        """How many problems there are, which, and whether what is shown is an earlier state."""
        self._fold.setText(count_in_words(draft.problems, self._look))
        self._fold.setEnabled(bool(draft.problems))
        for part in (self._fold, self._restart):
            part.show()
        self._draft = draft
        self._notice.setText(
            self._wording(
                "Shown as it was before the last change: {names}. Correct the errors and save.",
                names=", ".join(draft.held),
            )
        )
        self._notice.setVisible(bool(draft.held))
        if not draft.problems:
            self._fold.setChecked(False)
        self._show_list()

    def show_failure(self, sentence: str) -> None:
        """Why the files could not be read at all."""
        self._notice.setText(sentence)
        self._notice.show()

    def show_company(self, company: Company | None) -> None:
        """The company that is pretended."""
        for part in (self._answering, self._company):
            part.setVisible(company is not None)
        if company is not None:
            people = self._wording.plural("{count} person", "{count} people", company.headcount)
            self._company.show_name(f"{company.name}, {people}")

    def unfold(self, *, is_open: bool) -> None:
        """Open or close the list of problems."""
        self._fold.setChecked(is_open and self._fold.isEnabled())

    def _build(self) -> None:
        self.setObjectName("preview-bar")
        self.setProperty("kind", "strip")
        self._notice.setObjectName("preview-notice")
        self._notice.setContentsMargins(_SIDE, 0, _SIDE, 10)
        self._restart.setToolTip(self._wording("Begin again without answers"))
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 6, _SIDE - 8, 6)
        row.setSpacing(10)
        row.addWidget(label(self._wording("Preview"), "strong", "accent", wraps=False))
        title = label(self._title, "small", "muted", wraps=False)
        title.setObjectName("preview-title")
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self._fold)
        row.addWidget(self._answering)
        row.addWidget(self._company)
        row.addWidget(self._restart)
        self._area.setObjectName("problem-area")
        self._area.hide()
        self._inside.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._notice)
        column.addWidget(self._area)

    def _connect(self) -> None:
        self._fold.toggled.connect(self._on_fold_toggled)
        self._list.question_wanted.connect(self.question_wanted)
        self._company.clicked.connect(self._on_company_clicked)
        self._restart.clicked.connect(self._on_restart_clicked)

    def _show_list(self) -> None:
        """Only while it is in sight: there may be hundreds of stale translations."""
        if self._fold.isChecked():
            self._list.show_problems(self._draft.problems, leads_on=bool(self._draft.shown))
            QTimer.singleShot(0, self, self._fit)  # rows that were not shown yet have no height

    def _fit(self) -> None:
        """As high as the problems, or as there is room."""
        wanted = self._inside.sizeHint().height()
        if self._inside.hasHeightForWidth():
            wanted = self._inside.heightForWidth(self.width())
        self._area.setFixedHeight(min(_HIGHEST, wanted))

    def _on_fold_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._area.setVisible(is_open)
        self._show_list()
        self.unfolded.emit(is_open)

    def _on_company_clicked(self) -> None:
        self.company_wanted.emit()

    def _on_restart_clicked(self) -> None:
        self.restart_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
