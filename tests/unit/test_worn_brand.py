"""What the window wears before its content is read: two small files that may hold anything."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.worn_brand import LOGO_FILE, TEXT_FILE, WornBrand, read_worn, write_worn

BRAND = WornBrand("Hub = della Valle", "#7A2E5D", b"picture", "abc")


@pytest.mark.parametrize("brand", [BRAND, BRAND._replace(logo=None), None])
def test_what_was_worn_is_worn_again(tmp_path: Path, brand: WornBrand | None) -> None:
    write_worn(tmp_path, BRAND)
    write_worn(tmp_path, brand)
    assert read_worn(tmp_path) == brand


def test_nothing_of_a_brand_stays_when_it_is_taken_off(tmp_path: Path) -> None:
    write_worn(tmp_path, BRAND)
    write_worn(tmp_path, None)
    assert list(tmp_path.iterdir()) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_rubbish_is_no_brand_and_no_error(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / TEXT_FILE).write_bytes(rubbish)
    assert read_worn(tmp_path) is None or b"accent=#" in rubbish


def test_a_picture_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    write_worn(tmp_path, BRAND)
    (tmp_path / LOGO_FILE).write_bytes(b"x" * 600_000)
    assert read_worn(tmp_path) == BRAND._replace(logo=None)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    write_worn(tmp_path / "gone", BRAND)
    assert read_worn(tmp_path / "gone") is None
