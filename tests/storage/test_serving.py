"""The servers of tests go with the tests, and hold the same schema as files."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import tests.serving
from desktop.models import Base
from desktop.storage.server.address import read_address
from desktop.storage.server.connecting import engine_on
from tests.serving import Server, serving
from tests.workspaces import TEMPLATE

SERVING = """
import time
from tests.serving import serving
with serving() as server:
    print(server.folder, flush=True)
    time.sleep(600)
"""


def is_running(process: int) -> bool:
    try:
        return bool(Path(f"/proc/{process}/cmdline").read_bytes())  # empty of one that has ended
    except FileNotFoundError:
        return False


def test_a_server_goes_with_the_process_that_started_it(repository: Path) -> None:
    command = (sys.executable, "-c", SERVING)
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        folder = Path(started.stdout.readline().strip())
        process = int((folder / "data" / "postmaster.pid").read_text().partition("\n")[0])
        started.kill()
    for _ in range(600):
        if not folder.exists():
            break
        time.sleep(0.1)
    assert not folder.exists()
    assert not is_running(process)


def test_without_postgresql_tests_fail_and_say_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tests.serving, "_FOLDERS", ())
    monkeypatch.delenv("SESTANTE_POSTGRESQL", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="apt-get install postgresql"), serving():
        pass


def test_alembic_finds_no_difference_between_a_server_and_the_models(template: Server) -> None:
    engine = engine_on(read_address(template.url(TEMPLATE)))
    try:
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    finally:
        engine.dispose()
