"""A pack is dropped on the window, looked at, installed, updated and removed again."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from desktop.paths import data_folder
from desktop.storage import FILE_NAME
from desktop.ui.branded import branded
from desktop.ui.fields import Picker
from desktop.ui.theme import LIGHT
from desktop.workspace import Workspace
from desktop.workspace.fixing import make_fixed
from tests.editions import (
    KEY,
    OTHER_KEY,
    PackKey,
    brand_files,
    course_files,
    hub_files,
    install,
    network_files,
    pack_file,
    questionnaire_files,
)
from tests.packs import a_pack, saved
from tests.ui.hand import Hand
from tests.ui.protected import unlock
from tests.ui.test_arrivals import drag, dragged, drop, texts

NAME = "Hub Digitale Valle Serena"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    files = brand_files() | hub_files() | network_files() | questionnaire_files(tmp_path / "made", "1.0")
    return pack_file(tmp_path / "valle.sestante-pack", files)


def see_rail(hand: Hand, name: str) -> None:
    hand.until(lambda: (found := hand.find("rail-name", QLabel)) is not None and found.text() == name)


def test_an_edition_is_dropped_looked_at_installed_and_worn(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path
) -> None:
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, pack)
    assert hand.see("fingerprint", QLabel).text() == PackKey(KEY).fingerprint
    said = texts(hand, "install-edition")
    assert "New questionnaires: title" in said
    assert "name, colour and logo" in said
    hand.click("dialog-do")
    see_rail(hand, NAME)
    assert hand.window.windowTitle().startswith(NAME)
    assert PackKey(KEY).fingerprint in texts(hand, "edition-hub-valle")


def test_whoever_leaves_the_dialog_has_installed_nothing(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path
) -> None:
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, pack)
    hand.see("fingerprint")
    hand.click("dialog-cancel")
    hand.see("no-editions")
    see_rail(hand, "Sestante")


def test_a_pack_of_another_key_needs_the_fingerprint_from_the_new_card(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path, tmp_path: Path
) -> None:
    install(folder, pack)
    other = pack_file(tmp_path / "other.sestante-pack", brand_files(), serial=2, seed=OTHER_KEY)
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, other)
    hand.see("typed-fingerprint", QLineEdit)
    hand.click("dialog-do")
    hand.see("install-edition")
    hand.write("typed-fingerprint", PackKey(KEY).fingerprint)
    hand.click("dialog-do")
    hand.until(lambda: "fingerprint" in hand.see("edition-status", QLabel).text())
    assert "2026.1" in texts(hand, "edition-hub-valle")
    drop(hand, other)
    hand.write("typed-fingerprint", PackKey(OTHER_KEY).fingerprint)
    hand.click("dialog-do")
    hand.until(lambda: "2026.2" in texts(hand, "edition-hub-valle"))


def test_an_older_pack_and_one_that_was_changed_are_refused_with_a_sentence(
    open_app: Callable[[Path], Hand],
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(folder, pack_file(tmp_path / "2.sestante-pack", brand_files(), serial=2))
    older = pack_file(tmp_path / "1.sestante-pack", brand_files())
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("to-editions")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(older), ""))
    hand.click("update-hub-valle")
    hand.until(lambda: "1.sestante-pack" in hand.see("edition-status", QLabel).text())
    older.write_bytes(older.read_bytes()[:-30] + b"x" * 30)
    hand.click("install-pack")
    hand.until(lambda: "being checked" not in hand.see("edition-status", QLabel).text())
    assert hand.find("install-edition") is None


def test_a_pack_that_does_not_go_with_this_program_is_refused_before_anything_changes(
    open_app: Callable[[Path], Hand], folder: Path, tmp_path: Path
) -> None:
    wrong = pack_file(tmp_path / "wrong.sestante-pack", {"catalogue/competences.yaml": b"format: 1\n"})
    before = (folder / FILE_NAME).read_bytes()
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, wrong)
    hand.until(
        lambda: (found := hand.find("edition-status", QLabel)) is not None and "nothing was" in found.text()
    )
    assert hand.find("install-edition") is None
    assert hand.see("no-editions")
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_removed_edition_is_taken_off(open_app: Callable[[Path], Hand], folder: Path, pack: Path) -> None:
    install(folder, pack)
    hand = open_app(folder)
    see_rail(hand, NAME)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("to-editions")
    hand.click("remove-hub-valle")
    assert hand.focused() == "dialog-cancel"
    hand.click("dialog-do")
    see_rail(hand, "Sestante")
    hand.see("no-editions")


def test_a_copy_without_the_edition_takes_it_off(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path, tmp_path: Path
) -> None:
    with closing(Workspace.open(folder)) as before:
        copy = before.backups.save(tmp_path / "all")
    install(folder, pack)
    hand = open_app(folder)
    hand.see("questions-page")
    see_rail(hand, NAME)
    hand.click("to-settings")
    hand.see("settings-page")
    drop(hand, copy)
    hand.click("bring-all")
    hand.click("replace-all")
    hand.click("to-companies")
    see_rail(hand, "Sestante")


def test_plans_choose_from_the_courses_the_user_wants(
    open_app: Callable[[Path], Hand], folder: Path, tmp_path: Path
) -> None:
    install(folder, pack_file(tmp_path / "1.sestante-pack", course_files()))
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("to-editions")
    before = hand.see("courses-choice", Picker)
    before.setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.until(lambda: hand.find("courses-choice", Picker) not in (None, before))
    assert hand.see("courses-choice", Picker).choice() == "edition"
    hand.window.close()
    with closing(Workspace.open(folder)) as after:
        offered = {course.id for course in after.library.catalogue.courses_in(("it", "en"))}
    assert offered == {"serena-restart", "serena-documents"}


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "stick"
    make_fixed(made, pack_file(tmp_path / "1.sestante-pack", brand_files()))
    monkeypatch.setenv("SESTANTE_EDITION", str(made))
    monkeypatch.delenv("SESTANTE_DATA", raising=False)
    return made


def test_a_stick_wears_its_brand_at_the_first_paint(open_app: Callable[[Path], Hand], stick: Path) -> None:
    hand = open_app(data_folder())
    assert hand.window.windowTitle().startswith(NAME)
    accent = branded(LIGHT, "#7a2e5d").accent
    assert hand.window.grab().toImage().pixelColor(5, 1).name() == accent
    hand.see("welcome-page")
    see_rail(hand, NAME)
    assert "Sportello di Serena" in texts(hand, "hub-contacts")


def test_a_stick_without_its_pack_says_what_to_do(open_app: Callable[[Path], Hand], stick: Path) -> None:
    (stick / "hub-valle.sestante-pack").unlink()
    hand = open_app(data_folder())
    assert "hub-valle.sestante-pack" in hand.see("message-sentences", QLabel).text()


def test_an_encrypted_workspace_takes_an_edition_without_asking_again(
    open_app: Callable[[Path], Hand], locked: Path, pack: Path
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    drop(hand, pack)
    hand.click("dialog-do")
    hand.see("edition-hub-valle")
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hand.see("unlock-page")
    assert hand.window.windowTitle().startswith(NAME)


def test_a_pack_dragged_over_the_window_is_told_from_results(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path
) -> None:
    hand = open_app(folder)
    hand.see("questions-page")
    drag(hand, dragged((pack,)))
    assert "edition" in texts(hand, "drop-veil")


def test_a_long_name_and_no_logo_leave_the_rail_its_room(
    open_app: Callable[[Path], Hand], folder: Path, tmp_path: Path
) -> None:
    name = "Polo europeo per l'innovazione digitale delle province alpine e della montagna interna"
    brand = f"format: 1\nname: {name}\naccent: '#005A9C'\n".encode()
    install(folder, pack_file(tmp_path / "1.sestante-pack", {"brand/brand.yaml": brand}))
    hand = open_app(folder)
    hand.see("questions-page")
    shown = hand.see("rail-name", QLabel)
    assert shown.toolTip() == name
    assert shown.height() <= 4 * shown.fontMetrics().height()


def test_a_second_edition_says_whose_place_it_takes_and_the_first_can_come_first(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path, tmp_path: Path
) -> None:
    install(folder, pack)
    brand = {"brand/brand.yaml": b"format: 1\nname: Colline\naccent: '#005A9C'\n"}
    second = saved(tmp_path / "second.sestante-pack", a_pack(tmp_path / "second", brand))
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, second)
    hand.see("install-edition")
    said = texts(hand, "install-edition")
    assert "In place of what the edition of Hub Valle Serena brought: name, colour and logo" in said
    hand.click("dialog-do")
    see_rail(hand, "Colline")
    hand.see("first-edition", Picker).setFocus()
    hand.press(Qt.Key.Key_Up)
    see_rail(hand, NAME)
    hand.click("back-to-settings")
    hand.see("settings-page")


def test_former_editions_that_nobody_needs_are_deleted(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path, tmp_path: Path
) -> None:
    install(folder, pack)
    install(folder, pack_file(tmp_path / "2.sestante-pack", brand_files(), serial=2))
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("to-editions")
    assert "1 former version is kept" in texts(hand, "former-editions")
    hand.click("tidy-editions")
    hand.see("delete-former")
    hand.click("dialog-do")
    hand.until(lambda: hand.find("former-editions") is None and hand.find("edition-hub-valle") is not None)


def test_two_editions_at_once_are_told_from_plans(
    open_app: Callable[[Path], Hand], folder: Path, pack: Path, tmp_path: Path
) -> None:
    other = pack_file(tmp_path / "2.sestante-pack", brand_files(), serial=2)
    hand = open_app(folder)
    hand.see("questions-page")
    drop(hand, pack, other)
    hand.until(lambda: "Drop it on the window alone" in texts(hand, "arrivals-page"))
