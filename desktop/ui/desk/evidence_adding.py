"""Files and photos read, checked and kept beside the window, whichever page is shown meanwhile."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import SestanteError, sentence_of
from desktop.text import Sentence, joined
from desktop.ui.background import Operation, quick_pool
from desktop.workspace import Case, Workspace

Keep = Callable[[], object]


class EvidenceAdding(QObject):
    """Keeps what is handed over, one after the other; what was begun is ended even if the window closes.

    Signals: `kept` after some were kept, `refused` carries the sentence that says why others were not.
    """

    kept = Signal()
    refused = Signal(object)

    def add_files(self, workspace: Workspace, case: Case, subject: str, paths: Sequence[Path]) -> None:
        """Keep files."""
        self._start([partial(workspace.visits.add_evidence, case, subject, path) for path in paths])

    def add_picture(self, workspace: Workspace, case: Case, subject: str, name: str, data: bytes) -> None:
        """Keep a picture that is no file."""
        self._start([partial(workspace.visits.add_picture, case, subject, name, data)])

    def add_service_files(self, workspace: Workspace, uid: str, paths: Sequence[Path]) -> None:
        """Keep files that show a service."""
        self._start([partial(workspace.hub.services.add_file, uid, path) for path in paths])

    def _start(self, keeps: Sequence[Keep]) -> None:
        operation = Operation(self, quick_pool(), is_lasting=True)
        operation.succeeded.connect(self._on_ended)
        operation.failed.connect(self._on_failed)
        for signal in (operation.succeeded, operation.failed):
            signal.connect(operation.deleteLater)
        operation.start(partial(_kept, keeps))

    def _on_ended(self, sentences: object) -> None:
        self.kept.emit()
        if isinstance(sentences, list) and sentences:
            self.refused.emit(joined(sentences, "\n"))

    def _on_failed(self, error: object) -> None:
        self.refused.emit(sentence_of(error))


def _kept(keeps: Sequence[Keep]) -> list[Sentence]:
    """Runs in a worker thread; tells why some could not be kept."""
    sentences = []
    for keep in keeps:
        try:
            keep()
        except SestanteError as error:
            sentences.append(error.sentence)
    return sentences
