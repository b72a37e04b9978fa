"""The files and photos that show a service: looked at, added, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.advising import ServiceLine
from desktop.errors import SestanteError
from desktop.storage import Evidence
from desktop.text import Sentence
from desktop.ui.desk import Desk
from desktop.ui.desk.evidence_adding import EvidenceAdding
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.questions.beside.evidence_card import EvidenceCard
from desktop.ui.questions.beside.looking import page_over
from desktop.ui.questions.beside.viewer import Viewer
from desktop.ui.wrapped_row import WrappedRow

_PAGE = "hub-page"


class FilesStrip(QWidget):
    """Those of one service; nothing where none is chosen.

    Signals: `changed` after files were added, `removed` after one was taken away.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look, self._wording = desk, look, look.wording
        self._uid = ""
        self._adding = EvidenceAdding(self)
        self._add = Button(look.wording("Add a file or photo…"), "service-file-add", "quiet")
        self._cards = WrappedRow()
        self._told = label("", "small", "warn")
        self._build()
        self._add.clicked.connect(self._on_add)
        self._adding.kept.connect(self._on_kept)
        self._adding.refused.connect(self._on_refused)
        self._tell("")
        self.show_service(None)

    def show_service(self, line: ServiceLine | None) -> None:
        """Show the files of another service."""
        uid = "" if line is None else line.uid
        if uid != self._uid:
            self._tell("")
        self._uid = uid
        self.setVisible(bool(self._uid))
        self._show()

    def _build(self) -> None:
        say = self._wording
        self.setObjectName("service-files")
        self._add.setIcon(icon("clip", self._look.tokens.accent, 16))
        self._add.setIconSize(QSize(16, 16))
        self._add.setToolTip(say("A signed list of those who took part, an invoice. 20 MB a file at most."))
        self._told.setObjectName("service-files-told")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._cards)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)

    def _show(self) -> None:
        self._cards.clear()
        files = self._files()
        self._cards.setVisible(bool(files))
        for file in files:
            card = EvidenceCard(file, None, self._look)
            card.opened.connect(partial(self._look_at, file))
            card.removed.connect(self._on_removed)
            self._cards.add(card)

    def _files(self) -> tuple[Evidence, ...]:
        if not self._uid:
            return ()
        try:
            return self._desk.workspace.hub.services.files(self._uid)
        except SestanteError as error:
            self._on_refused(error.sentence)
            return ()

    def _on_add(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self._wording("Add a file or photo…"), str(Path.home())
        )
        if chosen:
            self._tell(self._wording("Adding…"))
            paths = [Path(each) for each in chosen]
            self._adding.add_service_files(self._desk.workspace, self._uid, paths)

    def _on_kept(self) -> None:
        self._tell("")
        self._show()
        self.changed.emit()

    def _on_refused(self, sentence: Sentence) -> None:
        self._tell(self._wording.tell(sentence))

    def _on_removed(self, number: int) -> None:
        if self._desk.save_outside(partial(self._desk.workspace.hub.services.remove_file, number)):
            self._show()
            self.removed.emit()

    def _look_at(self, file: Evidence, _number: int) -> None:
        try:
            content = self._desk.workspace.hub.services.file_content(file.id)
        except SestanteError as error:
            self._on_refused(error.sentence)
            return
        viewer = Viewer(page_over(self, _PAGE), file, content, self._look)
        viewer.save_wanted.connect(partial(self._save, viewer))
        viewer.remove_wanted.connect(self._on_viewer_removed)

    def _on_viewer_removed(self, file: Evidence) -> None:
        self._on_removed(file.id)

    def _save(self, viewer: Viewer, file: Evidence) -> None:
        say = self._wording
        folder = QFileDialog.getExistingDirectory(viewer, say("Save a copy in this folder"))
        if not folder:
            return
        try:
            path = self._desk.workspace.hub.services.save_file(file, Path(folder))
        except SestanteError as error:
            self._desk.save_failed.emit(error)
            return
        self._desk.noted.emit(say("Saved as {path}.", path=path))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
