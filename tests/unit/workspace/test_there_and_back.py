"""What a desk takes in it gives on unchanged: whatever was answered, limited and agreed to."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.answers import answer_from_plain
from desktop.content.company import Company, Constraints, Contact, People
from desktop.content.decisions import CourseDecision, Holiday
from desktop.exchange.results.envelope import write
from desktop.exchange.results.result import Result
from tests.desks import Desk, the_content
from tests.examples import examples
from tests.unit.scores.whole_drawing import plain_answers

ASKED = ("quick", "technology-check", "ai", "quantum")


@pytest.fixture(scope="module")
def sender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("sender"))
    yield desk
    desk.close()


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=40)
COMPANIES = st.builds(
    Company,
    name=NAMES,
    vat=st.sampled_from(["", "00159560366"]),
    region=st.sampled_from([None, "ITF4"]),
    sector=st.sampled_from([None, "C", "J"]),
    headcount=st.integers(1, 400),
    turnover_eur=st.none() | st.integers(0, 10**9),
    people=st.builds(People, owner=st.just(1), employee=st.integers(0, 9), it=st.integers(0, 1)),
    contact=st.builds(Contact, name=NAMES, phone=st.just("080 123456")),
)
LIMITS = st.builds(
    Constraints,
    hours_per_week=st.just({"owner": Fraction(3, 2)}),
    weeks=st.integers(1, 30),
    start=st.none() | st.dates(date(2027, 1, 1), date(2028, 12, 31)),
    budget_eur=st.integers(0, 5000),
    holidays=st.sampled_from([(), (Holiday(date(2027, 8, 1), date(2027, 8, 20)),)]),
    decisions=st.sampled_from([(), (CourseDecision(course="gone", role="owner", state="excluded"),)]),
    pace=st.sampled_from(["early", "even"]),
)


@given(company=COMPANIES, limits=LIMITS, agreed=st.none() | st.dates(date(2026, 1, 1)), data=st.data())
@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_result_taken_in_and_sent_on_is_the_same(  # noqa: PLR0913, PLR0917 - what is drawn
    sender: Desk,
    tmp_path_factory: pytest.TempPathFactory,
    company: Company,
    limits: Constraints,
    agreed: date | None,
    data: st.DataObject,
) -> None:
    workspace = sender.workspace
    case = workspace.create_case(company)
    asked = data.draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=2, unique=True))
    case = workspace.choose_questionnaires(case.id, tuple(asked))
    for questionnaire in workspace.questionnaires(case):
        for question in workspace.questions(case, questionnaire.id):
            if question.kind != "text" and data.draw(st.booleans()):
                plain = data.draw(plain_answers(question))
                case = workspace.save_answer(case, question, answer_from_plain(question, plain))
    case = workspace.save_constraints(case, limits)
    if agreed is not None:
        workspace.consent.record(case, "2026-11", agreed)
    assert_the_same(sender.result(case), tmp_path_factory.mktemp("there"))
    workspace.register.erase(case.company_id)


def assert_the_same(sent: Result, folder: Path) -> None:
    (folder / "x.sestante").write_bytes(write(sent))
    receiver = Desk(folder / "data")
    try:
        [outcome] = receiver.take(folder / "x.sestante")
        assert (outcome.kind, outcome.left_out) == ("added", 0)
        again = receiver.result(receiver.only())
    finally:
        receiver.close()
    assert write(replace(again, made_on=sent.made_on, made_by=sent.made_by)) == write(sent)


def test_what_is_drawn_is_asked_here() -> None:
    assert set(ASKED) <= set(the_content().questionnaires)
