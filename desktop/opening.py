"""What fills the painted window: typeface and shell, then the workspace, then the rest ahead of use."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.paths import resources_folder
from desktop.settings import Settings
from desktop.ui.background import Operation, wait_for_background_work
from desktop.ui.collecting import collect_in_this_thread, leave_alone_what_is_there
from desktop.ui.fonts import font, load_fonts
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.ui.shell import Shell
    from desktop.workspace import Workspace

_LONGEST_WAIT = 5000  # milliseconds for work still running when the window closes
_PAINTING = 100  # milliseconds the first page is given to appear before work begins beside it


class Opening(QObject):
    """Fills the window step by step. Imports run in a worker thread, so the window answers all the while."""

    def __init__(self, window: Window, folder: Path, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._settings = settings
        self._shell: Shell | None = None
        self._workspace: Workspace | None = None
        self._importing = Operation(self)
        self._opening = Operation(self)
        self._reading = Operation(self)
        window.closed.connect(self._on_closed)
        self._importing.succeeded.connect(self._on_imported)
        self._importing.failed.connect(self._on_broken)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)

    def start(self) -> None:
        """Begin; the window must have been painted."""
        self._importing.start(_import_shell)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application)

    def _on_imported(self, _nothing: object) -> None:
        from desktop.ui.shell import Shell

        self._opening.start(self._open)
        self._shell = Shell(self._window, self._settings.language, self._settings.theme)

    def _open(self) -> object:
        """Runs in a worker thread: the imports are most of the time."""
        from desktop.text import wording
        from desktop.ui.pages import PAGES
        from desktop.workspace import Workspace

        workspace = Workspace.open(self._folder)
        case = workspace.last_case()
        if case is not None and case.place.page not in ("company", "questions"):
            workspace.read_ahead()
        page = "welcome" if case is None else case.place.page
        PAGES.get(page, PAGES["welcome"])()
        import desktop.ui.guide  # noqa: F401 - imported here so that the window need not wait for it

        if page == "company":
            from desktop.ui.company.choices import country_choices

            country_choices(wording(self._settings.language))  # Babel reads the names of countries once
        return workspace

    def _on_opened(self, value: object) -> None:
        from desktop.errors import SestanteError
        from desktop.ui.guide import Guide
        from desktop.workspace import Workspace

        if not isinstance(value, Workspace) or self._shell is None:
            return
        leave_alone_what_is_there()
        self._workspace = value
        try:
            Guide(value, self._shell).start()
        except SestanteError as error:
            self._on_failed(error)
            return
        QTimer.singleShot(_PAINTING, self, self._on_page_painted)

    def _on_page_painted(self) -> None:
        self._reading.start(self._read_ahead)

    def _read_ahead(self) -> None:
        """Runs in a worker thread, while the user looks at the first page."""
        from desktop.text import wording
        from desktop.ui.company.choices import country_choices
        from desktop.ui.pages import import_all_pages

        if self._workspace is not None:
            self._workspace.prepare_saving()
            self._workspace.read_ahead()
        import_all_pages()
        country_choices(wording(self._settings.language))

    def _on_broken(self, error: object) -> None:
        """Without a shell only the last resort is left: a message box of its own."""
        if isinstance(error, Exception):
            raise error

    def _on_failed(self, error: object) -> None:
        from desktop.errors import sentence_of

        if self._shell is not None:
            say = self._shell.look.wording
            sentences = say.tell(sentence_of(error))
            self._shell.show_message(say("Sestante cannot start"), sentences, say("Quit"), self._window.close)

    def _on_closed(self) -> None:
        wait_for_background_work(_LONGEST_WAIT)
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None


def dress(application: QApplication) -> None:
    """Our style and typeface, and garbage collected where widgets may be destroyed."""
    application.setStyle("Fusion")
    load_fonts(resources_folder() / "fonts")
    application.setFont(font(14))
    collect_in_this_thread(application)


def _import_shell() -> None:
    import desktop.ui.shell  # noqa: F401 - some 40 ms that the painted window need not wait for
