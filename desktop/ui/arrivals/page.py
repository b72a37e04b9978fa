"""The page of an import: how far it is, then what came in, what was here, what did not and why."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.ui.arrivals.arrivals import Run
from desktop.ui.arrivals.choosing import take_in_chosen
from desktop.ui.arrivals.rows import OutcomeRow, together
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.parts import Part, Parts
from desktop.ui.pieces import Button, above_bar, at_left, card, label, rule, scrolled
from desktop.workspace.incoming.words import summary

_WIDEST = 860
_MOST_ROWS = 100


class ArrivalsPage(QWidget):
    """An import that runs, or the report of the last one.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._title = label("", "title")
        self._told = label("", "body", "muted")
        self._bar = QProgressBar()
        self._parts = Parts()
        self._stop = Button(look.wording("Stop"), "stop-import")
        self._more = Button(look.wording("Import more…"), "import-results")
        self._done = Button(look.wording("Close this report"), "arrivals-done", "primary")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.setObjectName("arrivals-page")
        self._title.setObjectName("arrivals-title")
        self._told.setObjectName("arrivals-told")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self._wording("Files read"))
        area, inside = scrolled((40, 28, 40, 28), 12)
        inside.addWidget(self._title)
        inside.addWidget(self._told)
        for each in (self._bar, self._parts):
            inside.addLayout(at_left(each, _WIDEST))
        inside.addStretch(1)
        row = above_bar(area, self)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._stop)
        row.addWidget(self._done)

    def _connect(self) -> None:
        self._desk.arrivals.progressed.connect(self._show_progress)
        self._desk.arrivals.ended.connect(self._show)
        self._stop.clicked.connect(self._on_stop_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self._done.clicked.connect(self._on_done_clicked)

    def _show(self) -> None:
        is_running = self._desk.arrivals.is_running
        for shown, when in ((self._bar, is_running), (self._stop, is_running)):
            shown.setVisible(when)
        for shown in (self._more, self._done):
            shown.setVisible(not is_running)
        first = self._stop if is_running else self._done
        QTimer.singleShot(0, first, first.setFocus)
        if is_running:
            self._title.setText(self._wording("Results are coming in…"))
            self._show_progress()
        elif self._desk.arrivals.run is not None:
            self._show_report(self._desk.arrivals.run)

    def _show_progress(self) -> None:
        run = self._desk.arrivals.run
        if run is None or not self._desk.arrivals.is_running:
            return
        self._bar.setRange(0, run.total)  # nothing is known yet while it is 0, which Qt shows as waiting
        self._bar.setValue(run.done)
        told = self._wording(
            "{done} of {total} files read. You may go on with your work.", done=run.done, total=run.total
        )
        self._told.setText(told if run.total else self._wording("Looking for files…"))

    def _show_report(self, run: Run) -> None:
        say = self._wording
        self._title.setText(say("What came in"))
        counts = [*summary(run.outcomes, say)]
        if run.others:
            counts.append(say.plural("{count} other file skipped", "{count} other files skipped", run.others))
        told = "; ".join(counts)
        sentences = [f"{told[:1].upper()}{told[1:]}." if counts else say("There was no file to import.")]
        if run.is_stopped:
            sentences.append(
                say("Stopped: what was imported until then stays. Import the same files again to go on.")
            )
        if run.error is not None:
            sentences.append(say.tell(run.error))
        self._told.setText(" ".join(sentences))
        self._parts.show_parts(self._groups(run))

    def _groups(self, run: Run) -> Iterator[Part]:
        for name, places in together(run.outcomes).items():
            value = tuple((place, run.outcomes[place]) for place in places)
            yield Part(name, value, partial(self._group, name, places, run))

    def _group(self, name: str, places: list[int], run: Run) -> QWidget:
        frame, column = card(margin=22, spacing=4)
        frame.setObjectName(f"arrived-{name}")
        column.addWidget(label(self._heading(name), "heading"))
        for number, place in enumerate(places[:_MOST_ROWS]):
            if number:
                column.addWidget(rule())
            row = OutcomeRow(run.outcomes[place], place, self._look)
            row.opened.connect(self._on_opened)
            row.way_chosen.connect(partial(self._on_way_chosen, place))
            column.addWidget(row)
        if len(places) > _MOST_ROWS:
            more = self._wording.plural("… and {count} more", "… and {count} more", len(places) - _MOST_ROWS)
            column.addWidget(label(more, "small", "muted"))
        return frame

    def _heading(self, name: str) -> str:
        say = self._wording
        return {
            "choose": say("You have to choose"),
            "failed": say("Not imported"),
            "in": say("Imported"),
            "kept": say("Kept for statistics"),
            "here": say("Already here"),
        }[name]

    def _on_stop_clicked(self) -> None:
        self._desk.arrivals.stop()
        self._stop.setEnabled(False)

    def _on_more_clicked(self) -> None:
        if take_in_chosen(self, self._desk, self._look):
            self.page_requested.emit("arrivals")

    def _on_done_clicked(self) -> None:
        case = self._desk.case
        self.page_requested.emit("welcome" if case is None else case.place.page)

    def _on_opened(self, case_id: int) -> None:
        self._desk.open(case_id)
        self.page_requested.emit(self._desk.open_case.place.page)

    def _on_way_chosen(self, place: int, way: str) -> None:
        choices = self._desk.workspace.incoming.choices
        ways = {
            "keep-mine": choices.keep_mine,
            "take-theirs": choices.take_theirs,
            "keep-both": choices.keep_both,
        }
        failed = self._desk.arrivals.choose(place, ways[way])
        run = self._desk.arrivals.run
        if run is not None:
            self._show_report(run)
        if failed is not None:
            self._told.setText(self._wording.tell(failed))
        self._done.setFocus()
