"""The window: the rail, the page beside it, and the way from one to another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget
from typing_extensions import override

from desktop.text import Wording, wording
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.message_page import MessagePage
from desktop.ui.rail import Rail
from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import LIGHT, THEMES, palette

if TYPE_CHECKING:
    from desktop.ui.guide import Guide


class Window(QMainWindow):
    """The shell; it knows nothing of companies and questions, the guide does.

    Signals: `first_painted` once, after the shell was drawn for the first time; `closed` when it goes.
    """

    first_painted = Signal()
    closed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._is_painted = False
        self._translator = QTranslator(self)
        self._guide: Guide | None = None
        self.look = Look(wording(language), LIGHT)
        self.rail: Rail = Rail(self.look)
        self._page: QWidget = QWidget()
        self.setWindowTitle("Sestante")
        self.setMinimumSize(1024, 640)
        self.resize(1280, 800)
        self.show_look(language, "light")

    @property
    def is_ready(self) -> bool:
        """Whether the workspace is open and its first page shown."""
        return self._guide is not None and self._page.isVisible()

    def show_look(self, language: str, theme: str) -> None:
        """Speak another language or wear other colours; the page goes and must be shown anew."""
        self.look = Look(
            Wording(language) if language != self.look.wording.language else self.look.wording, THEMES[theme]
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.look.tokens))
            application.setStyleSheet(stylesheet(self.look.tokens))
            self._translate_dialogs(application)
        self.setWindowIcon(icon("sextant", self.look.tokens.accent, 64))
        self._build()

    def show_page(self, page: QWidget) -> None:
        """Put a page beside the rail in place of the one before."""
        self._row.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page
        page.show()

    def show_message(self, heading: str, sentences: str, button: str, act: Callable[[], object]) -> None:
        """A full page that says what happened."""
        page = MessagePage(heading, sentences, button)
        page.pressed.connect(act)
        self.show_page(page)
        if (pushed := page.findChild(QWidget, "message-button")) is not None:
            pushed.setFocus()

    def keep(self, guide: "Guide") -> None:
        """Hold on to the guide as long as the window lives."""
        self._guide = guide

    def _translate_dialogs(self, application: QApplication) -> None:
        """Let Qt's own dialogs speak the language too."""
        application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.look.wording.language}", folder):
            application.installTranslator(self._translator)

    def _build(self) -> None:
        shell = QWidget()
        shell.setObjectName("shell")
        self.rail = Rail(self.look)
        self.rail.show_company("")
        self.rail.show_steps(None, has_case=False)
        self._page = MessagePage(self.look.wording("Opening…"))
        self._row = QHBoxLayout(shell)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addWidget(self._page, 1)
        self.setCentralWidget(shell)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QPainter(self).end()
            self.first_painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
