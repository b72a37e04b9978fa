"""A project of several companies on paper: one page, whole for those who listen, in a hub's look."""

from datetime import date
from io import BytesIO

import pdfua
import pytest
from pypdf import PdfReader
from structure_reading import Structure

from desktop.content.brand import read_brand
from desktop.report.project_sheet import ProjectSheet, build_project_sheet
from tests.builders import RESOURCES

BRAND = read_brand(RESOURCES / "examples" / "brand")
NAMES = tuple(f"Carpenteria Metallica Bergamasca numero {number} · Bergamo" for number in range(1, 75))
REASONS = tuple(f"Reason {number}: companies of one trade lack the same. " * 3 for number in range(9))


def a_sheet(names: tuple[str, ...] = ()) -> ProjectSheet:
    sections = (("What it is about", ("Keeping copies.",)), ("Why this group", REASONS), ("Nothing", ()))
    return ProjectSheet(
        "Il cloud <in> Bergamasca", ("Offer", "Manufacturing"), sections, names, date(2026, 11, 23)
    )


@pytest.mark.parametrize("brand", [None, BRAND])
@pytest.mark.parametrize("names", [(), NAMES])
def test_it_is_one_page_that_is_read_in_order(brand, names):
    pdf = build_project_sheet(a_sheet(names), brand, "en")
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    structure = Structure(pdf)
    assert [page.stray for page in structure.pages if page.stray] == []
    text = " ".join(structure.document.text.split())
    assert "Il cloud <in> Bergamasca" in text
    assert ("numero 60" in text, "… and 14 more." in text) == (bool(names), bool(names))
    assert "Nothing" not in text


def test_checkers_of_others_find_nothing(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(build_project_sheet(a_sheet(NAMES[:7]), BRAND, "it"))
    report = pdfua.validate(str(path))
    assert (report.findings, report.skipped) == ((), ())
