"""A coordinator brings a form from KoboToolbox, and takes a questionnaire there."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import openpyxl
import pytest

from desktop.exchange.xlsform.workbook_checks import MAXIMUM_BYTES
from tests.unit.exchange.forms import write_form

Run = Callable[..., CompletedProcess[str]]

HEADINGS = ("type", "name", "label", "required", "relevant", "appearance", "constraint", "default")
SURVEY: list[tuple[Any, ...]] = [
    ("text", "Your_Name", "Your name"),
    ("begin_group", "shop", "The shop"),
    ("note", "hello", "Two questions about the shop."),
    ("select_one yn", "site", "Do you have a website?", "yes", None, None, None, "no"),
    ("integer", "visits", "How many visits?", None, "${site} = 'yes'", None, ". > 0 and . < 100"),
    ("geopoint", "place", "Where is it?"),
    ("text", "street", "Which street?", None, "string-length(${Your_Name}) > 3"),
    ("end_group",),
    ("begin_repeat", "staff", "People"),
    ("text", "staff_name", "Name"),
    ("end_repeat",),
    ("begin_group", "tools", "Which tools?", None, None, "table-list"),
    ("select_one yn", "tools_mail", "Mail", "yes"),
    ("select_one yn", "tools_till", "Till", "yes"),
    ("end_group",),
]


def test_a_form_of_others_becomes_a_valid_questionnaire(run_here: Run, tmp_path: Path) -> None:
    form = write_form(tmp_path / "form.xlsx", SURVEY, headings=HEADINGS)
    finished = run_here("import-xlsform", form, "-o", tmp_path / "new", "--language", "en")
    assert finished.returncode == 0, finished.stderr
    assert "Check: 0 errors, 0 warnings" in finished.stdout
    assert run_here("check", tmp_path / "new").stdout.endswith("\n0 errors, 0 warnings\n")
    structure = (tmp_path / "new" / "shop.yaml").read_text(encoding="utf-8")
    assert 'when: {question: site, in: ["yes"]}' in structure
    assert "maximum: 99" in structure


@pytest.mark.parametrize(
    "told",
    [
        "survey, row 5, column default: `no` is not kept",
        "survey, row 6, column type: the form wants whole numbers",
        "survey, row 7, column type: `Where is it?` of type `geopoint` was left out",
        "survey, row 8, column relevant: the condition cannot be kept",
        "survey, row 10, column type: the repetition of `People` is lost",
        "Your_Name  -> your-name",
        "tools_mail -> mail",
    ],
)
def test_what_does_not_fit_is_told_with_its_place(run_here: Run, tmp_path: Path, told: str) -> None:
    form = write_form(tmp_path / "form.xlsx", SURVEY, headings=HEADINGS)
    assert told in run_here("import-xlsform", form, "-o", tmp_path / "new", "--language", "en").stdout


def test_a_shipped_questionnaire_is_exported_and_tells_what_others_do_not_see(
    run_here: Run, tmp_path: Path
) -> None:
    target = tmp_path / "check.xlsx"
    finished = run_here("export-xlsform", "technology-check", "-o", target)
    assert finished.returncode == 0, finished.stderr
    assert "the condition of `building` cannot be said in full" in finished.stdout
    assert openpyxl.load_workbook(target).sheetnames[:3] == ["survey", "choices", "settings"]


def test_nothing_is_overwritten_unasked(run_here: Run, tmp_path: Path) -> None:
    form = tmp_path / "quick.xlsx"
    assert run_here("export-xlsform", "quick", "-o", form).returncode == 0
    before = form.read_bytes()
    refused = run_here("export-xlsform", "quick", "-o", form)
    assert (refused.returncode, form.read_bytes()) == (2, before)
    assert "exists already" in refused.stderr
    assert run_here("import-xlsform", form, "-o", tmp_path).returncode == 0
    assert "exists already" in run_here("import-xlsform", form, "-o", tmp_path).stderr
    assert run_here("import-xlsform", form, "-o", tmp_path, "--force").returncode == 0


def test_a_condition_changed_in_the_form_counts(run_here: Run, tmp_path: Path) -> None:
    form = tmp_path / "quantum.xlsx"
    run_here("export-xlsform", "quantum", "-o", form)
    workbook = openpyxl.load_workbook(form)
    survey = workbook["survey"]
    headings = {cell.value: cell.column for cell in survey[1]}
    row = next(row for row in survey.iter_rows(min_row=2) if row[headings["sestante_when"] - 1].value)
    row[headings["relevant"] - 1].value = None
    row[headings["sestante_id"] - 1].value = None
    survey.cell(row[0].row, headings["relevant"], "${nowhere} = 'x'")
    workbook.save(form)
    told = run_here("import-xlsform", form, "-o", tmp_path / "back").stdout
    assert "`relevant` was changed since the export" in told
    assert "`nowhere` is not an earlier question" in told


def _zipped(**parts: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name.replace("__", "/"), content)

    return write


def _with_sheet(old: bytes, new: bytes) -> Callable[[Path], None]:
    """A sound form with something replaced in its first sheet."""

    def write(path: Path) -> None:
        write_form(path, SURVEY, headings=HEADINGS)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = "xl/worksheets/sheet1.xml"
        assert old in parts[sheet]
        parts[sheet] = parts[sheet].replace(old, new, 1)
        _zipped(**{name.replace("/", "__"): content for name, content in parts.items()})(path)

    return write


_ROW = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda _path: None, "no such file"),
    "a folder": (lambda path: path.mkdir(), "not a file"),
    "empty": (lambda path: path.write_bytes(b""), "not an .xlsx file"),
    "a text": (lambda path: path.write_text("type,name"), "not an .xlsx file"),
    "50 MB": (lambda path: path.write_bytes(bytes(50_000_000)), f"at most {MAXIMUM_BYTES:,}"),
    "an old workbook": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" * 99), "old .xls file"),
    "another archive": (_zipped(a=b"b"), "damaged"),
    "a zip bomb": (_zipped(**dict.fromkeys([f"p{n}" for n in range(10)], bytes(10_000_000))), "unpacks to"),
    "very many parts": (_zipped(**{f"p{n}": b"" for n in range(2_000)}), "parts"),
    "a million cells": (_zipped(a=b"<c/>" * 1_000_000), "more cells"),
    "entities": (_zipped(a=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "no spreadsheet program"),
    "entities in UTF-16": (_zipped(a="<!DOCTYPE a><a/>".encode("utf-16")), "no spreadsheet program"),
    "a cell in the last corner": (_with_sheet(b"</sheetData>", _ROW), "goes beyond"),
    "broken XML": (_with_sheet(b"</sheetData>", b"</sheet"), "damaged"),
    "no questions": (lambda path: write_form(path, []), "no sheet `survey`"),
    "no columns": (lambda path: write_form(path, [("a",)], headings=("b",)), "columns `type` and `name`"),
    "nothing that fits": (
        lambda path: write_form(path, [("geopoint", "a", "b")]),
        "no question of this form",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.usefixtures("within_seconds")
def test_a_file_that_is_no_form_is_refused_in_a_sentence(run_here: Run, tmp_path: Path, name: str) -> None:
    write, told = REFUSED[name]
    form = tmp_path / "form.xlsx"
    write(form)
    finished = run_here("import-xlsform", form, "-o", tmp_path / "new")
    assert finished.returncode == 2
    assert told in finished.stderr
    assert str(form.name).removesuffix(".xlsx") in finished.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("within_seconds")
def test_a_merge_of_all_cells_is_told_and_not_carried_out(run_here: Run, tmp_path: Path) -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    form = tmp_path / "form.xlsx"
    _with_sheet(b"</sheetData>", merge)(form)
    finished = run_here("import-xlsform", form, "-o", tmp_path / "new")
    assert "the cells A1:XFD1048576 are merged" in finished.stdout


def test_an_unknown_name_is_answered_with_the_known_ones(run_here: Run) -> None:
    assert "dma-sme, quantum, quick" in run_here("export-xlsform", "nothing").stderr
    assert "no such questionnaire" in run_here("export-xlsform", "nothing.yaml").stderr
