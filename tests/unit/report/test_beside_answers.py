"""Notes, how sure answers are, and names of files: on paper where they may be, and nowhere else."""

from dataclasses import replace

import pytest
from report_builders import a_dossier
from report_reading import reader, squeezed, text_of

from desktop.dossier import Beside
from desktop.dossier.sharing import share
from desktop.report import build_pdf

NOTE, FILE = "Ugo keeps the disk at home", "Ugo's invoice.pdf"


def with_beside(beside):
    dossier = a_dossier()
    question = next(each for result in dossier.results for each in result.shown if each.key in dossier.sheet)
    return replace(dossier, beside={question.key: beside})


def test_all_is_printed_under_its_answer():
    text = text_of(build_pdf(with_beside(Beside(NOTE, "guess", (FILE,))), "en"))
    assert squeezed(f"How sure: a guess Files: {FILE} Note: {NOTE}") in text


def test_an_answer_that_is_sure_says_nothing_of_it():
    assert squeezed("How sure:") not in text_of(build_pdf(with_beside(Beside("", "sure")), "en"))


@pytest.mark.parametrize(("scope", "says_guess"), [("no-contact", True), ("scores", False)])
def test_what_may_name_people_is_left_out_with_contact_data(scope, says_guess):
    shared = share(with_beside(Beside(NOTE, "guess", (FILE,))), scope)
    text = text_of(build_pdf(shared, "en"))
    assert squeezed(NOTE) not in text
    assert squeezed(FILE) not in text
    assert (squeezed("a guess") in text) is says_guess


def test_a_note_of_any_length_and_letters_is_printed_whole():
    words = " ".join(f"<b>word{number}&" for number in range(400))
    pdf = build_pdf(with_beside(Beside(words)), "it")
    text = text_of(pdf)
    assert all(squeezed(f"<b>word{number}&") in text for number in (0, 199, 399))
    assert all(len(page.extract_text()) > 200 for page in reader(pdf).pages)
