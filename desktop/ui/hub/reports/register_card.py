"""Services of a spreadsheet brought into the register: looked at first, taken at a press."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.hub.reports.outcome import Outcome
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace import Workspace
from desktop.workspace.reports.found import FoundServices


class RegisterCard(QFrame):
    """Chooses a file, tells what is in it, and takes it when asked to."""

    def __init__(self, desk: Desk, outcome: Outcome, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("register-card")
        self._desk = desk
        self._outcome = outcome
        self._wording = look.wording
        self._choose = Button(look.wording("Choose a spreadsheet…"), "choose-register")
        self._take = Button("", "take-register", "primary")
        self._found: FoundServices | None = None
        self._looking = Operation(self)
        self._taking = Operation(self, is_lasting=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        say = self._wording
        self._take.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._choose)
        row.addWidget(self._take)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        column.addWidget(label(say("Bring in services from a spreadsheet"), "strong"))
        words = say(
            "Excel or CSV with a row for each service: customer, category, dates, price. Columns are known "
            "by their headings; you see what would be taken first."
        )
        column.addWidget(label(words, "small", "muted"))
        column.addSpacing(4)
        column.addLayout(row)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._looking.succeeded.connect(self._on_looked)
        self._taking.succeeded.connect(self._on_taken)
        for operation in (self._looking, self._taking):
            operation.failed.connect(self._on_failed)

    def _on_choose_clicked(self) -> None:
        say = self._wording
        kinds = say("Spreadsheets") + " (*.xlsx *.csv)"
        chosen, _ = QFileDialog.getOpenFileName(
            self, say("Bring in services from a spreadsheet"), str(Path.home()), kinds
        )
        if chosen:
            self._take.hide()
            self._outcome.tell(say("Reading {path}…", path=chosen), "muted")
            self._looking.start(partial(_looked_at, self._desk.workspace, Path(chosen)))

    def _on_looked(self, found: object) -> None:
        if not isinstance(found, FoundServices):
            return
        say, count = self._wording, len(found.lines)
        self._found = found
        told = say.plural("{count} service can be taken.", "{count} services can be taken.", count)
        self._outcome.tell(told, "plain" if count else "warn", [say.tell(each) for each in found.told()])
        self._take.setText(say.plural("Take {count} service", "Take {count} services", count))
        self._take.setVisible(bool(count))
        if count:
            self._take.setFocus()

    def _on_take_clicked(self) -> None:
        if self._found is not None:
            self._take.hide()
            self._choose.setFocus()
            self._taking.start(partial(_taken, self._desk.workspace, self._found))
            self._found = None

    def _on_taken(self, count: object) -> None:
        if isinstance(count, int):
            told = self._wording.plural(
                "{count} service is in the register now.", "{count} services are in the register now.", count
            )
            self._outcome.tell(told, "good")

    def _on_failed(self, error: object) -> None:
        self._outcome.tell(self._wording.tell(sentence_of(error)), "warn")


def _looked_at(workspace: Workspace, path: Path) -> FoundServices:
    """Runs in a worker thread."""
    return workspace.hub.reports.register.look_at(path)


def _taken(workspace: Workspace, found: FoundServices) -> int:
    """Runs in a worker thread."""
    return workspace.hub.reports.register.take(found)
