"""The window is closed at any moment, and nothing that was written is lost."""

import gc
import threading
import weakref
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.stopping import stoppable
from desktop.ui.background import Operation, end_background_work
from desktop.ui.fields import amount_of
from desktop.ui.window import Window
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


def opened(qtbot: QtBot, folder: Path) -> tuple[Window, Hand]:
    app.make_application()
    window = app.open_window(folder)
    qtbot.addWidget(window)
    return window, Hand(qtbot, window)


def test_a_name_still_being_written_is_saved_by_closing(qtbot: QtBot, tmp_path: Path) -> None:
    window, hand = opened(qtbot, tmp_path)
    hand.click("start")
    name = hand.see("company-name")
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Forno Rossi")
    window.close()
    with closing(Workspace.open(tmp_path)) as workspace:
        assert [summary.name for summary in workspace.cases()] == ["Forno Rossi"]


def go_to_name(hand: Hand) -> None:
    hand.until(lambda: hand.focused() == "company-name")


def test_a_window_on_the_screen_that_nobody_holds_stays_whole(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.save_place(workspace.case(bakery), Place("company", None, None))
    go_to_name(open_window())
    gc.collect()
    on_screen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    [window] = [each for each in on_screen if isinstance(each, Window)]
    del on_screen
    name = window.findChild(QLineEdit, "company-name")
    name.setText("Forno Rossi")
    window.close()
    assert workspace.case(bakery).company.name == "Forno Rossi"
    reference = weakref.ref(window)
    del window, name
    gc.collect()
    assert reference() is None


def test_a_window_closed_while_it_opens_leaves_the_folder_free(qtbot: QtBot, tmp_path: Path) -> None:
    window, _ = opened(qtbot, tmp_path)
    with qtbot.waitSignal(window.first_painted):
        window.update()
    window.close()
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    qtbot.wait(1)
    Workspace.open(tmp_path).close()


def test_work_nobody_waits_for_any_more_is_not_begun(qtbot: QtBot) -> None:
    pool = QThreadPool.globalInstance()
    begun: list[str] = []
    owner = QWidget()
    first, second = Operation(owner), Operation(owner)
    gates = [Operation(None) for _ in range(pool.maxThreadCount())]  # type: ignore[arg-type]
    release = threading.Event()
    for gate in gates:
        gate.start(lambda: release.wait(10))
    first.start(lambda: begun.append("first"))
    second.start(lambda: begun.append("outdated"))
    second.start(lambda: begun.append("second"))
    owner.deleteLater()
    qtbot.wait(1)
    release.set()
    assert pool.waitForDone(10_000)
    assert begun == []


def test_a_file_being_saved_is_written_though_nobody_waits_for_it(qtbot: QtBot) -> None:
    pool = QThreadPool.globalInstance()
    done: list[str] = []
    owner = QWidget()
    gates = [Operation(None) for _ in range(pool.maxThreadCount())]  # type: ignore[arg-type]
    release = threading.Event()
    for gate in gates:
        gate.start(lambda: release.wait(10))
    Operation(owner, is_lasting=True).start(lambda: done.append("saved"))
    owner.deleteLater()
    qtbot.wait(1)
    release.set()
    assert pool.waitForDone(10_000)
    assert done == ["saved"]


def test_a_long_proof_does_not_hold_what_is_closed(qtbot: QtBot) -> None:
    owner, begun, ended = QWidget(), threading.Event(), threading.Event()

    def prove() -> None:
        with stoppable(ended.set):
            begun.set()
            ended.wait(60)

    operation = Operation(owner)
    with qtbot.assertNotEmitted(operation.failed), qtbot.assertNotEmitted(operation.succeeded):
        operation.start(prove)
        assert begun.wait(10)
        assert end_background_work(owner, 10_000)
        assert ended.is_set()
        qtbot.wait(1)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("250.000,00", 250_000),
        ("250,000.00", 250_000),
        ("250.000", 250_000),
        ("250000", 250_000),
        ("1.250.000 €", 1_250_000),
        ("99,9", 99),
        ("", None),
        ("-", None),
    ],
)
def test_an_amount_is_understood_with_and_without_cents(written: str, amount: int | None) -> None:
    assert amount_of(written) == amount
