"""The page of settings: one card for each thing that can be chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import NotWrittenError
from desktop.ui.backups.server_copies_card import copies_card
from desktop.ui.desk import Desk
from desktop.ui.editions.card import EditionsCard
from desktop.ui.look import Look
from desktop.ui.page_kinds import LeadsOn
from desktop.ui.pieces import at_left, label, scrolled
from desktop.ui.rights.retention_card import RetentionCard
from desktop.ui.safety.passphrase_card import PassphraseCard
from desktop.ui.safety.workspaces_card import WorkspacesCard
from desktop.ui.server.card import ServerCard
from desktop.ui.settings.consultant_card import ConsultantCard
from desktop.ui.settings.hub_card import HubCard

_WIDEST, _ABOVE = 780, 16  # pixels
_CARDS: tuple[Callable[[Desk, Look], QWidget], ...] = (
    ConsultantCard,
    PassphraseCard,
    copies_card,
    RetentionCard,
    EditionsCard,
    HubCard,
    WorkspacesCard,
    ServerCard,
)
_OF_COMPANIES = frozenset({ConsultantCard, copies_card, RetentionCard, EditionsCard})
"""Of no use to who sees figures alone."""


class SettingsPage(QWidget):
    """What holds for the whole workspace; each card saves what is chosen in it at once.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("settings-page")
        self._area, inside = scrolled((40, 28, 40, 28), 14)
        inside.addWidget(label(look.wording("Settings"), "title"))
        useless = _OF_COMPANIES if not desk.workspace.rights_here.sees_companies else frozenset()
        if desk.workspace.server is not None:
            useless |= {HubCard}  # its role says so
        wanted = [make for make in _CARDS if make not in useless]
        made = [_made(make, desk, look) for make in wanted]
        cards = [each for each in made if each is not None]
        if len(cards) < len(made):
            words = look.wording("The other settings are shown when the server answers again.")
            inside.addWidget(label(words, "body", "muted"))
        for card in cards:
            inside.addLayout(at_left(card, _WIDEST))
            if isinstance(card, LeadsOn):
                card.page_requested.connect(self.page_requested)
            if isinstance(card, ServerCard):
                card.asked.connect(partial(QTimer.singleShot, 0, partial(self._show_from_top, card)))
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setFocusProxy(cards[0])

    def _show_from_top(self, card: QWidget) -> None:
        """What is asked is read from its beginning, once the card has its new height."""
        inside = self._area.widget()
        if inside is not None and (layout := inside.layout()) is not None:
            layout.activate()
            inside.resize(inside.width(), max(inside.height(), layout.heightForWidth(inside.width())))
        self._area.verticalScrollBar().setValue(card.y() - _ABOVE)


def _made(make: Callable[[Desk, Look], QWidget], desk: Desk, look: Look) -> QWidget | None:
    """A card; None for one of what is on a server that does not answer. The way back from there is shown."""
    try:
        return make(desk, look)
    except NotWrittenError:
        if desk.link is None:
            raise
        return None
