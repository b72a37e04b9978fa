"""A return is killed at any moment and repeated: everything is back at last, and nothing of it twice."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage import Database, FileDatabase
from desktop.storage.parcels.going import going_from, take_along
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from tests.examples import times
from tests.laptops import DOINGS, Office
from tests.serving import Server
from tests.workspaces import template_on

KILLS = times(8)
COMPANIES = 8
_REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(params=["file", "server"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "file":
        yield ""
        return
    server: Server = request.getfixturevalue("server")
    with server.database(template_on(server)) as name:
        yield server.url(name)


def opened(folder: Path, url: str = "") -> Database:
    own = FileDatabase(folder)
    return on_server(read_address(url), own) if url else own


def start(tmp_path: Path, url: str) -> "subprocess.Popen[str]":
    program = _REPOSITORY / "tests/storage/laptop_returner.py"
    arguments = [sys.executable, str(program), str(tmp_path / "laptop"), str(tmp_path / "hub")]
    made = subprocess.Popen(
        [*arguments, *([url] if url else [])], stdout=subprocess.PIPE, text=True, cwd=_REPOSITORY,
        env={"PYTHONPATH": str(_REPOSITORY)},
    )  # fmt: skip
    assert made.stdout is not None
    assert made.stdout.readline() == "begun\n"
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_return_that_is_killed_and_repeated_brings_everything_back_once(tmp_path: Path, url: str) -> None:
    with closing(opened(tmp_path / "hub", url)) as database, closing(opened(tmp_path / "laptop")) as folder:
        office, laptop = Office(database), Office(folder, "Anna")
        uuids = [office.firm(f"Firm {number}") for number in range(COMPANIES)]
        take_along(database, folder, uuids, going_from(database, "the hub", "anna"))
        for number, uuid in enumerate(uuids):
            for what in DOINGS:
                laptop.do(uuid, what, 0, number)
        wanted = {uuid: laptop.said(uuid) for uuid in uuids}
        changes = {uuid: len(laptop.history.all(laptop.round(uuid))) for uuid in uuids}
    chance = random.Random(7)  # noqa: S311 - any moments will do
    for _ in range(KILLS):
        process = start(tmp_path, url)
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        process.communicate()
    printed, _ = start(tmp_path, url).communicate(timeout=60)
    assert Counter(printed.split()) == {"returned": COMPANIES, "done": 1}
    with closing(opened(tmp_path / "hub", url)) as database:
        office = Office(database)
        assert {uuid: office.said(uuid) for uuid in uuids} == wanted
        for uuid in uuids:
            history = office.history.all(office.round(uuid))
            assert Counter(each.what == "import" for each in history) == {False: changes[uuid], True: 1}
