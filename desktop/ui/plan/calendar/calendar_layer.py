"""What can be taken hold of in the calendar, laid over its drawing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning import Plan, PlannedCourse
from desktop.planning.deciding import Choice, moved, unpinned
from desktop.report.calendar_places import BarPlace, Box, CalendarPlaces
from desktop.report.calendar_words import week_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import Button
from desktop.ui.plan.calendar.calendar_bar import BarFacts, CalendarBar
from desktop.ui.plan.calendar.calendar_ghost import CalendarGhost

_AROUND = 3  # pixels between a drawn bar and the ring of the keyboard
_NARROWEST = 24  # pixels that can be taken hold of

_Key = tuple[Role, str]


class CalendarLayer(QWidget):
    """A bar and, where its week was chosen, a pin for each course and role.

    Signals: `chosen` carries the `Choice` of a week or that it is taken back; `arranged` that bars came, went
    or changed their order.
    """

    chosen = Signal(object)
    arranged = Signal()

    def __init__(self, chart: QWidget, look: Look) -> None:
        super().__init__(chart)
        self._chart = chart
        self._look = look
        self._plan: Plan | None = None
        self._places: CalendarPlaces | None = None
        self._bars: dict[_Key, CalendarBar] = {}
        self._pins: dict[_Key, Button] = {}
        self._ghost = CalendarGhost(self, look.tokens)

    def show_bars(
        self, plan: Plan, places: CalendarPlaces, facts_of: Callable[[PlannedCourse], BarFacts]
    ) -> None:
        """Lie over the drawing of a plan."""
        before = list(self._bars)
        self._plan, self._places = plan, places
        courses = {(each.role, each.course.id): each for each in plan.courses}
        keys: list[_Key] = [(place.role, place.course) for place in places.bars]
        for key in [key for key in self._bars if key not in keys]:
            self._drop(key)
        for key in keys:
            self._show_bar(key, facts_of(courses[key]))
        self._bars = {key: self._bars[key] for key in keys}
        self.fit()
        if not any(bar.is_held for bar in self._bars.values()):
            self._ghost.hide()
        if before != keys:
            for bar in self._bars.values():
                bar.raise_()  # whoever asks for the stops of the keyboard gets them in this order
            self.arranged.emit()

    def fit(self) -> None:
        """Take the size of the drawing as it is shown now."""
        self.resize(self._chart.size())
        self._ghost.resize(self._chart.size())
        for place in self._places.bars if self._places is not None else ():
            key = place.role, place.course
            self._bars[key].setGeometry(self._around(place.box))
            if place.pin is not None and key in self._pins:
                self._pins[key].setGeometry(self._scaled(place.pin).toAlignedRect().adjusted(-1, -3, 0, 3))
                self._pins[key].raise_()

    def _show_bar(self, key: _Key, facts: BarFacts) -> None:
        role, course = key
        if key not in self._bars:
            bar = CalendarBar(self, f"bar-{role}-{course}", facts, self._look.tokens)
            bar.held.connect(partial(self._on_held, key))
            bar.put.connect(partial(self._on_put, key))
            bar.let_go.connect(self._ghost.hide)
            bar.unpin_wanted.connect(partial(self._on_unpin_wanted, key))
            bar.show()
            self._bars[key] = bar
        self._bars[key].show_facts(facts, self._scale() * (self._places.week if self._places else 1))
        if facts.is_pinned and key not in self._pins:
            self._pins[key] = self._pin(key)
        elif not facts.is_pinned and key in self._pins:
            _let_go(self._pins.pop(key))

    def _pin(self, key: _Key) -> Button:
        """A place to press over the drawn pin; the keyboard has the Delete key of the bar for it."""
        role, course = key
        says = self._look.wording("Give up the week chosen by hand")
        pin = Button("", f"unpin-{role}-{course}", "bare")
        pin.setParent(self)
        pin.setAccessibleName(says)
        pin.setToolTip(says)
        pin.setFocusPolicy(pin.focusPolicy().NoFocus)
        pin.clicked.connect(partial(self._on_unpin_wanted, key))
        pin.show()
        return pin

    def _drop(self, key: _Key) -> None:
        _let_go(self._bars.pop(key))
        if key in self._pins:
            _let_go(self._pins.pop(key))

    def _on_held(self, key: _Key) -> None:
        place = next((each for each in self._drawn() if (each.role, each.course) == key), None)
        if place is None or self._places is None or self._plan is None:
            return
        week = self._bars[key].week
        left = self._places.left + week * self._places.week
        box = Box(left, place.box.top, place.box.width, place.box.height)
        words = week_in_words(week, self._plan, self._look.wording)
        self._bars[key].setAccessibleDescription(words)
        self._ghost.show_at(self._scaled(box), words)

    def _on_put(self, key: _Key, week: int) -> None:
        """The ghost stays until the plan made with it is drawn."""
        planned = self._planned(key)
        if planned is not None and self._plan is not None:
            self.chosen.emit(moved(planned, week, self._plan))

    def _on_unpin_wanted(self, key: _Key, *_: object) -> None:
        planned = self._planned(key)
        if planned is not None:
            choice: Choice = unpinned(planned)
            self.chosen.emit(choice)

    def _planned(self, key: _Key) -> PlannedCourse | None:
        courses = self._plan.courses if self._plan is not None else ()
        return next((each for each in courses if (each.role, each.course.id) == key), None)

    def _drawn(self) -> tuple[BarPlace, ...]:
        return self._places.bars if self._places is not None else ()

    def _scale(self) -> float:
        return self._chart.width() / self._places.width if self._places is not None else 1

    def _scaled(self, box: Box) -> QRectF:
        scale = self._scale()
        return QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)

    def _around(self, box: Box) -> QRect:
        """Where a bar can be taken hold of: a little more than is drawn."""
        drawn = self._scaled(box).toAlignedRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        missing = max(0, _NARROWEST - drawn.width())
        return drawn.adjusted(-missing // 2, 0, missing // 2, 0)


def _let_go(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
