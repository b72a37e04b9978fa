"""What fills the window: the rail, the page beside it, and the way from one page to another."""

from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.background import Operation
from desktop.ui.icons import icon
from desktop.ui.look import Look, look_of
from desktop.ui.message_page import MessagePage
from desktop.ui.parts import Parts
from desktop.ui.rail import Rail
from desktop.ui.stylesheet import stylesheet
from desktop.ui.tab_stops import go_to_next_stop
from desktop.ui.theme import palette
from desktop.ui.window import Window, window_title
from desktop.worn_brand import WornBrand


class Shell(QWidget):
    """Rail and page; it knows nothing of companies and questions, the guide does."""

    def __init__(self, window: Window, language: str, theme: str, brand: WornBrand | None = None) -> None:
        super().__init__(window)
        self.setObjectName("shell")
        self._translator = QTranslator(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.look = look_of(language, theme, brand)
        self._dress(window)
        self.rail: Rail = _empty_rail(self.look)
        self._page: QWidget = MessagePage(self.look.wording("Opening…"))
        self._row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._page, 1)
        self._row.addLayout(self._column, 1)
        window.setCentralWidget(self)

    def show_look(self, language: str, theme: str) -> None:
        """Speak another language or wear other colours; the page goes and must be shown anew."""
        self._show(look_of(language, theme, self.look.brand))

    def wear(self, brand: WornBrand | None) -> None:
        """Look as an edition does; the page goes and must be shown anew."""
        look = self.look
        if brand != look.brand:
            self._show(look_of(look.wording.language, look.tokens.name, brand))

    def _show(self, look: Look) -> None:
        self.look = look
        self._dress(self.window())
        old, self.rail = self.rail, _empty_rail(self.look)
        self._row.replaceWidget(old, self.rail)
        old.hide()
        old.deleteLater()
        self.show_page(MessagePage(self.look.wording("Opening…")))

    def show_strips(self, *strips: QWidget) -> None:
        """Put lines above the page, in place of those before."""
        while self._column.count() > 1 and (item := self._column.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        for place, strip in enumerate(strips):
            self._column.insertWidget(place, strip)

    def show_page(self, page: QWidget) -> None:
        """Put a page beside the rail in place of the one before."""
        self._row.replaceWidget(self._page, page)
        for operation in self._page.findChildren(Operation):
            operation.forget()  # what it brings would find another company, or none, on the desk
        for parts in self._page.findChildren(Parts):
            parts.stop()
        self._page.hide()
        self._page.deleteLater()
        self._page = page
        page.show()
        page.setFocus()  # else Qt hands the keyboard to the rail; pages pass it on to what is theirs
        focused = QApplication.focusWidget()
        if focused is not page and not (focused is not None and page.isAncestorOf(focused)):
            go_to_next_stop(page, is_forward=True)  # what is theirs is not shown, as a list without lines

    def show_message(self, heading: str, sentences: str, button: str, act: Callable[[], object]) -> None:
        """A full page that says what happened."""
        page = MessagePage(heading, sentences, button)
        page.pressed.connect(act)
        self.show_page(page)
        if (pushed := page.findChild(QWidget, "message-button")) is not None:
            pushed.setFocus()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_to_next_stop(QApplication.focusWidget() or self, is_forward=next)

    def _dress(self, window: QWidget) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.look.tokens))
            sheet = stylesheet(self.look.tokens)
            if application.styleSheet() != sheet:  # Qt dresses every widget anew, also in the same
                application.setStyleSheet(sheet)
            self._translate_dialogs(application)
        window.setWindowTitle(window_title(self.look.brand))
        window.setWindowIcon(icon("sextant", self.look.tokens.accent, 64))

    def _translate_dialogs(self, application: QApplication) -> None:
        """Let Qt's own dialogs speak the language too."""
        application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.look.wording.language}", folder):
            application.installTranslator(self._translator)


def _empty_rail(look: Look) -> Rail:
    rail = Rail(look)
    rail.show_company("")
    rail.show_steps(None, has_case=False)
    return rail
