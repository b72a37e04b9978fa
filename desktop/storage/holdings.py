"""Everything that is held about a company, read in plain SQL."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from desktop.errors import StorageError
from desktop.holding import (
    HeldCounts,
    HeldFile,
    HeldImport,
    HeldReminder,
    HeldResult,
    HeldRound,
    Holding,
    PersonHolding,
)
from desktop.storage import held_rows
from desktop.storage.company_columns import company_from_columns
from desktop.storage.database import Database
from desktop.storage.hub_rows import held_at_hub
from desktop.storage.import_lines import lines_about
from desktop.storage.moments import moment
from desktop.storage.preferring import joined_by
from desktop.storage.purposes import is_about_company
from desktop.storage.reader import NO_ROUND, read_whole
from desktop.storage.rows import Question, Row, Rows
from desktop.storage.service_file_store import service_content
from desktop.storage.turns import turn_of

_COMPANY = "SELECT * FROM company WHERE id = :id"
_NAMED = "SELECT id, uuid, name FROM company WHERE uuid = :name OR lower(name) = lower(:name) ORDER BY id"
_ROUNDS = "SELECT * FROM round WHERE company_id = :id"
_REMINDERS = "SELECT * FROM reminder WHERE company_id = :id ORDER BY due_on, id"
_RESULTS = """
SELECT received.* FROM received LEFT JOIN round ON round.id = received.round_id
WHERE received.company = :uuid OR round.company_id = :id ORDER BY received.id
"""
_PERSON = """
SELECT respondent.*, company.name, round.stage FROM respondent
JOIN round ON round.id = respondent.round_id JOIN company ON company.id = round.company_id
WHERE respondent.id = :id
"""
_PEOPLE = """
SELECT respondent.id FROM respondent JOIN round ON round.id = respondent.round_id
WHERE round.company_id = :id AND lower(respondent.label) = lower(:label) ORDER BY respondent.id
"""
_COUNTS = Question("""
WITH own AS (SELECT id FROM round WHERE company_id = :id),
given AS (SELECT id FROM service WHERE company_id = :id)
SELECT (SELECT count(*) FROM own) AS rounds,
(SELECT count(*) FROM answer WHERE round_id IN (SELECT id FROM own)) AS answers,
(SELECT count(*) FROM remark WHERE round_id IN (SELECT id FROM own) AND note != '') AS notes,
(SELECT count(*) FROM evidence WHERE round_id IN (SELECT id FROM own) AND removed_at IS NULL)
 + (SELECT count(*) FROM service_file WHERE service_id IN (SELECT id FROM given)) AS files,
(SELECT coalesce(sum(size), 0) FROM evidence WHERE round_id IN (SELECT id FROM own))
 + (SELECT coalesce(sum(size), 0) FROM service_file WHERE service_id IN (SELECT id FROM given)) AS bytes,
(SELECT count(*) FROM change WHERE round_id IN (SELECT id FROM own)) AS changes,
(SELECT count(*) FROM respondent WHERE round_id IN (SELECT id FROM own)) AS people,
(SELECT count(*) FROM given) AS services,
(SELECT count(*) FROM expert_remark WHERE round_id IN (SELECT id FROM own)) AS sayings,
(SELECT count(*) FROM received WHERE round_id IN (SELECT id FROM own)
 OR company = (SELECT uuid FROM company WHERE id = :id)) AS results
""")
_SAID = Question(
    """
SELECT question.key FROM respondent_answer JOIN question ON question.id = respondent_answer.question_id
JOIN respondent ON respondent.id = respondent_answer.respondent_id
JOIN round ON round.id = respondent.round_id WHERE round.company_id = :id
""",
    of="respondent_answer question respondent round",
)
_ANY_IMPORT = Question("SELECT 1 FROM preference WHERE name LIKE 'import-lines:%' LIMIT 1", of="preference")
_UUID = Question("SELECT uuid FROM company WHERE id = :id", of="company")
_SERVICE_FILES = """
SELECT service_file.*, service.uid FROM service_file JOIN service ON service.id = service_file.service_id
WHERE service.company_id = :id ORDER BY service_file.id
"""
_CONTENT = "SELECT content FROM evidence_content WHERE evidence_id = :id"


class Holdings:
    """What is held about the companies of a database. StorageError says where a company is gone.

    `code_of` gives the code under which results that do not name a company came in.
    """

    def __init__(self, database: Database, code_of: Callable[[str], str] = str) -> None:
        self._database = database
        self._code_of = code_of

    def of(self, company_id: int) -> Holding:
        """Everything about a company, but what its people answered about themselves."""
        with self._database.reading() as rows:
            record = _one(rows(_COMPANY, id=company_id))
            with read_whole(record["name"]):
                names = self._names(rows, record["uuid"]) if rows(_ANY_IMPORT) else frozenset[str]()
                return _holding(rows, record, names)

    def counts(self, company_id: int) -> HeldCounts:
        """How much that is."""
        uuids, counts, said, imports = self._database.ask(_UUID, _COUNTS, _SAID, _ANY_IMPORT, id=company_id)
        uuid, found = str(_one(uuids)["uuid"]), _one(counts)
        told = {name: found[name] for name in found.keys()}  # noqa: SIM118 - a row gives its values
        apart = sum(is_about_company(row["key"]) for row in said)
        lines = self._lines_about(uuid) if imports else 0
        return HeldCounts(**told, apart=apart, personal=len(said) - apart, imports=lines)

    def _lines_about(self, uuid: str) -> int:
        with self._database.reading() as rows:
            return sum(1 for _ in lines_about(rows, self._names(rows, uuid)))

    def find(self, name: str) -> tuple[int, ...]:
        """The companies of a name, or the one of a UUID."""
        with self._database.reading() as rows:
            return tuple(row["id"] for row in rows(_NAMED, name=name))

    def people(self, company_id: int, label: str) -> tuple[int, ...]:
        """Those who answer under a label, in any round of a company."""
        with self._database.reading() as rows:
            return tuple(row["id"] for row in rows(_PEOPLE, id=company_id, label=label))

    def person(self, person_id: int) -> PersonHolding:
        """What somebody answered, about herself or himself and about the company."""
        with self._database.reading() as rows:
            record = _one(rows(_PERSON, id=person_id))
            with read_whole(record["name"]):
                return PersonHolding(
                    label=record["label"],
                    role=record["role"],
                    company=str(record["name"]),
                    stage=record["stage"],
                    created_at=moment(record["created_at"]),
                    questionnaires=held_rows.questionnaires(rows, record["round_id"]),
                    answers=held_rows.personal_answers(rows, person_id),
                    about_company=held_rows.answers_about_company(rows, person_id),
                )

    def content(self, file_id: int) -> bytes:
        """The bytes of a file, also of one that was taken away."""
        with self._database.reading() as rows:
            return bytes(_one(rows(_CONTENT, id=file_id))["content"])

    def service_content(self, file_id: int) -> bytes:
        """The bytes of a file that shows a service."""
        with self._database.reading() as rows:
            return service_content(rows, file_id)

    def _names(self, rows: Rows, uuid: str) -> frozenset[str]:
        """The UUIDs and codes under which a company came in, with those that became one with it.

        Ask where an import was kept alone: making a code takes a library.
        """
        uuids = (uuid, *joined_by(rows, uuid))
        return frozenset((*uuids, *map(self._code_of, uuids)))


def _one(rows: list[Row]) -> Row:
    if not rows:
        raise StorageError(NO_ROUND)
    return rows[0]


def _holding(rows: Rows, record: Row, names: frozenset[str]) -> Holding:
    own: dict[str, Any] = {"id": record["id"]}
    return Holding(
        company_id=record["id"],
        uuid=record["uuid"],
        company=company_from_columns(record),
        consultant=record["consultant"],
        created_at=moment(record["created_at"]),
        archived_at=moment(record["archived_at"]) if record["archived_at"] else None,
        keep_until=_day(record["keep_until"]),
        rounds=tuple(_round(rows, row) for row in sorted(rows(_ROUNDS, **own), key=_place_of)),
        reminders=tuple(_reminder(row) for row in rows(_REMINDERS, **own)),
        results=tuple(_result(row) for row in rows(_RESULTS, uuid=record["uuid"], **own)),
        at_hub=held_at_hub(rows, record["id"]),
        service_files=tuple(_service_file(row) for row in rows(_SERVICE_FILES, **own)),
        imports=tuple(_import(head, line) for head, line in lines_about(rows, names)),
    )


def _service_file(row: Row) -> HeldFile:
    names = ("id", "file_name", "media_type", "size", "sha256")
    told = {name: row[name] for name in names}
    return HeldFile(
        subject=f"service:{row['uid']}", added_at=moment(row["added_at"]), removed_at=None, **told
    )


def _import(head: dict[str, Any], line: dict[str, Any]) -> HeldImport:
    """Of a report without a readable moment nothing but that is missing."""
    begun = None
    with suppress(TypeError, ValueError):
        begun = datetime.fromisoformat(head["begun_at"])
    return HeldImport(begun, str(head.get("how", "")), line)


def _place_of(row: Row) -> tuple[int, int]:
    return turn_of(row["stage"]), row["id"]


def _round(rows: Rows, record: Row) -> HeldRound:
    return HeldRound(
        id=record["id"],
        stage=record["stage"],
        started_at=moment(record["started_at"]),
        changed_at=moment(record["changed_at"]),
        visited_at=moment(record["visited_at"]),
        constraints=json.loads(record["constraints"]),
        questionnaires=held_rows.questionnaires(rows, record["id"]),
        answers=held_rows.answers(rows, record["id"]),
        remarks=held_rows.remarks(rows, record["id"]),
        files=held_rows.files(rows, record["id"]),
        steps=held_rows.steps(rows, record["id"]),
        plans=held_rows.plans(rows, record["id"]),
        consents=held_rows.consents(rows, record["id"]),
        changes=held_rows.changes(rows, record["id"]),
        voices=held_rows.voices(rows, record["id"]),
        people=held_rows.count_people(rows, record["id"]),
    )


def _reminder(row: Row) -> HeldReminder:
    done = row["done_at"]
    return HeldReminder(
        due_on=date.fromisoformat(row["due_on"]),
        kind=row["kind"],
        text=row["text"],
        made_at=moment(row["made_at"]),
        done_at=moment(done) if done else None,
    )


def _result(row: Row) -> HeldResult:
    names = ("stage", "carrier", "scope", "file_name", "signed_by")
    return HeldResult(received_at=moment(row["received_at"]), **{name: row[name] for name in names})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
