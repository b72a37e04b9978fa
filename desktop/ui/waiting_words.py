"""Words for what takes its time: what is there in a moment comes without them."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from desktop.ui.background import Operation

_LONG = 300  # milliseconds


def say_if_it_takes_long(operation: Operation, shown: QLabel, words: str) -> None:
    """Put words into a label if an operation still runs in a moment and nothing else is said there.

    A label with a blank keeps the room of its line meanwhile.
    """
    QTimer.singleShot(_LONG, shown, partial(_say, operation, shown, words))


def _say(operation: Operation, shown: QLabel, words: str) -> None:
    if operation.is_running and not shown.text().strip():
        shown.setText(words)
