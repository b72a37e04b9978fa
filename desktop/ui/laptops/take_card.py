"""The card that takes companies along: which ones, into which folder, behind which passphrase."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.storage import RoundSummary
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, label, show_words
from desktop.ui.safety.code_panel import CodePanel
from desktop.ui.safety.new_passphrase import NewPassphrase
from desktop.ui.several.company_list import CompanyList
from desktop.workspace import Workspace

_LIST = 240  # pixels


class TakeCard(QFrame):
    """Companies with ticks, a folder and a passphrase; then the recovery code, which is shown once.

    Signals: `code_shown` when the recovery code stands in place of the form; `taken` after companies went.
    """

    code_shown = Signal()
    taken = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._folder: Path | None = None
        self._code: RecoveryCode | None = None
        self._panel: CodePanel | None = None
        self.setProperty("kind", "card")
        self._list = CompanyList(look)
        self._choose = Button(look.wording("Choose a new folder…"), "choose-laptop-folder")
        self._where = label("", "small", "muted")
        self._secret = NewPassphrase(look.wording)
        self._go = Button(look.wording("Take along"), "take-along", "primary")
        self._state = label("", "small", "muted")
        self._state.setObjectName("take-state")
        self._state.hide()
        self._nobody = label(look.wording("No company is here yet that could go along."), "body", "muted")
        self._form = QWidget()
        self._companies: tuple[RoundSummary, ...] = ()
        self._reading = Operation(self, quick_pool())
        self._taking = Operation(self, is_lasting=True)
        self._column = QVBoxLayout(self)
        self._build()
        self._connect()
        self._show_ready()
        self._reading.start(partial(_companies_of, desk.workspace))

    def _build(self) -> None:
        say = self._wording
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(12)
        self._column.addWidget(label(say("Take companies along"), "heading"))
        self._list.setFixedHeight(_LIST)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._where, 1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(self._list)
        form.addLayout(row)
        form.addWidget(self._secret)
        bottom = QHBoxLayout()
        bottom.addWidget(self._go)
        bottom.addStretch(1)
        form.addLayout(bottom)
        for each in (self._nobody, self._form):
            each.hide()  # until the companies are known
        self._column.addWidget(self._nobody)
        self._column.addWidget(self._form)
        self._column.addWidget(self._state)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.ticked.connect(self._show_ready)
        self._secret.written.connect(self._show_ready)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._go.clicked.connect(self._on_go_clicked)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_not_read)
        self._taking.succeeded.connect(self._on_taken)
        self._taking.failed.connect(self._on_failed)

    def use_folder(self, folder: Path) -> None:
        """Take the companies along in this folder."""
        self._folder = folder
        self._where.setText(str(folder))
        self._show_ready()

    def _on_choose_clicked(self) -> None:
        title = self._wording("A new folder for the laptop")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / "sestante-laptop"))
        if chosen:
            self.use_folder(Path(chosen))

    def _show_ready(self) -> None:
        say, count = self._wording, len(self._list.chosen())
        many = say.plural("Take {count} company along", "Take {count} companies along", count)
        self._go.setText(many if count else say("Take along"))
        self._go.setEnabled(count > 0 and self._folder is not None and self._secret.is_ready)

    def _on_go_clicked(self) -> None:
        """The code comes before anything is written: without it there may be no way back in."""
        if self._folder is None:
            return
        self._code = RecoveryCode.new()
        self._panel = CodePanel(self._code, self._folder, self._wording, self._wording("Take along"))
        self._panel.confirmed.connect(self._on_confirmed)
        self._panel.given_up.connect(self._show_form)
        self._form.hide()
        self._column.insertWidget(self._column.indexOf(self._state), self._panel)
        self._state.hide()
        self._panel.setFocus()
        self.code_shown.emit()

    def _on_confirmed(self) -> None:
        if self._folder is None or self._code is None or self._panel is None:
            return
        self._panel.setEnabled(False)
        self._say(self._wording("The companies are being copied…"), "muted")
        companies = [each.company_id for each in self._list.chosen()]
        way = (self._folder, self._secret.text(), self._code)
        self._taking.start(partial(_take, self._desk.workspace, companies, way))

    def _show_form(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
        self._panel = self._code = None
        self._form.show()
        self._list.setFocus()

    def _on_taken(self, _: object) -> None:
        told = self._wording(
            "They are in {path}. On the laptop, open this folder in the settings, as another workspace.",
            path=str(self._folder),
        )
        self._list.show_companies(self._companies, frozenset())
        self._folder = None
        self._where.clear()
        self._show_form()
        self._show_ready()
        self._say(told, "good")
        self.taken.emit()

    def _on_failed(self, error: object) -> None:
        self._show_form()
        self._say(self._wording.tell(sentence_of(error)), "warn")

    def _on_read(self, companies: object) -> None:
        if isinstance(companies, tuple):
            self._companies = companies
            self._list.show_companies(companies, frozenset())
            self._form.setVisible(bool(companies))
            self._nobody.setVisible(not companies)

    def _on_not_read(self, error: object) -> None:
        self._say(self._wording.tell(sentence_of(error)), "warn")

    def _say(self, words: str, tone: Tone) -> None:
        show_words(self._state, words, tone)
        self._state.show()


def _companies_of(workspace: Workspace) -> tuple[RoundSummary, ...]:
    """Runs in a worker thread: each once, with the round visited last; all its rounds go along."""
    found: dict[int, RoundSummary] = {}
    for each in workspace.cases():
        found.setdefault(each.company_id, each)
    return tuple(found.values())


def _take(workspace: Workspace, companies: Sequence[int], way: tuple[Path, str, RecoveryCode]) -> None:
    """Runs in a worker thread."""
    workspace.laptops.take_along(companies, *way)
