"""The dimensions of a questionnaire as bars, each with its reasons at a press."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.report.like_words import Likes, median_in_words, similar_in_words
from desktop.report.terms import level_in_words
from desktop.scores import Scorecard
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.results.dimension_bar import DimensionBar
from desktop.ui.results.reasons import Reasons


class DimensionsCard(QFrame):
    """Bars one under the other; at most one shows its reasons."""

    def __init__(self, scorecard: Scorecard, likes: Likes, look: Look) -> None:
        super().__init__()
        self._likes = likes
        self._scorecard = scorecard
        self._look = look
        self._bars: dict[str, DimensionBar] = {}
        self._reasons: dict[str, Reasons] = {}
        self._column = QVBoxLayout(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        wording = self._look.wording
        self.setProperty("kind", "card")
        column = self._column
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(2)
        heading = label(wording("Dimension by dimension"), "heading")
        heading.setContentsMargins(12, 0, 0, 0)
        hint = label(wording("Press a line to see where its score comes from."), "small", "muted")
        hint.setContentsMargins(12, 0, 0, 6)
        column.addWidget(heading)
        column.addWidget(hint)
        questionnaire = self._scorecard.questionnaire
        text = questionnaire.text(wording.language)
        for identity, score in self._scorecard.dimensions.items():
            level = level_in_words(score, questionnaire, wording)
            self._bars[identity] = DimensionBar(
                identity, text.dimensions[identity].name, score, level, self._look
            )
            if (like := self._likes.get(identity)) is not None:
                self._bars[identity].show_similar(like.spread.median, median_in_words(like, wording))
            column.addWidget(self._bars[identity])
        similar = label(" ".join(similar_in_words(self._likes, wording)), "small", "muted")
        similar.setObjectName("similar-firms")
        similar.setContentsMargins(12, 8, 12, 0)
        column.addWidget(similar)

    def _connect(self) -> None:
        for identity, bar in self._bars.items():
            bar.clicked.connect(partial(self._on_pressed, identity))

    def _on_pressed(self, identity: str) -> None:
        wanted = self._bars[identity].isChecked()
        if wanted and identity not in self._reasons:
            self._reasons[identity] = self._made_reasons(identity)
        for name, bar in self._bars.items():
            bar.setChecked(name == identity and wanted)
        for name, reasons in self._reasons.items():
            reasons.setVisible(name == identity and wanted)

    def _made_reasons(self, identity: str) -> Reasons:
        """Below its bar; made when it is first asked for."""
        text = self._scorecard.questionnaire.text(self._look.wording.language)
        made = Reasons(identity, self._scorecard.dimensions[identity], text, self._look)
        self._column.insertWidget(self._column.indexOf(self._bars[identity]) + 1, made)
        return made
