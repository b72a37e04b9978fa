"""What leaves, and on which paper, as one choice: the same for one company and for many."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.report import Part
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.printed.paper_choice import PaperChoice
from desktop.ui.printed.scope_choice import ScopeChoice, scope_name
from desktop.ui.questions.card_face import RING
from desktop.workspace.copies import Copy


class CopyChoice(QWidget):
    """Scope, form and parts.

    Signals: `chosen` after the user changed something.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._scope = ScopeChoice(look)
        self._paper = PaperChoice(look)
        self._paper_title = label(look.wording("On paper"), "heading")
        self._scope.chosen.connect(self.chosen)
        self._paper.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = label(look.wording("What goes out"), "heading")
        for part in (title, self._paper_title, self._paper):
            part.setContentsMargins(RING, 0, 0, 0)  # as far in as the cards
        column.addWidget(title)
        column.addWidget(self._scope)
        column.addSpacing(6)
        column.addWidget(self._paper_title)
        column.addWidget(self._paper)

    def copy(self) -> Copy:
        """What is chosen."""
        return Copy(self._scope.scope(), self._paper.form(), self._paper.parts())

    def show_copy(self, copy: Copy) -> None:
        """Show a choice; emits nothing."""
        self._scope.show_scope(copy.scope)
        self._paper.show_choice(copy.form, copy.parts)

    def offer(self, parts: Iterable[Part]) -> None:
        """Offer only these parts."""
        self._paper.offer(parts)

    def show_paper(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        """Ask about paper only where some is wanted."""
        self._paper_title.setVisible(is_wanted)
        self._paper.setVisible(is_wanted)

    def in_words(self) -> str:
        """The choice in a line."""
        scope = scope_name(self._scope.scope(), self._wording)
        return self._wording(
            "What goes out: {scope} · {paper}",
            scope=_small(scope),
            paper=_small(self._paper.parts_in_words()),
        )


def _small(words: str) -> str:
    """Within a line."""
    return f"{words[:1].lower()}{words[1:]}"
