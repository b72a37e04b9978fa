"""How soon a change of one desk appears in the window of another, each desk a process of its own.

Run: python benchmarks/together.py [CHANGES]. Goal: all within two seconds.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.content.company import Company
from desktop.content.library import read_library
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.workspace import Place, Workspace
from tests.servers import workspace_on
from tests.serving import serving

QUESTIONNAIRE, QUESTION, CHOICES = "technology-check", "ai-skills", ("heard", "users")
_MOST = 2.0


@contextmanager
def other_desk(address: Address, folder: Path, round_id: int) -> Iterator[Callable[[str], float]]:
    """Answers in a process of its own; gives the moment at which the answer was given, by the wall clock."""
    command = [sys.executable, str(Path(__file__).with_name("together_desk.py"))]
    given = [address.written, str(folder), str(round_id), QUESTIONNAIRE, QUESTION]
    pipe = subprocess.PIPE
    with subprocess.Popen([*command, *given], stdin=pipe, stdout=pipe, text=True) as desk:
        if desk.stdin is None or desk.stdout is None:
            raise SystemExit("the other desk cannot be spoken to")
        desk.stdout.readline()  # it is ready

        def answer(choice: str) -> float:
            desk.stdin.write(f"{choice}\n")  # type: ignore[union-attr]
            desk.stdin.flush()  # type: ignore[union-attr]
            return float(json.loads(desk.stdout.readline()))  # type: ignore[union-attr]

        yield answer
        desk.stdin.close()


def window_on(workspace: Workspace) -> Any:
    """A window at the question."""
    from desktop.ui.dressing import dress_application
    from desktop.ui.guide import Guide
    from desktop.ui.shell import Shell
    from desktop.ui.theme import LIGHT
    from desktop.ui.window import Window

    dress_application()
    window = Window(LIGHT)
    guide = Guide(workspace, Shell(window, "en", "light"))
    window.show()
    guide.start()
    guide.go_to("questions")
    return window, guide


def appeared(application: QApplication, window: QWidget, choice: str) -> float:
    """The moment at which a choice is shown as the answer."""
    end = time.time() + 30
    while time.time() < end:
        application.processEvents()
        found = window.findChildren(QAbstractButton, f"choice-{choice}")
        if any(each.isVisible() and each.isChecked() for each in found):
            return time.time()
        time.sleep(0.002)
    raise SystemExit("a change did not appear within 30 seconds")


def main() -> None:
    """Measure, and print the distribution."""
    changes = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    application = QApplication(sys.argv)
    library = read_library(assessments_folder(), resources_folder())
    with (
        tempfile.TemporaryDirectory() as made,
        serving(is_durable=True) as server,
        workspace_on(server) as address,
        closing(Workspace(library, on_server(address, FileDatabase(Path(made) / "here")))) as workspace,
    ):
        case = workspace.create_case(Company(name="Forno", headcount=4))
        case = workspace.choose_questionnaires(case.id, (QUESTIONNAIRE,))
        workspace.save_place(case, Place("questions", QUESTIONNAIRE, QUESTION))
        window, guide = window_on(workspace)
        found = []
        with other_desk(address, Path(made) / "there", case.id) as answer:
            for number in range(changes):
                choice = CHOICES[number % len(CHOICES)]
                begun = answer(choice)
                found.append(appeared(application, window, choice) - begun)
        guide.deleteLater()
    found.sort()
    print(
        f"{changes} changes: median {statistics.median(found):.2f} s, "
        f"95th percentile {found[int(0.95 * len(found))]:.2f} s, worst {found[-1]:.2f} s (goal {_MOST:g} s)"
    )


if __name__ == "__main__":
    main()
