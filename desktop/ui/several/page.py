"""The page that writes plans of many companies: which, what of them, and where to."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, scrolled
from desktop.ui.printed.copy_choice import CopyChoice
from desktop.ui.several.company_list import CompanyList
from desktop.ui.several.kind_choice import KindChoice
from desktop.ui.several.progress_card import ProgressCard
from desktop.ui.several.run import BatchRun
from desktop.workspace.batch import Batch
from desktop.workspace.copies import Copy

_COLUMN = 342  # pixels


class SeveralPage(QWidget):
    """Companies at the left, what leaves of them at the right, how far it is below.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._companies = CompanyList(look)
        self._choice = CopyChoice(look)
        self._kinds = KindChoice(look)
        self._back = Button(look.wording("Back to the companies"), "to-welcome", "quiet")
        self._start = Button("", "print-several", "primary")
        self._run = desk.findChild(BatchRun) or BatchRun(desk.workspace, desk)
        self._card = ProgressCard(self._run, look)
        self._reading = Operation(self, quick_pool())
        self._wanted: Batch | None = None
        self._build()
        self._connect()
        self._choice.show_copy(desk.recent.printed or Copy())
        self._show_start()
        self._reading.start(desk.workspace.cases)

    def _build(self) -> None:
        self.setObjectName("several-page")
        head = QHBoxLayout()
        head.addWidget(label(self._wording("Print several companies"), "title", wraps=False), 1)
        head.addWidget(self._back)
        head.addWidget(self._start)
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addWidget(self._companies, 1)
        below.addWidget(self._options())
        foot = QHBoxLayout()
        foot.addWidget(self._card)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 12, 20)
        column.setSpacing(12)
        column.addLayout(below, 1)
        column.insertLayout(0, head)  # after the options for the keyboard, which begins at the companies
        column.addLayout(foot)
        for row in (head, foot):
            row.setContentsMargins(0, 0, 28, 0)
        self.setFocusProxy(self._companies)

    def _options(self) -> QWidget:
        area, inside = scrolled((0, 0, 28, 4), 16)
        area.setObjectName("options-area")
        area.setFixedWidth(_COLUMN)
        inside.addWidget(self._kinds)
        inside.addWidget(self._choice)
        inside.addStretch(1)
        return area

    def _connect(self) -> None:
        self._companies.ticked.connect(self._show_start)
        self._kinds.chosen.connect(self._on_kinds_chosen)
        self._choice.chosen.connect(self._on_copy_chosen)
        self._back.clicked.connect(partial(self.page_requested.emit, "welcome"))
        self._start.clicked.connect(self._on_start_clicked)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._run.files_found.connect(self._on_files_found)
        self._run.moved.connect(self._on_moved)
        self._run.ended.connect(self._show_start)

    def _on_read(self, companies: object) -> None:
        if isinstance(companies, tuple):
            self._companies.show_companies(companies, self._desk.recent.rounds)

    def _show_start(self) -> None:
        count = len({each.company_id for each in self._companies.chosen()})
        self._start.setText(self._wording.plural("Save {count} company…", "Save {count} companies…", count))
        self._start.setEnabled(count > 0 and not self._run.is_running)

    def _on_kinds_chosen(self) -> None:
        self._choice.show_paper(".pdf" in self._kinds.kinds())

    def _on_copy_chosen(self) -> None:
        self._desk.recent.printed = self._choice.copy()

    def _on_start_clicked(self) -> None:
        says = self._wording("Choose a folder for the files")
        chosen = QFileDialog.getExistingDirectory(self, says, str(Path.home()))
        if not chosen:
            return
        language = self._wording.language
        self._wanted = Batch(Path(chosen), self._choice.copy(), language, self._kinds.kinds())
        self._companies.setFocus()  # a button that can no longer be pressed hands the keyboard to the rail
        self._start.setEnabled(False)
        self._run.look_first(self._companies.chosen(), self._wanted)

    def _on_files_found(self, count: int) -> None:
        """Nothing is replaced that nobody was asked about."""
        is_replacing = self._ask(count)
        if self._wanted is None or is_replacing is None:
            self._show_start()
            return
        self._run.start(self._companies.chosen(), replace(self._wanted, is_replacing=is_replacing))

    def _on_moved(self) -> None:
        """At the start the keyboard goes to the work, if it was the user of this page who began it."""
        if self._wanted is not None:
            self._wanted = None
            self._show_start()
            self._card.take_focus()

    def _ask(self, count: int) -> bool | None:
        """Whether files of these names are replaced or stay beside numbered ones; None to do nothing."""
        say = self._wording
        box = QMessageBox(self)
        box.setObjectName("taken-files")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Sestante")
        box.setText(
            say.plural(
                "{count} file of such a name is in this folder already.",
                "{count} files of such names are in this folder already.",
                count,
            )
        )
        number = box.addButton(say("Keep them, number the new ones"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(say("Replace them"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(number)
        box.setEscapeButton(cancel)
        box.exec()
        pressed = box.clickedButton()
        return None if pressed is cancel else pressed is other

    def _on_failed(self, error: object) -> None:
        self._show_start()
        told = self._wording.tell(sentence_of(error))
        QMessageBox.warning(self, "Sestante", told)
