"""The application: the window at once, everything else behind it."""

import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.paths import data_folder as chosen_folder
from desktop.settings import Settings, read_settings
from desktop.ui.theme import THEMES
from desktop.ui.window import Window

_SYSTEM_LANGUAGES = {QLocale.Language.English: "en"}


def make_application() -> QApplication:
    """The Qt application, as it is before it wears our typeface and style."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Sestante")
    return application


def open_window(folder: Path) -> Window:
    """The window, shown, with the workspace opening behind it."""
    settings = _settings(folder)
    window = Window(THEMES[settings.theme])
    begin = partial(_on_first_painted, window, folder, settings)
    window.first_painted.connect(begin, Qt.ConnectionType.QueuedConnection)
    window.show()
    return window


def run(data_folder: Path | None) -> int:
    """Show the window until it is closed; the exit code."""
    application = make_application()
    folder = chosen_folder(data_folder)
    sys.excepthook = partial(_on_uncaught, folder)
    window = open_window(folder)
    code = application.exec()
    del window
    return code


def _settings(folder: Path) -> Settings:
    """The user's own settings; before there are any, the system's language if we speak it."""
    language = _SYSTEM_LANGUAGES.get(QLocale.system().language(), Settings().language)
    return read_settings(folder, Settings(language=language))


def _on_first_painted(window: Window, folder: Path, settings: Settings) -> None:
    from desktop.opening import Opening

    Opening(window, folder, settings).start()


def _on_uncaught(
    folder: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    import logging

    from desktop.errors import SestanteError, sentence_of
    from desktop.text import wording

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    logging.getLogger(__name__).error("uncaught", exc_info=(kind, error, trace))
    say = wording(_settings(folder).language)
    sentence = say("Something went wrong. What was saved is safe; please close Sestante and open it again.")
    detail = say.tell(sentence_of(error)) if isinstance(error, SestanteError) else f"{kind.__name__}: {error}"
    QMessageBox.critical(QApplication.activeWindow(), "Sestante", f"{sentence}\n\n{detail}")
