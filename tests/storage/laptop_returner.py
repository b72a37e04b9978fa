"""Brings all companies of a laptop back, so that a test can kill it: laptop_returner.py LAPTOP HUB [URL]."""

import sys
from pathlib import Path

from desktop.storage import Database, FileDatabase
from desktop.storage.journal import Journal
from desktop.storage.parcels.coming_back import ComingBack
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server


def main(laptop: Path, hub: Path, url: str = "") -> None:
    own = FileDatabase(hub)
    database: Database = on_server(read_address(url), own) if url else own
    coming = ComingBack(FileDatabase(laptop), database, Journal())
    found = coming.look()
    _tell("begun")
    for each in coming.bring_all([each.uuid for each in found], {}):
        _tell(each.kind)
    _tell("done")


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
