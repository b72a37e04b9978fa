"""A pack on its way in: looked at, shown, and installed where the user agrees."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import own_sentence_of
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.editions.install_dialog import InstallDialog
from desktop.ui.look import Look
from desktop.ui.safety.wishes import Reopen
from desktop.ui.withheld import only_coordinator
from desktop.workspace.editions import goes_with
from desktop.workspace.packs import Look as PackLook
from desktop.workspace.packs import Packs

_MOST_TOLD = 5  # problems


class Seen(NamedTuple):
    """A pack that was looked at, and whether this program can use what it holds."""

    look: PackLook
    fits: bool


class Installing(QObject):
    """Takes packs in. The workspace is opened anew after one was installed.

    Signals: `told` carries words about how it goes, `refused` words about why it does not.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._look, self._page = desk, look, page
        self._looking = Operation(self)
        self._writing = Operation(self, is_lasting=True)
        self._looking.succeeded.connect(self._on_seen)
        self._looking.failed.connect(self._on_failed)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failed)

    def choose(self) -> None:
        """Let the user choose a pack's file."""
        say = self._look.wording
        kinds = say("Editions of hubs") + " (*.sestante-pack)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, say("Edition of a hub"), str(Path.home()), kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Look at a pack, and ask whether to install it."""
        if not self._desk.workspace.rights_here.can_install_packs:
            self.refused.emit(only_coordinator(self._look.wording))
            return
        self.told.emit(self._look.wording("{file} is being checked…", file=path.name))
        self._looking.start(partial(_seen, self._desk.workspace.packs, path))

    def remove(self, pack_id: str) -> None:
        """Take a pack out of use."""
        self._writing.start(partial(self._desk.workspace.packs.remove, pack_id))

    def _on_seen(self, seen: object) -> None:
        if not isinstance(seen, Seen):
            return
        say, look = self._look.wording, seen.look
        if look.is_installed and look.trust == "known":
            self.told.emit(say("This edition is installed already."))
        elif not seen.fits:
            self.refused.emit(_why_not(look, say))
        else:
            self.told.emit("")
            dialog = InstallDialog(self._page, look, self._look)
            dialog.ask(partial(self._install, dialog, look))

    def _install(self, dialog: InstallDialog, look: PackLook) -> None:
        typed = dialog.typed
        self.told.emit(self._look.wording("The edition is being installed…"))
        self._writing.start(partial(self._desk.workspace.packs.install, look, typed))

    def _on_written(self, _: object) -> None:
        self._desk.session_wished.emit(Reopen())

    def _on_failed(self, error: object) -> None:
        self.refused.emit(self._look.wording.tell(own_sentence_of(error)))


def _why_not(look: PackLook, say: Wording) -> str:
    """What is wrong in a pack, the first few problems of it."""
    if not look.errors:
        return say(
            "This edition does not go together with another one that is installed. Remove that one first, or "
            "ask the hub; nothing was changed."
        )
    words = say("This edition cannot be used with this Sestante; nothing was changed. Ask the hub for help.")
    return "\n".join((words, *(say.tell(problem.told) for problem in look.errors[:_MOST_TOLD])))


def _seen(packs: Packs, path: Path) -> Seen:
    """Runs in a worker thread."""
    look = packs.look_at(path)
    return Seen(look, goes_with(packs, look))
