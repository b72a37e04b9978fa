"""How soon a plan is on screen while a slider moves: python -m benchmarks.what_if.

Prints for the catalogue shipped and for one of 1,500 courses the share of slider positions after which the
window showed a plan within 100 ms, the slowest of them against 100 ms, and the same for the proof.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QWidget

from benchmarks.large_catalogue import large_library
from desktop import app
from desktop.answers.reading import read_answers
from desktop.content.library import Library, read_library
from desktop.content.plan_input import read_plan_input
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase
from desktop.text import wording
from desktop.ui.background import wait_for_background_work
from desktop.ui.collecting import collect_in_this_thread
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.plan.page import PlanPage
from desktop.ui.plan.search import PlanSearch
from desktop.ui.plan.work import Solved
from desktop.ui.slider import Slider
from desktop.ui.theme import LIGHT
from desktop.workspace import Workspace

PROMISE = 0.1  # seconds
LARGE = 1500  # courses
SLIDERS = ("plan-hours-owner-slider", "plan-budget-slider", "plan-weeks-slider")
PATIENCE = 60  # seconds for one proof
BETWEEN = 0.15  # seconds a hand needs from one position to the next


def main() -> None:
    """Measure both catalogues."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = app.make_application()
    collect_in_this_thread(application)
    library = read_library(assessments_folder(), resources_folder())
    for name, each in (("shipped", library), (f"{LARGE} courses", large_library(library, LARGE))):
        with tempfile.TemporaryDirectory() as folder:
            _measure(f"{name} ({len(each.catalogue.courses)})", each, Path(folder))
    application.quit()


def _measure(name: str, library: Library, folder: Path) -> None:
    workspace = Workspace(library, FileDatabase(folder))
    desk = _desk(workspace)
    page = PlanPage(desk, Look(wording("en"), LIGHT))
    page.resize(1280, 800)
    page.show()
    watch = _Watch(page, desk)
    watch.until_proven()
    shown = [watch.slide(slider, position) for slider in SLIDERS for position in _positions(page, slider)]
    proven = watch.until_proven()
    in_time = sum(seconds <= PROMISE for seconds in shown) / len(shown)
    print(f"{name}: {len(shown)} positions slid through, one every {1000 * BETWEEN:.0f} ms")
    print(f"  share with a plan on screen within 100 ms: {100 * in_time:.1f} % (goal 100)")
    print(f"  median / 100 ms: {statistics.median(shown) / PROMISE:.2f}, slowest: {max(shown) / PROMISE:.2f}")
    print(f"  proof of the last one after it rested: {1000 * proven:.0f} ms")
    page.close()
    wait_for_background_work(PATIENCE * 1000)
    workspace.close()


def _desk(workspace: Workspace) -> Desk:
    plan_input = read_plan_input(resources_folder() / "examples" / "bakery.yaml")
    answered = read_answers(plan_input, workspace.library.questionnaires)
    case = workspace.create_case(plan_input.company)
    case = workspace.choose_questionnaires(case.id, tuple(each.id for each in answered.questionnaires))
    for each in answered.questionnaires:
        for question in each.questions.values():
            if question.key in answered.sheet:
                case = workspace.save_answer(case, question, answered.sheet[question.key])
    workspace.save_constraints(case, plan_input.constraints)
    return Desk(workspace)


def _positions(page: PlanPage, slider: str) -> range:
    return range(_slider(page, slider).maximum() + 1)


def _slider(page: PlanPage, name: str) -> Slider:
    while (found := page.findChild(Slider, name)) is None:
        _turn()
    return found


def _turn() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class _Watch:
    """Slides and waits for what is shown."""

    def __init__(self, page: PlanPage, desk: Desk) -> None:
        self._page = page
        self._desk = desk
        self._found: Solved | None = None
        search = page.findChild(PlanSearch)
        if search is None:
            raise LookupError("the page of the plan looks for plans")
        search.plan_found.connect(self._on_found)

    def slide(self, name: str, position: int) -> float:
        """Seconds until the first part of the plan for a position stands on the page."""
        self._found = None
        begun = time.perf_counter()
        _slider(self._page, name).setValue(position)
        limits = self._desk.open_case.constraints
        while self._found is None or self._found.situation.constraints != limits:
            _turn()
        shown = self._page.findChild(QWidget, "plan-totals")
        _turn()
        if shown is not None:
            self._page.repaint()
        seconds = time.perf_counter() - begun
        while time.perf_counter() - begun < BETWEEN:
            _turn()
        return seconds

    def until_proven(self) -> float:
        """Seconds until the plan is proven."""
        begun = time.perf_counter()
        while (self._found is None or self._found.is_draft) and time.perf_counter() - begun < PATIENCE:
            _turn()
        return time.perf_counter() - begun

    def _on_found(self, found: Solved) -> None:
        self._found = found


if __name__ == "__main__":
    main()
