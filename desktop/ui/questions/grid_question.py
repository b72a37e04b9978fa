"""Questions asked of several things at once: a line each, with the steps of a scale or columns to tick."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.answers import Answer, Chosen, Reserved, Rows, Ticked
from desktop.content.questionnaires.questionnaire import Row
from desktop.ui.fonts import medium, semibold
from desktop.ui.pieces import label, rule
from desktop.ui.questions.answer_widget import AnswerWidget
from desktop.ui.questions.segment_strip import ScaleStrip, Segment, SegmentStrip, TickStrip
from desktop.ui.questions.toggle import Toggle

_FEW = 4  # segments that leave half the width to the words; more stand under them
_RESERVED = {word.value: word for word in Reserved}


class GridQuestion(AnswerWidget):
    """Lines with a label and a strip; up and down move among the lines, digits press in the current one."""

    @override
    def first_focus(self) -> QWidget:
        return next(iter(self._strips.values()))

    @override
    def press_digit(self, digit: int) -> None:
        focused = next((strip for strip in self._strips.values() if strip.hasFocus()), None)
        (focused or next(iter(self._strips.values()))).press_number(digit)

    @override
    def key_hint(self) -> str:
        return self._wording("Arrows move, digits choose, Enter goes on")

    @override
    def _build(self) -> None:
        self._strips: dict[str, SegmentStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        is_stacked = len(self._segments()) > _FEW
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4 if is_stacked else 6)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(self.question.rows):
            strip = self._strips[row.id] = self._strip(row)
            strip.zoom(self._look.zoom)
            line = 3 * number
            if number:
                grid.addWidget(rule(), line, 0, 1, 2)
            if is_stacked:
                grid.addLayout(self._words(row), line + 1, 0, 1, 2)
                grid.addWidget(strip, line + 2, 0, 1, 2)
            else:
                grid.addLayout(self._words(row), line + 1, 0)
                grid.addWidget(strip, line + 1, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(grid)

    def _words(self, row: Row) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.setContentsMargins(4, 0, 4, 0)
        words.addStretch(1)
        asked = label(self._text.rows[row.id].text, "strong")
        asked.setFont(semibold(self._look.pixels(14)))
        words.addWidget(asked)
        if self._text.rows[row.id].help:
            told = label(self._text.rows[row.id].help, "caption", "muted")
            told.setFont(medium(self._look.pixels(12)))
            words.addWidget(told)
        words.addStretch(1)
        return words

    def _segments(self) -> list[Segment]:
        raise NotImplementedError

    def _strip(self, row: Row) -> SegmentStrip:
        raise NotImplementedError

    @override
    def _connect(self) -> None:
        for position, strip in enumerate(self._strips.values()):
            strip.row_wanted.connect(partial(self._on_row_wanted, position))

    def _on_row_wanted(self, position: int, step: int) -> None:
        wanted = position + step
        if 0 <= wanted < len(self._strips):
            list(self._strips.values())[wanted].setFocus()

    def _on_chosen(self) -> None:
        self.answer_changed.emit()


class ScaleGridQuestion(GridQuestion):
    """One step per line; a line may also be unknown, or not concern the company."""

    @override
    def answer(self) -> Answer | None:
        steps = {row: strip.step() for row, strip in self._scales.items()}
        said = {row: _RESERVED.get(step) or Chosen(step) for row, step in steps.items() if step is not None}
        return Rows(said) if said else None

    @override
    def show_answer(self, answer: Answer | None) -> None:
        rows = answer.rows if isinstance(answer, Rows) else {}
        for row, strip in self._scales.items():
            match rows.get(row):
                case Chosen(choice):
                    strip.show_lit(frozenset({choice}))
                case Reserved() as word:
                    strip.show_lit(frozenset({word.value}))
                case _:
                    strip.show_lit(frozenset())

    @override
    def _build(self) -> None:
        self._scales: dict[str, ScaleStrip] = {}
        super()._build()
        signs = [segment for segment in self._segments() if segment.is_narrow]
        if signs:
            legend = "     ".join(f"{sign.text}  {sign.says}" for sign in signs)
            said = label(legend, "caption", "muted", wraps=False)
            said.setObjectName("legend")
            self._column.addWidget(said, 0, Qt.AlignmentFlag.AlignRight)

    @override
    def _segments(self) -> list[Segment]:
        segments = [Segment(step.id, self._text.choices[step.id].text) for step in self.question.choices]
        if self.question.allows_unknown:
            says = self._wording("I don't know")
            segments.append(Segment(Reserved.UNKNOWN.value, "?", says, is_narrow=True))
        if self.question.allows_not_applicable:
            says = self._wording("Does not apply")
            segments.append(Segment(Reserved.NOT_APPLICABLE.value, "–", says, is_narrow=True))
        return segments

    @override
    def _strip(self, row: Row) -> SegmentStrip:
        strip = ScaleStrip(f"row-{row.id}", self._text.rows[row.id].text, self._segments(), self._look.tokens)
        strip.chosen.connect(self._on_chosen)
        self._scales[row.id] = strip
        return strip


class TickGridQuestion(GridQuestion):
    """Columns to tick in each line; "none of these" answers with nothing ticked at all."""

    @override
    def answer(self) -> Answer | None:
        said = {row: Ticked(strip.ticked()) for row, strip in self._ticks.items() if strip.ticked()}
        return Rows(said) if said or self._none.isChecked() else None

    @override
    def show_answer(self, answer: Answer | None) -> None:
        rows = answer.rows if isinstance(answer, Rows) else {}
        for row, strip in self._ticks.items():
            said = rows.get(row)
            strip.show_lit(said.choices if isinstance(said, Ticked) else frozenset())
        self._none.setChecked(isinstance(answer, Rows) and not rows)

    @override
    def _build(self) -> None:
        self._ticks: dict[str, TickStrip] = {}
        super()._build()
        self._none = Toggle(self._wording("None of these"), "none-of-these")
        self._none.setFont(medium(self._look.pixels(14)))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._none)
        self._column.addLayout(row)

    @override
    def _connect(self) -> None:
        super()._connect()
        self._none.clicked.connect(self._on_none_clicked)

    @override
    def _segments(self) -> list[Segment]:
        return [Segment(column.id, self._text.columns[column.id].text) for column in self.question.columns]

    @override
    def _strip(self, row: Row) -> SegmentStrip:
        strip = TickStrip(f"row-{row.id}", self._text.rows[row.id].text, self._segments(), self._look.tokens)
        strip.chosen.connect(self._on_column_ticked)
        self._ticks[row.id] = strip
        return strip

    def _on_column_ticked(self) -> None:
        self._none.setChecked(False)
        self.answer_changed.emit()

    def _on_none_clicked(self) -> None:
        if self._none.isChecked():
            for strip in self._ticks.values():
                strip.show_lit(frozenset())
        self.answer_changed.emit()
