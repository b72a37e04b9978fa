"""Why a group is proposed, what speaks against it, and what else would do."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.projects import About
from desktop.ui.look import Look
from desktop.ui.pieces import Tone, emptied, label
from desktop.workspace.project_doubts import doubts
from desktop.workspace.project_reasons import reasons
from desktop.workspace.project_words import ProjectWords
from desktop.workspace.projects import Found


class WhyCard(QFrame):
    """Sentences under headings, told anew for each choice of companies."""

    def __init__(self, found: Found, words: ProjectWords, look: Look) -> None:
        super().__init__()
        self._found = found
        self._words = words
        self._wording = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("group-why")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(6)

    def show_group(self, about: About, members: tuple[int, ...]) -> None:
        """Tell of these companies."""
        found, words, say = self._found, self._words, self._wording
        emptied(self._column)
        way = found.way(about)
        self._add(say("Why this group"), reasons(about, found.facts(about, members), way, words), "plain")
        self._add(say("What speaks against it"), doubts(found, about, members, say), "warn")
        others = [words.way(each.kind, each.id) for each in found.others(about, members)] if members else []
        if others:
            self._add(say("Would do too"), [" · ".join(others)], "muted")

    def _add(self, heading: str, sentences: Iterable[str], tone: Tone) -> None:
        told = list(sentences)
        if not told:
            return
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(label(heading, "strong"))
        for sentence in told:
            self._column.addWidget(label(sentence, "small", tone))
