"""What fills the painted window: typeface and shell, then the workspace, then the rest ahead of use.

Modules that define widgets are imported in the window's own thread alone: a class of Qt made in a worker
while the window draws crashed it about once in a hundred starts. What has nothing to do with Qt, by far the
most, is imported in the worker.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.paths import resources_folder
from desktop.settings import Settings
from desktop.ui.background import Operation, end_background_work
from desktop.ui.collecting import collect_in_this_thread, collect_nowhere, leave_alone_what_is_there
from desktop.ui.fonts import font, load_fonts
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.ui.shell import Shell
    from desktop.workspace import Workspace

_LONGEST_WAIT = 5000  # milliseconds for work still running when the window closes
# Milliseconds given to what was built to appear, before a worker begins to compete for the interpreter.
_SHELL_PAINTED = 10
_PAGE_PAINTED = 100
_BETWEEN_PAGES = 20


class Opening(QObject):
    """Fills the window step by step, with a turn for the window between any two steps."""

    def __init__(self, window: Window, folder: Path, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._settings = settings
        self._shell: Shell | None = None
        self._workspace: Workspace | None = None
        self._is_closed = False
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._turn = QTimer(self)
        self._opening = Operation(self)
        self._reading = Operation(self)
        window.closed.connect(self._on_closed)
        self._turn.timeout.connect(self._on_turn)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._reading.succeeded.connect(self._on_read_ahead)
        self._reading.failed.connect(self._on_not_read)

    def start(self) -> None:
        """Begin; the window must have been painted."""
        self._take_turns(_dress_application, _import_pieces, _import_shell, self._show_shell)

    def _take_turns(self, *steps: Callable[[], object], pause: int = 0) -> None:
        self._steps = iter(steps)
        self._turn.start(pause)

    def _on_turn(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._turn.stop()
        else:
            step()

    def _show_shell(self) -> None:
        from desktop.ui.shell import Shell

        self._shell = Shell(self._window, self._settings.language, self._settings.theme)
        QTimer.singleShot(_SHELL_PAINTED, self, self._on_shell_painted)

    def _on_shell_painted(self) -> None:
        self._opening.start(self._open)

    def _open(self) -> object:
        """Runs in a worker thread."""
        from desktop.text import wording
        from desktop.workspace import Workspace

        workspace = Workspace.open(self._folder)
        workspace.library.show_texts_in(self._settings.texts)
        if workspace.has_several:
            from desktop.ui.home.words import prepare

            prepare(wording(self._settings.language))
            workspace.companies.read_ahead(self._settings.language)
            return workspace
        case = workspace.last_case()
        if case is None:
            _ = workspace.offers.first_asked
        if case is not None and case.place.page == "company":
            from desktop.ui.company.choices import country_choices

            country_choices(wording(self._settings.language))  # Babel reads the names of countries once
        if case is not None and case.place.page not in ("company", "questions"):
            workspace.read_ahead()
        return workspace

    def _on_opened(self, value: object) -> None:
        from desktop.ui.pages import PAGES
        from desktop.workspace import Workspace

        if isinstance(value, Workspace) and self._is_closed:
            value.close()
        elif isinstance(value, Workspace):
            self._workspace = value
            case = None if value.has_several else value.last_case()
            home = "companies" if value.has_several else "welcome"
            page = home if case is None else case.place.page
            self._take_turns(_import_guide, PAGES.get(page, PAGES["welcome"]), self._show_page)

    def _show_page(self) -> None:
        from desktop.errors import SestanteError
        from desktop.ui.guide import Guide

        if self._shell is None or self._workspace is None:
            return
        try:
            Guide(self._workspace, self._shell).start()
        except SestanteError as error:
            self._on_failed(error)
            return
        QTimer.singleShot(_PAGE_PAINTED, self, self._on_page_painted)

    def _on_page_painted(self) -> None:
        self._reading.start(self._read_ahead)

    def _read_ahead(self) -> None:
        """Runs in a worker thread, while the user looks at the first page."""
        from desktop.text import wording
        from desktop.ui.company.choices import country_choices

        if self._workspace is not None:
            self._workspace.prepare_saving()
            self._workspace.read_ahead()
        country_choices(wording(self._settings.language))

    def _on_read_ahead(self, _outcome: object) -> None:
        """A failure shows again, with a page to say it on, when the content is asked for."""
        from desktop.ui.pages import PAGES

        self._take_turns(*PAGES.values(), self._begin_collecting, pause=_BETWEEN_PAGES)

    def _on_not_read(self, error: object) -> None:
        """Without questionnaires no page can go on."""
        if self._workspace is not None and not self._workspace.library.has_questionnaires:
            self._on_failed(error)
        else:
            self._on_read_ahead(error)

    def _begin_collecting(self) -> None:
        """Only now: what was read and imported until here stays, and would take long to look through."""
        leave_alone_what_is_there()
        application = QApplication.instance()
        if application is not None:
            collect_in_this_thread(application)

    def _on_failed(self, error: object) -> None:
        from desktop.errors import sentence_of

        if self._shell is not None:
            say = self._shell.look.wording
            sentences = say.tell(sentence_of(error))
            self._shell.show_message(say("Sestante cannot start"), sentences, say("Quit"), self._window.close)

    def _on_closed(self) -> None:
        self._is_closed = True
        self._turn.stop()
        # What opens the workspace has to come to its end, so that it is closed again.
        end_background_work(self._shell or self, _LONGEST_WAIT)
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None


def dress(application: QApplication) -> None:
    """Our style and typeface, and no garbage collected yet where widgets must not be destroyed."""
    application.setStyle("Fusion")
    load_fonts(resources_folder() / "fonts")
    application.setFont(font(14))
    collect_nowhere()


def _dress_application() -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        dress(application)


def _import_pieces() -> None:
    import desktop.ui.pieces  # noqa: F401 - imported ahead of its use


def _import_shell() -> None:
    import desktop.ui.shell  # noqa: F401 - imported ahead of its use


def _import_guide() -> None:
    import desktop.ui.guide  # noqa: F401 - imported ahead of its use
