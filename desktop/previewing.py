"""What fills the window of a preview: the draft, the pages over it, and both again after every save."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.library import Library, read_library
from desktop.errors import ContentError, sentence_of
from desktop.opening import dress
from desktop.paths import assessments_folder, resources_folder
from desktop.review.dead_ends import Offer
from desktop.review.draft import Draft, PreviewWish, read_draft, reviewed
from desktop.storage import FileDatabase
from desktop.text import wording
from desktop.ui.background import Operation, end_background_work
from desktop.ui.collecting import collect_in_this_thread
from desktop.ui.preview.frame import PreviewFrame
from desktop.ui.preview.guide import PreviewGuide, choose_all, pretend_company
from desktop.ui.preview.watching import FolderWatch
from desktop.ui.shell import Shell
from desktop.ui.window import Window
from desktop.workspace import Place, Workspace

_LONGEST_WAIT = 5000  # milliseconds for work still running when the window closes


@dataclass(frozen=True, slots=True)
class _Opened:
    """All that is read before the first page; no catalogue where its files have errors."""

    library: Library
    catalogue: Catalogue | None
    database: FileDatabase
    workspace: Workspace
    draft: Draft


class Previewing(QObject):
    """Fills the window, and follows the files."""

    def __init__(self, window: Window, wish: PreviewWish, folder: Path, theme: str) -> None:
        """`folder` is the data folder, which nobody else needs."""
        super().__init__(window)
        self._window = window
        self._wish = wish
        self._folder = folder
        self._shell = Shell(window, wish.language, theme)
        self._frame = PreviewFrame(window, self._shell, wish.target.title)
        self._opened: _Opened | None = None
        self._guide: PreviewGuide | None = None
        self._draft = Draft()
        self._is_closed = False
        self._opening = Operation(self)
        self._reading = Operation(self)
        self._reviewing = Operation(self)
        self._connect()

    def start(self) -> None:
        """Begin to read."""
        self._opening.start(partial(_open, self._wish, self._folder))

    def _connect(self) -> None:
        self._window.closed.connect(self._on_closed)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self._on_not_opened)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_not_read)
        self._reviewing.succeeded.connect(self._on_reviewed)

    def _on_opened(self, opened: object) -> None:
        if not isinstance(opened, _Opened):
            return
        if self._is_closed:
            opened.database.close()
            return
        self._opened, self._draft = opened, opened.draft
        self._guide = PreviewGuide(opened.workspace, self._shell, self._frame, opened.draft)
        self._guide.start()
        watch = FolderWatch(self._wish.target.folder, self)
        watch.changed.connect(self._read)
        self._review()
        application = QApplication.instance()
        if application is not None:
            collect_in_this_thread(application)
        self._read()  # what was saved before the folder was watched

    def _on_not_opened(self, error: object) -> None:
        say = self._shell.look.wording
        sentences = say.tell(sentence_of(error))
        self._shell.show_message(say("Sestante cannot start"), sentences, say("Quit"), self._window.close)

    def _read(self) -> None:
        if self._opened is not None:
            self._reading.start(partial(read_draft, self._wish.target, self._opened.catalogue, self._draft))

    def _on_read(self, draft: object) -> None:
        opened, guide = self._opened, self._guide
        if not isinstance(draft, Draft) or opened is None or guide is None:
            return
        if draft.key and draft.key == self._draft.key:
            self._frame.bar.show_draft(self._draft)
        else:
            self._draft = draft
            workspace = Workspace(opened.library.showing(draft.asked), opened.database)
            guide.show_draft(draft, workspace)
            self._review()

    def _on_not_read(self, error: object) -> None:
        self._frame.bar.show_failure(self._shell.look.wording.tell(sentence_of(error)))

    def _review(self) -> None:
        catalogue = self._opened.catalogue if self._opened is not None else None
        self._reviewing.start(partial(_reviewed, self._draft, catalogue))

    def _on_reviewed(self, draft: object) -> None:
        if isinstance(draft, Draft) and draft.key == self._draft.key and self._guide is not None:
            self._draft = draft
            self._guide.show_problems(draft)

    def _on_closed(self) -> None:
        self._is_closed = True
        end_background_work(self._shell, _LONGEST_WAIT)
        if self._opened is not None:
            self._opened.database.close()
            self._opened = None


def _open(wish: PreviewWish, folder: Path) -> _Opened:
    """Runs in a worker thread."""
    library = read_library(assessments_folder(), resources_folder())
    catalogue = _catalogue(library)
    draft = read_draft(wish.target, catalogue, Draft())
    database = FileDatabase(folder)
    workspace = Workspace(library.showing(draft.asked), database)
    case = workspace.create_case(pretend_company(wording(wish.language)))
    case = choose_all(workspace, case, draft.shown)
    workspace.save_place(case, Place("questions", *(wish.question or (None, None))))
    _ = library.network
    return _Opened(library, catalogue, database, workspace, draft)


def _catalogue(library: Library) -> Catalogue | None:
    try:
        return library.catalogue
    except ContentError:
        return None


def _reviewed(draft: Draft, catalogue: Catalogue | None) -> Draft:
    """Runs in a worker thread."""
    return reviewed(draft, None if catalogue is None else Offer.of(catalogue))


def show_preview(window: Window, wish: PreviewWish, folder: Path, theme: str) -> None:
    """Fill a window, which must have been painted."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        dress(application)
    Previewing(window, wish, folder, theme).start()
