"""What is known of the steps of the open case, and writing down what becomes of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.clock import now
from desktop.content.steps import StepChange, StepState
from desktop.dossier.steps import PlanStep
from desktop.errors import SestanteError, StorageError
from desktop.storage import Evidence, Step
from desktop.text import Sentence
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.questions.beside.looking import look_at

SUBJECT = "step:"


@dataclass(frozen=True, slots=True)
class StepBook:
    """States and notes by the keys of steps, and the files that show something."""

    steps: Mapping[str, Step] = field(default_factory=dict)
    files: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    def state(self, key: str) -> StepState:
        """What became of a step."""
        return self.steps[key].state if key in self.steps else "open"

    def note(self, key: str) -> str:
        """What was noted of a step."""
        return self.steps[key].note if key in self.steps else ""

    @property
    def told(self) -> Mapping[str, PlanStep]:
        """The steps somebody spoke of."""
        return {key: PlanStep(step.state, step.note) for key, step in self.steps.items()}


class StepDesk(QObject):
    """Reads and writes the steps of the open case.

    Signals: `told` after anything became known of a step; `decided` where the plan has to follow; `refused`
    carries the sentence that says why a file was not kept.
    """

    told = Signal()
    decided = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.book = StepBook()
        self.can_undo = False
        self.adding_to = ""  # the step that files were chosen for last
        self.is_protected = desk.protection.covers(desk.case)
        desk.adding.kept.connect(self._on_kept)
        desk.adding.refused.connect(self._on_refused)

    def read(self) -> None:
        """Read anew what is known."""
        case, visits = self._desk.open_case, self._desk.workspace.visits
        files: dict[str, tuple[Evidence, ...]] = {}
        for each in visits.evidence(case):
            if each.subject.startswith(SUBJECT):
                key = each.subject.removeprefix(SUBJECT)
                files[key] = (*files.get(key, ()), each)
        self._show(visits.steps(case), files)

    def _read_again(self) -> None:
        """Read anew; where the data are out of reach, what waits is known all the same."""
        try:
            self.read()
        except StorageError:
            self._show(self.book.steps, self.book.files)

    def _show(self, steps: Mapping[str, Step], files: Mapping[str, tuple[Evidence, ...]]) -> None:
        """What is known, with what waits to be written."""
        waiting = self._desk.unsaved.steps(self._desk.open_case)
        said = {key: Step(each.state, each.note, now()) for key, each in waiting.items()}
        self.book = StepBook({**steps, **said}, files)

    def follow(self) -> None:
        """Read anew after something else was changed, which an undo would now take back first."""
        self._read_again()
        self.can_undo = False

    def save(self, change: StepChange) -> None:
        """Write down what became of a step."""
        seen = StepChange(change.key, self.book.state(change.key), self.book.note(change.key))
        self._do(partial(self._desk.save_step, change, seen))
        self.can_undo = not self._desk.unsaved.count
        self.told.emit()

    def turn(self, *, is_redo: bool = False) -> None:
        """Undo the last change of the case, or redo the one undone last."""
        self._do(self._desk.turning.redo if is_redo else self._desk.turning.undo)
        self.can_undo = is_redo
        self.told.emit()

    def add_files(self, key: str, paths: Sequence[Path]) -> None:
        """Keep files that show something of a step, read beside the window; `told` or `refused` come then."""
        desk = self._desk
        if not desk.protection.refuses(desk.case):
            self.adding_to = key
            desk.adding.add_files(desk.workspace, desk.open_case, f"{SUBJECT}{key}", paths)

    def look_at(self, evidence: Evidence, inside: QWidget, look: Look) -> None:
        """Show a file over the page."""
        try:
            viewer = look_at(evidence, inside, "plan-page", self._desk, look)
        except SestanteError as error:
            self._desk.save_failed.emit(error)
            return
        if self.is_protected:
            viewer.protect()
        viewer.remove_wanted.connect(self._on_remove_wanted)
        viewer.closed.connect(inside.setFocus)

    def remove_file(self, evidence: Evidence) -> None:
        """Take a file away; this can be undone."""
        visits, case = self._desk.workspace.visits, self._desk.open_case
        self._desk.save_aside(partial(visits.remove_evidence, case, evidence.id))
        self._read_again()
        self.can_undo = True
        self.told.emit()

    def _on_remove_wanted(self, evidence: object) -> None:
        if isinstance(evidence, Evidence):
            self.remove_file(evidence)

    def _on_kept(self) -> None:
        before = self.book.files
        self._read_again()
        self.can_undo = self.can_undo or self.book.files != before
        self.told.emit()

    def _on_refused(self, sentence: object) -> None:
        if isinstance(sentence, Sentence):
            self.refused.emit(sentence)

    def _do(self, act: Callable[[], object]) -> None:
        before = self._desk.open_case.constraints
        act()
        self._read_again()
        self._desk.due_changed.emit()
        if self._desk.open_case.constraints != before:
            self.decided.emit()
