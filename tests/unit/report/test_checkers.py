"""What other people's checkers say of the plan: PDF/A-3 by veraPDF's rules, and a part of PDF/UA-1."""

from dataclasses import replace
from io import BytesIO

import pdfua
import pytest
from msgspec.structs import replace as with_fields
from pikepdf import pdfa
from report_builders import a_dossier

from desktop.report import build_pdf
from desktop.report.options import Attachment, PrintOptions

STRICTER_THAN_THE_STANDARD = {
    # pikepdf knows conformance B alone, and no namespaces but those the standard itself names.
    ("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'A', expected 'B'"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfuaid:part is not permitted"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfaExtension:schemas is not permitted"),
}
EXTENSION = "XMP namespace pdfa"


@pytest.fixture(scope="module", params=["Panificio Lorusso", "شركة كِتَابٌ الله (Bari)", "שִׁמְעוֹן"])
def plan(request):
    dossier = a_dossier()
    attachment = Attachment("result.json", b"{}", "application/json", "Answers and plan")
    company = with_fields(dossier.company, name=request.param)
    return build_pdf(replace(dossier, company=company), "it", PrintOptions(attachments=(attachment,)))


def test_it_keeps_to_pdf_a(plan):
    report = pdfa.validate_written(BytesIO(plan), "3b")

    found = [(finding.rule, finding.message) for finding in report.findings]
    assert [
        each for each in found if each not in STRICTER_THAN_THE_STANDARD and EXTENSION not in each[1]
    ] == []
    assert len(found) > len(STRICTER_THAN_THE_STANDARD)


def test_it_keeps_to_pdf_ua(plan, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan)

    report = pdfua.validate(str(path))

    assert report.findings == ()
    assert report.skipped == ()
