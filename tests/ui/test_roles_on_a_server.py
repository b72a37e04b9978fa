"""The window of each role on a server: what may not be done says so before it is tried."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.advising import Engagement
from desktop.content.library import Library
from desktop.ui.background import wait_for_background_work
from desktop.ui.company.twin_note import TwinNote
from desktop.ui.desk import Desk
from desktop.ui.guide import Guide
from desktop.ui.hub.plans_in.letter_dialog import LetterDialog
from desktop.ui.hub.projects.project_head import ProjectHead
from desktop.ui.look import Look
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from desktop.workspace import Workspace
from desktop.workspace.backups import COPY_ENDS
from tests.desks import VAT, a_firm
from tests.hub_server import Hub, hub_on
from tests.serving import Server
from tests.ui.hand import Hand

REASON = "Only the coordinator of the hub may do this on the server."
_COUNTED = """
INSERT INTO frame (kind, names) VALUES ('dimensions', '["strategy", "readiness", "people"]');
INSERT INTO standing SELECT round.id, 'dma-sme', frame.id, 4500, 100, '045000450004500' FROM round, frame;
UPDATE round SET counted_at = changed_at
"""
PROJECT = """
INSERT INTO project (uid, title, kind, about, state, note, made_at, changed_at)
VALUES ('p', 'A course', 'course', '{"kind": "course", "course": "first-aid"}', 'open', '', now(), now());
INSERT INTO project_member SELECT project.id, company.id, 'in' FROM project, company;
"""
_NOT_FOR_VIEWERS = ("retention-card", "is-hub", "consultant-name", "to-editions", "to-move-out")
OpenAs = Callable[[str], Hand]


@pytest.fixture(scope="module")
def hub(server: Server) -> Iterator[Hub]:
    with hub_on(server) as made:
        yield made


@pytest.fixture
def six(hub: Hub, tmp_path: Path, library: Library) -> Iterator[Hub]:
    """Six companies of the office in the north, each counted."""
    with hub.desk("carla", tmp_path) as desk:
        for number in range(6):
            desk.create_case(a_firm(f"Forno {number}"))
        companies = {each.row.id: Engagement(office="nord") for each in desk.hub.advising.companies()}
        desk.hub.advising.assign(companies)
    hub.ask("postgres", _COUNTED)
    yield hub
    hub.ask("postgres", "DELETE FROM company; DELETE FROM figures; DELETE FROM frame")


@pytest.fixture
def open_as(qtbot: QtBot, hub: Hub, tmp_path: Path, _dressed: None) -> Iterator[OpenAs]:
    with ExitStack() as stack:

        def opened(login: str) -> Hand:
            workspace: Workspace = stack.enter_context(hub.desk(login, tmp_path))
            window = Window(LIGHT)
            qtbot.addWidget(window)
            guide = Guide(workspace, Shell(window, "en", "light"))
            with qtbot.waitActive(window, timeout=30_000):
                window.show()
                window.activateWindow()
            guide.start()
            return Hand(qtbot, window)

        yield opened
        assert wait_for_background_work(30_000)


def _is_withheld(hand: Hand, name: str) -> bool:
    button = hand.see(name, QAbstractButton)
    assert button.isEnabled() or button.toolTip() == REASON
    return not button.isEnabled()


@pytest.mark.parametrize(("login", "withheld"), [("carla", []), ("nora", ["erase-company"])])
def test_deleting_is_for_the_coordinator(six: Hub, open_as: OpenAs, login: str, withheld: list[str]) -> None:
    hand = open_as(login)
    hand.until(lambda: hand.see("open-company").isEnabled())
    buttons = ("archive-company", "change-consultant", "erase-company")
    assert [name for name in buttons if _is_withheld(hand, name)] == withheld


def test_a_viewer_sees_figures_and_no_way_to_a_company(six: Hub, open_as: OpenAs, tmp_path: Path) -> None:
    with six.desk("carla", tmp_path / "publishing") as desk:
        assert desk.publishing.publish()
        assert not desk.publishing.publish()  # not every moment
    hand = open_as("vito")
    state = hand.see("published-state", QLabel)
    hand.until(lambda: "6 companies assessed" in state.text())
    hand.see("maturity-lines")
    assert [name for name in ("step-company", "home", "to-due") if hand.find(name)] == []
    hand.click("to-settings")
    hand.see("settings-page")
    hand.click("to-hub")
    hand.see("published-page")


def test_a_viewer_is_offered_no_settings_of_companies_and_no_import(
    hub: Hub, open_as: OpenAs, tmp_path: Path
) -> None:
    hand = open_as("vito")
    hand.click("to-settings")
    hand.see("server-card")
    assert [name for name in _NOT_FOR_VIEWERS if hand.find(name)] == []
    shown = _veil_over(hand, tmp_path / "plan.pdf")
    assert shown == ["Nothing is imported here", "Your role on the server sees figures alone."]


def _veil_over(hand: Hand, path: Path) -> list[str]:
    """What is said while a file is dragged over the window."""
    path.touch()
    files, copy = QMimeData(), Qt.DropAction.CopyAction
    files.setUrls([QUrl.fromLocalFile(str(path))])
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(500, 300), copy, files, *nothing)
    QApplication.sendEvent(hand.window.windowHandle(), entering)
    return [each.text() for each in hand.see("drop-veil").findChildren(QLabel)]


@pytest.mark.parametrize("login", ["carla", "nora", "elio"])
def test_who_works_on_the_hubs_server_works_for_the_hub(six: Hub, open_as: OpenAs, login: str) -> None:
    hand = open_as(login)
    hand.see("to-hub")
    hand.click("to-settings")
    hand.see("server-card")
    assert hand.find("is-hub") is None
    hand.click("to-hub")
    hand.see("hub-territory")


def test_a_copy_that_is_dragged_is_told_where_it_is_restored(
    six: Hub, open_as: OpenAs, tmp_path: Path
) -> None:
    assert _veil_over(open_as("nora"), tmp_path / f"monday{COPY_ENDS}") == [
        "Copies are not restored onto a server",
        "They are restored in this computer's own workspace (Settings, Server).",
    ]


def test_a_company_is_added_by_who_signed_in_unless_another_name_is_written(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("nora", tmp_path) as desk:
        desk.prepare_saving()
        desk.create_case(a_firm("Forno"))
        desk.preferences.save(replace(desk.preferences.read(), consultant="Nora N."))
        desk.create_case(a_firm("Mulino"))
        rows = {row.name: row.consultant for row in desk.companies.read("en").rows}
    assert rows == {"Forno": "Nora Nord", "Mulino": "Nora N."}
    hub.ask("postgres", "DELETE FROM company")


def test_before_anything_is_published_a_viewer_is_told_so(hub: Hub, open_as: OpenAs) -> None:
    hand = open_as("vito")
    state = hand.see("published-state", QLabel)
    hand.until(lambda: "no figures yet" in state.text())


def test_on_a_server_nothing_is_said_to_stay_on_this_computer(six: Hub, open_as: OpenAs) -> None:
    hand = open_as("nora")
    hand.until(lambda: "on the hub's own server" in hand.see("promise", QLabel).text())
    hand.click("to-settings")
    told = " ".join(each.text() for each in hand.see("settings-page").findChildren(QLabel))
    assert "it changes nothing on the server" in told
    assert "its administrator makes copies" in told
    assert hand.find("save-copy") is None


def test_an_office_changes_a_letter_for_this_time_alone(
    hub: Hub, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    failures: list[object] = []
    with hub.desk("nora", tmp_path) as workspace:
        desk, window = Desk(workspace), QWidget()
        qtbot.addWidget(window)
        desk.save_failed.connect(failures.append)
        dialog = LetterDialog(window, desk, look, ())
        dialog.show_first()
        [letter] = dialog.findChildren(QPlainTextEdit, "letter-text")
        letter.setPlainText("Mine")
        dialog.reject()
        assert not failures
        assert workspace.hub.plans_in.chasing.letters.letter("en") != "Mine"
        assert "belongs to the whole hub" in " ".join(each.text() for each in dialog.findChildren(QLabel))


def test_an_office_sees_twins_and_that_the_coordinator_merges_them(
    six: Hub, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    with six.desk("nora", tmp_path) as workspace:
        case, _ = (workspace.create_case(a_firm(name, vat=VAT)) for name in ("Forno Rossi", "Rossi Forno"))
        desk = Desk(workspace)
        desk.open(case.id)
        note = TwinNote(desk, look)
        qtbot.addWidget(note)
        note.show_case()
        [merge] = note.findChildren(QAbstractButton, "merge-twin")
        assert (merge.isEnabled(), merge.toolTip()) == (False, REASON)


def test_a_project_is_read_by_an_office_and_written_by_the_coordinator(
    six: Hub, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    six.ask("postgres", PROJECT)
    with six.desk("nora", tmp_path) as workspace:
        desk = Desk(workspace)
        [found] = workspace.hub.projects.all()
        head = ProjectHead(desk, look, found)
        qtbot.addWidget(head)
        names = ("project-title", "project-state", "project-note")
        fields = [head.findChildren(QWidget, name)[0] for name in names]
        assert [each.isEnabled() for each in fields] == [False, False, False]
    six.ask("postgres", "DELETE FROM project")
