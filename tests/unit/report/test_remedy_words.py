"""What would make a course fit, in words and on paper."""

from dataclasses import replace

import msgspec
import pytest
from report_builders import a_dossier
from report_reading import squeezed, text_of

from desktop.content.company import People
from desktop.dossier import dossier_to_plain
from desktop.planning import REMEDY_KINDS, OpenGap, Remedy
from desktop.report import build_pdf
from desktop.report.no_course_words import NoCourse, empty_plan_in_words, why_no_course
from desktop.report.remedy_words import RemedyWords
from desktop.text import wording

COURSE = next(iter(a_dossier().library.catalogue.courses))
NAMES = {"language": "en", "form": "live"}
HALF_HOUR = Remedy("hours", 1, "owner")
ONE_WEEK = Remedy("weeks", 1)


def told(language: str = "en") -> RemedyWords:
    return RemedyWords(a_dossier().library.catalogue, wording(language))


def gap(competence: str, *remedies: Remedy) -> OpenGap:
    return OpenGap(competence, 1, 1, "displaced", remedies=remedies)


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_remedy_has_a_sentence_of_its_own(language: str) -> None:
    remedies = [
        Remedy(kind, 3, "owner", NAMES.get(kind, COURSE), (COURSE,), ("owner", COURSE))
        for kind in REMEDY_KINDS
    ]
    said = {told(language).sentence(remedy) for remedy in remedies}
    assert len(said) == len(REMEDY_KINDS)
    assert all(sentence.endswith(".") for sentence in said)


@pytest.mark.parametrize(
    ("remedy", "sentence"),
    [
        (HALF_HOUR, "With half an hour more a week (Owner)."),
        (Remedy("hours", 4, "owner"), "With 2 more hours a week (Owner)."),
        (ONE_WEEK, "With 1 more week."),
        (Remedy("budget", 120), "With €120 more."),
        (Remedy("people", 1, "it"), "If somebody takes part as “IT manager”."),
    ],
)
def test_a_remedy_is_short(remedy: Remedy, sentence: str) -> None:
    assert told().sentence(remedy) == sentence


def test_of_many_courses_in_a_language_the_first_are_named() -> None:
    courses = tuple(a_dossier().library.catalogue.courses)[:5]
    sentence = told().sentence(Remedy("language", name="en", courses=courses))
    assert sentence.startswith("In English there are 5 courses: ")
    assert sentence.endswith(", and others.")


def test_changes_that_go_with_the_same_course_share_a_sentence() -> None:
    alike = [gap("cyber-backup", HALF_HOUR, ONE_WEEK), gap("cyber-fraud", ONE_WEEK)]
    names = a_dossier().library.catalogue.competence_text("en").competences
    assert list(told().together(alike)) == [
        f"{names['cyber-backup'].name}: with half an hour more a week (Owner), or with 1 more week.",
        f"{names['cyber-fraud'].name}: with 1 more week.",
    ]


def test_the_printed_plan_and_json_tell_the_remedies() -> None:
    dossier = a_dossier()
    first, *others = dossier.plan.open_gaps
    gaps = (replace(first, remedies=(Remedy("hours", 3, "owner"),)), *others)
    dossier = replace(dossier, plan=replace(dossier.plan, open_gaps=gaps))

    text = text_of(build_pdf(dossier, "en"))
    plain = dossier_to_plain(dossier)["plan"]["open_gaps"][0]["remedies"]

    assert squeezed("With 1.5 more hours a week (Owner).".lower()) in text.lower()
    assert [(each["kind"], each["number"], each["role"]) for each in plain] == [("hours", 1.5, "owner")]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"people": People(owner=0)}, NoCourse.NOBODY),
        ({"hours_per_week": {"owner": 0, "employee": 0, "it": 0}}, NoCourse.NO_TIME),
        ({}, NoCourse.LIMITS),
    ],
)
def test_a_plan_without_courses_says_why(limits: dict[str, object], reason: NoCourse) -> None:
    dossier = a_dossier()
    plan = replace(dossier.plan, courses=(), open_gaps=(OpenGap("cyber-fraud", 1, 1, "form", 1),))
    constraints = msgspec.structs.replace(dossier.constraints, **limits)
    assert why_no_course(plan, constraints, dossier.company) is reason
    said = {empty_plan_in_words(plan, constraints, dossier.company, wording(each)) for each in ("en", "it")}
    assert len(said) == 2
