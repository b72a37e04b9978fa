"""Saving a plan's result as a file, sealed or not, and telling what the file carries."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.dossier import Scope
from desktop.errors import sentence_of
from desktop.exchange.results.desk_key import CardError, DeskCard
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.printed.copy_choice import CopyChoice
from desktop.ui.printed.file_names import DATA, with_ending
from desktop.ui.printed.making import LeavingPlan
from desktop.ui.printed.scope_choice import scope_told
from desktop.ui.printed.share_card import ShareCard
from desktop.workspace.copies import Copy
from desktop.workspace.file_names import told_stem


class _Shared(NamedTuple):
    """A file that was saved, whose desk signed it, and for which it is sealed."""

    path: Path
    scope: Scope
    own: str
    sealed_to: DeskCard | None


class Sharing(QObject):
    """What stands behind the card that shares."""

    def __init__(self, desk: Desk, look: Look, card: ShareCard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wording = look.wording
        self._card = card
        self._plan: LeavingPlan | None = None
        self._choice: CopyChoice | None = None
        self._saving = Operation(self, is_lasting=True)
        self._saving.succeeded.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)
        card.share_wanted.connect(self._on_share_wanted)

    def begin(self, plan: LeavingPlan, choice: CopyChoice) -> None:
        """From now on there is something to share, as chosen at the time."""
        self._plan, self._choice = plan, choice
        choice.chosen.connect(self._on_chosen)
        self._card.show_ready()

    def _on_chosen(self) -> None:
        """What was said of a file is not true of what is chosen now."""
        self._card.show_said("")

    def _on_share_wanted(self) -> None:
        if self._plan is None or self._choice is None:
            return
        try:
            sealed_to = self._card.card()
        except CardError as error:
            self._card.ask_for_card(error)
            return
        copy = self._choice.copy()
        start = str(Path.home() / f"{told_stem(self._plan.dossier, copy.scope)}{DATA}")
        says = self._wording("Share as file…")
        chosen, _ = QFileDialog.getSaveFileName(self._card, says, start, f"Sestante (*{DATA})")
        if chosen:
            self._card.show_said("")
            self._saving.start(partial(_save, self._plan, copy, with_ending(chosen, DATA), sealed_to))

    def _on_saved(self, value: object) -> None:
        if not isinstance(value, _Shared):
            return
        self._card.show_said(self._in_words(value))
        if value.sealed_to is not None:
            self._desk.settings.change(sealed_for=value.sealed_to.text)

    def _on_failed(self, error: object) -> None:
        told = self._wording("That did not work. {error}", error=sentence_of(error))
        self._card.show_said(told, "warn")

    def _in_words(self, saved: _Shared) -> str:
        say = self._wording
        carried = say("It carries: {what}", what=scope_told(saved.scope, say))
        lines = [say("Saved as {path}", path=saved.path), carried]
        if saved.scope != "scores":
            lines.append(say("Signed by this desk, {desk}.", desk=saved.own))
        if saved.sealed_to is not None:
            desk = saved.sealed_to.fingerprint
            lines.append(say("Sealed: only the desk {desk} can open it.", desk=desk))
        return "\n".join(lines)


def _save(plan: LeavingPlan, copy: Copy, path: Path, sealed_to: DeskCard | None) -> _Shared:
    """Runs in a worker thread."""
    plan.save_data(copy, path, sealed_to)
    return _Shared(path, copy.scope, plan.workspace.outgoing.card.fingerprint, sealed_to)
