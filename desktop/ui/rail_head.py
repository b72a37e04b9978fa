"""The top of the rail: whose program it is, and the company on the desk."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.ui.icons import icon
from desktop.ui.logo import logo_picture
from desktop.ui.look import Look
from desktop.ui.pieces import label

_LOGO = (64, 40)  # pixels at most


def rail_head(look: Look, company: QLabel) -> QHBoxLayout:
    """The name of the program, or of the hub whose edition it is, over the company's."""
    words = QVBoxLayout()
    words.setSpacing(0)
    name = label("Sestante" if look.brand is None else look.brand.name, "heading")
    name.setObjectName("rail-name")
    words.addWidget(name)
    company.setMinimumWidth(0)
    words.addWidget(company)
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 0, 4)
    row.setSpacing(12)
    row.addWidget(_mark(look), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _mark(look: Look) -> QLabel:
    """The sextant, or the hub's logo."""
    mark, shown = QLabel(), QPixmap()
    if look.brand is not None and look.brand.logo is not None:
        shown = logo_picture(look.brand.logo, *_LOGO, is_dark=look.tokens.is_dark)
    if shown.isNull():
        shown = icon("sextant", look.tokens.accent, 30).pixmap(QSize(30, 30))
    mark.setPixmap(shown)
    return mark
