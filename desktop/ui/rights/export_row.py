"""A copy of what is held: of the company, or of one person who answers for herself or himself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.errors import sentence_of
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.tick import Tick


class ExportRow(QWidget):
    """The buttons, and below them where the copy went."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._export = Button(look.wording("Copy of everything…"), "export-held")
        self._person = Button(look.wording("Copy for one person…"), "export-person", "quiet")
        self._zip = Tick(look.wording("In one packed file (zip)"), "export-zip", look)
        self._said = label("", "small", "muted")
        self._open = Button(look.wording("Open the folder"), "open-export", "quiet")
        self._operation = Operation(self, is_lasting=True)
        self._made: Path | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._said.setObjectName("export-state")
        self._open.hide()
        self._said.hide()
        self._person.setVisible(bool(self._desk.workspace.people.everybody(self._desk.open_case)))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._export)
        row.addWidget(self._person)
        row.addWidget(self._zip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self._said, 1)
        below.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(below)

    def _connect(self) -> None:
        self._export.clicked.connect(self._on_export_clicked)
        self._person.clicked.connect(self._on_person_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._operation.succeeded.connect(self._on_written)
        self._operation.failed.connect(self._on_failed)

    def _on_export_clicked(self) -> None:
        folder = self._chosen_folder()
        if folder is not None:
            rights, case = self._desk.workspace.rights, self._desk.open_case
            language, is_zip = self._wording.language, self._zip.isChecked()
            self._start(partial(rights.export, case.company_id, folder, language, is_zip=is_zip))

    def _on_person_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("export-people")
        for person in self._desk.workspace.people.everybody(self._desk.open_case):
            action = menu.addAction(person.label.replace("&", "&&"))
            action.triggered.connect(partial(self._on_person_chosen, person.id))
        menu.popup(self._person.mapToGlobal(self._person.rect().bottomLeft()))

    def _on_person_chosen(self, person_id: int, _: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        folder = self._chosen_folder()
        if folder is not None:
            rights = self._desk.workspace.rights
            self._start(partial(rights.export_person, person_id, folder, self._wording.language))

    def _chosen_folder(self) -> Path | None:
        title = self._wording("Where shall the copy go?")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        return Path(chosen) if chosen else None

    def _start(self, work: "partial[Path]") -> None:
        for button in (self._export, self._person):
            button.setEnabled(False)
        self._open.hide()
        self._tell(self._wording("Writing the copy…"))
        self._operation.start(work)

    def _on_written(self, path: object) -> None:
        if isinstance(path, Path):
            self._made = path
            self._tell(self._wording("Written to {path}. It is readable by anybody who has it.", path=path))
            self._open.show()
        self._show_ready()

    def _on_failed(self, error: object) -> None:
        self._tell(self._wording.tell(sentence_of(error)), is_wrong=True)
        self._show_ready()

    def _show_ready(self) -> None:
        for button in (self._export, self._person):
            button.setEnabled(True)

    def _tell(self, words: str, *, is_wrong: bool = False) -> None:
        show_words(self._said, words, "warn" if is_wrong else "muted")
        self._said.show()

    def _on_open_clicked(self) -> None:
        if self._made is not None:
            folder = self._made if self._made.is_dir() else self._made.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
