"""The window opens the workspace of a server: it asks for the password, says what is wrong, and leads back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.settings import Settings, read_settings, write_settings
from desktop.storage.server.address import Address
from tests.servers import workspace_on
from tests.serving import Server, serving
from tests.ui.hand import Hand

OpenApp = Callable[[Path], Hand]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server on which everybody but its superuser needs a password."""
    with serving() as running:
        running.run("CREATE ROLE anna LOGIN SUPERUSER PASSWORD 'right'")
        entries = "local all postgres trust\nlocal all all scram-sha-256\n"
        (running.folder / "data" / "pg_hba.conf").write_text(entries, encoding="utf-8")
        running.run("SELECT pg_reload_conf()")
        yield running


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    with workspace_on(server) as made:
        yield replace(made, user="anna")


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.storage.server.passwords.has_keyring", lambda: False)


@pytest.fixture
def remembered(address: Address, tmp_path: Path, own_home: None) -> Path:
    """A data folder whose window works on the server."""
    write_settings(tmp_path, Settings(language="en", server=address.written))
    return tmp_path


def sign_in(hand: Hand, password: str) -> None:
    hand.write("server-password", password)
    hand.click("sign-in")


def test_it_asks_for_the_password_until_it_is_right(open_app: OpenApp, remembered: Path) -> None:
    hand = open_app(remembered)
    assert "asks for the password" in hand.see("password-wanted", QLabel).text()
    sign_in(hand, "wrong")
    hand.until(lambda: "password is wrong" in hand.see("password-wanted", QLabel).text())
    sign_in(hand, "right")
    hand.see("welcome-page")
    assert "right" not in (remembered / "settings.txt").read_text(encoding="utf-8")
    hand.window.close()


def test_a_server_that_is_gone_is_tried_again(
    open_app: OpenApp, server: Server, remembered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    password = remembered / "password"
    password.write_text("right\n", encoding="utf-8")
    monkeypatch.setenv("SESTANTE_PASSWORD_FILE", str(password))
    server.stop()
    hand = open_app(remembered)
    assert "nothing answers there" in hand.see("message-sentences", QLabel).text()
    server.start()
    hand.click("message-button")
    hand.see("welcome-page")
    hand.window.close()


def test_the_own_workspace_can_be_opened_instead(open_app: OpenApp, remembered: Path) -> None:
    hand = open_app(remembered)
    hand.click("own-workspace")
    hand.see("welcome-page")
    assert read_settings(remembered, Settings()).server
    hand.window.close()


def test_the_settings_lead_to_the_server_and_back(
    open_app: OpenApp, address: Address, tmp_path: Path, own_home: None
) -> None:
    write_settings(tmp_path, Settings(language="en"))
    hand = open_app(tmp_path)
    hand.click("to-settings")
    hand.write("server-address", replace(address, user="").written)
    hand.write("server-user", "anna")
    hand.write("server-password", "wrong")
    hand.click("test-server")
    hand.until(lambda: "password is wrong" in hand.see("server-state", QLabel).text())
    hand.see("server-password-shown")
    hand.write("server-password", "right")
    hand.click("connect-server")
    hand.until(lambda: read_settings(tmp_path, Settings()).server != "")
    hand.until(lambda: hand.find("server-password-page") is not None)
    sign_in(hand, "right")
    hand.see("welcome-page")
    hand.click("to-settings")
    hand.click("leave-server")
    hand.until(lambda: read_settings(tmp_path, Settings()).server == "")
    hand.see("welcome-page")
    hand.window.close()
