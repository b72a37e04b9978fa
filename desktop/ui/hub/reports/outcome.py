"""What came of a report or of a spreadsheet: a sentence, its remarks, and the way to the file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, Tone, card, label, scrolled, show_words

_MOST = 200  # remarks shown
_HIGHEST = 110  # pixels, so that what can be saved stays in sight


class Outcome(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        frame, column = card(margin=0, spacing=6)
        self._wording = look.wording
        self._path: Path | None = None
        self._said = label("", "small")
        self._said.setObjectName("report-said")
        self._remarks = label("", "small", "muted")
        self._remarks.setObjectName("report-remarks")
        self._open = Button(look.wording("Open the folder"), "open-report", "quiet")
        self._below, inside = scrolled((0, 0, 0, 0), 0)
        self._below.setMaximumHeight(_HIGHEST)
        self._below.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._below.setAccessibleName(look.wording("What to know of it"))
        inside.addWidget(self._remarks)
        inside.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(24, 14, 24, 14)
        column.addLayout(head)
        column.addWidget(self._below)
        around = QHBoxLayout(self)
        around.setContentsMargins(40, 8, 40, 16)
        around.addWidget(frame)
        self._open.clicked.connect(self._on_open_clicked)
        self.hide()

    def tell(
        self, words: str, tone: Tone = "plain", remarks: Sequence[str] = (), path: Path | None = None
    ) -> None:
        """Say something in place of what was said."""
        show_words(self._said, words, tone)
        shown = list(remarks[:_MOST])
        if len(remarks) > _MOST:
            more = len(remarks) - _MOST
            shown.append(self._wording.plural("… and {count} more", "… and {count} more", more))
        self._remarks.setText("\n".join(shown))
        self._below.setVisible(bool(shown))
        self._path = path
        self._open.setVisible(path is not None)
        self.show()

    def _on_open_clicked(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
