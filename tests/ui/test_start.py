"""What happens when the workspace cannot be opened, and how work beside the window comes home."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.paths import assessments_folder
from desktop.settings import Settings, write_settings
from desktop.storage import FILE_NAME
from desktop.ui.background import Operation
from desktop.ui.collecting import collect_in_this_thread
from tests.storage.large_files import damage_the_photo, make_large
from tests.ui.hand import Hand


@pytest.mark.expects_log
def test_a_folder_that_cannot_be_opened_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    app.make_application()
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    window = app.open_window(blocked)
    qtbot.addWidget(window)
    hand = Hand(qtbot, window)
    sentences = hand.see("message-sentences", QLabel).text()
    assert sentences
    assert "Traceback" not in sentences
    hand.click("message-button")
    assert not window.isVisible()


def damage_the_database(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"This is no database at all. " * 400)


def put_a_folder_in_place_of_the_lock(folder: Path) -> None:
    (folder / "sestante.lock").mkdir()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("spoil", "sentence", "advice"),
    [
        (damage_the_database, "è danneggiato o non è un database", "copia di sicurezza."),
        (
            put_a_folder_in_place_of_the_lock,
            "Non è possibile scrivere nella cartella",
            "sestante --data CARTELLA",
        ),
    ],
)
def test_an_italian_window_says_in_italian_why_it_cannot_start(
    qtbot: QtBot, tmp_path: Path, spoil: Callable[[Path], None], sentence: str, advice: str
) -> None:
    app.make_application()
    write_settings(tmp_path, Settings(language="it"))
    spoil(tmp_path)
    window = app.open_window(tmp_path)
    qtbot.addWidget(window)
    told = Hand(qtbot, window).see("message-sentences", QLabel).text()
    assert sentence in told
    assert str(tmp_path) in told
    assert told.endswith(advice)


@pytest.mark.expects_log
def test_questionnaires_that_cannot_be_read_are_told_even_if_the_first_page_did_without_them(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(copytree(assessments_folder(), tmp_path / "assessments"))
    (folder / "skills.yaml").write_text("format: 1\nid: [", encoding="utf-8")
    monkeypatch.setattr("desktop.workspace.editions.assessments_folder", lambda: folder)
    app.make_application()
    window = app.open_window(tmp_path / "data")
    qtbot.addWidget(window)
    hand = Hand(qtbot, window)
    assert "skills.yaml" in hand.see("message-sentences", QLabel).text()
    hand.click("message-button")
    assert not window.isVisible()


@pytest.mark.expects_log
def test_a_large_file_found_damaged_while_it_is_shown_is_told_and_left_as_it_was(
    open_app: Callable[[Path], Hand], folder: Path
) -> None:
    file = folder / FILE_NAME
    make_large(file)
    damage_the_photo(file)
    damaged = file.read_bytes()
    hand = open_app(folder)
    told = hand.see("message-sentences", QLabel).text()
    assert f"{file} is damaged" in told
    assert file.read_bytes() == damaged
    hand.click("message-button")
    assert not hand.window.isVisible()


def test_only_the_last_start_counts(qtbot: QtBot) -> None:
    owner = QObject()
    operation = Operation(owner)
    gate = threading.Event()
    values: list[object] = []
    operation.succeeded.connect(values.append)

    def first() -> str:
        gate.wait(5)
        return "first"

    operation.start(first)
    with qtbot.waitSignal(operation.succeeded):
        operation.start(lambda: "second")
    gate.set()
    with qtbot.waitSignal(operation.succeeded):
        operation.start(lambda: "third")
    assert values == ["second", "third"]


@pytest.mark.expects_log
def test_a_failure_comes_home_as_an_exception(qtbot: QtBot) -> None:
    owner = QObject()
    operation = Operation(owner)

    def fail() -> None:
        raise ValueError("no")

    with qtbot.waitSignal(operation.failed) as caught:
        operation.start(fail)
    assert isinstance(caught.args[0], ValueError)
    assert not operation.is_running


def test_a_result_nobody_waits_for_is_let_go(qtbot: QtBot) -> None:
    owner = QWidget()
    operation = Operation(owner)
    gate = threading.Event()
    operation.start(lambda: gate.wait(5))
    owner.deleteLater()
    qtbot.wait(1)
    gate.set()


MANY_PAGES = """
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop.ui.background import Operation

application = QApplication([])
came = []

def turn():
    for wait in range(10):
        page = QWidget()
        operation = Operation(page)
        operation.succeeded.connect(came.append)
        operation.start(lambda: list(range(2000)))
        QTimer.singleShot(wait % 3, page, page.deleteLater)
    left.pop()
    if not left:
        application.quit()

left = [None] * 500
timer = QTimer()
timer.timeout.connect(turn)
timer.start(0)
application.exec()
QThreadPool.globalInstance().waitForDone()
print("done", len(came) > 0)
"""


def test_pages_may_go_while_their_work_ends(repository: Path) -> None:
    """A worker that emits a signal of a page in the moment of its destruction crashes the program."""
    finished = subprocess.run(
        [sys.executable, "-c", MANY_PAGES], cwd=repository, capture_output=True, text=True, check=False
    )
    assert finished.stdout == "done True\n", finished.stderr


def test_garbage_is_collected_in_the_thread_of_the_window_alone(qtbot: QtBot) -> None:
    """A widget in a cycle that a worker thread collects takes the whole program with it."""
    for _ in range(2):
        collect_in_this_thread(app.make_application())
    assert not gc.isenabled()
    cycle: list[object] = [QWidget()]
    cycle.append(cycle)
    gone = weakref.ref(cycle[0])
    del cycle
    threads: list[threading.Thread] = []
    weakref.finalize(gone(), lambda: threads.append(threading.current_thread()))
    owner = QObject()
    operation = Operation(owner)
    with qtbot.waitSignal(operation.succeeded):
        operation.start(lambda: sum(len([index]) for index in range(100_000)))
    gc.collect()
    assert threads == [threading.main_thread()]
