"""How long it takes to bring a laptop back, against plain inserts of the same rows in the same run.

python -m benchmarks.laptops [COMPANIES]
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from desktop.answers import answer_to_plain
from desktop.models import AnswerRecord, ChangeRecord
from desktop.storage import Database, FileDatabase
from desktop.storage.parcels.going import going_from, take_along
from desktop.storage.server.address import read_address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.opening import on_server
from desktop.storage.server.schema import bring_up_to_date
from tests.builders import shipped, worst_answers
from tests.laptops import Office, back
from tests.serving import serving

COMPANIES, GOAL = 200, 10.0  # seconds


def main(companies: int) -> None:
    """Take companies along, answer everything on the laptop, bring them back, print what it took."""
    with serving() as server, server.database() as name, tempfile.TemporaryDirectory() as folder:
        address = read_address(server.url(name))
        engine = engine_on(address)
        bring_up_to_date(engine, address.told)
        database = on_server(address, FileDatabase(Path(folder) / "hub"))
        office, laptop = Office(database), Office(FileDatabase(Path(folder) / "laptop"), "Anna")
        uuids = [office.firm(f"Firm {number}") for number in range(companies)]
        went = _timed(take_along, database, laptop.database, uuids, going_from(database, "the hub", "anna"))
        answers = _answers()
        for uuid in uuids:
            laptop.store.save_answers(laptop.round(uuid), answers, "Maria")
        coming = back(laptop, office)
        looked = _timed(coming.look)
        before = time.process_time()
        returned = _timed(_bring_all, coming, uuids)
        worked = time.process_time() - before
        rows = _rows(laptop.database)
        plain = _timed(_insert, database, uuids, rows)
        print(f"{companies} companies, {len(answers)} answers each, {len(rows[0]) + len(rows[1])} rows")
        print(f"taken along in {went:.1f} s; compared in {looked:.1f} s")
        print(f"brought back in {returned:.1f} s (goal {GOAL:g}), {worked:.1f} s of them of this processor,")
        print(f"{returned / plain:.1f} times plain inserts ({plain:.1f} s)")
        laptop.database.close()
        database.close()
        engine.dispose()


def _answers() -> dict[Any, Any]:
    """Every question of the shipped questionnaires answered."""
    return {
        key: answer_to_plain(answer)
        for questionnaire in shipped().values()
        for key, answer in worst_answers(questionnaire).items()
        if answer is not None
    }


def _timed(work: Any, *arguments: Any) -> float:
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def _bring_all(coming: Any, uuids: list[str]) -> None:
    kinds = {each.kind for each in coming.bring_all(uuids, {})}
    if kinds != {"returned"}:
        raise SystemExit(f"not everything came back: {kinds}")


def _rows(laptop: Database) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The answers and changes of the laptop."""
    with laptop.session() as session:
        found = []
        for record in (AnswerRecord, ChangeRecord):
            columns = [each for each in record.__table__.columns if each.name != "id"]
            found.append([dict(row) for row in session.execute(select(*columns)).mappings()])
    return found[0], found[1]


def _insert(database: Database, uuids: list[str], rows: tuple[list[dict[str, Any]], ...]) -> None:
    """The same rows in one transaction for each company, into rounds that are empty again."""
    with database.session() as session:
        rounds = [row[0] for row in session.execute(select(AnswerRecord.round_id).distinct())]
        known = {row[0] for row in session.execute(select(AnswerRecord.question_id).distinct())}
        for record in (AnswerRecord, ChangeRecord):
            session.query(record).delete()
    questions = sorted(known)
    for number in rounds:
        answers = rows[0][: len(rows[0]) // len(uuids)]
        changes = rows[1][: len(rows[1]) // len(uuids)]
        with database.session() as session:
            named = zip(answers, questions, strict=True)
            given = [row | {"round_id": number, "question_id": question} for row, question in named]
            session.execute(insert(AnswerRecord), given)
            session.execute(insert(ChangeRecord), [row | {"round_id": number} for row in changes])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COMPANIES)
