"""The single answers that changed: a filter by cause, and a card for each question."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QVBoxLayout
from typing_extensions import override

from desktop.comparing import Cause, QuestionChange
from desktop.report.change_words import cause_name, said
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.wrapped_row import WrappedRow

ALL = "all"


class CauseFilter(QFrame):
    """A button for all changes and one for each cause, with how many there are.

    Signals: `chosen` carries the value of a cause, or "all".
    """

    chosen = Signal(str)

    def __init__(self, changes: Sequence[QuestionChange], current: str, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("cause-filter")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(8)
        column.addWidget(label(say("Answer by answer"), "heading"))
        if not changes:
            column.addWidget(label(say("No answer changed."), "body", "muted"))
            return
        row = WrappedRow()
        group = QButtonGroup(self)
        counts = {cause.value: sum(cause in each.causes for each in changes) for cause in Cause}
        names = {ALL: say("All"), **{cause.value: cause_name(cause, say) for cause in Cause}}
        for name, text in names.items():
            count = len(changes) if name == ALL else counts[name]
            button = Button(f"{text} ({count})", f"cause-{name}", "chip")
            button.setCheckable(True)
            button.setChecked(name == current)
            button.setEnabled(count > 0)
            button.clicked.connect(partial(self.chosen.emit, name))
            group.addButton(button)
            row.add(button)
        column.addWidget(row)


class AnswerRow(QFrame):
    """A question with its answers then and now, and the causes; the keyboard stops at it to read on."""

    def __init__(self, change: QuestionChange, stages: tuple[str, str], look: Look) -> None:
        super().__init__()
        self._tokens = look.tokens
        self._change = change
        self._stages = stages
        self._wording = look.wording
        self._grid = QGridLayout(self)
        self.setProperty("kind", "card")
        self.setObjectName("answer-change")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

    def _build(self) -> None:
        grid = self._grid
        grid.setContentsMargins(28, 14, 28, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        question = label(self._question(), "strong")
        grid.addWidget(question, 0, 0, 1, 2)
        lines = (*zip(self._stages, self._answers(), strict=True), (self._wording("Why"), self._causes()))
        for row, (name, words) in enumerate(lines, start=1):
            grid.addWidget(label(name, "small", "muted", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "small", "accent" if row == len(lines) else "plain"), row, 1)
        told = "; ".join(f"{name}: {words}" for name, words in lines)
        self.setAccessibleName(f"{self._question()} {told}")

    def _question(self) -> str:
        change, language = self._change, self._wording.language
        if change.now is not None:
            return change.questionnaire.text(language).questions[change.now.id].text
        if change.then is None:
            return ""
        return change.then.questionnaire.text(language).questions[change.then.question.id].text

    def _answers(self) -> tuple[str, str]:
        say, change = self._wording, self._change
        before = after = say("not asked")
        if change.then is not None:
            texts = change.then.questionnaire.text(say.language).questions
            before = said(change.then.question, texts[change.then.question.id], change.before, say)
        if change.now is not None:
            texts = change.questionnaire.text(say.language).questions
            after = said(change.now, texts[change.now.id], change.after, say)
        return before[:1].upper() + before[1:], after[:1].upper() + after[1:]

    def _causes(self) -> str:
        return " · ".join(cause_name(cause, self._wording) for cause in self._change.causes)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 13, 13)
