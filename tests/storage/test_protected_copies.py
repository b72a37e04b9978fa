"""Copies and the passphrase: readable ones are protected with the workspace, and each opens with its own."""

from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FILE_NAME, Database
from desktop.storage.copies.container import read_facts
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_off, turn_on
from desktop.storage.vault.vault import Vault, new_vault
from desktop.storage.vault.wrapping import Effort
from desktop.workspace import Workspace
from desktop.workspace.unlocking import unlocking_with
from tests.desks import Desk, a_firm, the_content

SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no use to anybody
QUICK = Effort(2**14)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a company, a copy of the day there and at the second place."""
    (tmp_path / "stick").mkdir()
    desk = Desk(tmp_path / "data")
    desk.firm(a_firm("Forno Ada"))
    desk.workspace.backups.choose_second_place(tmp_path / "stick")
    desk.workspace.backups.keep_daily()
    desk.close()
    return tmp_path / "data"


def protected(data: Path) -> tuple[Vault, RecoveryCode, Workspace]:
    """The folder after it got a passphrase, open."""
    code = RecoveryCode.new()
    vault, key = new_vault(SECRET, code, QUICK)
    assert turn_on(data, vault, key) is None
    return vault, code, Workspace(the_content(), Database(data, key))


def readable(folder: Path) -> list[str]:
    """The files of a folder in which a name can be read."""
    return [path.name for path in folder.rglob("*") if path.is_file() and b"Forno Ada" in path.read_bytes()]


def test_a_passphrase_protects_the_copies_made_before(data: Path, tmp_path: Path) -> None:
    assert len(readable(data)) == 2
    _, _, workspace = protected(data)
    assert readable(data) + readable(tmp_path / "stick") == []
    [kept] = workspace.backups.kept()
    preview = workspace.backups.preview(kept.path)
    assert [each.name for each in preview.standings] == ["Forno Ada"]
    workspace.backups.restore(preview)
    assert [each.name for each in workspace.cases()] == ["Forno Ada"]
    workspace.close()
    assert readable(data) == []


@pytest.mark.parametrize("by_code", [False, True])
def test_a_protected_copy_opens_elsewhere_with_its_passphrase_or_code(
    data: Path, tmp_path: Path, *, by_code: bool
) -> None:
    _, code, workspace = protected(data)
    copy = workspace.backups.save(tmp_path / "all")
    workspace.close()
    other = Desk(tmp_path / "other")
    for wrong in ("not the passphrase", code.text[:-1] + ("0" if code.text[-1] != "0" else "1")):
        with pytest.raises(StorageError):
            other.workspace.backups.preview(copy, unlocking_with(wrong))
    preview = other.workspace.backups.preview(copy, unlocking_with(code.text if by_code else SECRET))
    assert preview.changes_key
    other.workspace.backups.restore(preview)
    assert other.names() == [("Forno Ada", "T0")]
    other.close()
    assert readable(tmp_path / "other") == []


def test_copies_of_an_encrypted_time_open_after_it(data: Path, tmp_path: Path) -> None:
    vault, _, workspace = protected(data)
    workspace.close()
    turn_off(data, vault.open(SECRET))
    desk = Desk(data)
    [kept] = desk.workspace.backups.kept()
    assert read_facts(kept.path).is_encrypted
    with pytest.raises(StorageError, match="passphrase"):
        desk.workspace.backups.preview(kept.path)
    assert desk.workspace.backups.preview(kept.path, unlocking_with(SECRET)).standings
    desk.close()


def test_a_vault_that_is_damaged_is_told(data: Path, tmp_path: Path) -> None:
    _, _, workspace = protected(data)
    (data / "vault.json").write_text("{}", encoding="utf-8")
    copy = workspace.backups.save(tmp_path / "all")
    workspace.close()
    other = Desk(tmp_path / "other")
    with pytest.raises(StorageError):
        other.workspace.backups.preview(copy, unlocking_with(SECRET))
    other.close()


def test_a_plain_copy_in_a_protected_workspace_warns_that_it_opens_it(data: Path, tmp_path: Path) -> None:
    desk = Desk(data)
    plain = desk.workspace.backups.save(tmp_path / "plain")
    desk.close()
    _, _, workspace = protected(data)
    preview = workspace.backups.preview(plain)
    assert (preview.loses_protection, preview.changes_key) == (True, True)
    workspace.backups.restore(preview)
    workspace.close()
    assert not (data / "vault.json").exists()
    assert b"Forno Ada" in (data / FILE_NAME).read_bytes()
