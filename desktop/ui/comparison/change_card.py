"""The card with the scores of a questionnaire then and now, each with where its change comes from."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.comparing import Cause, QuestionnaireChange, ScoreChange
from desktop.report.change_words import cause_about, cause_name, change_sentences, difference, signed
from desktop.ui.comparison.change_bar import ChangeBar
from desktop.ui.comparison.looks import colour_of
from desktop.ui.look import Look
from desktop.ui.pieces import card, label, rule

_NAME, _SWATCH = 190, 14  # pixels


class ChangeCard(QFrame):
    """The overall score, then each dimension, as a line with its sentences below."""

    def __init__(self, found: QuestionnaireChange, stages: tuple[str, str], look: Look) -> None:
        super().__init__()
        self._found = found
        self._stages = stages
        self._look = look
        self.setProperty("kind", "card")
        self.setObjectName("change-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(8)
        say = look.wording
        column.addWidget(label(say("Score by score"), "heading"))
        marks = say(
            "From 0 to 100. The hollow mark is {then}, the filled one {now}; the steps between them are the "
            "causes.",
            then=stages[0],
            now=stages[1],
        )
        column.addWidget(label(marks, "small", "muted"))
        names = found.now.text(say.language).dimensions
        for change in (found.overall, *found.dimensions):
            column.addWidget(rule())
            name = names[change.name].name if change.name else say("Overall")
            column.addWidget(self._line(name, change))

    def _line(self, name: str, change: ScoreChange) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        title = label(name, "strong")
        title.setFixedWidth(_NAME)
        grid.addWidget(title, 0, 0)
        grid.addWidget(ChangeBar(change, self._look.tokens), 0, 1)
        figures = label(self._figures(change), "strong", wraps=False)
        figures.setMinimumWidth(110)
        grid.addWidget(figures, 0, 2)
        said = "\n".join(self._sentences(change))
        told = label(said, "small", "muted")
        told.setObjectName(f"change-{change.name or 'overall'}")
        grid.addWidget(told, 1, 1, 1, 2)
        line.setAccessibleName(f"{name}: {self._figures(change)}. {said}")
        return line

    def _figures(self, change: ScoreChange) -> str:
        say = self._look.wording
        then, now = ("–" if each is None else say.number(each) for each in (change.then, change.now))
        words = f"{then} → {now}"
        return f"{words}   {signed(difference(change), say)}" if change.parts else words

    def _sentences(self, change: ScoreChange) -> Iterable[str]:
        say = self._look.wording
        if change.then is None:
            words = say("Nothing to compare with: not asked or not answered in {then}.", then=self._stages[0])
            return (words,)
        if change.now is None:
            return (say("Nothing to compare with: not answered in {now} yet.", now=self._stages[1]),)
        return tuple(change_sentences(change, self._found.questions, say)) or (say("Nothing changed."),)


def legend(look: Look) -> QWidget:
    """What the causes are called and mean, in the order in which they are taken out of a change."""
    say = look.wording
    frame, column = card(margin=28, spacing=8)
    column.addWidget(label(say("Where a change comes from"), "heading"))
    order = say(
        "In this order, each cause takes its part of the difference; the parts add up to it exactly. What "
        "is left at the end is the real change."
    )
    column.addWidget(label(order, "small", "muted"))
    for cause in Cause:
        swatch = QFrame()
        swatch.setFixedSize(_SWATCH, _SWATCH)
        swatch.setStyleSheet(f"background: {colour_of(cause, look.tokens)}; border-radius: 3px;")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(swatch)
        name = label(cause_name(cause, say), "strong")
        name.setFixedWidth(_NAME)
        row.addWidget(name)
        row.addWidget(label(cause_about(cause, say), "small", "muted"), 1)
        column.addLayout(row)
    return frame
