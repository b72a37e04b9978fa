"""A hub makes its own edition in the window: a folder, what is wrong in it, a signed file, a stick."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.paths import EDITION_FILE
from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.test_arrivals import drop, texts


@pytest.fixture
def hub(open_window: Callable[[], Hand], workspace: Workspace) -> Hand:
    """A hub's window, in the room of editions."""
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-packs")
    return hand


@pytest.fixture
def own(hub: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a new edition, begun there."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    hub.click("new-own-edition")
    hub.write("edition-id", "hub-valle")
    hub.click("dialog-do")
    hub.until(lambda: said(hub).startswith("No errors"))
    return tmp_path / "hub-valle"


def said(hand: Hand) -> str:
    found = hand.find("own-edition-said", QLabel)
    return "" if found is None else found.text()


def make(hand: Hand, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hand.click("make-own-edition")


def test_a_new_edition_is_made_signed_and_put_on_a_stick(
    hub: Hand, own: Path, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(hub, tmp_path / "mine", monkeypatch)
    hub.until(lambda: "Saved as" in said(hub))
    assert workspace.packs.key.fingerprint in said(hub)
    made = tmp_path / "mine.sestante-pack"
    assert workspace.packs.look_at(made).pack.manifest.id == "hub-valle"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    hub.click("prepare-stick")
    hub.until(lambda: "is ready" in said(hub))
    assert (tmp_path / "stick" / EDITION_FILE).is_file()


def test_what_is_wrong_leads_to_file_and_line_and_nothing_is_made(
    hub: Hand, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brand = next(own.glob("brand/brand.yaml"))
    brand.write_text(brand.read_text(encoding="utf-8").replace("accent:", "acent:"), encoding="utf-8")
    hub.click("check-own-edition")
    hub.until(lambda: "to correct" in said(hub))
    assert "brand/brand.yaml" in texts(hub, "pack-problems")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hub.click("open-problem-0")
    assert Path(opened[0].toLocalFile()) == brand
    make(hub, tmp_path / "mine.sestante-pack", monkeypatch)
    hub.until(lambda: "to correct" in said(hub))
    assert not (tmp_path / "mine.sestante-pack").exists()


def test_the_folder_is_remembered(hub: Hand, own: Path) -> None:
    hub.click("step-company")
    hub.click("to-hub")
    assert str(own) in texts(hub, "own-edition")


def test_a_short_name_that_cannot_be_one_is_told(
    hub: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    hub.click("new-own-edition")
    hub.write("edition-id", "Hub della Valle")
    hub.click("dialog-do")
    hub.until(lambda: "small letters" in said(hub))
    assert list(tmp_path.glob("Hub*")) == []


def test_the_hub_can_install_what_it_made(
    hub: Hand, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(hub, tmp_path / "mine.sestante-pack", monkeypatch)
    hub.until(lambda: "Saved as" in said(hub))
    drop(hub, tmp_path / "mine.sestante-pack")
    assert hub.see("fingerprint", QLabel).text() in texts(hub, "install-edition")
