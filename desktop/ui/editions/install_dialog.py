"""What a pack is, before it is installed: who signed it, and what it changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.editions.words import change_lines, version_words
from desktop.ui.fields import line_field
from desktop.ui.look import Look
from desktop.ui.pieces import card, label
from desktop.workspace.pack_words import namesake_words, trust_words
from desktop.workspace.packs import Look as PackLook

_LONGEST = 60  # characters of a typed fingerprint


class InstallDialog(AskingDialog):
    """Shows the fingerprint to compare; with another key than before it must be typed."""

    def __init__(self, parent: QWidget, seen: PackLook, look: Look) -> None:
        say = look.wording
        does = say("Install") if seen.installed is None else say("Update")
        heading = say("The edition of {name}", name=seen.pack.manifest.name)
        is_doubtful = seen.trust == "another" or bool(seen.namesakes)
        super().__init__(parent, Asked(heading, does), look, is_final=is_doubtful)
        self.setObjectName("install-edition")
        self._field: QLineEdit | None = None
        self.inside.addWidget(label(version_words(seen, say), "small", "muted"))
        self.inside.addWidget(_fingerprint_card(seen, look))
        if seen.trust == "another":
            self._add_field(look)
        self._add_changes(seen, look)

    @property
    def typed(self) -> str:
        """The fingerprint that the user typed, if that was asked for."""
        return "" if self._field is None else self._field.text()

    @override
    def agree(self) -> None:
        if self._field is not None and not self._field.text().strip():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().agree()

    def _add_field(self, look: Look) -> None:
        says = look.wording("Fingerprint from the hub's new card")
        self._field = line_field("typed-fingerprint", says, _LONGEST)
        self._field.setPlaceholderText(says)
        self.inside.addWidget(self._field)
        self.first = self._field

    def _add_changes(self, seen: PackLook, look: Look) -> None:
        say = look.wording
        lines = list(change_lines(seen, say))
        if not lines:
            return
        self.inside.addWidget(label(say("What it brings"), "strong"))
        column = QVBoxLayout()
        column.setSpacing(4)
        for line in lines:
            column.addWidget(label(f"· {line}", "small"))
        self.inside.addLayout(column)
        words = say("Answers given so far stay as they are, and stay readable after the edition is removed.")
        self.inside.addWidget(label(words, "small", "muted"))


def _fingerprint_card(seen: PackLook, look: Look) -> QWidget:
    is_another = seen.trust == "another"
    frame, column = card("warning" if is_another or seen.namesakes else "card", margin=16, spacing=6)
    if not is_another:  # else it would be copied from here instead of the hub's card
        column.addWidget(label(look.wording("Fingerprint"), "caption", "muted"))
        column.addWidget(fingerprint_label(seen.fingerprint))
    column.addWidget(label(trust_words(seen.trust, look.wording), "small"))
    for words in namesake_words(seen, look.wording):
        column.addWidget(label(words, "small"))
    return frame


def fingerprint_label(fingerprint: str) -> QLabel:
    """A fingerprint, large enough to be read out, that can be copied."""
    made = label(fingerprint, "heading", wraps=False)
    made.setObjectName("fingerprint")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
