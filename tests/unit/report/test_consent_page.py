"""The consent on paper."""

from dataclasses import replace
from datetime import date

import pytest
from report_builders import a_dossier
from report_reading import reader, squeezed, text_of

from desktop.content.brand import Brand
from desktop.content.consent import with_hub
from desktop.dossier import Consent
from desktop.report import PrintOptions, build_pdf

ALONE = frozenset({"consent"})


@pytest.fixture(scope="module")
def dossier():
    return a_dossier(courses=1)


def a_sheet(dossier, language, **options):
    return build_pdf(dossier, language, PrintOptions(parts=ALONE, **options))


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_whole_text_is_there_in_the_language_of_the_document(dossier, language):
    pdf = a_sheet(dossier, language)
    form, hub = dossier.library.consent, dossier.library.network.hubs[dossier.company.hub].name

    text = text_of(pdf)
    for part in (*form.parts(language, "sections"), *form.parts(language, "purposes")):
        assert squeezed(with_hub(part.text, hub)) in text
    assert len(reader(pdf).pages) == 2


def test_nothing_is_smaller_than_eight_points(dossier):
    sizes = []
    page = reader(a_sheet(dossier, "it")).pages[-1]
    page.extract_text(
        visitor_text=lambda text, _cm, matrix, _font, size: (
            sizes.append(size * matrix[3]) if text.strip() else None
        )
    )

    assert len([size for size in sizes if size < 8]) == 2  # the footer


def test_a_company_without_a_hub_reads_whom_it_is_for(dossier):
    nowhere = a_dossier(courses=1, hub=None)

    assert squeezed("The hub you give this plan to, the controller") in text_of(a_sheet(nowhere, "en"))


def test_the_hub_of_the_brand_is_named(dossier):
    brand = Brand("Hub Valle Serena", "#7A2E5D")

    assert squeezed("Hub Valle Serena may contact us") in text_of(a_sheet(dossier, "en", brand=brand))


def test_what_was_agreed_is_told_with_its_day_and_version(dossier):
    agreed = replace(dossier, consent=Consent(date(2026, 11, 30), "0.9"))

    assert squeezed("on 30 November 2026, to version 0.9") in text_of(a_sheet(agreed, "en"))
    assert "AgreedinSestante" not in text_of(a_sheet(dossier, "en"))
