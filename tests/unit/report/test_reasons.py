"""Why a course is in the plan, and what is not certain about its price, in words."""

from dataclasses import replace

import msgspec
import pytest
from report_builders import a_dossier

from desktop.report.prices import cost_in_words, total_in_words
from desktop.report.reasons import loss_in_words, next_best_in_words, opening_in_words
from desktop.text import wording

EN = wording("en")


@pytest.fixture(scope="module")
def dossier():
    return a_dossier()


@pytest.fixture
def planned(dossier):
    return dossier.plan.courses[0]


def _noted(planned, **changes):
    return replace(planned, course=msgspec.structs.replace(planned.course, **changes))


def test_the_loss_is_a_share_of_the_whole_plan(dossier, planned):
    part = replace(planned, value=78)

    assert "worth 25% less" in loss_in_words([part], dossier.plan, EN)
    assert "at least 50% less" in loss_in_words([part, part], dossier.plan, EN)


def test_a_small_loss_is_never_told_as_none(dossier, planned):
    assert "worth 0.1% less" in loss_in_words([replace(planned, value=0)], dossier.plan, EN)


@pytest.mark.parametrize(
    ("has_alternative", "lost", "told"),
    [
        (True, 0, "take “{title}” and be worth as much"),
        (True, 78, "take “{title}” and be worth 25% less"),
        (False, 0, "be worth as much"),
        (False, 78, "be worth 25% less"),
        (False, 156, "Nothing in the catalogue"),
    ],
)
def test_the_next_best_is_told_of_the_whole_plan(dossier, planned, has_alternative, lost, told):
    other = dossier.plan.courses[1].course
    part = replace(
        planned, value=156, alternative=other.id if has_alternative else None, lost_with_alternative=lost
    )

    (sentence,) = next_best_in_words([part], dossier, EN)

    assert told.format(title=other.title) in sentence
    assert "hour" not in sentence
    assert "money" not in sentence


def test_roles_with_different_alternatives_are_told_apart(dossier, planned):
    owner = replace(planned, role="owner", alternative=None, lost_with_alternative=0)
    employee = replace(owner, role="employee", lost_with_alternative=12)

    assert [sentence.split(":")[0] for sentence in next_best_in_words([owner, employee], dossier, EN)] == [
        "Owner",
        "Employees",
    ]


def test_a_course_says_which_other_one_it_opens(dossier, planned):
    later = _noted(replace(dossier.plan.courses[1], role=planned.role), after=((planned.course.id,),))
    plan = replace(dossier.plan, courses=(planned, later))

    assert opening_in_words([planned], plan, EN) == f"Opens the way to “{later.course.title}”."


def test_a_price_with_a_note_is_to_be_confirmed(dossier, planned):
    free = _noted(replace(planned, cost_eur=0), cost_eur=0, cost_note="not confirmed")
    dear = _noted(replace(planned, cost_eur=600), cost_eur=600, cost_note="not confirmed")

    assert cost_in_words(free, wording("it")) == "gratuito, da confermare"
    assert cost_in_words(dear, EN) == "€600, to be confirmed"
    assert total_in_words(replace(dossier.plan, courses=(free,)), wording("it")).endswith(
        "0\N{NO-BREAK SPACE}€, 1 prezzo da confermare"
    )


def test_a_certain_price_is_told_as_it_is(dossier, planned):
    free = _noted(replace(planned, cost_eur=0), cost_eur=0, cost_note=None)

    assert cost_in_words(free, EN) == "free of charge"
    assert total_in_words(replace(dossier.plan, courses=(free,)), EN) == "€0"
