"""What a front end can do: companies, their answers, scores, plans and printed plans, without any window."""

from dataclasses import asdict, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop.answers import Answer, Facts, questions_for
from desktop.clock import today
from desktop.content.company import Company, Constraints
from desktop.content.editions.edition import Edition
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Question, Questionnaire
from desktop.rounds import all_asked, pin
from desktop.storage import Database, Key, PinnedQuestionnaire, RoundSummary
from desktop.storage.rights_here import RightsHere
from desktop.storage.server.address import Address
from desktop.text import Sentence, joined
from desktop.workspace.backups import Backups
from desktop.workspace.case import Case, Place
from desktop.workspace.companies import Companies
from desktop.workspace.conditions import Conditions
from desktop.workspace.consents import Consents
from desktop.workspace.history import History
from desktop.workspace.hub_side import HubSide
from desktop.workspace.kept_plans import KeptPlans
from desktop.workspace.laptops import Laptops
from desktop.workspace.moved_away import MovedAway
from desktop.workspace.moves import Moves
from desktop.workspace.offers import Offers
from desktop.workspace.opening import opened
from desktop.workspace.outgoing import Outgoing
from desktop.workspace.packs import Packs
from desktop.workspace.people import People
from desktop.workspace.plans import Plans
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.publishing import Publishing
from desktop.workspace.register import Register
from desktop.workspace.reminders import Reminders
from desktop.workspace.rights import Retention, Rights
from desktop.workspace.rounds import Rounds
from desktop.workspace.scores import Scores
from desktop.workspace.server_side import server_side
from desktop.workspace.sheets import Sheets
from desktop.workspace.stores import Stores
from desktop.workspace.together import Together
from desktop.workspace.visits import Visits
from desktop.workspace.voices import Voices

if TYPE_CHECKING:
    from desktop.dossier import Dossier, Situation
    from desktop.workspace.former_packs import FormerPacks
    from desktop.workspace.incoming import Incoming


class Workspace:
    """An open data folder. Every save has been written to disk when it returns."""

    def __init__(self, library: Library, database: Database) -> None:
        self.library = library
        self._database = database
        self.server = server_side(database)
        self._left_out: Sentence | None = None
        self.edition = Edition(library)
        self._stores = Stores(database)
        self._sheets = Sheets(library)
        self.scores = Scores(library, self.questionnaires)
        self.offers = Offers(library)
        self.plans = Plans(library)
        self.moves = Moves(library, self._stores)
        self.rounds = Rounds(library, self._stores, self.scores, self.case)
        self.history = History(self._stores)
        self.visits = Visits(self._stores)
        self.companies = Companies(library, self._stores)
        self.register = Register(self._stores)
        self.rights = Rights(library, self._stores, "" if self.server is None else self.server.told)
        self.retention = Retention(self._stores)
        self.conditions = Conditions(self._stores)
        self.reminders = Reminders(self._stores)
        self.preferences = PreferenceBook(self._stores)
        self.people = People(library, self._stores)
        self.voices = Voices(library, self._stores)
        self.kept_plans = KeptPlans(self._stores)
        self.consent = Consents(self._stores)
        self.outgoing = Outgoing(self._stores)
        self.backups = Backups(database.own)
        self.moved_away = MovedAway(database)
        self.packs = Packs(database)
        self.together = Together(self._stores)
        self.laptops = Laptops(database, self._stores)
        self.hub = HubSide(self, self._stores)
        self.publishing = Publishing(library, self.hub, database)

    @property
    def former_packs(self) -> "FormerPacks":
        """Finds packs that nothing refers to any more."""
        from desktop.workspace.former_packs import FormerPacks

        return FormerPacks(self._database)

    @cached_property
    def incoming(self) -> "Incoming":
        """What takes results in; at first use, because it brings all formats."""
        from desktop.workspace.incoming import Incoming

        return Incoming(self.library, self._stores)

    @classmethod
    def open(
        cls,
        folder: Path,
        key: Key | None = None,
        server: Address | None = None,
        *,
        is_read_at_once: bool = False,
    ) -> Self:
        """Open the folder's database, or that of a server with the folder for what is this computer's own.

        A large file that `is_read_at_once` is looked through meanwhile; `prepare_saving` waits for it.
        StorageError or ContentError say in a sentence why they cannot.
        """
        found = opened(folder, key, server, is_read_at_once=is_read_at_once)
        made = cls(found.edition.library, found.database)
        made.edition, made._left_out = found.edition, found.left_out
        return made

    def read_ahead(self) -> None:
        """Read and import what the first page does not need; call it in a worker thread."""
        import desktop.dossier  # noqa: F401 - with the planner, which the pages of results and plan import

        _ = self.library.questionnaires, self.library.network, self.library.catalogue

    def prepare_saving(self) -> None:
        """Import what the first save needs; call it in a worker thread."""
        self._database.prepare()
        _ = self._stores.store
        name = self.together.me or self.preferences.read().consultant
        self.history.hand = replace(self.history.hand, by=name)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._database.folder

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase protects it."""
        return self._database.is_encrypted

    @property
    def rights_here(self) -> RightsHere:
        """What the user may do here: everything in a file, what their role allows on a server."""
        return self._database.rights

    @property
    def told(self) -> Sentence | None:
        """What was put in order while opening, if anything was, and which editions rest."""
        found = (self._database.told, self._left_out, self.laptops.told)
        told = [each for each in found if each is not None]
        return joined(told, "\n") if told else None

    @property
    def is_outdated(self) -> bool:
        """Whether its content is of other packs than are installed now, as after a copy was restored."""
        return sorted(each.sha256 for each in self.packs.all()) != sorted(self.edition.packs)

    def close(self) -> None:
        """Let another instance open the folder."""
        self.together.close()
        self._database.close()

    @property
    def has_companies(self) -> bool:
        """Whether there is any company."""
        return self._stores.reader.has_any()

    @property
    def has_several(self) -> bool:
        """Whether companies are chosen from a list: there is more than one, or the only one is put away."""
        return self._stores.reader.has_several()

    def cases(self) -> tuple[RoundSummary, ...]:
        """All companies but those put away, the one visited last first."""
        return self._stores.reader.summaries()

    def last_case(self) -> Case | None:
        """The company worked on last."""
        last = self._stores.reader.last()
        return None if last is None else self.case(last.id)

    def case(self, case_id: int) -> Case:
        """A company with its answers."""
        self._stores.expect(case_id)
        stored = self._stores.reader.load(case_id)
        return Case.of(stored, self._sheets.of(stored))

    def create_case(self, company: Company, uuid: str = "") -> Case:
        """A new company with the first questionnaires chosen; a UUID of its own where none is given."""
        people = company.people.by_role()
        constraints = Constraints(hours_per_week={role: Constraints().hours(role) for role in people})
        pinned = [self._pin(each.id) for each in self.offers.first()]
        signed_in = "" if self.server is None else self.history.hand.by
        consultant = self.preferences.read().consultant or signed_in
        return self.case(self._stores.store.create(company, pinned, constraints, consultant, uuid))

    def save_company(self, case_id: int, company: Company, seen: Company | None = None) -> Case:
        """Replace the company's profile, which the desk believed to be as it was `seen`.

        Where several desks work: MeanwhileError where somebody else changed the same meanwhile.
        """
        self.save_profile(case_id, company, seen)
        return self.case(case_id)

    def save_profile(self, case_id: int, company: Company, seen: Company | None = None) -> None:
        """As `save_company`, for who reads the case anyhow."""
        self._stores.store.save_company(case_id, company, seen if self._stores.is_shared else None)

    def choose_questionnaires(self, case_id: int, ids: tuple[str, ...]) -> Case:
        """Replace the questionnaires of the round; answers stay, and so do versions answered already."""
        pinned = {each.id: each for each in self._stores.reader.load(case_id).questionnaires}
        self._stores.store.choose(case_id, [pinned.get(name) or self._pin(name) for name in ids])
        return self.case(case_id)

    def save_answer(self, case: Case, question: Question, answer: Answer | None) -> Case:
        """Replace or (None) remove an answer of who answers the case; it comes back with it.

        MeanwhileError where another answer is there than the case says, given at another desk.
        """
        self._sheets.save(self._stores, case, question, answer)
        sheet = {key: given for key, given in case.sheet.items() if key != question.key}
        if answer is not None:
            sheet[question.key] = answer
        return replace(case, sheet=sheet)

    def save_constraints(self, case: Case, constraints: Constraints) -> Case:
        """Replace what the plan must fit; as `save_company` where it is not what the case says."""
        seen = (case.written_limits or case.constraints) if self._stores.is_shared else None
        self._stores.store.save_constraints(case.id, constraints, seen)
        return replace(case, constraints=constraints, written_limits=None)

    def save_place(self, case: Case, place: Place) -> Case:
        """Remember where the user is."""
        self._stores.store.save_place(case.id, asdict(place))
        return replace(case, place=place)

    def questionnaires(self, case: Case) -> tuple[Questionnaire, ...]:
        """What the company answers in a round, or what the person of the case does, in order."""
        found = all_asked(self.library, case.pinned)
        return tuple(each for each in found if each.is_personal is case.is_personal)

    def questions(self, case: Case, questionnaire_id: str) -> tuple[Question, ...]:
        """The questions shown to this company, or to the person of the case."""
        asked = (each for each in self.questionnaires(case) if each.id == questionnaire_id)
        questionnaire = next(asked, None) or self.library.questionnaires[questionnaire_id]
        return questions_for(questionnaire, case.sheet, Facts.of(case.company))

    def situation(self, case: Case, made_on: date | None = None) -> "Situation":
        """What is known of a company, as plan and printed plan need it; today, where no day is given."""
        from desktop.dossier import Situation

        return Situation(
            library=self.library,
            company=case.company,
            constraints=case.constraints,
            questionnaires=self.questionnaires(case),
            sheet=case.sheet,
            made_on=made_on or today(),
            people=self.people.spread(case),
        )

    def dossier(self, case: Case, *, made_on: date | None = None) -> "Dossier":
        """Everything the printed plan speaks of, with the company's earlier rounds; runs the solver."""
        from desktop.dossier import gather

        situation = self.situation(case, made_on)
        made = gather(situation, self.plans.make(situation))
        told = replace(made, voices=self.voices.apart(case))
        return self.outgoing.complete(told, case, self.rounds.earlier(case))

    def _pin(self, questionnaire_id: str) -> PinnedQuestionnaire:
        return pin(self.library.questionnaires[questionnaire_id])
