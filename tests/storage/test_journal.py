"""Every change of a round is told, undone and redone, in whatever order."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import StepChange
from desktop.storage import Database, Hand, PinnedQuestionnaire, Remark
from desktop.storage.history_store import HistoryStore
from desktop.storage.journal import Journal
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore
from tests.examples import examples
from tests.workspaces import Place

BACKUP, CLOUD = QuestionKey("technology-check/backup"), QuestionKey("technology-check/cloud")
FIRST = PinnedQuestionnaire("technology-check", "1.0", "0123456789abcdef")
SECOND = PinnedQuestionnaire("technology-check", "2.0", "fedcba9876543210")
OTHER = PinnedQuestionnaire("dma-sme", "1.0", "0123456789abcdef")


class Visit:
    """A round with all that writes to it."""

    def __init__(self, database: Database, round_id: int) -> None:
        journal = Journal()
        self.journal = journal
        self.round_id = round_id
        self.store = Store(database, journal)
        self.beside = VisitStore(database, journal)
        self.history = HistoryStore(database, journal)

    def state(self) -> object:
        """All that can be seen of the round."""
        loaded = self.store.load(self.round_id)
        evidence = self.beside.evidence(self.round_id)
        steps = {key: (step.state, step.note) for key, step in self.beside.steps(self.round_id).items()}
        former = self.store.former(self.round_id)
        return loaded, self.beside.remarks(self.round_id), evidence, steps, former

    def change(self, turn: int) -> None:
        """One of all the changes there are."""
        company = Company(name=f"Name {turn}", headcount=3)
        changes = (
            lambda: self.store.save_answer(self.round_id, BACKUP, f"choice-{turn}"),
            lambda: self.store.save_answer(self.round_id, CLOUD, None),
            lambda: self.store.save_company(self.round_id, company),
            lambda: self.store.choose(self.round_id, (FIRST,) if turn % 2 else (FIRST, OTHER)),
            lambda: self.store.save_constraints(self.round_id, Constraints(weeks=1 + turn)),
            lambda: self.store.move(self.round_id, (SECOND,), {BACKUP: "moved", CLOUD: None}),
            lambda: self.store.undo_move(self.round_id),
            lambda: self.beside.save_remark(self.round_id, BACKUP, Remark(f"{turn}", "sure", is_marked=True)),
            lambda: self.beside.save_remark(self.round_id, BACKUP, Remark()),
            lambda: self.beside.save_step(self.round_id, StepChange("course:clear:owner", "done", f"{turn}")),
            lambda: self.beside.add_evidence(self.round_id, "question:a", "a.txt", "text/plain", b"a"),
        )
        changes[turn % len(changes)]()


@pytest.fixture
def visit(round_id: int, database: Database) -> Visit:
    return Visit(database, round_id)


def apart(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no change be one with the one before."""
    monkeypatch.setattr("desktop.storage.journal._ONE_GO", datetime.now(UTC) - datetime.now(UTC))


@examples(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns=st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_undo_brings_back_every_state_and_redo_every_one_again(place: Place, turns: list[int]) -> None:
    with place.emptied() as database, pytest.MonkeyPatch.context() as patch:
        round_id = Store(database).create(Company(name="A", headcount=1), (FIRST,), Constraints())
        visit = Visit(database, round_id)
        apart(visit, patch)
        states = [visit.state()]
        for turn in turns:
            visit.change(turn)
            if visit.state() != states[-1]:
                states.append(visit.state())
        for state in reversed(states[:-1]):
            assert visit.history.undo(round_id) is not None
            assert visit.state() == state
        assert visit.history.undo(round_id) is None
        for state in states[1:]:
            assert visit.history.redo(round_id) is not None
            assert visit.state() == state
        assert visit.history.redo(round_id) is None


def test_the_history_tells_who_answered_what(visit: Visit) -> None:
    visit.journal.hand = Hand("Marta", "Anna, titolare")
    visit.store.save_answer(visit.round_id, BACKUP, "tested")
    visit.history.undo(visit.round_id)
    first, second = visit.history.all(visit.round_id)
    assert (first.by, first.told_by, first.key, first.act) == ("Marta", "Anna, titolare", BACKUP, "do")
    assert first.after == {"plain": "tested", "told_by": "Anna, titolare"}
    assert (second.act, second.of, second.before, second.after) == ("undo", first.id, first.after, None)


def test_a_text_that_is_being_written_is_one_change(visit: Visit) -> None:
    for text in ("T", "Te", "Tes", "Test"):
        visit.store.save_answer(visit.round_id, BACKUP, text, goes_on=True)
    visit.store.save_answer(visit.round_id, CLOUD, "much")
    assert [change.after["plain"] for change in visit.history.all(visit.round_id)] == ["Test", "much"]


def test_a_new_change_after_undo_leaves_nothing_to_redo(visit: Visit) -> None:
    visit.store.save_answer(visit.round_id, BACKUP, "tested")
    visit.history.undo(visit.round_id)
    visit.store.save_answer(visit.round_id, CLOUD, "much")
    assert visit.history.redo(visit.round_id) is None
    assert visit.store.load(visit.round_id).answers == {CLOUD: "much"}


def test_saving_what_stands_there_already_is_no_change(visit: Visit) -> None:
    visit.store.save_answer(visit.round_id, BACKUP, "tested")
    visit.store.save_answer(visit.round_id, BACKUP, "tested")
    assert len(visit.history.all(visit.round_id)) == 1


def test_a_look_at_a_round_does_not_make_it_newer(visit: Visit) -> None:
    changed = visit.store.summaries()[0].changed_at
    visit.store.save_place(visit.round_id, {"page": "results"})
    assert visit.store.summaries()[0].changed_at == changed


def test_a_file_taken_away_comes_back_with_its_bytes(visit: Visit) -> None:
    number = visit.beside.add_evidence(visit.round_id, "question:a", "a.txt", "text/plain", b"abc")
    visit.beside.remove_evidence(visit.round_id, number)
    assert visit.beside.evidence(visit.round_id) == ()
    visit.history.undo(visit.round_id)
    assert [each.file_name for each in visit.beside.evidence(visit.round_id)] == ["a.txt"]
    assert visit.beside.content(visit.round_id, number) == b"abc"
