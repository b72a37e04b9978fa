"""What the printed plan says of where to go."""

from dataclasses import replace
from datetime import date

from report_builders import a_dossier, an_empty_dossier, printed
from report_reading import reader, squeezed, text_of

from desktop.report import build_pdf


def test_the_doors_with_their_purpose_are_printed(dossier, pdf, language):
    text = text_of(pdf)

    support = dossier.library.network.support
    assert len(dossier.guidance.doors) > 1
    for door in dossier.guidance.doors:
        assert squeezed(door.hub.name) in text
        assert squeezed(support.kind_text(door.hub.kind, language).purpose) in text


def test_funding_is_printed_with_what_to_ask(dossier, pdf, language):
    text = text_of(pdf)

    support = dossier.library.network.support
    for match in dossier.guidance.funding:
        told = support.funding_text(match.entry.id, language)
        assert squeezed(told.name) in text
        assert squeezed(told.ask) in text


def test_what_is_old_says_so():
    later = replace(a_dossier(courses=1), made_on=date(2030, 1, 1))
    text = text_of(build_pdf(later, "en"))

    assert squeezed("more than a year ago: check.") in text


def test_a_closed_edition_says_that_it_comes_back():
    text = text_of(printed("en", courses=1, region="ITC4", hub="dih-bergamo"))

    assert squeezed("Closed; comes back most years; it ended on 6 June 2025") in text
    assert squeezed("Not included: Bergamo") in text


def test_without_needs_nobody_is_sent_anywhere():
    assert squeezed("Who may pay a part") not in text_of(build_pdf(an_empty_dossier(), "en"))


def test_a_firm_without_a_region_is_told_why_little_is_near():
    text = text_of(printed("en", courses=1, region=None, hub=None))

    assert squeezed("Your region is not given") in text


def test_each_door_says_why_and_what_to_ask_for_there(dossier, pdf, language):
    text = text_of(pdf)

    support, advice = dossier.library.network.support, dossier.library.catalogue.advice
    assert any(door.asks for door in dossier.guidance.doors)
    for door in dossier.guidance.doors:
        assert squeezed(support.kind_text(door.hub.kind, language).reason) in text
        for name in door.asks:
            assert squeezed(advice.service_text(name, language).title[1:]) in text


def test_what_has_ended_says_when():
    text = text_of(printed("en", courses=1))

    assert squeezed("Call 4/2025 Diginnova Agile, ended on 15 July 2026") in text


def test_a_course_known_for_more_than_a_year_says_so():
    dossier = a_dossier(courses=1)
    as_of = dossier.plan.courses[0].course.as_of
    later = replace(dossier, made_on=date(int(as_of[:4]) + 2, 1, 1))

    assert squeezed("more than a year ago: check)") in text_of(build_pdf(later, "en"))


def test_the_page_for_the_hub_names_first_what_is_not_over_and_for_whom_it_is():
    pdf = printed("en", courses=1, region="ITC4", hub="dih-bergamo")
    page = squeezed(reader(pdf).pages[1].extract_text())

    assert squeezed("Closed; comes back") in text_of(pdf)
    assert squeezed("Closed; comes back") not in page
    assert squeezed("Only for companies that belong to this fund.") in page
