"""What the database tells of days: rounds, answers, moves, and steps of plans still open."""

from datetime import UTC, date, datetime

import pytest

from desktop.content.company import Company, Constraints
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.content.steps import CourseOf, StepChange
from desktop.storage import Database, PinnedQuestionnaire
from desktop.storage.desk_store import DeskStore
from desktop.storage.due_reader import DueReader
from desktop.storage.journal import Journal
from desktop.storage.plan_days import PlanDays
from desktop.storage.store import Store
from desktop.storage.visit_store import VisitStore

KEY, DAY = CourseOf("elements-of-ai", "owner").key, date(2026, 3, 6)
PINNED = (PinnedQuestionnaire("technology-check", "1.0", "0123456789abcdef"),)


@pytest.fixture
def round_id(database: Database) -> int:
    return Store(database).create(Company(name="Forno", headcount=3), PINNED, Constraints())


def test_the_last_answer_and_an_unconfirmed_move_have_their_days(database: Database, round_id: int) -> None:
    store, reader = Store(database), DueReader(database)
    [before] = reader.companies()
    assert (before.answered_on, before.moved_on, before.is_away) == (None, None, False)
    store.save_answer(round_id, QuestionKey("technology-check/backup"), "tested")
    store.move(round_id, PINNED, {QuestionKey("technology-check/backup"): "moved"})
    [after] = reader.companies(before.company_id)
    assert after.answered_on == after.moved_on == datetime.now(UTC).date()
    assert after.moved_round == round_id
    assert not reader.companies(before.company_id + 1)


def test_steps_done_or_given_up_are_not_due_any_more(database: Database, round_id: int) -> None:
    reader, visits = DueReader(database), VisitStore(database, Journal())
    companies = reader.companies()
    PlanDays(database).replace(companies[0].company_id, {KEY: DAY, "win:backup": DAY})
    assert {each.key for each in reader.open_steps(companies)} == {KEY, "win:backup"}
    visits.save_step(round_id, StepChange(KEY, "done"))
    visits.save_step(round_id, StepChange("win:backup", "dropped"))
    assert not reader.open_steps(companies)
    visits.save_step(round_id, StepChange(KEY, "under-way"))
    assert [each.key for each in reader.open_steps(companies)] == [KEY]


def test_days_of_a_plan_are_replaced_and_keep_their_names(database: Database, round_id: int) -> None:
    reader, days = DueReader(database), PlanDays(database)
    [company] = reader.companies()
    days.replace(company.company_id, {KEY: DAY, "win:backup": DAY})
    named = {each.key: each.uid for each in reader.open_steps([company])}
    days.replace(company.company_id, {KEY: date(2026, 5, 1)})
    [left] = reader.open_steps([company])
    assert (left.uid, left.due_on) == (named[KEY], date(2026, 5, 1))
    assert not DeskStore(database).reminders()
    days.replace(company.company_id, {KEY: DAY, "win:backup": DAY})
    assert {each.key: each.uid for each in reader.open_steps([company])} == named
