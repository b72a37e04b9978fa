"""A limit of the plan: counted up and down, or slid; both show the same number."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.fields import Stepper
from desktop.ui.look import Look
from desktop.ui.slider import Slider

_WIDTH = 172  # pixels


class LimitField(QWidget):
    """A stepper over a slider, which reaches as far as is usual while the stepper goes on.

    Signals: `stepped` comes with every change in the stepper, `slid` with every one of the slider,
    `let_go` when the mouse lets go of it.
    """

    stepped = Signal()
    slid = Signal()
    let_go = Signal()

    def __init__(self, look: Look, name: str, says: str, numbers: Sequence[Fraction]) -> None:
        super().__init__()
        self.name = name
        self.numbers = tuple(numbers)
        self._stepper = Stepper(look, name, says)
        self._slider = Slider(
            look.tokens, f"{name}-slider", look.wording("{what}, slider", what=says), numbers
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stepper)
        column.addWidget(self._slider)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self._stepper)
        self._stepper.stepped.connect(self._on_stepped)
        self._slider.slid.connect(self._on_slid)
        self._slider.sliderReleased.connect(self.let_go)

    @property
    def is_held(self) -> bool:
        """Whether the mouse holds the slider."""
        return self._slider.isSliderDown()

    def set_range(self, lowest: int, highest: int, step: Fraction = Fraction(1)) -> None:
        """The numbers possible in the stepper."""
        self._stepper.set_range(Fraction(lowest), Fraction(highest), step)

    def describe(self, in_words: Callable[[Fraction], str]) -> None:
        """Say numbers in these words to those who cannot see the slider."""
        self._slider.describe(in_words)

    def value(self) -> Fraction:
        """The number shown."""
        return self._stepper.value()

    def show_value(self, value: Fraction | int) -> None:
        """Show a number; emits nothing."""
        self._stepper.show_value(value)
        self._slider.show_number(Fraction(value))

    def _on_stepped(self) -> None:
        self._slider.show_number(self._stepper.value())
        self.stepped.emit()

    def _on_slid(self) -> None:
        self._stepper.show_value(self._slider.number())
        self.slid.emit()
