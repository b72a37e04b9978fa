"""Work done step by step, with a turn for the window between any two steps."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class TurnTaking(QObject):
    """Does what it is given in the window's own thread; what comes later takes the place of what is left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._on_turn)

    def take(self, *steps: Callable[[], object], pause: int = 0) -> None:
        """Do these steps, with so many milliseconds between them."""
        self._steps = iter(steps)
        self._turn.start(pause)

    def stop(self) -> None:
        """Leave the steps that are left."""
        self._turn.stop()

    def _on_turn(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._turn.stop()
        else:
            step()
