"""A workspace in one file: made while it is written to, put back whole or in part, refused where damaged."""

import os
import sqlite3
import sys
import threading
import tracemalloc
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from desktop.advising import ExpertRemark, ServiceLine
from desktop.errors import StorageError
from desktop.storage import FILE_NAME, FileDatabase, Key
from desktop.storage.company_sides import Merge
from desktop.storage.copies.container import measure, pack, read_facts, unpack
from desktop.storage.copies.examining import opened_copy
from desktop.storage.copies.making import make_copy
from desktop.storage.journal import Journal
from desktop.storage.migrations import REVISIONS
from desktop.storage.visit_store import VisitStore
from desktop.workspace import Workspace
from tests.builders import a_company
from tests.desks import Desk, a_firm, the_content
from tests.storage.copy_builders import (
    copy_of_former,
    facts_of,
    run_sql,
)

FORMER = Path(__file__).parent / "databases"
KEY = Key(b"k" * 32)


def kinds(desk: Desk, copy: Path) -> list[tuple[str, str]]:
    return [(each.name, each.kind) for each in desk.workspace.backups.preview(copy).standings]


def lose(desk: Desk, company_id: int) -> None:
    """A company is gone, and nobody has erased it."""
    gone = f"DELETE FROM company WHERE id = {company_id}"  # noqa: S608
    run_sql(desk.folder / FILE_NAME, "PRAGMA foreign_keys = ON", gone)


def a_protected_copy(tmp_path: Path) -> Path:
    """A copy of a closed workspace with a key and one company."""
    workspace = Workspace(the_content(), FileDatabase(tmp_path / "data", KEY))
    workspace.create_case(a_firm("Alfa"))
    (tmp_path / "data" / "vault.json").write_text("opaque", encoding="utf-8")
    copy = workspace.backups.save(tmp_path / "secret")
    workspace.close()
    return copy


def test_the_first_line_says_what_is_in_it_and_nothing_personal(copy: Path) -> None:
    facts = read_facts(copy)
    assert (facts.companies, facts.rounds, facts.files, facts.schema) == (2, 2, 0, REVISIONS[-1])
    with copy.open("rb") as file:
        line = file.readline().decode()
    assert not [word for word in ("Alfa", "Lorusso", "Maria", str(copy.parent)) if word in line]


def test_a_copy_needs_no_disk_that_can_be_written_to(copy: Path, tmp_path: Path) -> None:
    unpack(copy, tmp_path / "inner.db")
    with closing(
        sqlite3.connect(f"{(tmp_path / 'inner.db').as_uri()}?mode=ro&immutable=1", uri=True)
    ) as inner:
        assert inner.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert inner.execute("SELECT count(*) FROM company").fetchone() == (2,)


def test_a_copy_is_whole_while_somebody_writes(desk: Desk, tmp_path: Path) -> None:
    case, stop = desk.workspace.last_case(), threading.Event()
    assert case is not None

    def write() -> None:
        while not stop.is_set():
            desk.workspace.save_company(case.id, a_company(name="Beta"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [desk.workspace.backups.save(tmp_path / f"{number}.sestante-copy") for number in range(5)]
    finally:
        stop.set()
        writer.join()
    assert [len(desk.workspace.backups.preview(each).standings) for each in copies] == [2] * 5


def test_an_encrypted_workspace_stays_encrypted(tmp_path: Path) -> None:
    database = FileDatabase(tmp_path / "data", KEY)
    workspace = Workspace(the_content(), database)
    workspace.create_case(a_firm("Alfa"))
    (tmp_path / "data" / "vault.json").write_text("opaque", encoding="utf-8")
    copy = workspace.backups.save(tmp_path / "secret")
    assert b"Alfa" not in copy.read_bytes()
    assert (read_facts(copy).is_encrypted, read_facts(copy).vault) == (True, "opaque")
    assert [each.name for each in workspace.backups.preview(copy).standings] == ["Alfa"]
    workspace.close()


def test_a_protected_copy_moves_to_another_laptop_with_its_vault(tmp_path: Path) -> None:
    copy = a_protected_copy(tmp_path)
    other = Desk(tmp_path / "other")
    with pytest.raises(StorageError, match="passphrase"):
        other.workspace.backups.preview(copy)
    told: list[str] = []

    def unlock(vault: str) -> Key:
        told.append(vault)
        return KEY

    other.workspace.backups.restore(other.workspace.backups.preview(copy, unlock))
    assert (told, other.names()) == (["opaque"], [("Alfa", "T0")])
    other.close()
    assert (tmp_path / "other" / "vault.json").read_text(encoding="utf-8") == "opaque"
    again = Workspace(the_content(), FileDatabase(tmp_path / "other", KEY))
    assert [each.name for each in again.cases()] == ["Alfa"]
    again.close()


def test_a_key_that_does_not_fit_is_told(tmp_path: Path) -> None:
    copy = a_protected_copy(tmp_path)
    other = Desk(tmp_path / "other")
    with pytest.raises(StorageError, match="do not belong together"):
        other.workspace.backups.preview(copy, lambda _vault: Key(b"x" * 32))
    other.close()


def test_restoring_brings_everything_back_and_keeps_what_was_there(desk: Desk, copy: Path) -> None:
    [beta, alfa] = [desk.workspace.case(each.id) for each in desk.workspace.cases()]
    desk.answer(alfa, range(3, 6))
    lose(desk, beta.company_id)
    desk.firm(a_firm("Gamma"))
    assert kinds(desk, copy) == [("Beta", "only-there"), ("Alfa", "newer-here"), ("Gamma", "only-here")]
    before = desk.workspace.backups.restore(desk.workspace.backups.preview(copy))
    assert desk.names() == [("Alfa", "T0"), ("Beta", "T0")]
    assert desk.workspace.case(alfa.id).sheet == alfa.sheet
    assert before is not None
    assert kinds(desk, before) == [("Alfa", "newer-there"), ("Gamma", "only-there"), ("Beta", "only-here")]
    desk.firm(a_firm("Delta"))
    assert desk.names()[-1] == ("Delta", "T0")


def test_single_companies_come_back_and_nothing_else_is_touched(desk: Desk, copy: Path) -> None:
    backups, workspace = desk.workspace.backups, desk.workspace
    [beta, alfa] = [workspace.case(each.id) for each in workspace.cases()]
    told = workspace.history.of(beta)
    desk.answer(alfa, range(3, 6))
    workspace.register.erase(beta.company_id)
    gamma = desk.firm(a_firm("Gamma"))
    preview = backups.preview(copy)
    backups.bring_back(preview, [each.uuid for each in preview.standings if each.name == "Beta"])
    assert desk.names() == [("Alfa", "T0"), ("Beta", "T0"), ("Gamma", "T0")]
    back = next(workspace.case(each.id) for each in workspace.cases() if each.name == "Beta")
    assert (back.sheet, back.company, back.pinned) == (beta.sheet, beta.company, beta.pinned)
    assert [each.key for each in workspace.history.of(back)] == [each.key for each in told]
    assert len(workspace.case(alfa.id).sheet) == 6
    assert workspace.case(gamma.id).sheet == gamma.sheet
    assert kinds(desk, copy) == [("Alfa", "newer-here"), ("Gamma", "only-here"), ("Beta", "same")]


def test_all_that_belongs_to_a_company_comes_back(desk: Desk, tmp_path: Path) -> None:
    workspace, case = desk.workspace, desk.workspace.last_case()
    assert case is not None
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    desk.answer(case, range(3, 5))
    workspace.history.undo(case)
    run_sql(
        desk.folder / FILE_NAME,
        "INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at) "
        "SELECT 'u', company_id, '2027-01-01', 'call', 'Call', '2026-01-01' FROM round WHERE round.id = 2",
        "INSERT INTO evidence (round_id, subject, file_name, media_type, size, sha256, added_at) "
        "VALUES (2, 'question:a', 'p.png', 'image/png', 3, 'x', '2026-01-01')",
        "INSERT INTO evidence_content VALUES (1, x'010203')",
        "INSERT INTO step VALUES (2, 'course:x', 'done', 'well', '2026-01-01')",
    )
    before = rows_of(desk)
    copy = workspace.backups.save(tmp_path / "all")
    lose(desk, case.company_id)
    preview = workspace.backups.preview(copy)
    workspace.backups.bring_back(preview, [preview.standings[0].uuid])
    assert rows_of(desk) == before


def test_services_of_a_company_deleted_for_good_come_back_once(desk: Desk, tmp_path: Path) -> None:
    workspace, case = desk.workspace, desk.workspace.last_case()
    assert case is not None
    line = ServiceLine("", case.company_id, "training", "Cloud", date(2026, 5, 4), price_cents=100)
    workspace.hub.services.save(line)
    (tmp_path / "signed.txt").write_text("Anna")
    workspace.hub.services.add_file(workspace.hub.services.lines()[0].uid, tmp_path / "signed.txt")
    copy = workspace.backups.save(tmp_path / "all")
    workspace.register.erase(case.company_id, "asked")
    preview = workspace.backups.preview(copy)
    wanted = [each.uuid for each in preview.standings if each.kind == "erased"]
    workspace.backups.bring_back(preview, wanted)
    [back] = workspace.hub.services.lines()
    assert (back.title, back.company) == ("Cloud", case.company.name)
    [file] = workspace.hub.services.files(back.uid)
    assert workspace.hub.services.file_content(file.id) == b"Anna"


def test_what_another_company_took_over_comes_back_to_the_one_it_was_of(desk: Desk, tmp_path: Path) -> None:
    workspace = desk.workspace
    [beta, alfa] = [workspace.case(each.id) for each in workspace.cases()]
    workspace.hub.services.save(ServiceLine("", beta.company_id, "training", "Cloud", date(2026, 5, 4)))
    workspace.hub.advising.save_remark(beta.id, ExpertRemark("", "", "Call us", "Paolo", date(2026, 5, 4)))
    workspace.reminders.add(beta.company_id, date(2027, 1, 1), "call", "Call")
    copy = workspace.backups.save(tmp_path / "all")
    workspace.register.merge(Merge(alfa.company_id, beta.company_id, same_stage="one"))
    preview = workspace.backups.preview(copy)
    uuid = next(each.uuid for each in preview.standings if each.name == "Beta")
    workspace.backups.bring_back(preview, [uuid])
    assert [(each.title, each.company) for each in workspace.hub.services.lines()] == [("Cloud", "Beta")]


def test_the_history_of_a_company_that_came_back_can_be_undone(tmp_path: Path) -> None:
    database = FileDatabase(tmp_path / "own")
    workspace, files = Workspace(the_content(), database), VisitStore(database, Journal())
    beta, other = workspace.create_case(a_firm("Beta")), workspace.create_case(a_firm("Other"))
    photo = files.add_evidence(beta.id, "question:a", "oven.png", "image/png", b"picture")
    files.remove_evidence(beta.id, photo)
    copy = workspace.backups.save(tmp_path / "all")
    files.add_evidence(other.id, "question:a", "till.png", "image/png", b"till")
    workspace.register.erase(beta.company_id)
    preview = workspace.backups.preview(copy)
    workspace.backups.bring_back(preview, [each.uuid for each in preview.standings if each.name == "Beta"])
    back = next(workspace.case(each.id) for each in workspace.cases() if each.name == "Beta")
    assert workspace.visits.evidence(back) == ()
    workspace.history.undo(back)
    [shown] = workspace.visits.evidence(back)
    assert workspace.visits.content(back, shown.id) == b"picture"
    assert [each.file_name for each in workspace.visits.evidence(other)] == ["till.png"]
    workspace.close()


def rows_of(desk: Desk) -> dict[str, list[int]]:
    """How many rows each table has, and what the undone change names."""
    with closing(sqlite3.connect(desk.folder / FILE_NAME)) as file:
        names = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: [file.execute(f"SELECT count(*) FROM {name}").fetchone()[0]] for name in names}  # noqa: S608
        undone = (
            "SELECT count(*) FROM change JOIN change AS done ON done.id = change.of WHERE change.act = 'undo'"
        )
        return counts | {"undone": [file.execute(undone).fetchone()[0]]}


def test_who_was_erased_comes_back_only_where_that_is_wanted(desk: Desk, copy: Path) -> None:
    workspace, case = desk.workspace, desk.workspace.last_case()
    assert case is not None
    workspace.register.erase(case.company_id)
    preview = workspace.backups.preview(copy)
    assert kinds(desk, copy) == [("Beta", "erased"), ("Alfa", "same")]
    workspace.backups.restore(preview)
    assert desk.names() == [("Alfa", "T0")]
    assert kinds(desk, copy) == [("Beta", "erased"), ("Alfa", "same")]
    workspace.backups.restore(preview, frozenset([preview.standings[0].uuid]))
    assert desk.names() == [("Alfa", "T0"), ("Beta", "T0")]
    assert kinds(desk, copy) == [("Alfa", "same"), ("Beta", "same")]


def test_a_copy_of_another_workspace_needs_a_deliberate_choice(
    desk: Desk, copy: Path, tmp_path: Path
) -> None:
    other = Desk(tmp_path / "other")
    assert not other.workspace.backups.preview(copy).is_another
    other.firm(a_firm("Omega"))
    preview = other.workspace.backups.preview(copy)
    assert preview.is_another
    with pytest.raises(StorageError, match="another workspace"):
        other.workspace.backups.restore(preview)
    with pytest.raises(StorageError, match="another workspace"):
        other.workspace.backups.bring_back(preview, [preview.standings[0].uuid])
    assert other.names() == [("Omega", "T0")]
    other.workspace.backups.restore(preview, takes_another=True)
    assert other.names() == [("Alfa", "T0"), ("Beta", "T0")]
    other.close()


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_copy_of_every_released_schema_is_restored(tmp_path: Path, revision: str) -> None:
    copy = copy_of_former(FORMER / f"{revision}.db", tmp_path / "old.sestante-copy")
    before = copy.read_bytes()
    desk = Desk(tmp_path / "data")
    desk.firm(a_firm("Omega"))
    desk.workspace.backups.restore(desk.workspace.backups.preview(copy))
    assert desk.names() == [("Panificio Lorusso", "T0")]
    assert len(desk.workspace.last_case().sheet) <= 2
    assert copy.read_bytes() == before
    desk.close()


def test_large_copies_need_little_memory(copy: Path, tmp_path: Path) -> None:
    large, size = tmp_path / "large.db", 60_000_000
    with large.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    found = dict(zip(("size", "sha256"), measure(large), strict=True))
    pack(msgspec.structs.replace(read_facts(copy), **found), large, tmp_path / "large")
    unpack(tmp_path / "large", tmp_path / "again.db")
    assert tracemalloc.get_traced_memory()[1] < 6_000_000
    tracemalloc.stop()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir(mode=0o500)
    with pytest.raises(StorageError, match="permission is missing"):
        desk.workspace.backups.save(tmp_path / "stick" / "all")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's files")
def test_a_full_disk_leaves_nothing_that_looks_whole(copy: Path, tmp_path: Path) -> None:
    import resource  # Windows has none

    before, facts = copy.read_bytes(), unpack(copy, tmp_path / "inner.db")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (facts.size // 2, limits[1]))
    try:
        with pytest.raises(StorageError, match="too large for this disk"):
            pack(facts, tmp_path / "inner.db", copy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert copy.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_stick_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="does not exist"):
        desk.workspace.backups.save(tmp_path / "stick" / "all")


def test_what_a_copy_was_made_of_is_checked_first(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    file = desk.folder / FILE_NAME
    data = bytearray(file.read_bytes())
    data[-8000:-4096] = os.urandom(8000 - 4096)
    file.write_bytes(data)
    with pytest.raises(StorageError, match="could not be copied"):
        make_copy(file, None, tmp_path / "bad.sestante-copy", "asked")
    assert not (tmp_path / "bad.sestante-copy").exists()


def test_facts_can_be_told_without_the_database(desk: Desk, copy: Path) -> None:
    assert facts_of(copy)["companies"] == 2
    with opened_copy(copy, desk.folder) as opened:
        assert opened.facts == read_facts(copy)
