"""The recovery code to copy: it is shown once, and part of it is asked for before anything goes on."""

import secrets
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.storage.vault.recovery_code import GROUP_LETTERS, GROUPS, RecoveryCode, written
from desktop.text import Wording
from desktop.ui.fields import line_field
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.safety.recovery_sheet import print_sheet

_LETTERS = 17  # points
_IN_LINE = 4  # groups
_ASKED = 2  # groups that are typed back


class CodePanel(QWidget):
    """The code, a way to print it, and fields for two of its groups.

    Signals: `confirmed` once the groups were typed back, `given_up`.
    """

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, code: RecoveryCode, folder: Path, wording: Wording, confirm: str) -> None:
        super().__init__()
        self._code, self._folder, self._wording = code, folder, wording
        chance = secrets.SystemRandom()
        self._asked = sorted(chance.sample(range(GROUPS), _ASKED))
        self._fields = [self._field(number) for number in self._asked]
        self._confirm = Button(confirm, "confirm-code", "primary")
        self._back = Button(wording("Not now"), "give-up-code", "quiet")
        self._print = Button(wording("Print this page…"), "print-code")
        self._state = label("", "small", "muted")
        self._build()
        self._connect()

    def _build(self) -> None:
        say = self._wording
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = say(
            "Copy this recovery code onto paper, or print it, and keep it away from this computer. It is "
            "shown this once. If the passphrase is forgotten, it is the only way to your data."
        )
        column.addWidget(label(words))
        column.addWidget(self._shown_code())
        column.addWidget(self._print, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(label(say("Now copy two of its groups from your paper:"), "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in self._fields:
            row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._state)
        buttons = QHBoxLayout()
        buttons.addWidget(self._confirm)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setFocusProxy(self._fields[0])

    def _shown_code(self) -> QLabel:
        lines = (self._code.groups[:_IN_LINE], self._code.groups[_IN_LINE:])
        shown = label("\n".join("   ".join(groups) for groups in lines), "heading")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSize(_LETTERS)
        shown.setFont(fixed)
        shown.setObjectName("shown-code")
        shown.setAccessibleName(", ".join(" ".join(group) for group in self._code.groups))
        return shown

    def _field(self, number: int) -> QLineEdit:
        made = line_field(
            f"code-group-{number + 1}", self._wording("Group {number}", number=number + 1), 2 * GROUP_LETTERS
        )
        made.setPlaceholderText(made.accessibleName())
        made.setFixedWidth(150)
        made.returnPressed.connect(self._on_confirmed)
        return made

    def _connect(self) -> None:
        self._print.clicked.connect(self._on_print_clicked)
        self._confirm.clicked.connect(self._on_confirmed)
        self._back.clicked.connect(self.given_up)

    def _on_print_clicked(self) -> None:
        if print_sheet(self, self._code, self._folder, self._wording):
            show_words(self._state, self._wording("Sent to the printer."), "muted")

    def _on_confirmed(self) -> None:
        for number, field in zip(self._asked, self._fields, strict=True):
            if written(field.text()) != self._code.groups[number]:
                words = self._wording(
                    "Group {number} is another one. Compare it with the code above.", number=number + 1
                )
                show_words(self._state, words, "warn")
                field.setFocus()
                return
        self.confirmed.emit()
