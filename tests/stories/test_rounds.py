"""A company is assessed again a year later, in a new version of its questionnaire, and compared."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from desktop.answers import answer_from_plain, answer_to_plain
from desktop.clock import today
from desktop.comparing import Cause
from desktop.content.company import Company
from desktop.errors import StorageError
from desktop.storage import Hand
from desktop.workspace import Case, Workspace
from tests.desks import Opening, opening
from tests.versions import OLD, an_edition, write_version

THEN = {"backup": "by-hand", "protections": ["locks", "updates"], "fraud": "unknown", "fax": "daily"}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The folder of questionnaires, with `small` in version 1.0."""
    return write_version(tmp_path / "assessments", OLD, "1.0")


@pytest.fixture
def opened(edition: Path, tmp_path: Path) -> Opening:
    """Opens the data folder with the questionnaires as they are in the edition then."""
    return opening(tmp_path / "data", edition)


def answer(workspace: Workspace, case: Case, told_by: str = "", **plain: Any) -> Case:
    workspace.history.hand = Hand(told_by=told_by)
    (questionnaire,) = workspace.questionnaires(case)
    for name, said in plain.items():
        question = questionnaire.questions[name]
        case = workspace.save_answer(case, question, answer_from_plain(question, said))
    return case


@pytest.fixture
def first(opened: Opening, edition: Path) -> int:
    """T0 in version 1.0, told by Anna, after which the edition has version 2.0."""
    with opened() as workspace:
        case = workspace.create_case(Company(name="Forno Rossi", headcount=5))
        case = workspace.choose_questionnaires(case.id, ("small",))
        answer(workspace, case, "Anna", **THEN)
    an_edition(edition)
    return case.id


def test_a_round_begins_with_nothing_answered_in_todays_versions(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        limits = with_fields(then.constraints, weeks=12, start=date(2020, 1, 6), budget_eur=300)
        then = workspace.save_constraints(then, limits)
        workspace.people.add(then, "Anna", "owner")

        assert workspace.rounds.next_stage(then) == "T1"
        assert workspace.rounds.good_day(then) == date(2020, 3, 30)
        now = workspace.rounds.begin(then)

        assert (now.stage, now.company, dict(now.sheet)) == ("T1", then.company, {})
        assert [(each.id, each.version) for each in now.pinned] == [("small", "2.0")]
        assert now.constraints == with_fields(limits, start=None)
        assert [(each.label, each.role) for each in workspace.people.everybody(now)] == [("Anna", "owner")]
        assert workspace.case(first) == then
        assert [each.stage for each in workspace.rounds.all(now)] == ["T0", "T1"]
        assert workspace.rounds.is_earlier(then)
        assert not workspace.rounds.is_earlier(now)
        assert workspace.rounds.all(now)[-1].answers == 0


def test_a_first_day_to_come_stays(opened: Opening, first: int) -> None:
    with opened() as workspace:
        case = workspace.case(first)
        soon = today() + timedelta(days=30)
        case = workspace.save_constraints(case, with_fields(case.constraints, start=soon))

        assert workspace.rounds.begin(case).constraints.start == soon


def test_each_question_tells_what_was_answered_last_time(opened: Opening, first: int) -> None:
    with opened() as workspace:
        assert workspace.rounds.earlier_answers(workspace.case(first)) is None
        now = workspace.rounds.begin(workspace.case(first))

        last = workspace.rounds.earlier_answers(now)

        assert last is not None
        assert last.stage == "T0"
        told = {
            key.removeprefix("small/"): (
                answer_to_plain(each.answer),
                each.fits and answer_to_plain(each.fits),
                each.is_changed,
                each.is_whole,
            )
            for key, each in last.answers.items()
        }
        assert told == {
            "copies": ("by-hand", "by-hand", False, True),
            "protections": (["locks", "updates"], ["updates"], True, False),
            "fraud": ("unknown", "unknown", True, True),
        }


def test_t1_is_compared_with_t0_cause_by_cause(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        now = workspace.rounds.begin(then)
        now = answer(workspace, now, "Anna", copies="machine", protections=["updates"])
        now = answer(workspace, now, "Bruno", fraud="often", cloud="daily")

        (found,) = workspace.rounds.compare(then, now).questionnaires

        assert found.overall.then == workspace.scores.card(then, "small").overall.headline
        assert found.overall.now == workspace.scores.card(now, "small").overall.headline == 100
        assert sum(found.overall.parts.values()) == found.overall.difference
        # In the questions of now: backup 1/2 of 1, updates 1 of 1, fraud 0 of 2, cloud as now 1 of 1.
        assert found.overall.parts == {
            Cause.QUESTIONNAIRE: Fraction(50) - (found.overall.then or 0),
            Cause.KNOWN: 40,
            Cause.RESPONDENT: 0,
            Cause.REAL: 10,
        }


def test_who_told_is_looked_at_where_both_are_known(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        now = answer(workspace, workspace.rounds.begin(then), "Bruno", copies="machine")

        (found,) = workspace.rounds.compare(then, now).questionnaires

        assert [each.causes for each in found.questions if each.after is not None] == [(Cause.RESPONDENT,)]


def test_the_plan_of_t1_knows_why_it_differs_from_t0(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        now = answer(workspace, workspace.rounds.begin(then), copies="machine")

        (earlier,) = workspace.rounds.earlier(now)

        assert earlier.changes == workspace.rounds.compare(then, now).questionnaires


def test_a_round_begun_by_mistake_goes_and_the_one_before_stays(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        second = answer(workspace, workspace.rounds.begin(then), copies="machine")
        third = workspace.rounds.begin(second)
        assert third.stage == "T2"

        with pytest.raises(StorageError, match="T1 is not the last one"):
            workspace.rounds.remove(second)
        assert workspace.rounds.remove(third) == replace(second, place=workspace.case(second.id).place)
        assert workspace.rounds.remove(second) == then
        with pytest.raises(StorageError, match="only assessment"):
            workspace.rounds.remove(then)
        assert workspace.case(first) == then


def test_after_a_gap_the_next_stage_follows_the_last(opened: Opening, first: int) -> None:
    with opened() as workspace:
        then = workspace.case(first)
        case = then
        for _ in range(11):
            case = workspace.rounds.begin(case)
        assert [each.stage for each in workspace.rounds.all(then)][-2:] == ["T10", "T11"]
        assert workspace.rounds.next_stage(then) == "T12"
