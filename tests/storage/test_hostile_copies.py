"""Copies that are damaged, forged or of other programs are refused with a sentence, and change nothing."""

import os
import sqlite3
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.errors import StorageError
from desktop.storage.copies.container import verify
from desktop.text import wording
from tests.desks import Desk
from tests.examples import examples
from tests.storage.copy_builders import (
    another_name,
    forged,
    run_sql,
    with_other_database,
)


def refusal_of(desk: Desk, copy: Path) -> str:
    """Why a copy is refused; nothing is left of the attempt."""
    with pytest.raises(StorageError) as refused:
        desk.workspace.backups.preview(copy)
    assert "Traceback" not in str(refused.value)
    assert wording("it").tell(refused.value.sentence) != str(refused.value)
    assert not list(desk.folder.glob("scratch-*"))
    return str(refused.value)


def test_a_copy_of_a_newer_version_names_the_version_needed(desk: Desk, copy: Path) -> None:
    newer = forged(another_name(copy, "schema.sestante-copy"), schema="9000", version="3.1.0")
    assert "install Sestante 3.1.0" in refusal_of(desk, newer)
    assert "install Sestante 4.0" in refusal_of(desk, forged(copy, format=2, version="4.0", novelty=[1]))


def test_what_is_no_copy_is_told_so(desk: Desk, tmp_path: Path) -> None:
    for data in (b"", b"\n", b"%PDF-1.7 ...", b'{"kind":"other"}\n', os.urandom(3000)):
        (tmp_path / "odd").write_bytes(data)
        assert "is not a copy" in refusal_of(desk, tmp_path / "odd")
    assert "cannot be read" in refusal_of(desk, tmp_path)
    assert "does not exist" in refusal_of(desk, tmp_path / "nowhere")


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), in_line=st.booleans(), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_found(copy: Path, place: float, *, in_line: bool, bit: int) -> None:
    data = bytearray(copy.read_bytes())
    room = data.index(b"\n") + 1 if in_line else len(data)
    data[int(place * room)] ^= 1 << bit
    damaged = copy.with_name("damaged")
    damaged.write_bytes(data)
    with pytest.raises(StorageError):
        verify(damaged)


@examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True))
def test_a_copy_that_was_cut_off_is_found(copy: Path, place: float) -> None:
    data = copy.read_bytes()
    cut = copy.with_name("cut")
    cut.write_bytes(data[: int(place * len(data))])
    with pytest.raises(StorageError):
        verify(cut)


def test_damage_says_which_part_it_is_in(desk: Desk, copy: Path) -> None:
    whole = copy.read_bytes()
    size = len(whole) - whole.index(b"\n") - 1
    copy.write_bytes(whole[:-5000])
    assert f"should be {size:,} bytes long, but has {size - 5000:,}" in refusal_of(desk, copy)
    copy.write_bytes(whole + b"more")
    assert f"but has {size + 4:,}" in refusal_of(desk, copy)
    copy.write_bytes(whole[:-5000] + b"x" * 5000)
    assert "its database is not as it was written" in refusal_of(desk, copy)
    copy.write_bytes(whole.replace(b'"companies":2', b'"companies":9', 1))
    assert "its first line" in refusal_of(desk, copy)


@pytest.mark.parametrize(
    "changes",
    [
        {"companies": "two"},
        {"companies": -1},
        {"companies": 1e300},
        {"made_at": "yesterday"},
        {"workspace": "../../etc/passwd"},
        {"workspace": ["x"]},
        {"size": None},
        {"sha256": "00"},
        {"vault": {"deep": [[[]]]}},
        {"reason": "because"},
        {"version": "<b>1</b>"},
        {"extra": 1},
        {"kind": "sestante-copy", "format": "1"},
        {"format": 0},
    ],
    ids=str,
)
def test_a_first_line_of_wrong_values_is_refused(desk: Desk, copy: Path, changes: dict[str, object]) -> None:
    assert "its first line" in refusal_of(desk, forged(copy, **changes))


@pytest.mark.parametrize("changes", [{"companies": 3}, {"rounds": 1}, {"files": 7}])
def test_a_first_line_that_lies_is_refused(desk: Desk, copy: Path, changes: dict[str, object]) -> None:
    assert "do not agree" in refusal_of(desk, forged(copy, **changes))


def test_a_copy_that_pretends_to_be_of_this_workspace_is_refused(desk: Desk, copy: Path) -> None:
    pretended = "00000000-0000-4000-8000-000000000000"
    assert "do not agree" in refusal_of(desk, forged(copy, workspace=pretended))


@pytest.mark.parametrize("size", [0, 1, 10**15])
def test_a_size_that_lies_is_refused(desk: Desk, copy: Path, size: int) -> None:
    assert "bytes long" in refusal_of(desk, forged(copy, size=size))


def test_a_first_line_without_end_is_not_read_to_the_end(desk: Desk, tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.write(b'{"kind":"sestante-copy","format":1,"version":"')
        file.seek(200_000_000)
        file.write(b'"}\n')
    tracemalloc.start()
    assert "its first line" in refusal_of(desk, endless)
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON company BEGIN DELETE FROM company; END", "trigger t"),
        ("CREATE VIEW v AS SELECT * FROM company", "view v"),
        ("CREATE TABLE songs (title TEXT)", "table songs"),
        ("CREATE VIRTUAL TABLE words USING fts5(text)", "table words"),
        ("ALTER TABLE company ADD COLUMN evil TEXT DEFAULT (randomblob(9))", ""),
        ("ALTER TABLE company ADD COLUMN evil TEXT GENERATED ALWAYS AS (name || name)", "table company"),
        ("CREATE INDEX i ON company (hex(randomblob(name)))", ""),
        ("CREATE INDEX i ON company (upper(name))", "table company"),
        ("DROP INDEX ix_company_vat", "table company"),
        ("DROP TABLE step", "table step"),
        ("ALTER TABLE company ADD COLUMN checked TEXT CHECK (length(checked) < 3)", "table company"),
    ],
)
def test_a_database_that_is_not_made_like_ours_is_refused(
    desk: Desk, copy: Path, statement: str, part: str
) -> None:
    try:
        changed = with_other_database(copy, partial(run_sql_on, statement))
    except sqlite3.OperationalError:
        assert not part  # SQLite itself takes no such index
        return
    refusal = refusal_of(desk, changed)
    assert "is not as Sestante makes it" in refusal
    assert part in refusal


def run_sql_on(statement: str, file: Path) -> None:
    run_sql(file, statement)


def test_a_database_of_another_program_is_refused(desk: Desk, copy: Path) -> None:
    def replace_with_songs(file: Path) -> None:
        file.unlink()
        run_sql(file, "CREATE TABLE songs (title TEXT)")

    assert "another program" in refusal_of(desk, with_other_database(copy, replace_with_songs))


def test_a_database_of_another_revision_than_told_is_refused(desk: Desk, copy: Path) -> None:
    assert "is not as Sestante makes it" in refusal_of(desk, forged(copy, schema="0003"))
    lying = "UPDATE alembic_version SET version_num = '0007'"
    assert "do not agree" in refusal_of(
        desk, with_other_database(forged(copy, schema="0009"), partial(run_sql_on, lying))
    )


def test_references_that_lead_nowhere_are_refused(desk: Desk, copy: Path) -> None:
    broken = with_other_database(copy, partial(run_sql_on, "UPDATE round SET company_id = 77 WHERE id = 1"))
    assert "do not fit together" in refusal_of(desk, broken)


def test_a_day_that_is_none_is_refused(desk: Desk, copy: Path) -> None:
    broken = with_other_database(copy, partial(run_sql_on, "UPDATE round SET changed_at = 'soon'"))
    assert "cannot be read" in refusal_of(desk, broken)


def test_garbage_in_place_of_a_database_is_refused(desk: Desk, copy: Path) -> None:
    def spoil(file: Path) -> None:
        file.write_bytes(os.urandom(9000))

    assert "is damaged" in refusal_of(desk, with_other_database(copy, spoil))
