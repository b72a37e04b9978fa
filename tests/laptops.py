"""A hub's workspace, in a file or on a server, laptops that take companies along, and what people do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from msgspec.structs import replace

from desktop.advising import Engagement, ExpertRemark, ServiceLine
from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.models import Base
from desktop.storage import Database, Hand, PinnedQuestionnaire, Remark
from desktop.storage.consent_store import ConsentStore
from desktop.storage.desk_store import DeskStore
from desktop.storage.engagement_store import EngagementStore
from desktop.storage.expert_remark_store import ExpertRemarkStore
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.kept_plan_store import KeptPlanStore
from desktop.storage.parcels.coming_back import ComingBack
from desktop.storage.parcels.going import going_from, take_along
from desktop.storage.parcels.parcel import Parcel
from desktop.storage.parcels.parts import LIMITS, PART_OF
from desktop.storage.parcels.reading import ids_of, read_companies
from desktop.storage.respondent_store import RespondentStore
from desktop.storage.round_store import RoundStore
from desktop.storage.service_file_store import ServiceFileStore
from desktop.storage.service_store import ServiceStore
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore
from tests.workspaces import Place

QUESTIONS = tuple(QuestionKey(f"technology-check/{name}") for name in ("backup", "cloud", "passwords"))
PINNED = (PinnedQuestionnaire("technology-check", "1.0", "0123456789abcdef"),)
DAY = date(2026, 11, 23)
_NAMES = UUID("12345678123456781234567812345678")
_DERIVED = ("change",)
Backup: TypeAlias = dict[str, list[dict[str, Any]]]


class Office:
    """A workspace with all that writes to it, and whose hand does."""

    def __init__(self, database: Database, by: str = "Bruno") -> None:
        self.database = database
        self.journal = Journal()
        self.journal.hand = Hand(by=by)
        self.store = Store(database, self.journal)
        self.beside = VisitStore(database, self.journal)
        self.history = HistoryStore(database, self.journal)
        self.people = RespondentStore(database)
        self.rounds = RoundStore(database)
        self.desk = DeskStore(database)
        self.services = ServiceStore(database)
        self.service_files = ServiceFileStore(database)
        self.experts = ExpertRemarkStore(database)
        self.plans = KeptPlanStore(database)
        self.consents = ConsentStore(database)
        self.engagements = EngagementStore(database, self.journal)

    def firm(self, name: str = "Forno Rossi") -> str:
        """A new company; its UUID."""
        round_id = self.store.create(Company(name=name, headcount=5), PINNED, Constraints(weeks=20))
        return self.uuid(self.store.load(round_id).company_id)

    def uuid(self, company_id: int) -> str:
        with self.database.reading() as rows:
            return str(rows("SELECT uuid FROM company WHERE id = :id", id=company_id)[0]["uuid"])

    def company(self, uuid: str) -> int:
        with self.database.session() as session:
            return ids_of(session, [uuid])[uuid]

    def round(self, uuid: str, stage: str = "T0") -> int:
        asked = "SELECT round.id FROM round JOIN company ON company.id = company_id"
        with self.database.reading() as rows:
            found = rows(f"{asked} WHERE uuid = :uuid AND stage = :stage", uuid=uuid, stage=stage)
        return int(found[0]["id"])

    def parcel(self, uuid: str) -> Parcel:
        with self.database.session() as session:
            return read_companies(session, ids_of(session, [uuid]).values())[uuid].parcel

    def said(self, uuid: str) -> dict[tuple[str, Any], Any]:
        """Everything a company says, without when and by whom."""
        return {
            (part, key): row["value"] if part == LIMITS else {name: row[name] for name in PART_OF[part].said}
            for part, key, row in self.parcel(uuid).each()
            if part not in _DERIVED
        }

    def answer(self, uuid: str, value: Any, place: int = 0, stage: str = "T0") -> None:
        self.store.save_answer(self.round(uuid, stage), QUESTIONS[place], value)

    def answers(self, uuid: str, stage: str = "T0") -> dict[QuestionKey, Any]:
        return dict(self.store.load(self.round(uuid, stage)).answers)

    def do(self, uuid: str, what: str, place: int, value: int) -> None:
        """One of the things people do, told by three words so that chance can choose them."""
        getattr(self, f"_{what}")(uuid, self.round(uuid), place, value)

    def _answer(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        self.store.save_answer(round_id, QUESTIONS[place], f"choice-{value}" if value else None)

    def _remark(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        remark = Remark(note=f"note {value}" if value else "")
        self.beside.save_remark(round_id, QUESTIONS[place], remark)

    def _step(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        self.beside.save_step(round_id, StepChange(f"action:{place}", "done", f"step {value}"))

    def _profile(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        fields: dict[str, Any] = ({"name": f"Name {value}"}, {"ateco": f"10.{value}"})[place % 2]
        self.store.save_company(round_id, replace(self.store.load(round_id).company, **fields))

    def _limits(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        changed: dict[str, Any] = ({"weeks": 10 + value}, {"budget_eur": value})[place % 2]
        self.store.save_constraints(round_id, replace(self.store.load(round_id).constraints, **changed))

    def _reminder(self, uuid: str, _round_id: int, _place: int, value: int) -> None:
        self.desk.add_reminder(self.company(uuid), DAY, "call", f"call {value}")

    def _service(self, uuid: str, _round_id: int, place: int, value: int) -> None:
        uid = str(uuid5(_NAMES, f"{uuid}{place}"))
        line = ServiceLine(uid, self.company(uuid), "training", f"Course {value}", DAY)
        self.services.replace({uid: line})
        self.service_files.add(uid, "list.txt", "text/plain", bytes([value]))

    def _expert(self, uuid: str, round_id: int, place: int, value: int) -> None:
        uid = str(uuid5(_NAMES, f"{uuid}{place}remark"))
        self.experts.save(round_id, ExpertRemark(uid, "", f"remark {value}", "Elena", DAY))

    def _person(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        person = self.people.add(round_id, f"Person {value}", "employee")
        self.people.save_answer(round_id, person, QUESTIONS[place], f"choice-{value}")

    def _rename(self, _uuid: str, round_id: int, _place: int, value: int) -> None:
        for person in self.people_of(round_id)[:1]:
            self.people.change(round_id, person, f"Name {value}", "owner")

    def _own(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        """An answer that the first person gives apart."""
        for person in self.people_of(round_id)[:1]:
            self.people.save_answer(round_id, person, QUESTIONS[place], f"choice-{value}")

    def people_of(self, round_id: int) -> list[int]:
        with self.database.reading() as rows:
            found = rows("SELECT id FROM respondent WHERE round_id = :round ORDER BY id", round=round_id)
            return [row["id"] for row in found]

    def _file(self, _uuid: str, round_id: int, place: int, value: int) -> None:
        subject = f"question:{QUESTIONS[place]}"
        self.beside.add_evidence(round_id, subject, "a.txt", "text/plain", bytes([value]))

    def _plan(self, _uuid: str, round_id: int, _place: int, value: int) -> None:
        self.plans.keep(round_id, f"Plan {value}", Constraints(weeks=10 + value))

    def _engagement(self, uuid: str, _round_id: int, _place: int, value: int) -> None:
        self.engagements.assign({self.company(uuid): Engagement(f"office-{value}", "", "")})

    def _consent(self, _uuid: str, round_id: int, _place: int, value: int) -> None:
        self.consents.record(round_id, DAY, f"text {value}")


DOINGS = (
    *("answer", "remark", "step", "profile", "limits", "reminder", "service", "expert"),
    *("person", "rename", "own", "file", "plan", "engagement", "consent"),
)


@dataclass(frozen=True, slots=True)
class Hub:
    """Where the hub's workspace is; `url` is empty for a file.

    Databases stay open and are emptied: most of the time would go into making them.
    """

    folder: Path
    url: str = ""
    _open: dict[str, Database] = field(default_factory=dict)
    _busy: set[str] = field(default_factory=set)

    @contextmanager
    def office(self) -> Iterator[Office]:
        """An empty workspace, alone in its place."""
        with self._emptied("hub", self.url) as database:
            yield Office(database)

    @contextmanager
    def laptop(self, office: Office, *uuids: str, by: str = "Anna") -> Iterator[Office]:
        """A laptop with companies of the office."""
        with self._emptied(f"laptop-{len(self._busy)}") as database:
            take_along(office.database, database, uuids, going_from(office.database, "the hub", by.lower()))
            yield Office(database, by)

    @contextmanager
    def copied(self, laptop: Office, by: str = "Carla") -> Iterator[Office]:
        """The folder of a laptop as somebody copied it to another one."""
        with self._emptied(f"laptop-{len(self._busy)}") as database:
            put_back(database, backup_of(laptop.database))
            yield Office(database, by)

    def close(self) -> None:
        for database in self._open.values():
            database.close()

    @contextmanager
    def _emptied(self, name: str, url: str = "") -> Iterator[Database]:
        if name not in self._open:
            self._open[name] = Place(self.folder / name, url).open()
        else:
            _empty(self._open[name])
        self._busy.add(name)
        try:
            yield self._open[name]
        finally:
            self._busy.discard(name)


def backup_of(database: Database) -> Backup:
    """All rows, as an administrator's backup has them."""
    with database.session() as session:
        return {
            table.name: [dict(row) for row in session.execute(table.select()).mappings()]
            for table in Base.metadata.sorted_tables
            if table.name != "preference"
        }


def put_back(database: Database, backup: Backup) -> None:
    """Let the workspace be what it was."""
    _empty(database)
    with database.session() as session:
        for table in Base.metadata.sorted_tables:
            if rows := backup.get(table.name):
                session.execute(table.insert(), rows)


def _empty(database: Database) -> None:
    with database.session() as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name != "preference":  # what the workspace is called
                session.execute(table.delete())


def back(laptop: Office, office: Office) -> ComingBack:
    return ComingBack(laptop.database, office.database, office.journal)
