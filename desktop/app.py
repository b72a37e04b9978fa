"""The application: the window at once, everything else behind it."""

import signal
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.paths import data_folder as chosen_folder
from desktop.settings import Settings, read_settings
from desktop.ui.branded import branded
from desktop.ui.theme import THEMES
from desktop.ui.window import Window
from desktop.worn_brand import read_worn

if TYPE_CHECKING:
    from desktop.review.draft import PreviewWish

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
    tokens, brand = THEMES[settings.theme], read_worn(folder)
    window = Window(tokens if brand is None else branded(tokens, brand.accent), brand)
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


def run_preview(wish: "PreviewWish") -> int:
    """Show what an author writes until the window is closed; nothing of it stays."""
    application = make_application()
    theme = _settings(chosen_folder(None)).theme
    for name in ("SIGTERM", "SIGHUP"):  # the terminal may be closed first
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    with TemporaryDirectory(prefix="sestante-preview-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        sys.excepthook = partial(_on_uncaught, folder)
        window = Window(THEMES[theme])
        begin = partial(_on_preview_painted, window, wish, folder, theme)
        window.first_painted.connect(begin, Qt.ConnectionType.QueuedConnection)
        window.show()
        code = application.exec()
        window.close()  # lets go of the folder where the application was told to quit
        del window
    return code


def _settings(folder: Path) -> Settings:
    """The user's own settings; before there are any, the system's language if we speak it."""
    language = _SYSTEM_LANGUAGES.get(QLocale.system().language(), Settings().language)
    return read_settings(folder, Settings(language=language))


def _on_first_painted(window: Window, folder: Path, settings: Settings) -> None:
    from desktop.sessions import Sessions

    Sessions(window, folder, settings).start()


def _on_preview_painted(window: Window, wish: "PreviewWish", folder: Path, theme: str) -> None:
    from desktop.previewing import show_preview

    show_preview(window, wish, folder, theme)


def _on_uncaught(
    folder: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    import logging

    from desktop.errors import SestanteError, StorageError, sentence_of
    from desktop.text import wording

    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    logging.getLogger(__name__).error("uncaught", exc_info=(kind, error, trace))
    say = wording(_settings(folder).language)
    sentence = say("Something went wrong. What was saved is safe; please close Sestante and open it again.")
    detail = say.tell(sentence_of(error)) if isinstance(error, SestanteError) else f"{kind.__name__}: {error}"
    told = detail if isinstance(error, StorageError) else f"{sentence}\n\n{detail}"
    QMessageBox.critical(QApplication.activeWindow(), "Sestante", told)
