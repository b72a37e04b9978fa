"""Two companies made one: everything of both is there afterwards, in the rounds or in their history."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.content.company import Company, Constraints, Contact
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.errors import StorageError
from desktop.storage import (
    Arrival,
    CompanyList,
    CompanySides,
    Database,
    Hand,
    Merge,
    PinnedQuestionnaire,
    Remark,
)
from desktop.storage.consent_store import ConsentStore
from desktop.storage.desk_store import DeskStore
from desktop.storage.history_store import HistoryStore
from desktop.storage.incoming_store import IncomingStore
from desktop.storage.journal import Journal
from desktop.storage.merging import Merging
from desktop.storage.respondent_store import RespondentStore
from desktop.storage.store import Store
from desktop.storage.stored import Destination, NewRound
from desktop.storage.visit_store import VisitStore
from tests.examples import examples
from tests.workspaces import Place

VAT = "00159560366"
KEYS = tuple(QuestionKey(f"technology-check/{name}") for name in ("backup", "cloud", "passwords"))
FIRST = PinnedQuestionnaire("technology-check", "1.0", "0123456789abcdef")
OTHER = PinnedQuestionnaire("dma-sme", "1.0", "0123456789abcdef")


def an_arrival(name: str) -> Arrival:
    return Arrival(name.ljust(64, "0"), "file", "full", name, "T0", None, None, f"{name}.sestante")


class Desk:
    """Two companies, and all that writes to them."""

    def __init__(self, database: Database) -> None:
        self.journal = Journal()
        self.store = Store(database, self.journal)
        self.beside = VisitStore(database, self.journal)
        self.history = HistoryStore(database, self.journal)
        self.people = RespondentStore(database)
        self.consents = ConsentStore(database)
        self.desk = DeskStore(database)
        self.incoming = IncomingStore(database, self.journal)
        self.merging = Merging(database, self.journal)
        self.sides = CompanySides(database)
        self.list = CompanyList(database)
        self.one = self.store.create(
            Company(name="Forno Rossi", vat=VAT, headcount=5), (FIRST,), Constraints()
        )
        contact = Contact(phone="080 123")
        twin = Company(name="Rossi Forno", vat=f"IT {VAT}", headcount=6, contact=contact)
        self.other = self.store.create(twin, (FIRST, OTHER), Constraints(weeks=9))

    def company(self, round_id: int) -> int:
        return self.store.load(round_id).company_id

    def later_round(self, round_id: int, stage: str, day: int) -> int:
        """One more round of a company, as it comes in from elsewhere."""
        company = self.company(round_id)
        moment = datetime(2026, 1, day, tzinfo=UTC)
        profile = self.store.load(round_id).company
        new = NewRound(profile, stage, (FIRST,), Constraints(), {KEYS[0]: stage}, None, moment)
        where = Destination("", company, takes_profile=False)
        return self.incoming.take(an_arrival(f"{company}{stage}"), b"line", new, where)

    def merge(self, same_stage: Any = "one", *, is_swapped: bool = False) -> None:
        stays, goes = self.company(self.one), self.company(self.other)
        if is_swapped:
            stays, goes = goes, stays
        self.merging.merge(Merge(stays, goes, same_stage))

    def rounds(self) -> dict[str, int]:
        [row] = self.list.all()
        return {each.stage: each.id for each in self.sides.side(row.id).rounds}

    def told(self) -> list[tuple[str, Any]]:
        """Every answer that stands somewhere: in a round, or in its history."""
        found: list[tuple[str, Any]] = []
        for round_id in self.rounds().values():
            found.extend(self.store.load(round_id).answers.items())
            for change in self.history.all(round_id):
                cells = (cell for cell in (change.before, change.after) if change.what == "answer" and cell)
                found.extend((change.key, cell["plain"]) for cell in cells)
        return found


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


ANSWERS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(("a", "b", "c")))


@examples(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=ANSWERS, theirs=ANSWERS, same_stage=st.sampled_from(("apart", "one")), is_swapped=st.booleans())
def test_no_answer_is_lost(
    place: Place,
    ours: Mapping[QuestionKey, str],
    theirs: Mapping[QuestionKey, str],
    same_stage: str,
    *,
    is_swapped: bool,
) -> None:
    with place.emptied() as database:
        desk = Desk(database)
        for round_id, given_answers in ((desk.one, ours), (desk.other, theirs)):
            for key, plain in given_answers.items():
                desk.store.save_answer(round_id, key, plain)
        desk.merge(same_stage, is_swapped=is_swapped)
        assert {*ours.items(), *theirs.items()} <= set(desk.told())
        counts = {**ours, **theirs} if same_stage == "one" else None
        if counts is not None:
            [round_id] = desk.rounds().values()
            assert desk.store.load(round_id).answers == counts


def test_an_answer_that_the_history_does_not_know_is_told_when_a_newer_one_counts(desk: Desk) -> None:
    arrival, company = an_arrival("x"), desk.store.load(desk.other).company
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    new = NewRound(company, "T0", (FIRST,), Constraints(), {KEYS[0]: "imported"}, None, moment)
    desk.incoming.take(arrival, b"line", new, Destination("", desk.company(desk.other), desk.other))
    desk.store.save_answer(desk.one, KEYS[0], "newer")
    desk.merge()
    [round_id] = desk.rounds().values()
    assert desk.store.load(round_id).answers == {KEYS[0]: "newer"}
    assert (KEYS[0], "imported") in desk.told()


def test_rounds_of_one_stage_follow_one_another_in_time(desk: Desk) -> None:
    old = desk.later_round(desk.other, "T1", 3)
    desk.merge("apart")
    assert list(desk.rounds()) == ["T0", "T1", "T2"]
    assert set(desk.rounds().values()) == {desk.one, desk.other, old}
    assert desk.rounds()["T0"] == desk.one


def test_rounds_of_other_stages_keep_theirs(desk: Desk) -> None:
    later = desk.later_round(desk.other, "T1", 3)
    desk.merge("one")
    assert desk.rounds()["T1"] == later
    assert list(desk.rounds()) == ["T0", "T1"]


@pytest.mark.parametrize("same_stage", ["apart", "one"])
@pytest.mark.parametrize("is_swapped", [False, True])
def test_everything_moves_along(desk: Desk, same_stage: str, *, is_swapped: bool) -> None:
    desk.journal.hand = Hand("Anna", "Maria")
    for round_id, word in ((desk.one, "here"), (desk.other, "there")):
        desk.beside.save_remark(round_id, KEYS[0], Remark(word, "sure"))
        desk.beside.save_step(round_id, StepChange("win:a", "done", word))
        desk.beside.add_evidence(round_id, "question:a", f"{word}.txt", "text/plain", word.encode())
        person = desk.people.add(round_id, word, "owner")
        desk.people.save_answer(round_id, person, KEYS[1], word)
        desk.desk.add_reminder(desk.company(round_id), date(2027, 1, 1), "visit", word)
    desk.merge(same_stage, is_swapped=is_swapped)
    rounds = desk.rounds().values()
    notes = "\n".join(each.note for one in rounds for each in desk.beside.remarks(one).values())
    steps = "\n".join(each.note for one in rounds for each in desk.beside.steps(one).values())
    contents = {desk.beside.content(one, each.id) for one in rounds for each in desk.beside.evidence(one)}
    people = {each.label: each.answers for one in rounds for each in desk.store.respondents(one)}
    assert sorted(notes.split()) == sorted(steps.split()) == ["here", "there"]
    assert contents == {b"here", b"there"}
    assert people == {"here": {KEYS[1]: "here"}, "there": {KEYS[1]: "there"}}
    [row] = desk.list.all()
    assert {(each.company_id, each.text) for each in desk.desk.reminders()} == {
        (row.id, "here"),
        (row.id, "there"),
    }
    assert "Anna" in {change.by for one in rounds for change in desk.history.all(one)}


def test_the_profile_chosen_stays_with_its_gaps_filled_and_the_other_is_told(desk: Desk) -> None:
    desk.merge("one")
    [round_id] = desk.rounds().values()
    company = desk.store.load(round_id).company
    assert (company.name, company.headcount, company.contact.phone) == ("Forno Rossi", 5, "080 123")
    profiles = [each.before for each in desk.history.all(round_id) if each.what == "profile"]
    assert profiles[-1]["name"] == "Rossi Forno"


def test_a_merge_cannot_be_undone_by_halves(desk: Desk) -> None:
    desk.store.save_answer(desk.one, KEYS[0], "a")
    desk.merge("one")
    [round_id] = desk.rounds().values()
    assert desk.history.undo(round_id) is None
    assert desk.store.load(round_id).answers == {KEYS[0]: "a"}


def test_the_questionnaires_of_both_are_asked(desk: Desk) -> None:
    desk.merge("one")
    [round_id] = desk.rounds().values()
    assert {each.id for each in desk.store.load(round_id).questionnaires} == {"technology-check", "dma-sme"}


def test_who_withdrew_an_agreement_does_not_agree_again(desk: Desk) -> None:
    desk.consents.record(desk.one, date(2026, 1, 1), "1")
    desk.consents.record(desk.other, date(2026, 2, 1), "1")
    desk.consents.withdraw(desk.other, date(2026, 3, 1))
    desk.merge("one")
    [round_id] = desk.rounds().values()
    agreements = desk.consents.all(round_id)
    assert len(agreements) == 2
    assert {each.withdrawn_on for each in agreements} == {date(2026, 3, 1)}


def test_nothing_changes_where_the_other_company_is_gone(desk: Desk) -> None:
    with pytest.raises(StorageError):
        desk.merging.merge(Merge(desk.company(desk.one), 999, "one"))
    assert len(desk.list.all()) == 2
