"""Planning again from today: asks what has happened so far, where anything should have."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Constraints
from desktop.dossier import next_monday
from desktop.planning import Plan
from desktop.planning.calendar.replanning import Progress, expected_progress, replanned
from desktop.ui.look import Look
from desktop.ui.parts import Part
from desktop.ui.plan.limits.catch_up_card import CatchUpCard


class CatchUp(QObject):
    """Knows the plan shown, and whether it is being made again from the next day courses can begin on.

    Signals: `limits_chosen` carries the limits from that day on; `opened` and `closed` that the question is
    to be shown, or not any more.
    """

    limits_chosen = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(
        self, parent: QObject, limits: Callable[[], Constraints], catalogue: Catalogue, look: Look
    ) -> None:
        super().__init__(parent)
        self._limits = limits
        self._catalogue = catalogue
        self._look = look
        self._plan: Plan | None = None
        self._day: date | None = None

    def parts(self, plan: Plan) -> Iterator[Part]:
        """The question about a plan, while it stands."""
        self._plan = plan
        if self._day is not None and (progress := expected_progress(plan, self._day)):
            yield Part("catch-up", progress, partial(self._made_card, progress, plan, self._day))

    def begin(self) -> None:
        """Plan again from the next Monday on, at once where no course should have begun before it."""
        if self._plan is None:
            return
        self._day = next_monday(date.today())  # noqa: DTZ011 - the day on the wall calendar is meant
        if expected_progress(self._plan, self._day):
            self.opened.emit()
        else:
            self._on_told(())

    def _made_card(self, progress: tuple[Progress, ...], plan: Plan, day: date) -> QWidget:
        card = CatchUpCard(progress, plan, day, self._catalogue, self._look)
        card.told.connect(self._on_told)
        card.given_up.connect(self._on_given_up)
        return card

    def _on_told(self, progress: tuple[Progress, ...]) -> None:
        day, self._day = self._day, None
        if self._plan is not None and day is not None:
            self.limits_chosen.emit(replanned(self._limits(), self._plan, day, progress))

    def _on_given_up(self) -> None:
        self._day = None
        self.closed.emit()
