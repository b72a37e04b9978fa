"""Projects and proposed groups, told at the command line."""

from pathlib import Path

import pytest

from desktop.cli import run_command
from tests.hub_groups import Hub


def test_groups_and_projects_are_told_without_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = Hub(tmp_path / "data")
    hub.firms(7, sector="I")
    voucher = {"digital-tools": 0}
    for number in range(6):
        hub.firm(f"Officina {number}", voucher)
    hub.workspace.close()
    options = ["--data", str(tmp_path / "data"), "projects", "--lang", "en"]
    assert run_command([*options, "--least", "6"], _nothing, _nothing) == 0
    told = capsys.readouterr().out
    assert "6 companies" in told
    assert "Officina" not in told
    assert run_command([*options, "--most", "0"], _nothing, _nothing) == 0
    assert "not listed (--all)" in capsys.readouterr().out
    assert run_command([*options, "--all"], _nothing, _nothing) == 0
    told = capsys.readouterr().out
    assert told.count("Voucher or funding") > 0
    assert "how much it pays is not known" in told.splitlines()[-2]


def _nothing(_: object) -> int:
    return 1
