"""A plan without courses says the true reason, and what to do."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from desktop.answers import Chosen
from desktop.content.company import People
from desktop.workspace import Case, Place, Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand


@pytest.fixture
def open_plan(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> Callable[[int | None], Hand]:
    """Opens the plan after the quick check, each question answered by a choice counted from 0, or none."""

    def opened(choice: int | None) -> Hand:
        case = workspace.choose_questionnaires(bakery, ("quick",))
        for question in workspace.questions(case, "quick") if choice is not None else ():
            answer = Chosen(question.choices[choice or 0].id)
            case = workspace.save_answer(case, question, answer)
        workspace.save_place(case, Place("plan", "quick", None))
        return open_window()

    return opened


def words(hand: Hand) -> str:
    card = hand.see("plan-empty")
    return " ".join(label.text() for label in card.findChildren(QLabel))


def test_with_nothing_answered_it_leads_to_the_questions(open_plan: Callable[[int | None], Hand]) -> None:
    hand = open_plan(None)
    assert "Nothing has been answered yet" in words(hand)
    hand.click("plan-to-questions")
    assert hand.see("question-text", QLabel).text()


def test_gaps_without_a_course_are_not_blamed_on_the_limits(open_plan: Callable[[int | None], Hand]) -> None:
    said = words(open_plan(2))
    assert "There is no course for what is missing" in said
    assert "Other limits would not change that" in said


def test_without_gaps_nothing_more_is_asked_for(open_plan: Callable[[int | None], Hand]) -> None:
    hand = open_plan(-1)
    assert "No gaps were found" in words(hand)
    assert hand.find("plan-to-questions") is None


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"hours_per_week": dict.fromkeys(("owner", "employee", "it"), Fraction(0))}, "Nobody has time"),
        ({"people": People(owner=0)}, "Nobody takes part"),
        ({"languages": ("pl",)}, "What would help: courses in more languages"),
        ({"hours_per_week": {"owner": Fraction(1, 100), "employee": Fraction(0)}, "weeks": 1}, "more hours"),
        ({"formats": ("live",)}, "courses held in other forms"),
    ],
)
def test_limits_that_are_too_narrow_are_named(
    open_plan: Callable[[int | None], Hand],
    workspace: Workspace,
    bakery: int,
    limits: dict[str, Any],
    said: str,
) -> None:
    case = workspace.case(bakery)
    workspace.save_constraints(case, replace(case.constraints, **limits))
    assert said in words(open_plan(1))


def with_start(workspace: Workspace, case: Case, day: date) -> None:
    workspace.save_constraints(case, replace(case.constraints, start=day))


@pytest.mark.parametrize(("day", "is_told"), [(date(2020, 1, 6), True), (date(2090, 1, 2), False)])
def test_a_first_day_in_the_past_is_told(
    open_plan: Callable[[int | None], Hand], workspace: Workspace, bakery: int, day: date, *, is_told: bool
) -> None:
    with_start(workspace, workspace.case(bakery), day)
    hand = open_plan(None)
    hand.see("plan-change")
    assert (hand.find("plan-past-start") is not None) is is_told


def test_a_theme_without_questions_for_the_company_has_nothing_to_assess(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("quantum",))
    worst = worst_answers(workspace.library.questionnaires["quantum"])
    first = next(each for each in workspace.questions(case, "quantum") if each.key in worst)
    case = workspace.save_answer(case, first, worst[first.key])
    workspace.save_place(case, Place("results", "quantum", None))
    hand = open_window()
    assert hand.see("dimension-uses").accessibleName().endswith("Nothing to assess")
    assert hand.see("dimension-awareness").accessibleName().endswith("Too few answers for a level")
