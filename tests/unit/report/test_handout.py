"""Two sides of a sheet for events, whatever they hold."""

from dataclasses import replace

import pytest
import zxingcpp
from msgspec import structs
from rendered import pictures
from report_builders import START, a_bakery, a_dossier, an_empty_dossier, the_library
from report_reading import reader, squeezed, text_of

from desktop.answers import Facts, answer_from_plain, shown_questions
from desktop.content.brand import Brand, Office
from desktop.dossier import Situation, gather
from desktop.dossier.sharing import share
from desktop.report import PrintOptions, build_pdf

CODES = ("A" * 380, "B" * 380)
HOSTILE = ("W" * 200, "Forno " * 33, "مخبز الريح " * 18, "<para>&amp;" * 18, "\u202eabc " * 40)


def a_handout(dossier, language="en", **options):
    return build_pdf(dossier, language, PrintOptions(form="handout", **options))


def a_quick_look():
    """Twelve questions answered with the worst, and the plan that follows."""
    library, company = the_library(), a_bakery(hub=None)
    quick = library.questionnaires["quick"]
    sheet = {}
    while left := [one for one in shown_questions(quick, sheet, Facts.of(company)) if one.key not in sheet]:
        sheet[left[0].key] = answer_from_plain(left[0], left[0].choices[0].id)
    limits = a_dossier().constraints
    return gather(Situation(library, company, limits, (quick,), sheet, made_on=START))


@pytest.mark.parametrize(
    ("name", "language"), list(zip(HOSTILE, ("it", "en", "it", "en", "it"), strict=True))
)
def test_there_are_two_pages_whatever_the_names(name, language):
    office = Office(name, name, name, name[:60], "https://" + "w" * 150 + ".example")
    brand = Brand(name[:120], "#7A2E5D", offices=(office,) * 4, intro={language: "Parole " * 85})
    dossier = a_dossier(name=name)
    course = dossier.plan.courses[0]
    named = replace(course, course=_renamed(course.course, name))
    plan = replace(dossier.plan, courses=(named, *dossier.plan.courses[1:]))

    pdf = a_handout(replace(dossier, plan=plan), language, brand=brand, codes=CODES)

    assert len(reader(pdf).pages) == 2


def _renamed(course, name):
    return structs.replace(course, title=name, provider=name, url="https://a.example/" + "x" * 900)


def test_the_front_says_where_one_stands_what_to_do_and_which_courses():
    dossier = a_dossier()
    front = squeezed(reader(a_handout(dossier)).pages[0].extract_text())

    advice = dossier.library.catalogue.advice
    for win in dossier.quick_wins[:3]:
        assert squeezed(advice.action_text(win.action.id, "en").title) in front
    titles = {planned.course.title for planned in dossier.plan.courses}
    assert sum(squeezed(title) in front for title in titles) == 3
    assert squeezed(dossier.library.network.hubs[dossier.company.hub].name) in front


def test_the_courses_codes_lead_to_them():
    dossier = a_dossier()
    addresses = {planned.course.url for planned in dossier.plan.courses}

    front, _ = pictures(a_handout(dossier), 200)
    found = {code.text for code in zxingcpp.read_barcodes(front)}
    assert len(found) == 3
    assert found <= addresses


def test_the_back_carries_both_codes_or_none():
    _, back = pictures(a_handout(a_dossier(), codes=CODES), 200)
    assert {code.text for code in zxingcpp.read_barcodes(back)} == set(CODES)

    _, back = pictures(a_handout(a_dossier(), codes=(*CODES, "C")), 200)
    assert zxingcpp.read_barcodes(back) == []


def test_the_quick_look_alone_is_enough():
    pdf = a_handout(a_quick_look())
    text = text_of(pdf)

    assert len(reader(pdf).pages) == 2
    assert squeezed("To start on Monday") in text
    assert squeezed("Answer the longer questionnaires") in text
    assert "bestcourse" in text


def test_scores_alone_make_two_pages_without_plan():
    text = text_of(a_handout(share(a_dossier(), "scores"), codes=CODES[:1]))

    assert squeezed("Without name") in text
    assert squeezed("This copy holds scores alone") in text
    assert not any(squeezed(part) in text for part in ("Your calendar", "To start on Monday", "best course"))


def test_nothing_answered_is_told_on_two_pages():
    assert len(reader(a_handout(an_empty_dossier())).pages) == 2
