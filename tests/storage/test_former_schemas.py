"""A database of every former schema is opened, and nothing in it is lost."""

import shutil
from pathlib import Path

import pytest

from desktop.content.company import Company, Constraints, People
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.storage import FILE_NAME, FileDatabase, PinnedQuestionnaire, StoredRound
from desktop.storage.migrations import REVISIONS
from desktop.storage.store import Store

FORMER = Path(__file__).parent / "databases"


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_file_of_a_former_schema_is_read_and_written(folder: Path, revision: str) -> None:
    folder.mkdir()
    shutil.copy(FORMER / f"{revision}.db", folder / FILE_NAME)
    database = FileDatabase(folder)
    store = Store(database)
    (summary,) = store.summaries()
    company = Company(
        name="Panificio Lorusso",
        headcount=6,
        region="ITF4",
        sector="C",
        people=People(owner=1, employee=5),
    )
    assert store.load(summary.id) == StoredRound(
        id=summary.id,
        company_id=1,
        company=company,
        stage="T0",
        questionnaires=(
            PinnedQuestionnaire("dma-sme", "1.0", "0123456789abcdef"),
            PinnedQuestionnaire("technology-check", "1.0", "8ecaaefdbfe2001c"),
        ),
        constraints=Constraints(weeks=13),
        place={"page": "questions", "questionnaire": "dma-sme", "question": "data-security"},
        answers={
            QuestionKey("technology-check/backup"): "tested",
            QuestionKey("dma-sme/data-security"): ["client-data", "off-site-backup"],
        },
    )
    store.move(summary.id, (PinnedQuestionnaire("dma-sme", "2.0", "fedcba9876543210"),), {})
    assert store.former(summary.id) is not None
    database.close()
