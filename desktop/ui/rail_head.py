"""The top of the rail: whose program it is, and the company on the desk."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.ui.icons import icon
from desktop.ui.logo import logo_picture
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.window import LOGO_SIZE

_NAME_WIDTH = 150  # pixels


def rail_head(look: Look, company: QLabel, others: QLabel) -> QHBoxLayout:
    """The name of the program, or of the hub whose edition it is, over the company's, and who is there."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(_name(look))
    company.setMinimumWidth(0)
    words.addWidget(company)
    words.addWidget(others)
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 0, 4)
    row.setSpacing(12)
    row.addWidget(_mark(look), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _name(look: Look) -> QLabel:
    """In three lines at most, in one where it has a word that is too long for breaking."""
    full = "Sestante" if look.brand is None else look.brand.name
    made = label(full, "heading")
    made.setObjectName("rail-name")
    metrics = made.fontMetrics()
    breaks = max(map(metrics.horizontalAdvance, full.split()), default=0) <= _NAME_WIDTH
    room = round(2.6 * _NAME_WIDTH) if breaks else _NAME_WIDTH
    made.setText(metrics.elidedText(full, Qt.TextElideMode.ElideRight, room))
    made.setToolTip(full if made.text() != full else "")
    return made


def _mark(look: Look) -> QLabel:
    """The sextant, or the hub's logo."""
    mark, shown = QLabel(), QPixmap()
    if look.brand is not None and look.brand.logo is not None:
        shown = logo_picture(look.brand.logo, *LOGO_SIZE, is_dark=look.tokens.is_dark)
    if shown.isNull():
        shown = icon("sextant", look.tokens.accent, 30).pixmap(QSize(30, 30))
    mark.setPixmap(shown)
    return mark
