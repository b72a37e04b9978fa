"""What reads a database and what writes it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.storage import CompanyList, CompanyRounds, CompanySides, Database, KnownCompanies, Origins
from desktop.storage.event_reader import EventReader
from desktop.storage.loan_reader import Loan, loans
from desktop.storage.reader import Reader
from desktop.storage.visit_reader import VisitReader
from desktop.workspace.hub_stores import HubStores

if TYPE_CHECKING:
    from desktop.storage.consent_store import ConsentStore
    from desktop.storage.desk_key_store import DeskKeyStore
    from desktop.storage.desk_store import DeskStore
    from desktop.storage.due_reader import DueReader
    from desktop.storage.engagement_store import EngagementStore
    from desktop.storage.history_store import HistoryStore
    from desktop.storage.holdings import Holdings
    from desktop.storage.import_store import ImportStore
    from desktop.storage.incoming_store import IncomingStore
    from desktop.storage.journal import Journal
    from desktop.storage.kept_plan_store import KeptPlanStore
    from desktop.storage.last_visits import LastVisits
    from desktop.storage.merging import Merging
    from desktop.storage.plan_days import PlanDays
    from desktop.storage.received_store import ReceivedStore
    from desktop.storage.respondent_store import RespondentStore
    from desktop.storage.round_store import RoundStore
    from desktop.storage.server.others import Others, Tell
    from desktop.storage.store import Store
    from desktop.storage.visit_store import VisitStore


class Stores:
    """What reads at once; the stores at first use, because they bring SQLAlchemy."""

    def __init__(self, database: Database) -> None:
        self._database, self.rights, self.now = database, database.rights, database.now
        self.reader = Reader(database)
        self.origins = Origins(database)
        self.known = KnownCompanies(database)
        self.beside = VisitReader(database)
        self.companies = CompanyList(database)
        self.sides = CompanySides(database)
        self.rounds = CompanyRounds(database)
        self.happened = EventReader(database)
        self.hub = HubStores(database)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._database.folder

    def loans(self) -> tuple[Loan, ...]:
        """The companies that are on laptops now."""
        return loans(self._database)

    @property
    def is_shared(self) -> bool:
        """Whether others work in the same workspace from other desks."""
        return self._database.own is not self._database

    def own_name(self) -> str:
        """The name of who is signed in to the server."""
        from desktop.storage.server.others import name_of

        with self._database.reading() as rows:
            return name_of(self.rights.login, rows)

    def others(self, tell: "Tell") -> "Others":
        """Those who work on the same server, once they are listened to."""
        from desktop.storage.server.others import others_on

        return others_on(self._database, tell)

    def expect(self, round_id: int) -> None:
        """Say that a window will show a round: on a server far away, all of it is asked at once."""
        for each in (self.reader, self.rounds, self.origins, self.beside):
            each.expect(round_id)

    def empty_log(self) -> None:
        """Let nothing deleted be readable in the log of the last changes; StorageError where it stays."""
        self._database.empty_log()

    def code_of(self, uuid: str) -> str:
        """What stands for a company in results that do not name it; this desk may never have sent any."""
        secret = self.desk_key.find()
        if secret is None:
            return uuid
        from desktop.exchange.results.desk_key import DeskKey

        return DeskKey(secret).code(uuid)

    @cached_property
    def holdings(self) -> "Holdings":
        """What reads all that is held about a company."""
        from desktop.storage.holdings import Holdings

        return Holdings(self._database, self.code_of)

    @cached_property
    def last_visits(self) -> "LastVisits":
        """What reads when somebody last looked at a company."""
        from desktop.storage.last_visits import LastVisits

        return LastVisits(self._database)

    @cached_property
    def journal(self) -> "Journal":
        """Whose hand is at work, for the history."""
        from desktop.storage.journal import Journal

        return Journal()

    @cached_property
    def store(self) -> "Store":
        """What writes."""
        from desktop.storage.store_of import store_of

        return store_of(self._database, self.journal)

    @cached_property
    def history(self) -> "HistoryStore":
        """What tells, undoes and redoes changes."""
        from desktop.storage.history_store import HistoryStore

        return HistoryStore(self._database, self.journal)

    @cached_property
    def visits(self) -> "VisitStore":
        """What stands beside the answers of a visit."""
        from desktop.storage.visit_store import VisitStore

        return VisitStore(self._database, self.journal)

    @cached_property
    def plan_days(self) -> "PlanDays":
        """What keeps the days of plans."""
        from desktop.storage.plan_days import PlanDays

        return PlanDays(self._database)

    @cached_property
    def due(self) -> "DueReader":
        """What tells when something is due."""
        from desktop.storage.due_reader import DueReader

        return DueReader(self._database)

    @cached_property
    def desk(self) -> "DeskStore":
        """What belongs to the desk itself."""
        from desktop.storage.desk_store import DeskStore

        return DeskStore(self._database)

    @cached_property
    def respondents(self) -> "RespondentStore":
        """What writes who answers."""
        from desktop.storage.respondent_store import RespondentStore

        return RespondentStore(self._database)

    @cached_property
    def round_store(self) -> "RoundStore":
        """What begins rounds and takes the last one back."""
        from desktop.storage.round_store import RoundStore

        return RoundStore(self._database)

    @cached_property
    def imports(self) -> "ImportStore":
        """What keeps the reports of imports."""
        from desktop.storage.import_store import ImportStore

        return ImportStore(self._database)

    @cached_property
    def kept_plans(self) -> "KeptPlanStore":
        """What writes kept plans."""
        from desktop.storage.kept_plan_store import KeptPlanStore

        return KeptPlanStore(self._database)

    @cached_property
    def desk_key(self) -> "DeskKeyStore":
        """What keeps the desk's secret."""
        from desktop.storage.desk_key_store import DeskKeyStore

        return DeskKeyStore(self._database.own)

    @cached_property
    def consents(self) -> "ConsentStore":
        """What keeps agreements."""
        from desktop.storage.consent_store import ConsentStore

        return ConsentStore(self._database)

    @cached_property
    def received(self) -> "ReceivedStore":
        """What keeps the results that came in."""
        from desktop.storage.received_store import ReceivedStore

        return ReceivedStore(self._database)

    @cached_property
    def incoming(self) -> "IncomingStore":
        """What takes results over."""
        from desktop.storage.incoming_store import IncomingStore

        return IncomingStore(self._database, self.journal)

    @cached_property
    def merging(self) -> "Merging":
        """What makes one company of two."""
        from desktop.storage.merging import Merging

        return Merging(self._database, self.journal)

    @cached_property
    def engagements(self) -> "EngagementStore":
        """What keeps who looks after companies."""
        from desktop.storage.engagement_store import EngagementStore

        return EngagementStore(self._database, self.journal)
