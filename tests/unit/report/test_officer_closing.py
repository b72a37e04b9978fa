"""What ends the page for the hub: the company's own words, and the state of its consent."""

from dataclasses import replace
from datetime import date

import pytest
from report_builders import a_dossier, the_library
from report_reading import reader, squeezed

from desktop.answers import Text
from desktop.dossier import Consent
from desktop.report import PrintOptions, build_pdf

OFFICER = PrintOptions(parts=frozenset({"officer"}))


@pytest.fixture(scope="module")
def dossier():
    return a_dossier(courses=1)


def the_page(dossier):
    _, page = reader(build_pdf(dossier, "en", OFFICER)).pages
    return squeezed(page.extract_text())


def saying(dossier, words):
    notes = the_library().questionnaires["technology-check"].questions["notes"]
    return replace(dossier, sheet={**dossier.sheet, notes.key: Text(words)})


def test_what_the_company_wrote_stands_below_its_question(dossier):
    page = the_page(saying(dossier, "We change the till\nin spring."))

    _, _, words = page.partition(squeezed("In the company's own words"))
    assert squeezed("We change the till in spring.") in words


def test_long_words_are_cut_and_the_page_stays_one(dossier):
    page = the_page(saying(dossier, "We change the till in spring. " * 33))

    assert 3 < page.count(squeezed("We change the till in spring.")) < 33
    assert "…" in page


def test_a_company_that_wrote_nothing_has_no_words_of_its_own(dossier):
    silent = replace(
        dossier, sheet={key: said for key, said in dossier.sheet.items() if not isinstance(said, Text)}
    )

    assert squeezed("In the company's own words") not in the_page(silent)
    assert squeezed("What the company has signed on paper counts") in the_page(silent)


@pytest.mark.parametrize(("version", "is_told"), [("0.9", True), (None, False)])
def test_consent_is_told_with_its_day_and_whether_the_text_is_newer(dossier, version, is_told):
    current = dossier.library.consent.version
    page = the_page(replace(dossier, consent=Consent(date(2026, 11, 30), version or current)))

    assert squeezed("gave its consent on 30 November 2026") in page
    assert (squeezed(f"The text is now version {current}.") in page) is is_told
