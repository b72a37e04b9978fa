"""The parts of the page that tell how far the steps are, and what to ask the hub for."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.catalogues.catalogue import Catalogue
from desktop.dossier.steps import StepCount, count_steps
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.plan.steps.progress_card import ProgressCard
from desktop.ui.plan.steps.services_card import ServicesCard
from desktop.ui.plan.steps.step_book import StepDesk


class StepParts(QObject):
    """Makes these parts, and tells them what changes.

    Signals: `stated` carries a `StepChange`, `undone` that the last change is to be undone.
    """

    stated = Signal(object)
    undone = Signal()

    def __init__(self, steps: StepDesk, catalogue: Catalogue, parts: Parts, look: Look) -> None:
        super().__init__(parts)
        self.desk = steps
        self._catalogue = catalogue
        self._parts = parts
        self._look = look

    def progress(self, keys: tuple[str, ...]) -> Iterator[Part]:
        """How far the steps of a plan are, once anything is known of one."""
        if not (self.desk.book.steps or self.desk.can_undo):
            return
        count = count_steps(keys, self.desk.book.told)
        shown = self._parts.widget("progress")
        if isinstance(shown, ProgressCard):
            shown.show_count(count, can_undo=self.desk.can_undo)
        yield Part("progress", None, partial(self._made_progress, count))

    def services(self, services: tuple[ServiceEntry, ...]) -> Iterator[Part]:
        """What to ask the hub for."""
        if services:
            yield Part("services", services, partial(self._made_services, services))

    def _made_progress(self, count: StepCount) -> QWidget:
        card = ProgressCard(self._look)
        card.undone.connect(self.undone)
        card.show_count(count, can_undo=self.desk.can_undo)
        return card

    def _made_services(self, services: tuple[ServiceEntry, ...]) -> QWidget:
        card = ServicesCard(services, self._catalogue, self.desk, self._look)
        card.stated.connect(self.stated)
        return card
