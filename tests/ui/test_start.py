"""What happens when the workspace cannot be opened, and how work beside the window comes home."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.ui.background import Operation
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


def test_garbage_is_collected_in_the_thread_of_the_window_alone(qtbot: QtBot) -> None:
    """A widget in a cycle that a worker thread collects takes the whole program with it."""
    app.make_application()
    app.make_application()
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
