"""A coordinator moves a workspace to a server and back from the settings, and the window goes on there."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPlainTextEdit

from desktop.settings import Settings, read_settings, write_settings
from desktop.storage import is_locked
from desktop.workspace import Workspace
from tests.desks import a_firm
from tests.hub_server import Hub, hub_on
from tests.keyrings import Memory, in_memory
from tests.serving import Server, serving
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, SECRET, names, unlock
from tests.ui.test_passphrase import type_back

_WAITING = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
OpenApp = Callable[[Path], Hand]
PASSWORD = "right"  # noqa: S105 - of a server of the tests


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server on which everybody but its superuser needs a password."""
    with serving() as running:
        running.run(f"CREATE ROLE keeper LOGIN SUPERUSER PASSWORD '{PASSWORD}'")
        yield running


@pytest.fixture
def hub(server: Server) -> Iterator[Hub]:
    """An empty workspace with its people, on that server."""
    with hub_on(server) as made:
        for name in ("carla", "nora"):
            server.run(f"ALTER ROLE {made.login(name)} PASSWORD '{PASSWORD}'")
        _let_in(server, "local all postgres trust\nlocal all all scram-sha-256\n")
        yield made
        _let_in(server, "local all all trust\n")


def _let_in(server: Server, entries: str) -> None:
    (server.folder / "data" / "pg_hba.conf").write_text(entries, encoding="utf-8")
    server.run("SELECT pg_reload_conf()")


@pytest.fixture(autouse=True)
def ring(own_home: None, guessing_is_cheap: None) -> Iterator[Memory]:
    with in_memory() as memory:
        yield memory


@pytest.fixture
def signed_in(hub: Hub, tmp_path: Path, ring: Memory) -> Callable[[str], Path]:
    """The data folder of a desk on the server, which holds one company; the password is in the keyring."""
    with hub.desk("postgres", tmp_path / "before") as desk:
        desk.create_case(a_firm("Mulino"))

    def folder(name: str) -> Path:
        address = hub.address(name)
        ring.kept["Sestante", address.told] = PASSWORD
        (tmp_path / name).mkdir()
        write_settings(tmp_path / name, Settings(language="en", server=address.written))
        return tmp_path / name

    return folder


def to_move_in(hand: Hand, hub: Hub) -> None:
    """Up to the fields for the owner."""
    to_settings(hand)
    hand.write("server-address", replace(hub.address(), user="").written)
    hand.write("server-user", hub.login("carla"))
    hand.write("server-password", PASSWORD)
    hand.click("to-move-in")


def to_settings(hand: Hand) -> None:
    """Once a page is there."""
    hand.until(
        lambda: any(map(hand.find, ("welcome-page", "company-page", "questions-page", "settings-page")))
    )
    if hand.find("settings-page") is None:
        hand.click("to-settings")
    hand.see("settings-page")


def write_anew(hand: Hand, name: str, text: str) -> None:
    hand.see(name).clear()  # type: ignore[attr-defined]
    hand.write(name, text)


def as_owner(hand: Hand, user: str, password: str) -> None:
    write_anew(hand, "owner-user", user)
    write_anew(hand, "owner-password", password)


def said(hand: Hand, name: str, words: str) -> None:
    hand.until(lambda: (shown := hand.find(name, QLabel)) is not None and words in shown.text())


@contextmanager
def held_up(hub: Hub) -> Iterator[psycopg.Connection]:
    """Somebody writes companies at the server for a moment, and the move waits for them."""
    with closing(psycopg.connect(hub.url())) as other:
        other.execute("LOCK TABLE company IN ACCESS EXCLUSIVE MODE")
        yield other


def is_waited_for(hub: Hub) -> bool:
    with psycopg.connect(hub.url()) as connection:
        return bool(connection.execute(_WAITING).fetchall())


def test_a_workspace_moves_in_and_the_window_goes_on_at_the_server(
    folder: Path, hub: Hub, open_app: OpenApp
) -> None:
    hand = open_app(folder)
    to_move_in(hand, hub)
    hand.click("move-in")
    said(hand, "owner-state", "Write the user name of the database's owner")
    as_owner(hand, "keeper", "wrong")
    hand.click("move-in")
    said(hand, "owner-state", "password is wrong")
    as_owner(hand, hub.login("carla"), PASSWORD)
    hand.click("move-in")
    said(hand, "owner-state", "Sign in as postgres")
    as_owner(hand, "keeper", PASSWORD)
    hand.click("move-in")
    said(hand, "moving-words", "1 company, 1 assessment and 0 answers were carried to postgresql://keeper@")
    hand.click("moving-details")
    assert "\ncompany " in hand.see("moving-table", QPlainTextEdit).toPlainText()
    hand.click("moved-on")
    hand.see("questions-page")
    assert hub.login("carla") in read_settings(folder, Settings()).server
    hand.window.close()
    with closing(Workspace.open(folder)) as workspace:
        assert "was moved to" in str(workspace.told)


def test_a_move_that_is_stopped_or_loses_the_server_leaves_all_as_it_was_and_can_be_done_again(
    folder: Path, hub: Hub, open_app: OpenApp
) -> None:
    hand = open_app(folder)
    to_move_in(hand, hub)
    as_owner(hand, "keeper", PASSWORD)
    with held_up(hub) as other:
        hand.click("move-in")
        hand.until(lambda: is_waited_for(hub))
        hand.click("stop-moving")
        assert not hand.see("stop-moving", QAbstractButton).isEnabled()
        other.rollback()
        said(hand, "moving-words", "Nothing was moved")
    assert hub.ask("postgres", "SELECT count(*) FROM company") == ["0"]
    with held_up(hub):
        hand.click("move-again")
        hand.until(lambda: is_waited_for(hub))
        hub.server.stop("immediate")
        said(hand, "moving-words", "moving again finds that out")
        assert "answers that you give" not in hand.see("moving-words", QLabel).text()
    hub.server.start()
    hand.click("moved-back")
    hand.see("settings-page")
    to_move_in(hand, hub)
    as_owner(hand, "keeper", PASSWORD)
    hand.click("move-in")
    said(hand, "moving-words", "1 company")
    hand.click("moved-back")
    said(hand, "message-sentences", "was moved to")
    hand.window.close()


def test_in_a_workspace_that_was_moved_work_goes_on_here_again_if_that_is_wanted(
    folder: Path, hub: Hub, open_app: OpenApp
) -> None:
    hand = open_app(folder)
    to_move_in(hand, hub)
    as_owner(hand, "keeper", PASSWORD)
    hand.click("move-in")
    said(hand, "moving-words", "1 company")
    hand.until(lambda: hand.focused() == "moved-on")
    hand.click("moved-back")
    said(hand, "message-sentences", "To work here again: in the settings, card Server")
    hand.click("message-button")
    to_settings(hand)
    told = " ".join(each.text() for each in hand.see("server-card").findChildren(QLabel))
    assert "was moved to postgresql:///" in told  # without the owner's login
    hand.click("to-work-here")
    hand.until(lambda: hand.focused() == "give-up-working-here")
    hand.click("give-up-working-here")
    with closing(psycopg.connect(hub.url())) as server:
        assert server.execute("SELECT count(*) FROM company").fetchone() == (1,)
    hand.click("to-work-here")
    hand.click("work-here")
    hand.until(lambda: hand.find("server-card") is not None and hand.find("to-work-here") is None)
    hand.window.close()
    with closing(Workspace.open(folder)) as workspace:
        assert workspace.told is None
        workspace.create_case(a_firm("Late"))
    assert hub.ask("postgres", "SELECT count(*) FROM company") == ["1"]


def test_a_server_that_holds_something_else_is_refused_and_the_workspace_goes_on(
    folder: Path, hub: Hub, open_app: OpenApp, tmp_path: Path
) -> None:
    with hub.desk("postgres", tmp_path / "before") as desk:
        desk.create_case(a_firm("Mulino"))
    hand = open_app(folder)
    to_move_in(hand, hub)
    as_owner(hand, "keeper", PASSWORD)
    hand.click("move-in")
    said(hand, "moving-words", "holds something else already")
    hand.click("moved-back")
    hand.see("settings-page")
    hand.window.close()
    assert names(folder) == [BAKERY]


def test_giving_up_before_a_move_leads_back_to_the_fields(folder: Path, hub: Hub, open_app: OpenApp) -> None:
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("to-move-in")
    said(hand, "server-state", "Write the address of the server")
    to_move_in_again(hand, hub)
    hand.click("give-up-moving")
    assert hand.focused() == "server-address"
    assert hand.find("move-in") is None
    hand.window.close()


def to_move_in_again(hand: Hand, hub: Hub) -> None:
    hand.write("server-address", hub.address("carla").written)
    hand.click("to-move-in")
    hand.see("move-in")


@pytest.mark.parametrize("is_locked_there", [True, False])
def test_everything_is_taken_back_into_a_folder_behind_a_passphrase_or_without(
    signed_in: Callable[[str], Path],
    open_app: OpenApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_locked_there: bool,
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    hand = open_app(signed_in("carla"))
    to_settings(hand)
    hand.click("to-move-out")
    hand.click("choose-moving-folder")
    assert not hand.see("move-out", QAbstractButton).isEnabled()
    if is_locked_there:
        hand.write("new-passphrase", SECRET)
        hand.write("new-passphrase-again", SECRET)
    else:
        hand.click("encrypt-folder")
    as_owner(hand, "keeper", PASSWORD)
    hand.click("move-out")
    if is_locked_there:
        type_back(hand)
        hand.click("confirm-code")
    said(hand, "moving-words", f"1 company, 1 assessment and 0 answers were carried to {out}")
    assert is_locked(out) is is_locked_there
    hand.click("moved-on")
    if is_locked_there:
        unlock(hand)
    to_settings(hand)
    hand.see("to-move-in")
    hand.window.close()
    assert names(out, SECRET if is_locked_there else None) == ["Mulino"]


def test_who_is_no_coordinator_cannot_take_everything_back(
    signed_in: Callable[[str], Path], open_app: OpenApp
) -> None:
    hand = open_app(signed_in("nora"))
    to_settings(hand)
    button = hand.see("to-move-out", QAbstractButton)
    assert not button.isEnabled()
    assert "Only the coordinator" in button.toolTip()
    hand.window.close()


def test_a_forgotten_password_is_asked_for_when_the_window_opens_again(
    signed_in: Callable[[str], Path], open_app: OpenApp, ring: Memory
) -> None:
    folder = signed_in("carla")
    hand = open_app(folder)
    to_settings(hand)
    hand.click("forget-password")
    said(hand, "server-told", "gone from the keyring")
    assert not ring.kept
    hand.click("forget-password")
    said(hand, "server-told", "held no password")
    hand.window.close()
    again = open_app(folder)
    again.see("server-password-page")
    again.write("server-password", PASSWORD)
    again.click("sign-in")
    to_settings(again)
    assert len(ring.kept) == 1
    again.click("forget-password")
    said(again, "server-told", "gone from the keyring")
    again.window.close()
    assert not ring.kept


def test_a_keyring_that_lets_nothing_go_is_told(
    signed_in: Callable[[str], Path], open_app: OpenApp, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_app(signed_in("carla"))
    to_settings(hand)
    monkeypatch.setattr(ring, "delete_password", _refuse)
    hand.click("forget-password")
    said(hand, "server-told", "does not let the password")
    assert len(ring.kept) == 1
    hand.window.close()


def _refuse(*_: object) -> None:
    raise RuntimeError("the keyring is locked")
