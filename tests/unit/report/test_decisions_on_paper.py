"""What was decided about courses, in words and on paper."""

from dataclasses import replace

import msgspec
import pytest
from report_builders import a_dossier, printed
from report_reading import squeezed, text_of

from desktop.content.decisions import CourseDecision
from desktop.planning import UNKEPT_REASONS, Unkept
from desktop.report import build_pdf
from desktop.report.decision_words import decision_in_words, unkept_in_words
from desktop.text import wording

GONE = CourseDecision(course="gone-since", role="owner", state="wanted")


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_reason_has_a_sentence_of_its_own(language: str) -> None:
    said = {unkept_in_words(Unkept(GONE, reason, 3), wording(language)) for reason in UNKEPT_REASONS}
    assert len(said) == len(UNKEPT_REASONS)
    assert all(sentence.endswith(".") for sentence in said)


def test_a_course_the_plan_chose_says_nothing_of_decisions() -> None:
    assert not decision_in_words(a_dossier().plan.courses, wording("en"))


def test_the_printed_plan_tells_what_was_decided_and_what_could_not_be_kept() -> None:
    dossier = a_dossier()
    first, second, *others = dossier.plan.courses
    wanted = CourseDecision(course=first.course.id, role=first.role, state="wanted", week=3)
    begun = CourseDecision(course=second.course.id, role=second.role, state="under-way")
    courses = (replace(first, decision=wanted), replace(second, decision=begun), *others)
    plan = replace(dossier.plan, courses=courses, unkept=(Unkept(GONE, "budget", 40),))

    text = text_of(build_pdf(replace(dossier, plan=plan), "en"))

    assert squeezed("Wanted by you, not before week 4") in text
    assert squeezed("Under way") in text
    assert squeezed("gone-since (Owner). It costs €40 more than is left of the budget.") in text


def test_the_printed_calendar_tells_its_pace_and_whose_courses_could_not_be_spread() -> None:
    dossier = a_dossier()
    promise = squeezed("no month is fuller than it has to be")
    assert promise not in text_of(printed("en"))
    dossier = replace(dossier, constraints=msgspec.structs.replace(dossier.constraints, pace="even"))
    assert promise in text_of(build_pdf(dossier, "en"))
    none = replace(dossier.plan, unspread=tuple({each.role for each in dossier.plan.courses}))
    text = text_of(build_pdf(replace(dossier, plan=none), "en"))
    assert promise not in text
    assert squeezed("the courses cannot be spread evenly over the months of this plan") in text
