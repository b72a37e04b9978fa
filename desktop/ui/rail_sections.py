"""The sections under the step of the questions; they scroll where they are many, the steps stay in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label
from desktop.ui.rail_item import RailItem

_LOWEST = 96  # pixels, three sections


@dataclass(frozen=True, slots=True)
class SectionMark:
    """A section as the rail shows it; without an id it is a questionnaire, open while its sections follow."""

    questionnaire: str
    section: str | None
    text: str
    answered: int = 0
    shown: int = 0
    is_current: bool = False
    warning: str = ""
    marked: int = 0


class RailSections(QScrollArea):
    """As high as its lines, or as there is room.

    Signals: `section_requested` carries a `questionnaire/section`.
    """

    section_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tokens = look.tokens
        self._wording = look.wording
        self._marks: list[tuple[SectionMark, QWidget]] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._build()

    def show_marks(self, marks: Sequence[SectionMark]) -> None:
        """The lines; kept as they are where only the counts differ."""
        if [_words(mark) for mark, _ in self._marks] != [_words(mark) for mark in marks]:
            emptied(self._column)
            self._marks = [(mark, self._line(mark)) for mark in marks]
            for _, widget in self._marks:
                self._column.addWidget(widget)
            self.setVisible(bool(marks))
            self.updateGeometry()
        for mark, (_, widget) in zip(marks, self._marks, strict=True):
            if isinstance(widget, RailItem):
                widget.show_progress(mark.answered, mark.shown)
                widget.show_warning(mark.warning)
                widget.show_marked(
                    mark.marked,
                    self._wording.plural("{count} marked for later", "{count} marked for later", mark.marked),
                )
                widget.setChecked(mark.is_current and mark.section is not None)
        QTimer.singleShot(0, self, self._show_current)

    @override
    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_LOWEST, self._inside.sizeHint().height()))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._inside.setObjectName("scrolled")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(self._inside)
        self.hide()

    def _line(self, mark: SectionMark) -> QWidget:
        if mark.section is None and mark.is_current:
            title = label(mark.text, "caption", "muted")
            title.setContentsMargins(20, 4, 4, 2)
            return title
        name = f"section-{mark.questionnaire}-{mark.section or 'all'}"
        item = RailItem(mark.text, name, self._tokens)
        item.clicked.connect(
            partial(self.section_requested.emit, f"{mark.questionnaire}/{mark.section or ''}")
        )
        return item

    def _show_current(self) -> None:
        """Scroll to the section being asked."""
        for _, widget in self._marks:
            if isinstance(widget, RailItem) and widget.isChecked():
                self.ensureWidgetVisible(widget, 0, widget.height())


def _words(mark: SectionMark) -> tuple[str, str | None, str, bool]:
    return mark.questionnaire, mark.section, mark.text, mark.section is None and mark.is_current
