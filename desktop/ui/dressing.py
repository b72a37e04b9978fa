"""The application dressed in our style, and the steps in which the first pages are imported."""

from PySide6.QtWidgets import QApplication

from desktop.paths import resources_folder
from desktop.ui.collecting import (
    collect_in_this_thread,
    collect_nowhere,
    is_collecting,
    leave_alone_what_is_there,
)
from desktop.ui.fonts import font, load_fonts


def begin_collecting() -> None:
    """Only now: what was read and imported until here stays, and would take long to look through."""
    application = QApplication.instance()
    if application is not None and not is_collecting(application):
        leave_alone_what_is_there()
        collect_in_this_thread(application)


def dress(application: QApplication) -> None:
    """Our style and typeface, and no garbage collected yet where widgets must not be destroyed."""
    application.setStyle("Fusion")
    load_fonts(resources_folder() / "fonts")
    application.setFont(font(14))
    collect_nowhere()


def dress_application() -> None:
    """As `dress`, for the application there is."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        dress(application)


def import_pieces() -> None:
    """A step of its own: importing takes as long as a frame."""
    import desktop.ui.pieces  # noqa: F401 - imported ahead of its use


def import_shell() -> None:
    """A step of its own: importing takes as long as a frame."""
    import desktop.ui.shell  # noqa: F401 - imported ahead of its use


def import_guide() -> None:
    """A step of its own: importing takes as long as a frame."""
    import desktop.ui.guide  # noqa: F401 - imported ahead of its use


def import_unlocking() -> None:
    """A step of its own: importing takes as long as a frame."""
    import desktop.ui.safety.unlock_page  # noqa: F401 - imported ahead of its use
