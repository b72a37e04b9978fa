"""Run as a program: a visit that goes on until it is killed; prints each save once it has returned.

visit_writer.py FOLDER RUN [KEY_IN_HEX [LARGEST_FILE_BYTES]]
"""

# ruff: noqa: T201 - its output is what the tests read

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import StorageError
from desktop.storage import FileDatabase, Hand, Key, PinnedQuestionnaire, Remark
from desktop.storage.desk_store import DeskStore
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore

PINNED = (PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),)
PHOTO = bytes(range(256)) * 400
Saved = tuple[str, int, str, Any]


class Visit:
    """A company, answered, noted, photographed, undone and redone; every step tells what it saved."""

    def __init__(self, folder: Path, run: str, key: Key | None) -> None:
        database, journal = FileDatabase(folder, key), Journal()
        journal.hand = Hand("Marta", f"run {run}")
        self.run = run
        self.store = Store(database, journal)
        self.visits = VisitStore(database, journal)
        self.history = HistoryStore(database, journal)
        self.desk = DeskStore(database)
        self.round = self.store.create(Company(name=f"Firm {run}", headcount=3), PINNED, Constraints())

    def steps(self) -> Iterator[Saved]:
        yield "company", self.round, f"Firm {self.run}", None
        company_id = self.store.load(self.round).company_id
        for number in range(100_000):
            key, value = QuestionKey(f"q/{number}"), f"{self.run}-{number}-" + "x" * 150
            self.store.save_answer(self.round, key, value)
            yield "answer", self.round, key, value
            self.visits.save_remark(self.round, key, Remark(value, "sure"))
            yield "remark", self.round, key, value
            if number % 3 == 0:
                photo = self.visits.add_evidence(self.round, f"question:{key}", "a.jpg", "image/jpeg", PHOTO)
                yield "evidence", self.round, str(photo), len(PHOTO)
            self.visits.save_step(self.round, StepChange(f"win:{number}", "done", value))
            yield "step", self.round, f"win:{number}", value
            self.store.save_place(self.round, {"page": "questions", "question": key})
            yield "place", self.round, key, number
            yield from self._turned(key, value, number)
            self.desk.add_reminder(company_id, date(2030, 1, 1), "visit", value)
            yield "reminder", company_id, value, None

    def _turned(self, key: QuestionKey, value: str, number: int) -> Iterator[Saved]:
        """An answer undone, and mostly redone; then no longer wanted."""
        extra = QuestionKey(f"extra/{number}")
        self.store.save_answer(self.round, extra, value)
        yield "answer", self.round, extra, value
        self.history.undo(self.round)
        yield "gone", self.round, extra, None
        if number % 4:
            self.history.redo(self.round)
            yield "answer", self.round, extra, value
        self.store.save_answer(self.round, key, value + "!")
        yield "answer", self.round, key, value + "!"


def key_of(text: str) -> Key | None:
    return Key(bytes.fromhex(text)) if text else None


if __name__ == "__main__":
    folder, run, *more = sys.argv[1:]
    if len(more) > 1:
        import resource  # Windows has none

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(more[1]), int(more[1])))
    try:
        visit = Visit(Path(folder), run, key_of(more[0] if more else ""))
        print("ready", flush=True)
        for saved in visit.steps():
            print(json.dumps(saved), flush=True)
    except StorageError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
