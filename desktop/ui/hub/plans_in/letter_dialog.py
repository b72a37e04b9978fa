"""The letter to companies whose next round is due: the hub's words, and how they read for each company."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.text import LANGUAGES, Wording, wording
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.chasing import DueRound
from desktop.workspace.chasing.letters import field_names, filled, unknown_fields

_WIDTH, _TALL = 680, 170  # pixels
_BETWEEN = "\n\n\N{EM DASH}\n\n"


class LetterDialog(AskingDialog):
    """The letter with its fields above, for the first company below; the button copies it for all chosen."""

    def __init__(self, parent: QWidget, desk: Desk, look: Look, due: Sequence[DueRound]) -> None:
        say = look.wording
        does = say.plural("Copy the letter", "Copy {count} letters", len(due))
        told = say("Letters hold names: paste them where only those who may read them do.")
        super().__init__(parent, Asked(say("Letter"), does, [told], say("Close")), look, width=_WIDTH)
        self.setObjectName("letter-dialog")
        self._desk = desk
        self._look = look
        self._due = tuple(due)
        self._language = look.wording.language
        self._languages = Picker(look, "letter-language", say("Language of the letter"))
        self._letter = _field("letter-text", say("The letter with its fields"))
        self._may_keep = desk.workspace.rights_here.can_set_for_all
        self._fields = label("", "small", "muted")
        self._shown = _field("letter-shown", say("As it reads for the first company"))
        self._shown.setReadOnly(True)
        self.first = self._letter if self._may_keep else self._languages
        self._fill()
        self._languages.picked.connect(self._on_language)
        self._letter.textChanged.connect(self._show)
        self.finished.connect(self._keep)

    def show_first(self) -> None:
        """Open it with the letter in the window's language."""
        self._show_letter()
        self.ask(self._copy)

    def _fill(self) -> None:
        say = self._look.wording
        self._languages.show_entries(list(LANGUAGES.items()), self._language)
        self._fields.setObjectName("letter-fields")
        name = self._due[0].company if self._due else ""
        for widget in (
            self._languages,
            self._letter,
            *(() if self._may_keep else (label(_not_kept(say), "small", "muted"),)),
            self._fields,
            label(say("As it reads for {company}:", company=name), "small", "muted"),
            self._shown,
        ):
            self.inside.addWidget(widget)

    def _show_letter(self) -> None:
        self._letter.setPlainText(self._desk.workspace.hub.plans_in.chasing.letters.letter(self._language))
        self._show()

    def _show(self) -> None:
        say, letter = self._look.wording, self._letter.toPlainText()
        known = ", ".join(f"{{{name}}}" for name in field_names(self._language))
        told = [say("Fields: {fields}.", fields=known)]
        if unknown := unknown_fields(letter):
            names = ", ".join(f"{{{name}}}" for name in unknown)
            told.append(say("{names} stands for nothing and stays as it is.", names=names))
        self._fields.setText(" ".join(told))
        self._shown.setPlainText(filled(letter, self._due[0], wording(self._language)) if self._due else "")

    def _on_language(self, language: object) -> None:
        self._keep()
        self._language = str(language)
        self._show_letter()

    def _keep(self) -> None:
        """What the hub wrote is there the next time."""
        text, letters = self._letter.toPlainText(), self._desk.workspace.hub.plans_in.chasing.letters
        if self._may_keep and text != letters.letter(self._language):
            self._desk.save_outside(partial(letters.save, self._language, text))

    def _copy(self) -> None:
        letter, words = self._letter.toPlainText(), wording(self._language)
        told = _BETWEEN.join(filled(letter, each, words) for each in self._due)
        QGuiApplication.clipboard().setText(told)
        say = self._look.wording
        self._desk.noted.emit(
            say.plural(
                "The letter is on the clipboard.", "{count} letters are on the clipboard.", len(self._due)
            )
        )


def _not_kept(say: Wording) -> str:
    return say(
        "The letter belongs to the whole hub: what you change here goes into the copies of this time, and "
        "only the coordinator changes it for good."
    )


def _field(name: str, says: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(says)
    made.setTabChangesFocus(True)
    made.setFixedHeight(_TALL)
    return made
