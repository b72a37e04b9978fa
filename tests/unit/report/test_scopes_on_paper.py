"""What a copy leaves out is told, and nowhere in the file."""

import pytest
from report_builders import a_dossier, printed
from report_reading import reader, squeezed, text_of

from desktop.content.company import Contact
from desktop.dossier.sharing import share
from desktop.report import PARTS, PrintOptions, build_pdf

SECRETS = ("Quasimodo", "01234567897", "Esmeralda", "esmeralda@", "123456", "campane")


@pytest.fixture(scope="module")
def dossier():
    contact = Contact(name="Esmeralda", role="campane", email="esmeralda@x.example", phone="+39 080 123456")
    return a_dossier(name="Quasimodo", contact=contact)


def everything(pdf):
    """All text and all objects of a file, streams unpacked."""
    file = reader(pdf)
    pieces = [pdf, str(file.metadata).encode(), text_of(pdf).encode()]
    for number in range(1, len(file.xref[0]) + 1):
        found = file.get_object(number)
        pieces.append(repr(found).encode())
        if hasattr(found, "get_data"):
            pieces.append(found.get_data())
    return b"\n".join(pieces)


@pytest.mark.parametrize("form", ["plan", "handout"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_scores_alone_name_nobody_anywhere(dossier, form, language):
    found = everything(build_pdf(share(dossier, "scores"), language, PrintOptions(form=form, codes=("A",))))

    assert not [secret for secret in SECRETS if secret.encode() in found]
    assert b"Quasimodo" in everything(build_pdf(dossier, language, PrintOptions(form=form)))


def test_scores_alone_keep_what_makes_sense(dossier):
    pdf = build_pdf(share(dossier, "scores"), "en", PrintOptions(codes=("A",)))
    text = text_of(pdf)

    assert squeezed("This copy holds scores alone: no name, no answers, no plan.") in text
    assert all(squeezed(title) in text for title in ("Where you stand", "How this was computed"))
    assert squeezed("Micro enterprise") in text
    left_out = ("For the hub, on one page", "Your answers", "Your courses", "Consent to", "No hub chosen")
    assert not any(squeezed(title) in text for title in left_out)
    assert reader(pdf).metadata.title == "Digital maturity scores"
    assert reader(pdf).metadata.author == "Sestante"


def test_no_page_is_empty_but_for_its_footer(dossier):
    for scope in ("full", "no-contact", "scores"):
        pages = reader(build_pdf(share(dossier, scope), "en", PrintOptions(codes=("A",)))).pages
        assert all(len(page.extract_text()) > 200 for page in pages)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_follows_the_cover_without_an_empty_page(dossier, part):
    pages = reader(build_pdf(dossier, "en", PrintOptions(parts=frozenset({part}), codes=("A",)))).pages

    assert all(len(page.extract_text()) > 200 for page in pages)


def test_a_copy_without_contact_says_so_on_cover_and_for_the_officer(dossier):
    cover, officer, *_ = reader(build_pdf(share(dossier, "no-contact"), "en")).pages

    line = squeezed("This copy leaves out the contact person's data.")
    assert line in squeezed(cover.extract_text())
    assert line in squeezed(officer.extract_text())
    assert squeezed("Quasimodo") in squeezed(cover.extract_text())


def test_a_full_copy_says_nothing_of_it(dossier):
    assert "Thiscopy" not in text_of(printed("en"))
