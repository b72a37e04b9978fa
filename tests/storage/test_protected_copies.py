"""Copies and the passphrase: readable ones are protected with the workspace, and each opens with its own."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import StorageError
from desktop.storage import FileDatabase
from desktop.storage.copies.container import read_facts
from desktop.storage.copies.locking import renew_vaults
from desktop.storage.copies.protected import ProtectedError
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_off, turn_on
from desktop.storage.vault.vault import Vault, new_vault
from desktop.storage.vault.vault_file import read_vault, write_vault
from desktop.storage.vault.wrapping import Effort
from desktop.workspace import Workspace
from desktop.workspace.unlocking import unlocking_with
from tests.desks import Desk, a_firm, the_content

SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no use to anybody
OTHER = "tre mulini e nessun vento"
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
    return vault, code, Workspace(the_content(), FileDatabase(data, key))


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


def test_a_plain_copy_in_a_protected_workspace_is_protected_by_it(data: Path, tmp_path: Path) -> None:
    desk = Desk(data)
    plain = desk.workspace.backups.save(tmp_path / "plain")
    desk.close()
    vault, _, workspace = protected(data)
    preview = workspace.backups.preview(plain)
    assert (preview.keeps_passphrase, preview.changes_key) == (True, False)
    workspace.backups.restore(preview)
    assert [each.name for each in workspace.cases()] == ["Forno Ada"]
    workspace.close()
    assert readable(data) == []
    assert reopened(data, SECRET) == ["Forno Ada"]
    assert read_vault(data) == vault


def reopened(data: Path, secret: str) -> list[str]:
    """The companies that a passphrase opens."""
    with closing(Workspace(the_content(), FileDatabase(data, read_vault(data).open(secret)))) as workspace:
        return [each.name for each in workspace.cases()]


def test_a_copy_with_a_former_passphrase_comes_back_behind_the_present_one(
    data: Path, tmp_path: Path
) -> None:
    vault, _, workspace = protected(data)
    copy = workspace.backups.save(tmp_path / "all")
    write_vault(data, vault.with_passphrase(vault.open(SECRET), OTHER))
    workspace.backups.restore(workspace.backups.preview(copy))
    workspace.close()
    assert reopened(data, OTHER) == ["Forno Ada"]


def test_a_copy_with_a_former_key_comes_back_behind_the_present_one(data: Path, tmp_path: Path) -> None:
    vault, _, workspace = protected(data)
    copy = workspace.backups.save(tmp_path / "all")
    workspace.close()
    turn_off(data, vault.open(SECRET))
    turn_on(data, *new_vault(OTHER, RecoveryCode.new(), QUICK))
    workspace = Workspace(the_content(), FileDatabase(data, read_vault(data).open(OTHER)))
    with pytest.raises(ProtectedError):
        workspace.backups.preview(copy)
    preview = workspace.backups.preview(copy, unlocking_with(SECRET))
    workspace.backups.restore(preview)
    workspace.close()
    assert reopened(data, OTHER) == ["Forno Ada"]
    assert readable(data) + readable(tmp_path / "stick") == []


def test_a_new_passphrase_holds_for_the_copies_kept_too(data: Path, tmp_path: Path) -> None:
    vault, _, workspace = protected(data)
    workspace.close()
    write_vault(data, vault.with_passphrase(vault.open(SECRET), OTHER))
    renew_vaults(data)
    elsewhere = Desk(tmp_path / "elsewhere")
    copies = [*(data / "copies").glob("*.sestante-copy"), *(tmp_path / "stick").glob("*.sestante-copy")]
    assert len(copies) == 2
    for copy in copies:
        with pytest.raises(StorageError):
            elsewhere.workspace.backups.preview(copy, unlocking_with(SECRET))
        assert elsewhere.workspace.backups.preview(copy, unlocking_with(OTHER)).standings
    elsewhere.close()


def test_what_an_interrupted_change_left_beside_copies_goes_at_the_next_start(
    data: Path, tmp_path: Path
) -> None:
    vault, _, workspace = protected(data)
    workspace.close()
    for place in (data / "copies", tmp_path / "stick"):
        [copy] = place.glob("*.sestante-copy")
        for name in (f"{copy.name}.before", f".{copy.name[:40]}-abcd.tmp"):
            (place / name).write_bytes(b"Forno Ada")
    (data / "scratch-left").mkdir()
    (data / "scratch-left" / "copy.db").write_bytes(b"Forno Ada")
    (tmp_path / "stick" / ".another-program.tmp").write_bytes(b"stays")
    FileDatabase(data, vault.open(SECRET)).close()
    assert readable(data) + readable(tmp_path / "stick") == []
    assert (tmp_path / "stick" / ".another-program.tmp").exists()


def test_a_second_place_that_is_away_is_told_when_the_passphrase_is_turned_on(
    data: Path, tmp_path: Path
) -> None:
    away = (tmp_path / "stick").rename(tmp_path / "away")
    vault, key = new_vault(SECRET, RecoveryCode.new(), QUICK)
    assert str(tmp_path / "stick") in str(turn_on(data, vault, key))
    assert readable(away)
    away.rename(tmp_path / "stick")
    FileDatabase(data, key).close()
    assert readable(tmp_path / "stick") == []
