"""How much leaves with a plan: one of three cards, each with a sentence on what is in and out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dossier import SCOPES, Scope
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.questions.card_face import CardFace
from desktop.ui.questions.choice_card import RadioCard


class ScopeChoice(QWidget):
    """Three cards of which one is chosen.

    Signals: `chosen` after the user chose another one.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards = {scope: self._card(scope) for scope in SCOPES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for card in self._cards.values():
            column.addWidget(card)

    def scope(self) -> Scope:
        """The scope chosen."""
        return next(scope for scope, card in self._cards.items() if card.isChecked())

    def show_scope(self, chosen: Scope) -> None:
        """Mark a scope; emits nothing. The keyboard stops at the chosen card alone, arrows lead on."""
        for scope, card in self._cards.items():
            card.setChecked(scope == chosen)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scope == chosen else Qt.FocusPolicy.ClickFocus)

    def _card(self, scope: Scope) -> RadioCard:
        say = self._look.wording
        face = CardFace(scope_name(scope, say), scope_told(scope, say), "", self._look.tokens, is_round=True)
        card = RadioCard(scope, face)
        card.setObjectName(f"scope-{scope}")
        card.clicked.connect(partial(self._on_clicked, scope))
        card.neighbour_wanted.connect(partial(self._on_neighbour_wanted, scope))
        return card

    def _on_clicked(self, scope: Scope) -> None:
        self.show_scope(scope)
        self.chosen.emit()

    def _on_neighbour_wanted(self, scope: Scope, step: int) -> None:
        other = SCOPES[(SCOPES.index(scope) + step) % len(SCOPES)]
        self._on_clicked(other)
        self._cards[other].setFocus(Qt.FocusReason.TabFocusReason)


def scope_name(scope: Scope, wording: Wording) -> str:
    """What a scope is called."""
    names = {
        "full": wording("Everything"),
        "no-contact": wording("Without contact data"),
        "scores": wording("Scores only, without a name"),
    }
    return names[scope]


def scope_told(scope: Scope, wording: Wording) -> str:
    """What is in under a scope, and what is not, in a sentence."""
    told = {
        "full": wording("The company with its contact person, the answers, the scores and the plan."),
        "no-contact": wording("All this, but no name, e-mail or telephone of the contact person."),
        "scores": wording(
            "The scores with country, region, sector and size. No name, no answers, no plan, and not signed."
        ),
    }
    return told[scope]
