"""The application: the window at once, everything else behind it."""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.errors import SestanteError
from desktop.paths import data_folder as chosen_folder
from desktop.paths import resources_folder
from desktop.text import wording
from desktop.ui.background import Operation, wait_for_background_work
from desktop.ui.collecting import collect_in_this_thread, leave_alone_what_is_there
from desktop.ui.fonts import font, load_fonts
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.workspace import Workspace

_LOGGER = logging.getLogger(__name__)
_FIRST_LANGUAGE = "it"
_LONGEST_WAIT = 5000  # milliseconds for work still running when the window closes
_EAGER_SWITCHING = 0.0005  # seconds between threads while modules are imported beside the window


class Start(QObject):
    """Opens the workspace behind the painted window, then hands over to the guide."""

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._workspace: Workspace | None = None
        self._switch_interval = sys.getswitchinterval()
        self._opening = Operation(self)
        self._reading = Operation(self)
        window.first_painted.connect(self._on_first_painted)
        window.closed.connect(self._on_closed)
        self._opening.succeeded.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)

    def _on_first_painted(self) -> None:
        sys.setswitchinterval(_EAGER_SWITCHING)
        self._opening.start(self._open)

    def _open(self) -> object:
        """Runs in a worker thread: the imports are most of the time."""
        from desktop.workspace import Workspace

        workspace = Workspace.open(self._folder)
        case = workspace.last_case()
        if case is not None and case.place.page not in ("company", "questions"):
            workspace.read_ahead()
        import desktop.ui.guide  # noqa: F401 - imported here so that the window need not wait for it
        from desktop.ui.company.choices import country_choices

        country_choices(wording(workspace.settings().language))  # Babel reads the names of countries once
        return workspace

    def _on_opened(self, value: object) -> None:
        sys.setswitchinterval(self._switch_interval)
        from desktop.ui.guide import Guide
        from desktop.workspace import Workspace

        if isinstance(value, Workspace):
            leave_alone_what_is_there()
            self._workspace = value
            try:
                guide = Guide(value, self._window)
                self._window.keep(guide)
                guide.start()
                self._reading.start(value.read_ahead)
            except SestanteError as error:
                self._on_failed(error)

    def _on_failed(self, error: object) -> None:
        sys.setswitchinterval(self._switch_interval)
        say = self._window.look.wording
        sentences = (
            str(error)
            if isinstance(error, SestanteError)
            else say("Something unexpected happened. {error}", error=error)
        )
        self._window.show_message(say("Sestante cannot start"), sentences, say("Quit"), self._window.close)

    def _on_closed(self) -> None:
        wait_for_background_work(_LONGEST_WAIT)
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None


def make_application() -> QApplication:
    """The Qt application with our typeface and without the system's theme."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Sestante")
    application.setStyle("Fusion")
    load_fonts(resources_folder() / "fonts")
    application.setFont(font(14))
    collect_in_this_thread(application)
    return application


def open_window(folder: Path) -> Window:
    """The window, shown, with the workspace opening behind it."""
    window = Window(_FIRST_LANGUAGE)
    Start(window, folder)
    window.show()
    return window


def run(data_folder: Path | None) -> int:
    """Show the window until it is closed; the exit code."""
    application = make_application()
    sys.excepthook = _on_uncaught
    window = open_window(chosen_folder(data_folder))
    code = application.exec()
    del window
    return code


def _on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _LOGGER.error("uncaught", exc_info=(kind, error, trace))
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    active = QApplication.activeWindow()
    say = active.look.wording if isinstance(active, Window) else wording(_FIRST_LANGUAGE)
    sentence = say("Something went wrong. What was saved is safe; please close Sestante and open it again.")
    detail = str(error) if isinstance(error, SestanteError) else f"{kind.__name__}: {error}"
    QMessageBox.critical(active, "Sestante", f"{sentence}\n\n{detail}")
