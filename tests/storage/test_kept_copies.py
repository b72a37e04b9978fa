"""Copies kept day by day: seven days, four weeks, never the wrong one removed, whatever the clock says."""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desktop.storage.copies.rotation
from desktop.storage.copies.container import verify
from desktop.storage.copies.rotation import KeptCopy, no_longer_needed
from tests.desks import Desk, a_firm

FIRST = date(2027, 1, 4)
Clock = Callable[[date], None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data")
    made.firm(a_firm("Alfa"))
    yield made
    made.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the computer's day."""

    def set_to(day: date) -> None:
        monkeypatch.setattr(desktop.storage.copies.rotation, "today", lambda: day)

    set_to(FIRST)
    return set_to


def names(desk: Desk) -> list[str]:
    return [each.path.name.removesuffix(".sestante-copy") for each in desk.workspace.backups.kept()]


def kept(days: list[int], reason: str = "daily") -> list[KeptCopy]:
    """Copies made one after the other on these days."""
    return [
        KeptCopy(Path(str(number)), number, FIRST + timedelta(days=day), reason)  # type: ignore[arg-type]
        for number, day in enumerate(days, 1)
    ]


def test_one_copy_a_day_and_only_where_something_changed(desk: Desk, clock: Clock) -> None:
    backups = desk.workspace.backups
    backups.keep_daily()
    desk.firm(a_firm("Beta"))
    backups.keep_daily()
    assert names(desk) == ["000001-2027-01-04-daily"]
    clock(FIRST + timedelta(days=1))
    backups.keep_daily()
    clock(FIRST + timedelta(days=2))
    backups.keep_daily()
    assert names(desk) == ["000002-2027-01-05-daily", "000001-2027-01-04-daily"]
    assert [each.facts and each.facts.companies for each in backups.kept()] == [2, 1]


def test_a_clock_set_back_overwrites_nothing(desk: Desk, clock: Clock) -> None:
    backups = desk.workspace.backups
    for day in (10, 3, 3, 11):
        desk.firm(a_firm(f"Firm {day}"))
        clock(FIRST + timedelta(days=day))
        backups.keep_daily()
    assert names(desk) == ["000003-2027-01-15-daily", "000002-2027-01-07-daily", "000001-2027-01-14-daily"]


def test_a_damaged_copy_of_today_is_made_again(desk: Desk, clock: Clock) -> None:
    backups = desk.workspace.backups
    backups.keep_daily()
    backups.kept()[0].path.write_bytes(b"half")
    backups.keep_daily()
    assert names(desk) == ["000002-2027-01-04-daily", "000001-2027-01-04-daily"]
    assert [each.facts is None for each in backups.kept()] == [False, True]


def test_a_year_of_work_leaves_seven_days_and_four_weeks() -> None:
    left: list[KeptCopy] = []
    for each in kept(list(range(365))):
        left = [copy for copy in [*left, each] if copy not in no_longer_needed([*left, each])]
    ages = sorted(364 - (each.day - FIRST).days for each in left)
    assert ages[:7] == list(range(7))
    assert len(ages) == 11
    assert ages[-1] in range(21, 42)


def test_a_clock_put_back_makes_no_earlier_copy_unneeded() -> None:
    """Three days of work, then the clock says for a day that it is two days ago."""
    assert no_longer_needed(kept([0, 1, 2, 0])) == ()
    assert no_longer_needed(kept([365, 366, 367, *range(4)])) == ()


@given(days=st.lists(st.integers(-400, 400), max_size=60))
def test_the_newest_copy_always_stays_and_few_do(days: list[int]) -> None:
    copies = kept(days)
    gone = no_longer_needed(copies)
    left = [each for each in copies if each not in gone]
    assert len(left) <= 22
    assert copies[-1:] == left[-1:]
    assert no_longer_needed(left) == ()


def test_copies_made_before_something_else_have_a_place_of_their_own() -> None:
    restores = kept([0] * 5, "restore")
    assert [each.number for each in no_longer_needed([*restores, *kept([1])])] == [2, 1]


def test_the_second_place_gets_the_newest_copy_when_it_is_there(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    backups, stick = desk.workspace.backups, tmp_path / "stick"
    stick.mkdir()
    backups.choose_second_place(stick)
    stick.rmdir()
    backups.keep_daily()
    assert "is not there today" in str(backups.trouble)
    assert len(names(desk)) == 1
    stick.mkdir()
    (stick / "holiday.jpg").touch()
    backups.keep_daily()
    assert backups.trouble is None
    [copy] = stick.glob("*.sestante-copy")
    assert verify(copy).companies == 1
    assert copy.name.startswith(f"sestante-{verify(copy).workspace[:8]}-000001-")


def test_the_second_place_keeps_as_many_and_nothing_else_is_removed(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    foreign = stick / "sestante-11112222-000001-2020-01-01-daily.sestante-copy"
    foreign.touch()
    desk.workspace.backups.choose_second_place(stick)
    for day in range(20):
        clock(FIRST + timedelta(days=day))
        desk.firm(a_firm(f"Firm {day}"))
        desk.workspace.backups.keep_daily()
    assert len(names(desk)) == len(list(stick.iterdir())) - 1
    assert foreign.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_trouble_is_told_and_blocks_nothing(desk: Desk, clock: Clock) -> None:
    desk.workspace.backups.folder.touch()
    desk.workspace.backups.keep_daily()
    assert "cannot be used: something else with this name is in its place" in str(
        desk.workspace.backups.trouble
    )
    desk.firm(a_firm("Beta"))
    desk.workspace.backups.folder.unlink()
    desk.workspace.backups.keep_daily()
    assert desk.workspace.backups.trouble is None
