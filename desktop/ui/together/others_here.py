"""Said before something that takes a company away under somebody else's hands."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout

from desktop.text import Wording
from desktop.ui.pieces import label


def others_words(names: Iterable[str], wording: Wording) -> str:
    """Who else has it open; empty where nobody has."""
    there = list(dict.fromkeys(names))
    if not there:
        return ""
    return wording.plural(
        "{names} has it open at another desk at this moment: agree with each other first.",
        "{names} have it open at other desks at this moment: agree with each other first.",
        len(there),
        names=", ".join(there),
    )


def add_others(column: QBoxLayout, names: Iterable[str], wording: Wording) -> None:
    """Say it in a column of words, where it has to be said."""
    if words := others_words(names, wording):
        said = label(words, "small", "warn")
        said.setObjectName("others-warning")
        column.addWidget(said)
