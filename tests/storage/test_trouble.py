"""The stick is out, the file may not be written, the clock goes back: a sentence, and nothing is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import NotWrittenError, StorageError
from desktop.storage import FILE_NAME, FileDatabase, PinnedQuestionnaire
from desktop.storage.history_store import HistoryStore
from desktop.storage.holdings import Holdings
from desktop.storage.journal import Journal
from desktop.storage.last_visits import LastVisits
from desktop.storage.origins import Origins
from desktop.storage.store import Store
from tests.storage.visit_checking import start

KEYS = [QuestionKey(f"technology-check/{number}") for number in range(6)]
PINNED = (PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),)


class Office:
    """A data folder with a company that has one answer."""

    def __init__(self, folder: Path) -> None:
        self.database = FileDatabase(folder)
        journal = Journal()
        self.store = Store(self.database, journal)
        self.history = HistoryStore(self.database, journal)
        self.round = self.store.create(Company(name="Forno Rossi", headcount=3), PINNED, Constraints())
        self.answer(0)

    def answer(self, number: int) -> None:
        self.store.save_answer(self.round, KEYS[number], f"answer {number}")

    def answers(self) -> list[str]:
        return sorted(self.store.load(self.round).answers.values())


@pytest.fixture
def office(folder: Path) -> Office:
    return Office(folder)


def test_nothing_is_written_to_a_folder_that_was_taken_away(office: Office, folder: Path) -> None:
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(NotWrittenError, match="no longer at"):
        office.answer(1)
    with pytest.raises(NotWrittenError, match="no longer at"):
        office.answers()
    assert not folder.exists()
    away.rename(folder)
    office.answer(2)
    assert office.answers() == ["answer 0", "answer 2"]
    office.database.close()


def test_a_file_that_comes_back_as_another_copy_is_opened_anew(office: Office, folder: Path) -> None:
    office.database.close()
    office = Office(folder)
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (folder / FILE_NAME).read_bytes()
    for each in folder.glob(f"{FILE_NAME}*"):
        each.unlink()
    (folder / FILE_NAME).write_bytes(data)
    office.answer(3)
    office.database.close()
    assert "answer 3" in Store(FileDatabase(folder)).load(office.round).answers.values()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_folder_that_may_only_be_read_is_told_at_the_start(office: Office, folder: Path) -> None:
    office.database.close()
    command = (
        "import sys; from pathlib import Path; from desktop.storage import FileDatabase; "
        "FileDatabase(Path(sys.argv[1]))"
    )
    folder.chmod(0o555)
    try:
        if _may_write(folder):
            pytest.skip("this user may write everywhere")
        told = subprocess.run(
            [sys.executable, "-c", command, str(folder)], capture_output=True, text=True, check=False
        )
    finally:
        folder.chmod(0o755)
    assert "cannot be written" in told.stderr


def _may_write(folder: Path) -> bool:
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    (folder / "probe").unlink()
    return True


def test_a_file_that_may_only_be_read_takes_no_answer_and_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy import event

    engine = office.database.prepare()
    engine.dispose()

    def only_read(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    event.listen(engine, "connect", only_read)
    with pytest.raises(NotWrittenError, match="can be read but not written"):
        office.answer(1)
    event.remove(engine, "connect", only_read)
    engine.dispose()
    office.answer(2)
    assert office.answers() == ["answer 0", "answer 2"]
    office.database.close()


def test_undo_takes_back_what_was_done_last_though_the_clock_went_back(office: Office, folder: Path) -> None:
    office.answer(1)
    later = (datetime.now(UTC) + timedelta(days=400)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        file.execute("UPDATE change SET at = ?", (later,))
        file.execute("UPDATE round SET changed_at = ?, visited_at = ?", (later, later))
        file.commit()
    office.answer(2)
    undone = office.history.undo(office.round)
    assert undone is not None
    assert undone.key == KEYS[2]
    assert [each.question for each in Holdings(office.database).of(1).rounds[0].changes] == [
        *KEYS[:3],
        KEYS[2],
    ]
    assert Origins(office.database).of(office.round).stage == "T0"
    latest = LastVisits(office.database).latest()
    assert latest is not None
    assert latest > datetime.now(UTC) + timedelta(days=300)
    office.database.close()


def test_a_second_program_is_refused_while_a_visit_goes_on(folder: Path) -> None:
    with start(folder, "first") as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        with pytest.raises(StorageError, match="already open"):
            FileDatabase(folder)
        writer.kill()
