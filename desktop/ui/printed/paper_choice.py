"""On which paper a plan leaves: its form, and the parts that are printed."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.report import PARTS, Part
from desktop.report.options import Form
from desktop.report.part_names import PART_NAMES
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.tick import Tick


class PaperChoice(QWidget):
    """Plan or handout; of the plan all parts or some, behind a fold.

    Signals: `chosen` after the user changed something.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._offered: tuple[Part, ...] = PARTS
        self._plan = Button(look.wording("Plan"), "form-plan", "chip")
        self._handout = Button(look.wording("Two-page handout"), "form-handout", "chip")
        self._fold = Disclosure("", "parts-fold", look)
        self._all = Button(look.wording("All parts"), "parts-all", "fold")
        self._ticks = {part: self._tick(part) for part in PARTS}
        self._inside = QWidget()
        self._build()
        self._connect()

    def form(self) -> Form:
        """The form chosen."""
        return "handout" if self._handout.isChecked() else "plan"

    def parts(self) -> frozenset[Part]:
        """The parts ticked, with those not offered as they were."""
        return frozenset(part for part, tick in self._ticks.items() if tick.isChecked())

    def show_choice(self, form: Form, parts: frozenset[Part]) -> None:
        """Show a form and parts; emits nothing."""
        (self._handout if form == "handout" else self._plan).setChecked(True)
        self._show_ticks(parts)

    def offer(self, parts: Iterable[Part]) -> None:
        """Offer only the parts that have something to tell."""
        self._offered = tuple(parts)
        for part, tick in self._ticks.items():
            tick.setVisible(part in self._offered)
        self._show_state()

    def parts_in_words(self) -> str:
        """How many parts are printed, or that it is the handout."""
        if self.form() == "handout":
            return self._wording("Two-page handout")
        ticked = sum(self._ticks[part].isChecked() for part in self._offered)
        if ticked == len(self._offered):
            return self._wording("All parts")
        return self._wording("{count} of {all} parts", count=ticked, all=len(self._offered))

    def _build(self) -> None:
        forms = QHBoxLayout()
        forms.setSpacing(8)
        self._forms = QButtonGroup(self)
        for button in (self._plan, self._handout):
            button.setCheckable(True)
            self._forms.addButton(button)
            forms.addWidget(button)
        forms.addStretch(1)
        self._plan.setChecked(True)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(0)
        for tick in self._ticks.values():
            inside.addWidget(tick)
        inside.addWidget(label(self._wording("The cover is always there."), "caption", "muted"))
        inside.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(forms)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)

    def _connect(self) -> None:
        self._forms.buttonClicked.connect(self._on_chosen)
        self._fold.toggled.connect(self._show_state)
        self._all.clicked.connect(self._on_all_clicked)
        for tick in self._ticks.values():
            tick.clicked.connect(self._on_chosen)

    def _tick(self, part: Part) -> Tick:
        made = Tick(self._look.wording.tell(PART_NAMES[part]), f"part-{part}", self._look)
        made.setChecked(True)
        return made

    def _show_ticks(self, parts: frozenset[Part]) -> None:
        for part, tick in self._ticks.items():
            blocker = QSignalBlocker(tick)
            tick.setChecked(part in parts)
            blocker.unblock()
        self._show_state()

    def _show_state(self, _: object = None) -> None:
        is_plan = self.form() == "plan"
        self._fold.setText(self.parts_in_words() if is_plan else "")
        self._fold.setVisible(is_plan)
        self._inside.setVisible(is_plan and self._fold.isChecked())
        self._all.setVisible(not all(self._ticks[part].isChecked() for part in self._offered))

    def _on_chosen(self, _: object = None) -> None:
        self._show_state()
        self.chosen.emit()

    def _on_all_clicked(self) -> None:
        self._show_ticks(self.parts() | frozenset(self._offered))
        self.chosen.emit()
        self._fold.setFocus(Qt.FocusReason.OtherFocusReason)
