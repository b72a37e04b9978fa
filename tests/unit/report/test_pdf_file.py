"""The printed plan as a file."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from report_reading import fonts_of, reader

from desktop.report import ReportError, build_pdf, write_pdf


def test_same_input_gives_the_same_bytes(dossier, language, pdf):
    assert build_pdf(dossier, language) == pdf


def test_small_objects_are_packed_and_other_programs_read_all_of_them(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        kinds = [each.get("/Type") for each in document.objects if isinstance(each, pikepdf.Stream)]
        elements = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each
        ]

        assert document.check_pdf_syntax() == []
        assert "/ObjStm" in kinds
        assert len(elements) > 500
    assert len(pdf) < 150_000


def test_all_fonts_are_inter_and_embedded(pdf):
    fonts = fonts_of(pdf)

    assert fonts
    assert all("Inter" in name and is_embedded for name, is_embedded in fonts.items())


def test_file_says_its_title_language_and_day(dossier, language, pdf):
    document = reader(pdf)

    assert dossier.company.name in document.metadata.title
    assert document.metadata.author == dossier.company.name
    assert document.metadata.creation_date == datetime(2026, 12, 1, tzinfo=UTC)
    assert document.trailer["/Root"]["/Lang"].startswith(language)


def test_every_course_has_a_bookmark(dossier, pdf):
    titles = " ".join(_titles(reader(pdf).outline))

    assert all(planned.course.title in titles for planned in dossier.plan.courses)


def _titles(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def test_plan_replaces_an_older_file_and_leaves_nothing_else(dossier, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.4 old")

    write_pdf(dossier, path, "en")

    assert path.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folder_is_explained(dossier, tmp_path):
    with pytest.raises(ReportError, match="could not be saved"):
        write_pdf(dossier, tmp_path / "nowhere" / "plan.pdf", "en")
