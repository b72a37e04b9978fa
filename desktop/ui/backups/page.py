"""The page that brings back: what is in a copy, what differs from here, and then all of it or some."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import sentence_of
from desktop.storage.copies.protected import ProtectedError
from desktop.text import say
from desktop.ui.background import Operation
from desktop.ui.backups.choosing import choose_copy
from desktop.ui.backups.passphrase_ask import PassphraseAsk
from desktop.ui.backups.preview_card import PreviewCard
from desktop.ui.backups.standing_list import StandingList
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.people.calm_card import CalmCard, Words
from desktop.ui.pieces import Button, above_bar, at_left, emptied, label, scrolled
from desktop.ui.safety.leaving import refuses_to_leave
from desktop.ui.safety.wishes import Lock, Reopen
from desktop.workspace.backup_words import warnings
from desktop.workspace.backups import Preview
from desktop.workspace.unlocking import unlocking_with

_WIDEST = 860
_BUSY = say("Results are still coming in. Wait until that has ended, and try again.")


class RestorePage(QWidget):
    """A copy looked into. While something is brought back, nothing else can be done.

    Signals: `page_requested` carries the name of the page to go to; `handed_over` and `came_back` stand
    around the work.
    """

    page_requested = Signal(str)
    handed_over = Signal()
    came_back = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("restore-page")
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._preview: Preview | None = None
        self._needs_passphrase = False
        self._brought = 0  # companies on their way; 0 for all there are
        self._facts: PreviewCard | None = None
        self._list: StandingList | None = None
        self._looking = Operation(self)
        self._working = Operation(self, is_lasting=True)
        self._back = Button(look.wording("Leave it"), "leave-copy", "quiet")
        self._some = Button("", "bring-some")
        self._all = Button("", "bring-all")
        area, self._inside = scrolled((40, 28, 40, 28), 14)
        self._bar = above_bar(area, self)
        self._build()
        self._look_into()

    def _build(self) -> None:
        self._bar.addWidget(self._back)
        self._bar.addStretch(1)
        self._bar.addWidget(self._some)
        self._bar.addWidget(self._all)
        self._back.clicked.connect(self._on_left)
        self._some.clicked.connect(self._on_some_clicked)
        self._all.clicked.connect(self._on_all_clicked)
        self._looking.succeeded.connect(self._on_looked)
        self._looking.failed.connect(self._on_refused)
        self._working.succeeded.connect(self._on_done)
        self._working.failed.connect(self._on_failed)

    def _look_into(self, secret: str = "") -> None:
        path, backups = self._desk.recent.backup, self._desk.workspace.backups
        if path is None:
            QTimer.singleShot(0, self, self._on_left)
            return
        self._show(label(self._wording("The copy is being read…"), "body", "muted"))
        self._looking.start(partial(backups.preview, path, unlocking_with(secret) if secret else None))

    def _show(self, *widgets: QWidget) -> None:
        """Show these below the title; what can be done with a copy is shown by itself."""
        emptied(self._inside)
        self._inside.addWidget(label(self._wording("Restore from a copy"), "title"))
        if self._desk.recent.backup is not None:
            self._inside.addWidget(label(str(self._desk.recent.backup), "small", "muted"))
        for each in widgets:
            self._inside.addLayout(at_left(each, _WIDEST))
        self._inside.addStretch(1)
        self._back.setText(self._wording("Leave it"))
        self._show_bar(is_there=True)
        for button in (self._some, self._all):
            button.hide()

    def _show_bar(self, *, is_there: bool) -> None:
        if (bar := self._back.parentWidget()) is not None:
            bar.setVisible(is_there)

    def _on_looked(self, value: object) -> None:
        if isinstance(value, Preview):
            self._preview = value
            self._show_preview(value)

    def _show_preview(self, preview: Preview, ticked: AbstractSet[str] = frozenset()) -> None:
        self._facts = PreviewCard(preview, self._look)
        self._list = StandingList(preview, self._look, ticked)
        self._show(self._facts, self._list)
        self._facts.accepted.connect(self._show_ways)
        self._list.ticked.connect(self._show_ways)
        self._some.setVisible(not preview.is_empty_here)
        self._all.show()
        self._show_ways()
        first = self._all if preview.is_empty_here else self._back
        QTimer.singleShot(0, first, first.setFocus)

    def _show_ways(self) -> None:
        if self._preview is None or self._facts is None or self._list is None:
            return
        say, count = self._wording, len(self._list.chosen())
        many = say.plural("Restore {count} company", "Restore {count} companies", count)
        self._some.setText(many if count else say("Restore those ticked"))
        is_empty = self._preview.is_empty_here
        self._all.setText(say("Bring everything here") if is_empty else say("Replace everything…"))
        self._all.setEnabled(self._facts.is_accepted)
        self._some.setEnabled(self._facts.is_accepted and count > 0)

    def _on_refused(self, error: object) -> None:
        sentence = self._wording.tell(sentence_of(error))
        if isinstance(error, ProtectedError):
            ask = PassphraseAsk(self._look)
            self._show(*([label(sentence, "body", "warn")] if error.was_tried else []), ask)
            ask.given.connect(self._look_into)
            QTimer.singleShot(0, ask, ask.setFocus)
            return
        heading = self._wording("This copy cannot be used")
        again = [("choose-copy", self._wording("Choose another copy…"))]
        self._show_card("warning", heading, [sentence], again, self._on_choose)

    def _on_all_clicked(self) -> None:
        if self._preview is None or self._preview.is_empty_here:
            self._restore()
            return
        say = self._wording
        sentences = [
            say(
                "All companies and settings here are replaced by those of the copy. "
                "What is here now is kept first."
            ),
            *warnings(self._preview, say),
        ]
        ways = [("not-now", say("Not now")), ("replace-all", say("Replace everything"))]
        self._show_card("warning", say("Replace everything here?"), sentences, ways, self._on_way_chosen)

    def _on_way_chosen(self, name: str) -> None:
        if name == "replace-all":
            self._restore()
        elif self._preview is not None and self._list is not None:
            self._show_preview(self._preview, frozenset(each.uuid for each in self._list.chosen()))

    def _restore(self) -> None:
        if self._preview is not None and self._list is not None:
            self._brought = 0
            wanted = frozenset(each.uuid for each in self._list.chosen() if each.kind == "erased")
            self._work(
                partial(self._desk.workspace.backups.restore, self._preview, wanted, takes_another=True)
            )

    def _on_some_clicked(self) -> None:
        if self._preview is not None and self._list is not None:
            chosen = [each.uuid for each in self._list.chosen()]
            self._brought = len(chosen)
            self._work(
                partial(self._desk.workspace.backups.bring_back, self._preview, chosen, takes_another=True)
            )

    def _work(self, work: Callable[[], object]) -> None:
        if refuses_to_leave(self._desk, self.window()):
            return
        if self._desk.arrivals.is_running:
            told = label(self._wording.tell(_BUSY), "body", "warn")
            self._inside.insertWidget(2, told)
            return
        self.handed_over.emit()
        self._show(label(self._wording("The copy is being restored…"), "body", "muted"))
        self._show_bar(is_there=False)
        self._working.start(work)

    def _on_done(self, before: object) -> None:
        say = self._wording
        self._needs_passphrase = not self._brought and self._preview is not None and self._preview.changes_key
        self._desk.begin_anew()
        self._desk.recent.backup = None
        self.came_back.emit()
        told = [
            say.plural(
                "{count} company is as it was in the copy.",
                "{count} companies are as they were in the copy.",
                self._brought,
            )
            if self._brought
            else say("Everything is as it was when the copy was made.")
        ]
        if self._needs_passphrase and self._preview is not None and self._preview.facts.is_encrypted:
            told.append(say("From now on it opens with the passphrase of the copy."))
        if before is not None:
            told.append(say("What was here before is kept in {path}", path=before))
        ways = [("to-companies", say("Go on"))]
        self._show_card("check", say("Restored"), told, ways, self._on_left)
        self._show_bar(is_there=False)

    def _on_failed(self, error: object) -> None:
        self.came_back.emit()
        sentence = self._wording.tell(sentence_of(error))
        again = [("choose-copy", self._wording("Choose another copy…"))]
        self._show_card("warning", self._wording("Nothing was restored"), [sentence], again, self._on_choose)

    def _show_card(
        self,
        picture: str,
        heading: str,
        sentences: Sequence[str],
        ways: Sequence[tuple[str, str]],
        act: Callable[[str], None],
    ) -> None:
        tokens = self._look.tokens
        colour = tokens.warn if picture == "warning" else tokens.good
        made = CalmCard(picture, colour, Words(heading, sentences, ways))
        made.setObjectName("restore-told")
        self._show(made)
        made.way_chosen.connect(act)
        QTimer.singleShot(0, made.first_focus(), made.first_focus().setFocus)

    def _on_choose(self, _name: str = "") -> None:
        path = choose_copy(self, self._look)
        if path is not None:
            self._desk.recent.backup = path
            self._look_into()

    def _on_left(self, _name: object = "") -> None:
        self._desk.recent.backup = None
        if self._needs_passphrase:
            self._desk.session_wished.emit(Lock())
            return
        case = self._desk.case
        self.page_requested.emit("welcome" if case is None else case.place.page)
        if self._desk.workspace.is_outdated:
            self._desk.session_wished.emit(Reopen())
