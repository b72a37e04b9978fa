"""What to ask the hub for, each service with what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.steps import service_key
from desktop.ui.look import Look
from desktop.ui.pieces import label, rule
from desktop.ui.plan.steps.step_book import StepBook, StepDesk
from desktop.ui.plan.steps.step_line import StepLine


class ServicesCard(QFrame):
    """A line for each service.

    Signals: `stated` carries a `StepChange`.
    """

    stated = Signal(object)

    def __init__(
        self, services: Sequence[ServiceEntry], catalogue: Catalogue, steps: StepDesk, look: Look
    ) -> None:
        super().__init__()
        self._lines: list[StepLine] = []
        self.setProperty("kind", "card")
        self.setObjectName("services")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        column.addWidget(label(look.wording("What to ask the hub for"), "heading"))
        for service in services:
            text = catalogue.advice.service_text(service.id, look.wording.language)
            line = StepLine(service_key(service.id), text.title, _words(text.title, text.about), steps, look)
            line.changed.connect(self.stated)
            self._lines.append(line)
            column.addWidget(rule())
            column.addWidget(line)

    def show_steps(self, book: StepBook) -> None:
        """Tell what became of the services."""
        for line in self._lines:
            line.show_steps(book)


def _words(title: str, about: str) -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(2)
    column.addWidget(label(title, "strong"))
    column.addWidget(label(about, "small", "muted"))
    return words
