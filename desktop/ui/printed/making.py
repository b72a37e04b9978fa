"""The document made beside the window, once more after every change of what is to be in it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.dossier import Dossier, share
from desktop.exchange.results.desk_key import DeskCard
from desktop.report import write_copy
from desktop.ui.background import Operation
from desktop.ui.printed.pages import rendered_pages
from desktop.workspace import Case, Workspace
from desktop.workspace.copies import Copy, made_paper, write_paper
from desktop.workspace.file_names import told_stem

_SCREEN_DPI = 130
_REST = 250  # milliseconds without a change before the document is made anew


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """The document with pictures of its pages; it stays in memory, as it says much of a company."""

    name: str
    data: bytes
    pages: tuple[QImage, ...]


@dataclass(frozen=True, slots=True)
class LeavingPlan:
    """A company's plan, which leaves as copies in a language; all its methods run in worker threads."""

    workspace: Workspace
    case: Case
    dossier: Dossier
    language: str

    @property
    def whole(self) -> Dossier:
        """With what was agreed to until now."""
        return self.workspace.outgoing.complete(self.dossier, self.case, self.dossier.earlier)

    def save(self, copy: Copy, path: Path) -> Path:
        """The printed plan."""
        write_paper(self.workspace, self.whole, copy, path, self.language)
        return path

    def save_editable(self, copy: Copy, path: Path) -> Path:
        """A copy to change, as the end of the name says."""
        write_copy(share(self.whole, copy.scope), path, self.language)
        return path

    def save_data(self, copy: Copy, path: Path, sealed_to: DeskCard | None) -> Path:
        """The result as a file."""
        self.workspace.outgoing.write_file(self.whole, copy.scope, path, sealed_to)
        return path

    def show(self, copy: Copy) -> ShownDocument:
        """The printed plan, with pictures."""
        data = made_paper(self.workspace, self.whole, copy, self.language)
        name = f"{told_stem(self.dossier, copy.scope)}.pdf"
        return ShownDocument(name, data, rendered_pages(data, _SCREEN_DPI))


class Making(QObject):
    """Works out the plan, then makes its document; changes in quick succession make one.

    Signals: `known` carries the LeavingPlan once it is known, `made` a ShownDocument, `failed` the error.
    """

    known = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, case: Case, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._work = partial(_worked_out, workspace, case, language)
        self._plan: LeavingPlan | None = None
        self._copy = Copy()
        self._gathering, self._drawing = Operation(self), Operation(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._connect()

    def begin(self, copy: Copy) -> None:
        """Work out the plan and make its document."""
        self._copy = copy
        self._gathering.start(self._work)

    def change(self, copy: Copy) -> None:
        """Make the document anew; what is being made for an earlier wish ends."""
        self._copy = copy
        self._drawing.forget()
        if self._plan is not None:
            self._rest.start()

    def _connect(self) -> None:
        self._gathering.succeeded.connect(self._on_worked_out)
        self._gathering.failed.connect(self.failed)
        self._drawing.succeeded.connect(self.made)
        self._drawing.failed.connect(self.failed)
        self._rest.timeout.connect(self._draw)

    def _on_worked_out(self, value: object) -> None:
        if isinstance(value, LeavingPlan):
            self._plan = value
            self.known.emit(value)
            self._draw()

    def _draw(self) -> None:
        if self._plan is not None:
            self._drawing.start(partial(self._plan.show, self._copy))


def _worked_out(workspace: Workspace, case: Case, language: str) -> LeavingPlan:
    """Runs in a worker thread."""
    return LeavingPlan(workspace, case, workspace.dossier(case), language)
