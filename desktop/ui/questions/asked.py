"""A question on its card with what stands beside its answer, which the company's page alone shows."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.errors import SestanteError
from desktop.storage import Evidence, Remark
from desktop.text import Sentence
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.questions.beside.looking import look_at
from desktop.ui.questions.beside.panel import BesidePanel
from desktop.ui.questions.beside.thumbnails import as_png, thumbnail
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.route import Stop
from desktop.workspace.visits import subject_of

_SMALL = 40  # pixels of a picture on its card


class Asked(QWidget):
    """The card of a question, below it the panel beside its answer; files may be dropped on both.

    Notes are folded away where the client reads along.

    Signals: `marked` after the question was marked for later or no longer.
    """

    marked = Signal()

    def __init__(self, stop: Stop, desk: Desk, look: Look, *, is_folded: bool = False) -> None:
        super().__init__()
        self.card = QuestionCard(stop, look)
        self._desk = desk
        self._look = look
        self._key = stop.question.key
        self._subject = subject_of(self._key)
        self._remark = Remark()
        self._panel = BesidePanel(look, is_folded=is_folded) if desk.open_case.person is None else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.card)
        if self._panel is not None:
            column.addWidget(self._panel)
            self._connect(self._panel)
            self.show_beside()

    @property
    def is_marked(self) -> bool:
        """Whether the question is marked for later."""
        return self._remark.is_marked

    def last_focus(self) -> QWidget:
        """Where the Tab key leaves it: the panel follows the footer."""
        return self.card.last_focus()

    def mark(self, *, is_wanted: bool) -> None:
        """Mark the question for later, or no longer."""
        if self._panel is not None:
            remark = self._panel.remark()
            self._save(Remark(remark.note, remark.confidence, is_wanted))
            self.marked.emit()

    def open_note(self) -> None:
        """Let the user write a note, or fold it away again where the client reads along."""
        if self._panel is not None:
            self._panel.open_note()

    def show_beside(self) -> None:
        """Show what stands beside the answer now."""
        if self._panel is None:
            return
        self._remark = self._desk.beside.remarks().get(self._key, Remark())
        self._panel.show_remark(self._remark)
        self._show_evidence()

    def take_files(self, paths: list[Path]) -> None:
        """Keep files and photos that show the answer."""
        if self._panel is not None and paths and not self._is_refused():
            self._panel.show_state(self._look.wording("Adding…"))
            desk = self._desk
            desk.adding.add_files(desk.workspace, desk.open_case, self._subject, paths)

    def wants_files(self) -> bool:
        """Whether files may be dropped here now."""
        return self._panel is not None

    def drop_words(self) -> tuple[str, str]:
        """What is said while files hang over it."""
        say = self._look.wording
        return say("Drop them here to add them to this question"), say(
            "Documents and photos, 20 MB each at most"
        )

    def paste(self) -> None:
        """Keep the picture, or the files, on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        picture = data.imageData() if data.hasImage() else None
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif isinstance(picture, QImage):
            self._take_picture(picture)

    def _connect(self, panel: BesidePanel) -> None:
        panel.remark_changed.connect(self._on_remark_changed)
        panel.add_wanted.connect(self._on_add_wanted)
        panel.picture_pasted.connect(self._take_picture)
        panel.opened.connect(self._on_opened)
        panel.removed.connect(self._on_removed)
        self._desk.adding.kept.connect(self._on_kept)
        self._desk.adding.refused.connect(self._on_refused)

    def _show_evidence(self) -> None:
        if self._panel is not None:
            found = self._desk.beside.evidence(self._subject)
            self._panel.show_evidence([(each, thumbnail(self._content(each), _SMALL)) for each in found])

    def _content(self, evidence: Evidence) -> bytes:
        if not evidence.media_type.startswith("image/"):
            return b""
        try:
            return self._desk.workspace.visits.content(self._desk.open_case, evidence.id)
        except SestanteError:
            return b""

    def _save(self, remark: Remark) -> None:
        if remark != self._remark:
            seen, self._remark = self._remark, remark
            self._desk.beside.save_remark(self._key, remark, seen)
            if self._panel is not None:
                self._panel.show_remark(remark)

    def _is_refused(self) -> bool:
        """Whether the round is an earlier one that is to stay as it is, which is told."""
        return self._desk.protection.refuses(self._desk.case)

    def _take_picture(self, picture: QImage) -> None:
        if self._panel is None or self._is_refused():
            return
        say, desk = self._look.wording, self._desk
        self._panel.show_state(say("Adding…"))
        there = len(desk.beside.evidence(self._subject))
        name = say("Pasted picture {number}", number=there + 1) + ".png"
        desk.adding.add_picture(desk.workspace, desk.open_case, self._subject, name, as_png(picture))

    def _on_remark_changed(self) -> None:
        if self._panel is not None:
            self._save(self._panel.remark())

    def _on_add_wanted(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self._look.wording("Add a file or photo"))
        self.take_files([Path(path) for path in paths])

    def _on_kept(self) -> None:
        if self._panel is not None:
            self._panel.show_state("")
            self._show_evidence()

    def _on_refused(self, sentence: object) -> None:
        if self._panel is not None and isinstance(sentence, Sentence):
            self._panel.show_state(self._look.wording.tell(sentence))

    def _on_opened(self, evidence_id: int) -> None:
        found = self._find(evidence_id)
        if found is None:
            return
        try:
            viewer = look_at(found, self, "questions-page", self._desk, self._look)
        except SestanteError as error:
            self._on_refused(error.sentence)
            return
        viewer.remove_wanted.connect(self._on_remove_wanted)
        viewer.closed.connect(self.card.first_focus().setFocus)

    def _on_removed(self, evidence_id: int) -> None:
        found = self._find(evidence_id)
        if found is None:
            return
        self._desk.beside.remove_evidence(evidence_id)
        self._show_evidence()
        words = self._look.wording("“{file}” was removed. Ctrl+Z brings it back.", file=found.file_name)
        self._desk.noted.emit(words)

    def _on_remove_wanted(self, evidence: object) -> None:
        if isinstance(evidence, Evidence):
            self._on_removed(evidence.id)

    def _find(self, evidence_id: int) -> Evidence | None:
        found = self._desk.beside.evidence(self._subject)
        return next((each for each in found if each.id == evidence_id), None)
