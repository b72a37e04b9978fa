"""The companies past their time: each ticked, then deleted or kept longer; nobody goes by itself."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.searching import folded
from desktop.ui.desk import Desk
from desktop.ui.fields import DayField, FieldFrame
from desktop.ui.look import Look
from desktop.ui.pieces import Button, above_bar, at_left, card, emptied, label, scrolled
from desktop.ui.rights.erasing import erase
from desktop.ui.rights.words import past_in_words
from desktop.ui.search_field import search_field
from desktop.ui.tick import Tick
from desktop.ui.withheld import withhold
from desktop.workspace.due import months_after
from desktop.workspace.rights import PastTime

_WIDEST = 860
_SEARCHED_FROM, _SEVERAL = 12, 3  # companies from which on there is a search, and one box for all
_MONTHS = 12
_DAY_WIDTH = 140


class PastPage(QWidget):
    """A list with ticks, and what to do with those ticked.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._list = QVBoxLayout()
        self._search = search_field("past-search", look.wording("Search by name"), look)
        self._all = Tick("", "past-all", look)
        self._ticks: list[tuple[PastTime, Tick, QWidget]] = []
        self._back = Button(look.wording("Back to the companies"), "to-welcome", "quiet")
        self._day = DayField("keep-past-day", look.wording("Keep until"))
        self._until = FieldFrame(self._day, look.tokens)
        self._keep = Button(look.wording("Keep until this day"), "keep-past")
        self._erase = Button(look.wording("Delete these…"), "erase-past", "primary")
        withhold(look.wording, self._erase, unless=desk.workspace.rights_here.can_delete)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        say = self._wording
        self.setObjectName("past-page")
        area, inside = scrolled((40, 28, 40, 24), 14)
        inside.addWidget(label(say("Past their keeping time"), "title"))
        words = say(
            "These companies have been kept as long as you chose. Look at each: delete it, or keep it to a "
            "new day where the advice goes on. Nothing is deleted by itself."
        )
        inside.addLayout(at_left(label(words, "body", "muted"), _WIDEST))
        inside.addLayout(at_left(self._search, _WIDEST))
        frame, column = card(margin=20, spacing=6)
        column.addWidget(self._all)
        column.addLayout(self._list)
        inside.addLayout(at_left(frame, _WIDEST))
        inside.addStretch(1)
        self._fill_bar(above_bar(area, self))

    def _fill_bar(self, row: QHBoxLayout) -> None:
        self._day.begin_on(today())
        self._day.show_day(months_after(today(), _MONTHS))
        self._until.setFixedWidth(_DAY_WIDTH)
        row.addWidget(self._back)
        row.addStretch(1)
        for widget in (self._until, self._keep, self._erase):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._back.clicked.connect(partial(self.page_requested.emit, "welcome"))
        self._keep.clicked.connect(self._on_keep_clicked)
        self._erase.clicked.connect(self._on_erase_clicked)
        self._search.textChanged.connect(self._show_found)
        self._all.clicked.connect(self._on_all_clicked)

    def _show(self) -> None:
        emptied(self._list)
        self._ticks = []
        past = self._desk.workspace.retention.past()
        if not past:
            self._list.addWidget(
                label(self._wording("No company is past its keeping time."), "body", "muted")
            )
        for each in past:
            self._list.addWidget(self._line(each))
        for widget in (self._search, self._all):
            widget.setHidden(len(past) < (_SEARCHED_FROM if widget is self._search else _SEVERAL))
        for part in (self._until, self._keep, self._erase):
            part.setVisible(bool(past))
        self._search.clear()
        self._show_found()
        self.setFocusProxy(self._ticks[0][1] if self._ticks else self._back)

    def _line(self, each: PastTime) -> QWidget:
        made, column = QWidget(), QVBoxLayout()
        made.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        tick = Tick(each.visit.name, f"past-{each.visit.company_id}", self._look)
        tick.toggled.connect(self._show_ready)
        told = label(past_in_words(each, self._wording), "small", "muted")
        told.setIndent(34)
        column.addWidget(tick)
        column.addWidget(told)
        self._ticks.append((each, tick, made))
        return made

    def _show_found(self) -> None:
        """Only companies of the name sought; those ticked stay in sight, as what is done is done to them."""
        words = folded(self._search.text()).split()
        for each, tick, line in self._ticks:
            name = folded(each.visit.name)
            line.setVisible(tick.isChecked() or all(word in name for word in words))
        self._show_ready()

    def _found(self) -> list[Tick]:
        return [tick for _, tick, line in self._ticks if not line.isHidden()]

    def _chosen(self) -> list[tuple[int, str]]:
        ticked = (each.visit for each, tick, _ in self._ticks if tick.isChecked())
        return [(visit.company_id, visit.name) for visit in ticked]

    def _show_ready(self) -> None:
        say, count, found = self._wording, len(self._chosen()), self._found()
        self._all.setText(say("All that are shown ({count})", count=len(found)))
        self._all.setChecked(bool(found) and all(tick.isChecked() for tick in found))
        self._erase.setText(say("Delete {count}…", count=count) if count > 1 else say("Delete these…"))
        for button in (self._keep, self._erase):
            button.setEnabled(count > 0)

    def _on_all_clicked(self, is_wanted: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        for tick in self._found():
            with QSignalBlocker(tick):  # else hundreds would each count all
                tick.setChecked(is_wanted)
        self._show_found()

    def _on_keep_clicked(self) -> None:
        self._desk.save_outside(self._keep_chosen)
        self._show()

    def _keep_chosen(self) -> None:
        day = self._day.day()
        for number, _ in self._chosen():
            self._desk.workspace.register.keep_until(number, day)

    def _on_erase_clicked(self) -> None:
        erase(self._desk, self._chosen(), self._look, self, self._show)
