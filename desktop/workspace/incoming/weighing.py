"""What is to become of a result, decided by what is here of its company."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.dossier import Scope
from desktop.errors import SestanteError
from desktop.exchange.results.envelope import read_line
from desktop.exchange.results.identity import company_id_of, vat_number_of
from desktop.exchange.results.result import Result
from desktop.rounds import all_asked
from desktop.storage import Destination, FormerResult, KnownCompany, NewRound, StoredConsent, StoredRound
from desktop.text import Sentence, say
from desktop.workspace.incoming.arrived import Arrived
from desktop.workspace.incoming.comparing import is_same_profile, is_same_round, is_same_state, under_scope
from desktop.workspace.incoming.content import Content, content_of
from desktop.workspace.incoming.outcomes import Kind
from desktop.workspace.stores import Stores

_SAME = say("The same is here already.")
_NEWER_HERE = say("What is here is newer.")
_CAME_BEFORE = say("It was imported before.")
_CHANGED_HERE = say(
    "This assessment was changed here, so nothing was overwritten. Choose which of the two counts, or "
    "keep both."
)
_OTHER_VAT = say(
    "This company has another VAT number here ({here}) than in the file ({told}). "
    "Nothing was overwritten: ask the company which one is right, then choose."
)
_BY_VAT = say(
    "It has the VAT number of a company that is here: the assessment was added to that company, whose "
    "profile stays."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done: `where` a round is to stand, and as what. `found` is the company known here."""

    kind: Kind
    new: NewRound
    where: Destination | None = None
    found: KnownCompany | None = None
    round_id: int | None = None
    why: Sentence | None = None


class Weighing:
    """One result beside what is here; nothing is written. StorageError where what is here cannot be read."""

    def __init__(self, library: Library, stores: Stores, arrived: Arrived, content: Content) -> None:
        self._library = library
        self._stores = stores
        self._arrived = arrived
        self._result = arrived.result
        self._new = content.new
        self._uuid = uuid_of(self._result)

    def verdict(self, own: Collection[str], now: datetime) -> Verdict:
        """What is to be done; `own` are the names under which this desk signs."""
        found, is_of_uuid = self._company()
        if found is None:
            return Verdict("added", self._new, Destination(self._uuid))
        here, told = vat_number_of(found.company), vat_number_of(self._new.company)
        rounds = self._stores.known.rounds(found.id)
        known_as = rounds.get(self._new.stage)
        round_id = known_as[0] if known_as else None
        if (
            is_of_uuid
            and here
            and told
            and (here != told or found.company.country != self._new.company.country)
        ):
            why = say(_OTHER_VAT.message, here=here, told=told)
            return Verdict("conflict", self._new, found=found, round_id=round_id, why=why)
        if known_as is None:
            return self._one_more(found, is_of_uuid=is_of_uuid, now=now)
        beside = _Beside(self._library, self._stores, found, known_as[0], now)
        return self._against(beside, known_as[1], own)

    def _company(self) -> tuple[KnownCompany | None, bool]:
        """The company that a result is of, and whether its UUID tells so."""
        found = self._stores.known.of_uuid(self._uuid)
        if found is not None:
            return found, True
        number = vat_number_of(self._new.company)
        if not number:
            return None, False
        alike = self._stores.known.alike(self._new.company.country, number)
        return next((each for each in alike if vat_number_of(each.company) == number), None), False

    def _one_more(self, found: KnownCompany, *, is_of_uuid: bool, now: datetime) -> Verdict:
        """The round joins a company; its profile comes along where it is the latest and nobody changed it."""
        beside = _Beside(self._library, self._stores, found, None, now)
        is_latest = all(_turn(self._new.stage) > _turn(each) for each in self._stores.known.rounds(found.id))
        takes = is_of_uuid and is_latest and beside.has_profile_of_results
        where = Destination(found.uuid, found.id, takes_profile=takes)
        return Verdict("joined", self._with_contact(found), where, found, why=None if is_of_uuid else _BY_VAT)

    def _against(self, beside: "_Beside", changed_at: datetime, own: Collection[str]) -> Verdict:
        new, found, round_id = self._with_contact(beside.company), beside.company, beside.round_id
        texts = beside.texts if self._arrived.texts_left_out else ()
        if beside.holds(new, texts) and (
            beside.is_joined(self._uuid) or is_same_profile(found.company, new.company, self._result.scope)
        ):
            return Verdict("here", new, found=found, round_id=round_id, why=_SAME)
        is_own = self._arrived.signed_by in own
        if (is_own and new.changed_at <= changed_at) or beside.has_had_later(new):
            return Verdict("here", new, found=found, round_id=round_id, why=_NEWER_HERE)
        if beside.has_had(self._new, self._result.scope, texts):
            return Verdict("here", new, found=found, round_id=round_id, why=_CAME_BEFORE)
        if beside.is_changed(self._uuid):
            return Verdict("conflict", new, found=found, round_id=round_id, why=_CHANGED_HERE)
        takes = not beside.is_joined(self._uuid) and beside.is_latest
        where = Destination(found.uuid, found.id, round_id, takes_profile=takes)
        return Verdict("updated", beside.completed(new, texts), where, found, round_id)

    def _with_contact(self, found: KnownCompany) -> NewRound:
        return replace(self._new, company=under_scope(self._new.company, found.company, self._result.scope))


class _Beside:
    """A company known here, one of its rounds, and the results they came from."""

    def __init__(
        self, library: Library, stores: Stores, company: KnownCompany, round_id: int | None, now: datetime
    ) -> None:
        self._library = library
        self._stores = stores
        self._now = now
        self.company = company
        self.round_id = round_id

    @cached_property
    def results(self) -> tuple[tuple[FormerResult, NewRound, Result], ...]:
        """The results that became rounds of the company, the last first, as far as they can be read."""
        found = []
        for former in self._stores.known.results(self.company.id):
            try:
                result = read_line(former.line, "")
                found.append((former, content_of(result, self._library, self._now).new, result))
            except SestanteError:
                continue
        return tuple(found)

    @property
    def last(self) -> tuple[FormerResult, NewRound] | None:
        """The result that the round was made of last, or was compared with; None for a round made here."""
        found = (each[:2] for each in self.results if each[0].round_id == self.round_id)
        return next(found, None)

    @cached_property
    def stored(self) -> StoredRound:
        """The round as it is."""
        return self._stores.reader.load(self.round_id or 0)

    @property
    def is_latest(self) -> bool:
        """Whether the company has no later round."""
        own = _turn(self.stored.stage)
        return all(_turn(each) <= own for each in self._stores.known.rounds(self.company.id))

    @property
    def has_profile_of_results(self) -> bool:
        """Whether the company's profile is one that came with a result: nobody changed it here."""
        here = self.company.company
        return any(is_same_profile(here, new.company, result.scope) for _, new, result in self.results)

    @property
    def texts(self) -> tuple[QuestionKey, ...]:
        """The questions that are answered in free text."""
        found = all_asked(self._library, self.stored.questionnaires)
        questions = (question for each in found for question in each.questions.values())
        return tuple(question.key for question in questions if question.kind == "text")

    def holds(self, new: NewRound, texts: Collection[QuestionKey]) -> bool:
        """Whether the round is as a result tells it, but for some texts."""
        return is_same_round(self.stored, self._consent, new, but=self._personal, texts=texts)

    def is_joined(self, uuid: str) -> bool:
        """Whether the company has another UUID here, as results of a VAT number joined it."""
        return uuid != self.company.uuid

    def has_had_later(self, new: NewRound) -> bool:
        """Whether the round came from a later state than this one."""
        if self.last is None:
            return False
        until = self.last[0].changed_at  # as it was believed when it came in
        return until is not None and new.changed_at < until

    def has_had(self, new: NewRound, scope: Scope, texts: Collection[QuestionKey]) -> bool:
        """Whether the round came from this very state, told at least as fully."""
        if self.last is None:
            return False
        kept, former = self.last
        is_told = is_same_profile(former.company, new.company, scope)
        return is_told and new.changed_at == kept.changed_at and is_same_state(former, new, texts)

    def is_changed(self, uuid: str) -> bool:
        """Whether round or profile are no longer as the last result brought them."""
        if self.last is None:
            return True
        former, told = self.last
        is_profile_left = self.is_joined(uuid) or self.has_profile_of_results
        return not (is_profile_left and self.holds(told, self.texts if former.carrier == "code" else ()))

    def completed(self, new: NewRound, texts: Collection[QuestionKey]) -> NewRound:
        """A newer state with what stays of the round: what people answer, and texts left out on paper."""
        own = tuple(each for each in self.stored.questionnaires if each.id in self._personal)
        kept = {key: plain for key, plain in self.stored.answers.items() if key in texts}
        return replace(new, questionnaires=(*new.questionnaires, *own), answers={**kept, **new.answers})

    @cached_property
    def _personal(self) -> frozenset[str]:
        found = all_asked(self._library, self.stored.questionnaires)
        return frozenset(each.id for each in found if each.is_personal)

    @cached_property
    def _consent(self) -> StoredConsent | None:
        all_of_it = self._stores.consents.all(self.stored.id)
        return next((each for each in reversed(all_of_it) if each.withdrawn_on is None), None)


def uuid_of(result: Result) -> str:
    """The company's id: its own, or where it has none the one its profile gives it."""
    if result.round.company_id is not None or result.company is None:
        return result.round.company_id or result.round.code
    return company_id_of(result.company)


def _turn(stage: str) -> int:
    return int(stage[1:])
