"""How long a copy of a large workspace takes while somebody writes, whole, with its checks.

python -m benchmarks.backup [COMPANIES]
"""

import sys
import tempfile
import threading
import time
import tracemalloc
from pathlib import Path

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.models import AnswerRecord, CompanyRecord, QuestionRecord, RoundRecord
from desktop.storage import FileDatabase, PinnedQuestionnaire
from desktop.storage.store import Store
from desktop.workspace.backups import Backups

COMPANIES, ANSWERS = 5000, 80


def fill(database: FileDatabase, companies: int) -> int:
    """A workspace of some 35 MB; the first round's id."""
    store = Store(database)
    first = store.create(
        Company(name="Firm 0", headcount=6), (PinnedQuestionnaire("a", "1.0", "0" * 16),), Constraints()
    )
    with database.session() as session:
        columns = {each.name for each in CompanyRecord.__table__.columns} - {"id", "uuid"}
        like = session.get_one(CompanyRecord, 1)
        values = {name: getattr(like, name) for name in columns}
        session.add_all([QuestionRecord(key=f"a/question-{number}") for number in range(ANSWERS)])
        session.flush()
        for number in range(companies):
            record = RoundRecord(
                stage="T0",
                constraints="{}",
                place="{}",
                started_at=like.created_at,
                changed_at=like.created_at,
                visited_at=like.created_at,
            )
            session.add(
                CompanyRecord(uuid=f"uuid-{number}", rounds=[record], **(values | {"name": f"Firm {number}"}))
            )
            session.flush()
            session.bulk_save_objects(
                [
                    AnswerRecord(
                        round_id=record.id,
                        question_id=question,
                        value='"' + "x" * 40 + '"',
                        answered_at=like.created_at,
                    )
                    for question in range(1, ANSWERS + 1)
                ]
            )
    return first


def main(companies: int) -> None:
    """Print how long each step takes."""
    with tempfile.TemporaryDirectory() as folder:
        database = FileDatabase(Path(folder) / "data")
        first = fill(database, companies)
        print(f"{database.path.stat().st_size / 1e6:.0f} MB")
        backups, store, stop, saves = Backups(database), Store(database), threading.Event(), []

        def write() -> None:
            while not stop.is_set():
                began = time.perf_counter()
                store.save_answer(first, QuestionKey("a/question-1"), len(saves))
                saves.append(time.perf_counter() - began)

        for name, is_busy in (("alone", False), ("while somebody writes", True)):
            writer = threading.Thread(target=write)
            if is_busy:
                writer.start()
            began = time.perf_counter()
            copy = backups.save(Path(folder) / name)
            print(f"copy {name}: {time.perf_counter() - began:.2f} s, {copy.stat().st_size / 1e6:.0f} MB")
            stop.set()
            if is_busy:
                writer.join()
                print(f"  {len(saves)} answers saved meanwhile, the slowest in {max(saves) * 1000:.0f} ms")
            stop.clear()
        tracemalloc.start()
        began = time.perf_counter()
        preview = backups.preview(copy)
        print(f"preview: {time.perf_counter() - began:.2f} s, {len(preview.standings)} companies")
        print(f"  {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB of Python's memory")
        tracemalloc.stop()
        began = time.perf_counter()
        backups.restore(preview)
        print(f"restore, with a copy of what was there: {time.perf_counter() - began:.2f} s")
        database.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COMPANIES)
