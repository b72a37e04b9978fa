"""What the numbers of a company make of it: the European size class and the DMA's staff band."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.company import Company
from desktop.content.size_words import size_name, staff_band
from desktop.ui.look import Look
from desktop.ui.pieces import card, label


class SizeNote(QWidget):
    """The derived sizes, shown as the numbers are typed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._size = label("", "strong", "accent")
        self._size.setObjectName("size-class")
        self._band = label("", "small", "muted")
        self._band.setObjectName("staff-band")
        frame, column = card("note", 14, 2)
        column.addWidget(self._size)
        column.addWidget(self._band)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_company(self, company: Company) -> None:
        """The sizes of a company."""
        self._size.setText(size_name(company.size_class, self._wording))
        band = staff_band(company.dma_staff_band, self._wording)
        self._band.setText(
            self._wording("European definition. Staff band in the European check: {band}", band=band)
        )
