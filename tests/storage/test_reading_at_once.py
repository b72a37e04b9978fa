"""Several threads read one state of a file, whoever writes meanwhile."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from desktop.errors import StorageError
from desktop.storage import FileDatabase, Key
from desktop.storage.connecting import connect
from desktop.storage.side_by_side import answers_of
from tests.examples import times

KEYS = (None, Key(bytes(range(32))))
COUNT = "SELECT count(*) AS count FROM preference"


@contextmanager
def somebody_writing(path: Path, key: Key | None) -> Iterator[None]:
    enough = Event()

    def write() -> None:
        with closing(connect(path, key)) as file:
            for number in range(10**6):
                if enough.wait(0.0005):
                    return
                with file:
                    file.execute("INSERT INTO preference VALUES (?, '1')", (f"fill {number}",))

    thread = Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()


@pytest.mark.parametrize("key", KEYS, ids=["plain", "encrypted"])
def test_all_readers_see_the_same_while_somebody_writes(folder: Path, key: Key | None) -> None:
    with closing(FileDatabase(folder, key)) as database:
        database.prepare()
        seen, together = set[int](), 0
        with somebody_writing(database.path, key):
            for _ in range(times(300)):
                with database.reading_at_once() as readers:
                    asked = {place: lambda rows: rows(COUNT)[0]["count"] for place in range(4)}
                    counts = set(answers_of(readers, asked).values())
                    counts |= {reader(COUNT)[0]["count"] for reader in readers}
                    together += len(readers) > 1
                assert len(counts) == 1
                seen |= counts
        assert len(seen) > 1
        assert together


def test_what_a_thread_cannot_read_is_told_as_a_sentence(folder: Path) -> None:
    with closing(FileDatabase(folder)) as database:
        database.prepare()
        asked = {place: lambda rows: rows("SELECT nothing FROM nowhere") for place in range(3)}
        with pytest.raises(StorageError, match="is damaged"), database.reading_at_once() as readers:
            answers_of(readers, asked)


def test_a_file_that_is_still_to_be_made_holds_nothing(folder: Path) -> None:
    with closing(FileDatabase(folder)) as database, database.reading_at_once() as readers:
        assert answers_of(readers, {"count": lambda rows: rows(COUNT)}) == {"count": []}
