"""What the window shows now."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(slots=True)
class Shown:
    """The page shown, by its name; no page yet before the first one.

    `is_handed_over` while one person has the computer, who is to see nothing else.
    """

    name: str
    page: QWidget | None = None
    is_handed_over: bool = False
