"""The bar under a question: back, skip, next, the next open one, and which keys do the same."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class Footer(QFrame):
    """The way on and back.

    Signals: `back_pressed`, `skip_pressed`, `step_pressed` to the very next question, `next_pressed`.
    """

    back_pressed = Signal()
    skip_pressed = Signal()
    step_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._tokens = look.tokens
        self._back = Button(look.wording("Back"), "back")
        self._skip = Button(look.wording("Skip"), "skip", "quiet")
        self._step = Button(look.wording("Next question"), "step", "quiet")
        self._next = Button(look.wording("Next question"), "next", "primary")
        self._hint = label("", "small", "muted")
        self._build()
        self._connect()

    def show_state(self, *, can_go_back: bool, is_answered: bool, is_last: bool, skips: bool) -> None:
        """Which ways there are; a question without an answer is skipped, not passed.

        `is_last` where the way on leads to the end, `skips` where it passes over answered questions.
        """
        self._back.setEnabled(can_go_back)
        self._skip.setVisible(not is_answered)
        self._step.setVisible(is_answered and skips)
        self._next.setEnabled(is_answered)
        onward = self._wording("Next open question") if skips else self._wording("Next question")
        self._next.setText(self._wording("Finish") if is_last else onward)

    def come_after(self, widget: QWidget) -> None:
        """Take the place after a widget on the way of the Tab key."""
        for one, other in pairwise((widget, self._back, self._skip, self._step, self._next)):
            QWidget.setTabOrder(one, other)

    def show_hint(self, hint: str) -> None:
        """Which keys answer."""
        self._hint.setText(hint)

    def _build(self) -> None:
        self.setProperty("kind", "bar")
        self._back.setIcon(icon("chevron-left", self._tokens.ink, 16, self._tokens.muted))
        self._next.setIcon(icon("chevron-right", self._tokens.on_accent, 16, self._tokens.muted))
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button in (self._back, self._next):
            button.setIconSize(QSize(16, 16))
            button.setMinimumHeight(42)
        self._back.setToolTip(self._wording("Alt and left arrow"))
        self._step.setToolTip(self._wording("Alt and right arrow"))
        self._step.hide()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 11, 40, 11)
        row.setSpacing(14)
        row.addWidget(self._back)
        row.addWidget(self._hint, 1)
        row.addWidget(self._skip)
        row.addWidget(self._step)
        row.addWidget(self._next)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back_clicked)
        self._skip.clicked.connect(self._on_skip_clicked)
        self._step.clicked.connect(self._on_step_clicked)
        self._next.clicked.connect(self._on_next_clicked)

    def _on_back_clicked(self) -> None:
        self.back_pressed.emit()

    def _on_skip_clicked(self) -> None:
        self.skip_pressed.emit()

    def _on_step_clicked(self) -> None:
        self.step_pressed.emit()

    def _on_next_clicked(self) -> None:
        self.next_pressed.emit()
