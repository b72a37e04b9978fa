"""The strip of the preview above the shell."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.preview.bar import PreviewBar
from desktop.ui.shell import Shell
from desktop.ui.window import Window


class PreviewFrame(QWidget):
    """Takes the shell's place in the window and puts it under the strip."""

    def __init__(self, window: Window, shell: Shell, title: str) -> None:
        super().__init__(window)
        self._shell = shell
        self._title = title
        self.bar = PreviewBar(shell.look, title)
        window.setWindowTitle(f"{title} - Sestante")
        window.takeCentralWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(shell, 1)
        window.setCentralWidget(self)
        shell.show()

    def renew_bar(self) -> None:
        """A strip in the language and colours the shell has now; it must be filled anew."""
        old, self.bar = self.bar, PreviewBar(self._shell.look, self._title)
        self._column.replaceWidget(old, self.bar)
        old.hide()
        old.deleteLater()
