"""A hub's look, codes and handout for those who listen: everything tagged, in the order it is read."""

from io import BytesIO

import pytest
from PIL import Image
from report_builders import a_dossier
from structure_reading import Structure

from desktop.content.brand import Brand, Office
from desktop.dossier.sharing import share
from desktop.report import PrintOptions, build_pdf


def a_brand():
    logo = BytesIO()
    Image.new("RGBA", (40, 20), (0, 80, 0, 255)).save(logo, "PNG")
    return Brand("Hub Valle Serena", "#7A2E5D", logo.getvalue(), (Office("Sportello", "Via 1", "0999"),))


@pytest.fixture(scope="module", params=["plan", "handout", "scores"])
def paper(request):
    form = "handout" if request.param == "handout" else "plan"
    scope = "scores" if request.param == "scores" else "full"
    options = PrintOptions(form=form, brand=a_brand(), codes=("A", "B"))
    return Structure(build_pdf(share(a_dossier(courses=2), scope), "it", options))


def test_nothing_is_drawn_outside_of_elements_and_decorations(paper):
    assert [page.stray for page in paper.pages if page.stray] == []


def test_it_is_read_in_the_order_it_is_written(paper):
    written = "".join(text for page in paper.pages for _, text in sorted(page.stretches.items()))

    assert paper.document.text == written


def test_logo_and_codes_are_figures_with_words(paper):
    told = [figure.entry["/Alt"] for figure in paper.document.all("Figure")]

    assert "Hub Valle Serena" in told
    assert {"Codice 1 di 2", "Codice 2 di 2"} <= set(told)
