"""A project of several companies on paper: one page, whole for those who listen, in a hub's look."""

from datetime import date
from io import BytesIO

import pdfua
import pytest
from pypdf import PdfReader
from structure_reading import Structure

from desktop.content.brand import read_brand
from desktop.report.project_sheet import ProjectSheet, Rows, build_project_sheet
from tests.builders import RESOURCES

BRAND = read_brand(RESOURCES / "examples" / "brand")
NAMES = tuple(f"Carpenteria Metallica Bergamasca numero {number}" for number in range(1, 75))
REASONS = tuple(f"Reason {number}: companies of one trade lack the same. " * 3 for number in range(9))


def a_sheet(names: tuple[str, ...] = ()) -> ProjectSheet:
    sections = (("What it is about", ("Keeping copies.",)), ("Why this group", REASONS), ("Nothing", ()))
    rows = tuple((name, "Bergamo", "1 → 2") for name in names)
    return ProjectSheet(
        "Il cloud <in> Bergamasca",
        ("Offer", "Manufacturing"),
        sections,
        date(2026, 11, 23),
        terms_title="Course in a class",
        terms=(("Given by", "Camera di commercio"), ("Hours", "12 h")),
        costs=Rows("Costs", ("Companies", "Each"), (0.5, 0.5), (("the most, 15", "€ 200"),), "Not known."),
        companies=Rows("Companies", ("Company", "Place", "Level"), (0.5, 0.3, 0.2), rows, to_write_on=True),
        shared_out=bool(names),
        steps=("Ask the provider.", "Write to the companies."),
        contacts=(("Sportello", "035 000000"),),
        signing_title="For the hub",
        signing=("Date", "Signature"),
    )


@pytest.mark.parametrize("brand", [None, BRAND])
@pytest.mark.parametrize(("names", "pages"), [((), 1), (NAMES[:2], 2), (NAMES, 6)])
def test_it_is_read_in_order_and_leaves_no_company_out(brand, names, pages):
    pdf = build_project_sheet(a_sheet(names), brand, "en")
    assert len(PdfReader(BytesIO(pdf)).pages) <= pages
    structure = Structure(pdf)
    assert [page.stray for page in structure.pages if page.stray] == []
    text = " ".join(structure.document.text.split())
    told = [
        "Il cloud <in> Bergamasca",
        "Camera di commercio",
        "the most, 15",
        "Ask the provider.",
        "Signature",
    ]
    assert [each for each in (*told, *names) if each not in text] == []
    assert "Nothing" not in text


def test_checkers_of_others_find_nothing(tmp_path):
    path = tmp_path / "sheet.pdf"
    for names in (NAMES[:7], NAMES):
        path.write_bytes(build_project_sheet(a_sheet(names), BRAND, "it"))
        report = pdfua.validate(str(path))
        assert (report.findings, report.skipped) == ((), ())
