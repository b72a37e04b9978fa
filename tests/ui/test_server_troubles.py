"""Networks fall silent, servers stand still, programs are killed: answers are kept, and sent once."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.answers import answer_from_plain
from desktop.content.library import Library
from desktop.storage import FileDatabase
from desktop.storage import Hand as By
from desktop.storage.meanwhile_error import MeanwhileError
from desktop.storage.outbox import Letter, Outbox
from desktop.storage.server.address import Address
from desktop.storage.server.opening import on_server
from desktop.storage.vault.turning import turn_on
from desktop.ui.background import wait_for_background_work
from desktop.ui.desk.delivering import send
from desktop.ui.desk.waiting import WaitingAnswer
from desktop.ui.guide import Guide
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Place, Workspace
from tests.builders import worst_answers
from tests.serving import Server, serving
from tests.slow_way import SlowWay, slow_way
from tests.ui.conftest import begin_bakery
from tests.ui.hand import Hand
from tests.ui.protected import a_vault

pytestmark = pytest.mark.usefixtures("_dressed")
_TURNS_OF_AN_ANSWER = 15  # with what others tell meanwhile; each page of a company took 34 once
_TURNS = {
    "company": 5,
    "results": 6,
    "questions": 2,
    "history": 2,
    "profile": 5,
    "limits": 5,
    "answer": 4,
    "another question": 2,
}
"""The most that each act may take until all is still again; they took 15, 20, 23, 3 and 37, 26, 6, 3.

One of them is not its own: who listens asks now and then whether the server is there.
"""
Opened = Callable[..., Workspace]
Hang = Callable[[Server, SlowWay], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def way(server: Server) -> Iterator[SlowWay]:
    with slow_way(server) as made:
        yield made


@pytest.fixture
def opened(address: Address, library: Library, tmp_path: Path) -> Opened:
    """A workspace of somebody, on the server itself or along another way."""

    def made(name: str, way: SlowWay | None = None) -> Workspace:
        to = address if way is None else way.address(address)
        workspace = Workspace(library, on_server(to, FileDatabase(tmp_path / name)))
        workspace.history.hand = By(name)
        return workspace

    return made


@pytest.fixture
def firm(opened: Opened) -> int:
    with closing(opened("maker")) as workspace:
        case_id = begin_bakery(workspace)
        workspace.save_place(workspace.case(case_id), Place("questions", "technology-check"))
    return case_id


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What dialogs said; each is answered with its first button."""
    found: list[str] = []

    def press(box: QMessageBox) -> int:
        found.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return found


@contextmanager
def window_on(qtbot: QtBot, workspace: Workspace) -> Iterator[tuple[Hand, Guide]]:
    """A window, closed at the end with its workspace."""
    window = Window(LIGHT)
    guide = Guide(workspace, Shell(window, "en", "light"))
    with qtbot.waitActive(window, timeout=30_000):
        window.show()
        window.activateWindow()
    guide.desk.go_on_with(())
    guide.start()
    try:
        yield Hand(qtbot, window), guide
        window.close()
        assert not window.isVisible()
    finally:
        window.deleteLater()  # with all that would read again after a while
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert wait_for_background_work(30_000)
        workspace.close()


def answer(hand: Hand, digit: Qt.Key = Qt.Key.Key_1) -> str:
    """What is said of the answer then."""
    hand.see("questions-page")
    hand.press(digit)
    return hand.see("saved-state", QLabel).text()


def until_still(qtbot: QtBot, way: SlowWay) -> None:
    """Wait for what pages read ahead, and for what others told."""
    before = -1
    while before != way.turns:
        before = way.turns
        qtbot.wait(500)
        assert wait_for_background_work(30_000)


@contextmanager
def silent_network(_server: Server, way: SlowWay) -> Iterator[None]:
    way.fall_silent()
    try:
        yield
    finally:
        way.go_on()


@contextmanager
def standing_server(server: Server, _way: SlowWay) -> Iterator[None]:
    first = int((server.folder / "data" / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="utf-8").split()
    processes = [first, *map(int, children)]
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


@pytest.mark.parametrize("hang", [silent_network, standing_server])
def test_an_answer_into_silence_is_kept_and_sent_once(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, server: Server, way: SlowWay, opened: Opened, firm: int, hang: Hang
) -> None:
    workspace = opened("Bruno", way)
    with window_on(qtbot, workspace) as (hand, _):
        assert answer(hand) == "Saved"
        hand.press(Qt.Key.Key_Return)
        with hang(server, way):
            assert answer(hand) == "Kept here"
            assert "1 change waits" in hand.see("server-words", QLabel).text()
        hand.until(lambda: hand.find("server-strip") is None)
        case = workspace.case(firm)
        assert len(case.sheet) == 2
        assert [each.what for each in workspace.history.of(case)].count("answer") == 2


def test_pages_of_a_slow_server_are_shown_and_answers_are_saved(
    qtbot: QtBot, way: SlowWay, opened: Opened, firm: int
) -> None:
    workspace = opened("Bruno", way)
    with window_on(qtbot, workspace) as (hand, guide):
        assert answer(hand) == "Saved"
        until_still(qtbot, way)
        before = way.turns
        assert answer(hand, Qt.Key.Key_2) == "Saved"
        assert way.turns - before <= _TURNS_OF_AN_ANSWER
        way.seconds = 0.05
        for page in ("results", "company", "questions"):
            guide.go_to(page)
            hand.see(f"{page}-page")
        assert hand.find("server-strip") is None


def test_pages_of_a_company_and_what_is_saved_there_take_few_turns(
    qtbot: QtBot, way: SlowWay, opened: Opened, firm: int
) -> None:
    """Those of workers are counted with those that the window waits for."""
    with window_on(qtbot, opened("Bruno", way)) as (hand, guide):
        answer(hand)
        for page in ("results", "questions"):  # workers connect for the first time
            guide.go_to(page)
            until_still(qtbot, way)
        desk = guide.desk

        def save_limits() -> None:
            limits = desk.open_case.constraints
            desk.save_constraints(replace(limits, weeks=limits.weeks + 1))

        acts: dict[str, Callable[[], object]] = {
            "results": lambda: guide.go_to("results"),
            "company": lambda: guide.go_to("company"),
            "profile": lambda: hand.write("company-name", "!"),
            "limits": save_limits,
            "questions": lambda: guide.go_to("questions"),
            "answer": lambda: answer(hand, Qt.Key.Key_2),
            "another question": lambda: hand.press(Qt.Key.Key_Return),
            "history": lambda: guide.go_to("history"),
        }
        taken = {}
        for name, act in acts.items():
            until_still(qtbot, way)
            before = way.turns
            act()
            until_still(qtbot, way)
            taken[name] = way.turns - before
        assert not {name: turns for name, turns in taken.items() if turns > _TURNS[name]}
        assert desk.open_case.company.name.endswith("!")


def test_letters_of_a_killed_program_are_sent_by_the_next(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot,
    server: Server,
    address: Address,
    opened: Opened,
    firm: int,
    tmp_path: Path,
    repository: Path,
) -> None:
    script = (
        sys.executable,
        "-m",
        "tests.ui.killed_desk",
        address.written,
        str(tmp_path / "Bruno"),
        str(firm),
    )
    with subprocess.Popen(
        script, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdin is not None
        assert desk.stdout.readline() == "open\n"
        server.stop("immediate")
        desk.stdin.write("go\n")
        desk.stdin.flush()
        assert desk.stdout.readline() == "kept 3\n"
        desk.kill()
    server.start()
    workspace = opened("Bruno")
    with window_on(qtbot, workspace) as (hand, _):
        hand.until(lambda: len(workspace.case(firm).sheet) == 3)
        hand.until(lambda: hand.find("server-strip") is None)


def test_a_server_that_goes_in_the_middle_of_sending_gets_each_change_once(
    qtbot: QtBot, server: Server, opened: Opened, firm: int
) -> None:
    workspace = opened("Bruno")
    with window_on(qtbot, workspace) as (hand, guide):
        [asked] = workspace.questionnaires(guide.desk.open_case)
        given = list(worst_answers(asked).items())
        questions = {each.key: each for each in asked.questions.values()}
        server.stop()
        for key, worst in given:
            guide.desk.save_answer(questions[key], worst)
        assert guide.desk.unsaved.count == len(given)
        server.start()
        hand.until(lambda: guide.desk.unsaved.count < len(given))
        server.stop("immediate")
        server.start()
        hand.until(lambda: guide.desk.unsaved.count == 0)
        case = workspace.case(firm)
        assert len(case.sheet) == len(given)
        assert [each.what for each in workspace.history.of(case)].count("answer") == len(given)


def test_a_choice_between_two_answers_waits_over_the_end_of_the_window(
    qtbot: QtBot, server: Server, opened: Opened, firm: int, told: list[str]
) -> None:
    with window_on(qtbot, opened("Bruno")) as (hand, _):
        hand.see("questions-page")
        server.stop()
        assert answer(hand, Qt.Key.Key_2) == "Kept here"
    server.start()
    with closing(opened("Anna")) as anna:
        case = anna.case(firm)
        first = anna.questions(case, "technology-check")[0]
        theirs, mine = (answer_from_plain(first, each.id) for each in first.choices[:2])
        anna.save_answer(case, first, theirs)
    told.clear()
    with window_on(qtbot, opened("Bruno")) as (hand, _):
        assert "Anna" in hand.see("clash-theirs", QLabel).text()
    assert told == []
    workspace = opened("Bruno")
    with window_on(qtbot, workspace) as (hand, _):
        assert "Anna" in hand.see("clash-theirs", QLabel).text()
        hand.click("keep-mine")
        hand.until(lambda: hand.find("clash-strip") is None)
        assert workspace.case(firm).sheet[first.key] == mine
    with closing(opened("Bruno")) as workspace:
        assert workspace.server is not None
        assert workspace.server.clashes.all() == ()


def test_a_clash_that_nobody_heard_of_is_found_again(opened: Opened, firm: int) -> None:
    """The program is killed between the server's answer and the own disk."""
    with closing(opened("Anna")) as anna, closing(opened("Bruno")) as bruno:
        case = bruno.case(firm)
        first = bruno.questions(case, "technology-check")[0]
        theirs, mine = (answer_from_plain(first, each.id) for each in first.choices[:2])
        anna.save_answer(anna.case(firm), first, theirs)
        assert bruno.server is not None
        for _ in range(2):
            with pytest.raises(MeanwhileError):
                send(bruno, bruno.server, "one-name", WaitingAnswer(case, By("Bruno"), first, mine), print)
        assert bruno.case(firm).sheet[first.key] == theirs


def test_what_waits_in_a_protected_folder_cannot_be_read_there(tmp_path: Path) -> None:
    vault, key = a_vault()
    with closing(FileDatabase(tmp_path / "own")) as plain:
        plain.prepare()
    turn_on(tmp_path / "own", vault, key)
    with closing(FileDatabase(tmp_path / "own", key)) as own:
        Outbox(own, "server").put(Letter("1", "answer", "a word in confidence"))
        files = [each for each in (tmp_path / "own").rglob("*") if each.is_file()]
        assert not any(b"confidence" in each.read_bytes() for each in files)
    with closing(FileDatabase(tmp_path / "own", key)) as own:
        assert [each.document for each in Outbox(own, "server").letters()] == ["a word in confidence"]
