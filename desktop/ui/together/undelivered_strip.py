"""A line above every page while changes lie here whose company is gone from the server, and the way out."""

from functools import partial

from desktop.storage.outbox import Letter
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk.letters import read_letter
from desktop.ui.desk.sending import Sending
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.together.letter_words import LetterWords
from desktop.ui.together.undelivered_dialog import UndeliveredDialog
from desktop.ui.warning_strip import WarningStrip
from desktop.workspace import Workspace


class UndeliveredStrip(WarningStrip):
    """One company after the other; it can be put off until the next opening."""

    def __init__(self, workspace: Workspace, sending: Sending, look: Look) -> None:
        look_at = Button(look.wording("Look at them…"), "look-at-undelivered")
        later = Button(look.wording("Not now"), "put-off-undelivered", "quiet")
        super().__init__("undelivered", look_at, later)
        self._workspace, self._sending, self._look = workspace, sending, look
        self._is_put_off = False
        look_at.clicked.connect(self._on_look_at)
        later.clicked.connect(self._on_later)
        sending.changed.connect(self._show)
        self._show()

    def _first(self) -> tuple[str, tuple[Letter, ...]]:
        """The company of the first letter by its name, with all its letters."""
        read = [(each, read_letter(each)) for each in self._sending.undelivered]
        if not read:
            return "", ()
        first = read[0][1]
        same = (each for each, document in read if document.company_uuid == first.company_uuid)
        return first.company_name, tuple(same)

    def _show(self) -> None:
        name, letters = self._first()
        words = self._look.wording.plural(
            "{count} change for {name} cannot be delivered: the company is no longer on the server, or no "
            "longer yours.",
            "{count} changes for {name} cannot be delivered: the company is no longer on the server, or no "
            "longer yours.",
            len(letters),
            name=name,
        )
        self._says.setText(words)
        self.setVisible(bool(letters) and not self._is_put_off)

    def _on_later(self) -> None:
        self._is_put_off = True
        self.hide()

    def _on_look_at(self) -> None:
        name, letters = self._first()
        if not letters:
            return
        words = LetterWords(self._workspace, self._look.wording)
        text = "\n".join((name, "", *map(words.told, letters), ""))
        dialog = UndeliveredDialog(self.window(), name, text, self._look)
        dialog.ask(partial(self._ask_to_discard, name, letters))

    def _ask_to_discard(self, name: str, letters: tuple[Letter, ...]) -> None:
        say, count = self._look.wording, len(letters)
        heading = say.plural(
            "Discard {count} change for {name}?", "Discard {count} changes for {name}?", count, name=name
        )
        told = say("They are on no server: then nobody has them any more, unless you copied or saved them.")
        asked = Asked(heading, say("Discard"), [told], say("Keep them"))
        dialog = AskingDialog(self.window(), asked, self._look, is_final=True)
        dialog.setObjectName("discard-undelivered")
        dialog.ask(partial(self._sending.discard, letters))
