"""Where the hub whose edition this is can be reached."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from desktop.content.brand import Brand, Office
from desktop.text import Wording
from desktop.ui.logo import logo_picture
from desktop.ui.look import Look
from desktop.ui.pieces import label

_LOGO = (140, 52)  # pixels at most


class ContactsCard(QFrame):
    """The hub's logo, name and words, and its offices, so many beside one another.

    `words` stand in place of those that the hub wrote for beside a printed plan.
    """

    def __init__(self, brand: Brand, look: Look, *, columns: int = 2, words: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("hub-contacts")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addLayout(_head(brand, look))
        intro = words or brand.intro.get(look.wording.language, "")
        if intro.strip():
            column.addWidget(label(intro, "small"))
        if brand.offices:
            column.addLayout(_offices(brand, look.wording, columns))


def contact_line(brand: Brand) -> str:
    """The hub with how its first office is reached, in one line."""
    reached = (brand.offices[0].phone, brand.offices[0].email) if brand.offices else ()
    return " · ".join(part for part in (brand.name, *reached) if part.strip())


def _head(brand: Brand, look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    if brand.logo is not None:
        mark = QLabel()
        mark.setPixmap(logo_picture(brand.logo, *_LOGO, is_dark=look.tokens.is_dark))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(brand.name, "heading"), 1)
    return row


def _offices(brand: Brand, say: Wording, columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    for number, office in enumerate(brand.offices):
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(label(office.name, "strong"))
        for line in _lines(office, say):
            shown = label(line, "small", "muted")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cell.addWidget(shown)
        cell.addStretch(1)
        grid.addLayout(cell, number // columns, number % columns)
    for number in range(columns):
        grid.setColumnStretch(number, 1)
    return grid


def _lines(office: Office, say: Wording) -> Iterator[str]:
    lines = (office.address, office.hours.get(say.language, ""), office.phone, office.email, office.website)
    yield from (line for line in lines if line.strip())
