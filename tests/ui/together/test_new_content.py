"""A pack that one desk installs is taken in by the others when their users rest."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.storage.server.address import Address
from desktop.ui.safety.wishes import Reopen
from desktop.workspace import Workspace
from tests.editions import brand_files, pack_file, questionnaire_files
from tests.ui.together.test_one_company import both_at
from tests.ui.two_desks import Desk, heard


def install(desk: Desk, path: Path) -> None:
    desk.workspace.packs.install(desk.workspace.packs.look_at(path))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    files = brand_files() | questionnaire_files(tmp_path / "made", "1.0")
    return pack_file(tmp_path / "valle.sestante-pack", files)


def test_new_content_waits_for_what_is_being_typed_and_reaches_the_other_desk(
    qtbot: QtBot, anna: Desk, bruno: Desk, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.safety.idle.MINUTE", 0.4)  # a pause is a tenth of a second
    wished: list[object] = []
    bruno.guide.session_wished.connect(wished.append)
    both_at("notes", bruno)
    bruno.take_keyboard()
    field = bruno.hand.see("text", QPlainTextEdit)
    bruno.hand.until(field.hasFocus)
    qtbot.keyClicks(field, "The baker")
    install(anna, pack)
    bruno.hand.until(lambda: "new content" in bruno.says("passing-words"))
    assert not heard(qtbot, lambda: bool(wished))
    assert field.toPlainText() == "The baker"
    field.clearFocus()
    bruno.hand.until(lambda: bool(wished))
    assert isinstance(wished[0], Reopen)


def test_who_opens_anew_works_with_the_new_content_and_answers_stay_pinned(
    anna: Desk, address: Address, pack: Path, tmp_path: Path
) -> None:
    before = anna.workspace.case(anna.guide.desk.open_case.id)
    install(anna, pack)
    with_new = Workspace.open(tmp_path / "Carla", server=address)
    try:
        assert [each.name for each in with_new.packs.installed()]
        assert "small" in with_new.library.questionnaires
        assert with_new.case(before.id).pinned == before.pinned
    finally:
        with_new.close()
