"""What the administrator's guide says is done, in its order, on a real server: every command succeeds."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.workspace import Workspace
from tests.builders import ROOT
from tests.desks import a_firm
from tests.page_reading import examples
from tests.serving import SUPERUSER, Server, serving

GUIDE = ROOT / "docs" / "server-admin.md"
BLOCKS = [each for each in examples(GUIDE) if each.kind == "sh"]
_BEGINNING = """
set -euo pipefail
sestante() { "$PYTHON" -I -S "$WARM" "$SOCKET" call "$@"; }
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with closing(socket.socket()) as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    with serving(port) as running:
        yield running


@pytest.fixture
def folder(server: Server) -> Path:
    """Where the administrator puts things, with the data folder of a workspace."""
    folder = server.folder / "admin"
    folder.mkdir()
    with closing(Workspace.open(folder / "workspace")) as workspace:
        workspace.create_case(a_firm("Forno"))
    return folder


@pytest.fixture
def sestante(folder: Path) -> Iterator[dict[str, str]]:
    """How the command is called, which the guide does often."""
    program, path = str(ROOT / "tests" / "warm_command.py"), str(folder / "calls")
    streams: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, program, path], cwd=ROOT, env=environment, **streams) as warm:
        assert warm.stdout.readline() == b"ready\n"
        yield {"PYTHON": sys.executable, "WARM": program, "SOCKET": path}
        warm.communicate()


def settings(server: Server, folder: Path) -> dict[str, str]:
    """What the first block asks the administrator to say, for a server of the tests."""
    return {
        "PGHOST": str(server.folder),
        "PGPORT": str(server.port),
        "PGUSER": SUPERUSER,
        "DB": "sestante",
        "HOST": "localhost",
        "CERTS": str(folder / "certs"),
        "BACKUPS": str(folder / "backups"),
        "FOLDER": str(folder / "workspace"),
    }


def script(given: dict[str, str]) -> str:
    """All commands of the guide, each block after a line that tells where it stands."""
    first, *others = BLOCKS
    assert set(re.findall(r"\b([A-Z]+)=", first.text)) == set(given)
    told = (f"echo '== line {each.line}'\n{each.text}own\n" for each in others)
    return "".join((_BEGINNING, _own(Path(given["CERTS"])), *told))


def _own(certificates: Path) -> str:
    """The administrator of the guide is the user that the server runs as."""
    if os.getuid():
        return "own() { :; }\n"
    give = f"[ ! -d '{certificates}' ] || chown -R {SUPERUSER} '{certificates}'"
    return f"own() {{ {give}; chmod o+x '{certificates.parent}'; }}\n"


def test_everything_in_the_guide_succeeds(server: Server, folder: Path, sestante: dict[str, str]) -> None:
    given = settings(server, folder)
    environment = os.environ | given | sestante
    programs = next(Path("/usr/lib/postgresql").glob("*/bin"), None)
    if programs is not None:
        environment["PATH"] += f":{programs}"
    done = subprocess.run(
        ["bash", "-c", script(given)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    for told in ("The same.", "Verify return code: 0", "There is a backup.", "as they should be"):
        assert told in done.stdout
    with closing(Workspace.open(folder / "workspace")) as workspace:
        assert "was moved" in str(workspace.told)


def test_every_block_of_the_guide_is_a_command_or_says_what_it_is() -> None:
    kinds = {each.kind for each in examples(GUIDE)}
    assert kinds == {"sh", "crontab"}
    assert len(BLOCKS) > 20
