"""A hub hands on what it knows: to the network, to the region, to the public, to its next edition."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pdfua
import pytest

from desktop.answers import Reserved
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.exchange.outward.dma_fields import FIELDS
from desktop.exchange.outward.open_data.fields import COMPANY_FIELDS, SUM_FIELDS, dictionary
from desktop.text import wording
from desktop.workspace.reports import ReportError, Wish
from tests.assessed import DMA, a_service, assessed
from tests.desks import Desk
from tests.stories.conftest import Run

EN = wording("en")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "hub")
    yield desk
    desk.close()


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def sheet_of(path: Path) -> list[tuple[object, ...]]:
    [sheet] = openpyxl.load_workbook(path).worksheets
    return list(sheet.iter_rows(values_only=True))


def test_the_answers_of_the_assessment_in_the_fields_of_the_platform(hub: Desk, tmp_path: Path) -> None:
    case = assessed(hub, "=cmd|'Forno", 2, vat="00159560366")
    hub.workspace.consent.record(case, "1")
    written = hub.workspace.hub.reports.write(Wish("dma-csv", tmp_path / "dma.csv"))
    assert (written.count, written.remarks) == (1, ())
    [row] = rows_of(tmp_path / "dma.csv")
    assert len(row) == 4 + 86
    assert row["time_point"] == "T0"
    assert re.fullmatch(r"[01]\d/[0-3]\d/20\d\d", row["maturity_assessment_date"])
    assert row["enterprise_name_edih"] == "'=cmd|'Forno"
    assert row["fiscal_registration_number_vat"] == "00159560366"
    assert row["product_service_design_m2_1_1"] == "0|1"
    assert row["inbound_logistics_warehousing_m2_1_1"] == "0|1"
    assert row["digitalisation_needs_are_identified_m2_1_2"] == "1"
    assert row["it_infrastructures_m2_1_2"] == "0"
    assert row["following_advanced_digital_technologies_m2_2_4__internet_of_things_m2_2_4"] == "2"
    assert row["green_digitalisation_2_likert__recycling_reuse_m2_6_11"] == "5"
    assert (tmp_path / "dma.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    hub.workspace.hub.reports.write(Wish("dma-csv", tmp_path / "dma.csv", order="already-plan"))
    assert rows_of(tmp_path / "dma.csv")[0]["product_service_design_m2_1_1"] == "1|0"


def test_what_cannot_be_mapped_is_told(hub: Desk, tmp_path: Path) -> None:
    whole, half = assessed(hub, "Whole"), assessed(hub, "Half")
    hub.workspace.save_answer(half, DMA.questions["staff-skills"], None)
    hub.workspace.save_answer(whole, DMA.questions["data-security"], Reserved.UNKNOWN)
    written = hub.workspace.hub.reports.write(Wish("dma-csv", tmp_path / "dma.csv"))
    assert [row["enterprise_name_edih"] for row in rows_of(tmp_path / "dma.csv")] == ["Whole"]
    told = [EN.tell(each) for each in written.remarks]
    assert told[:2] == [
        "Half, T0: left out; questions not fully answered: 1 of 11.",
        "Whole, T0: answers “I don't know” that became 0, as the platform has no place for them: 1.",
    ]
    assert told[2].startswith("Companies named in it whose consent is not recorded here: 1.")


def test_every_row_of_the_questionnaire_has_a_field_of_its_own() -> None:
    fields = [field for names in FIELDS.values() for field in names.values()]
    assert len(set(fields)) == len(fields) == 86
    for question in DMA.questions.values():
        asked = {row.id for row in question.rows} or {choice.id for choice in question.choices} - {"none"}
        assert asked == FIELDS[question.id].keys()


def test_the_list_of_results_and_the_service_register(hub: Desk, tmp_path: Path) -> None:
    case = assessed(hub, "Forno", region="ITC4")
    wish = Wish("dma-list", tmp_path / "dma.xlsx", hub="Hub Serena")
    hub.workspace.hub.reports.write(wish)
    head, row = sheet_of(tmp_path / "dma.xlsx")
    card = hub.workspace.scores.card(case, "dma-sme")
    assert head[:4] == ("SME name", "DMA Timing", "DMA Score", "Digital Business Strategy")
    assert head[-2:] == ("Green Digitalisation", "EDIH Name")
    assert row[:2] + row[-1:] == ("Forno", "T0", "Hub Serena")
    assert row[2] == pytest.approx(float(card.overall.headline or 0), abs=0.005)
    a_service(hub, case)
    a_service(hub, case, state="cancelled")
    hub.workspace.hub.reports.write(Wish("services", tmp_path / "kpi.xlsx"))
    head, row = sheet_of(tmp_path / "kpi.xlsx")
    told = dict(zip(head, row, strict=True))
    assert told["Customer"] == "Forno"
    assert told["Customer region"] == "Lombardia"
    assert told["Service category delivered"] == "Training and skills development"
    assert told["Short description of the service"] == "=HYPERLINK(1)"
    assert told["Service price, €"] == 1200.5
    assert told["Dates"] == "2026-10-01 / 2026-10-01"
    sheet = openpyxl.load_workbook(tmp_path / "kpi.xlsx").active
    assert sheet is not None
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}


def test_fewer_than_five_are_no_benchmark_and_no_territory(hub: Desk, tmp_path: Path) -> None:
    for number in range(4):
        assessed(hub, f"Firm {number}")
    for kind, name in (("benchmark", "b.json"), ("monitoring", "m.pdf")):
        with pytest.raises(ReportError):
            hub.workspace.hub.reports.write(Wish(kind, tmp_path / name))
        assert not (tmp_path / name).exists()


def names_in(archive: zipfile.ZipFile) -> bool:
    return any(b"Firm" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("is_aggregated", [False, True])
def test_open_data_name_nobody_and_fit_their_schema(
    hub: Desk, tmp_path: Path, *, is_aggregated: bool
) -> None:
    for number in range(6):
        a_service(hub, assessed(hub, f"Firm {number}", number, region="ITC4"))
    assessed(hub, "Firm alone", 5, sector="G")
    wish = Wish("open-data", tmp_path / "open.zip", language="en", is_aggregated=is_aggregated)
    assert hub.workspace.hub.reports.write(wish).count == 7
    with zipfile.ZipFile(tmp_path / "open.zip") as archive:
        data, schema = json.loads(archive.read("data.json")), json.loads(archive.read("schema.json"))
        assert not names_in(archive)
    for table, rows in data.items():
        entry = schema["properties"][table]["items"]
        assert rows or table == "events"
        assert all(list(row) == entry["required"] for row in rows)
    if is_aggregated:
        assert {row["n"] for row in data["scores"]} == {7}
    else:
        assert [row["sector"] for row in data["companies"]] == [None] * 7
        assert len({row["company"] for row in data["companies"]}) == 7


def test_the_region_reads_what_its_firms_need(hub: Desk, tmp_path: Path) -> None:
    for number in range(6):
        a_service(hub, assessed(hub, f"Firm {number}", number, region="ITC4"))
    for end in ("pdf", "xlsx"):
        path = tmp_path / f"region.{end}"
        wish = Wish("monitoring", path, hub="Hub Serena", language="en")
        assert hub.workspace.hub.reports.write(wish).count == 6
    checked = pdfua.validate(str(tmp_path / "region.pdf"))
    assert (checked.findings, checked.skipped) == ((), ())
    book = openpyxl.load_workbook(tmp_path / "region.xlsx")
    assert book.sheetnames[0] == "Territory"
    assert ("Training", 6, 6, 7203, 6000) in list(book["Services"].iter_rows(values_only=True))


def test_nothing_of_another_kind_is_replaced(hub: Desk, tmp_path: Path) -> None:
    assessed(hub, "Forno")
    (tmp_path / "letter.csv").write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(ReportError, match="something else"):
        hub.workspace.hub.reports.write(Wish("dma-csv", tmp_path / "letter.csv"))
    with pytest.raises(ReportError, match="must end in"):
        hub.workspace.hub.reports.write(Wish("dma-csv", tmp_path / "dma.xlsx"))


def test_answers_are_found_by_their_keys() -> None:
    assert {question.key for question in DMA.questions.values()} == {
        QuestionKey(f"dma-sme/{name}") for name in FIELDS
    }


def test_the_command_hands_on_and_says_what_it_wrote(hub: Desk, tmp_path: Path, run_here: Run) -> None:
    a_service(hub, assessed(hub, "Forno"))
    hub.close()
    data = ("--data", hub.folder, "hub-export")
    made = run_here(*data, "dma-list", "-o", tmp_path / "l.xlsx", "--lang", "en", "--hub", "Hub Serena")
    assert (made.returncode, made.stdout.split(" written")[0]) == (0, "1 assessment")
    assert sheet_of(tmp_path / "l.xlsx")[1][-1] == "Hub Serena"
    none = run_here(*data, "services", "-o", tmp_path / "s.csv", "--year", "2020", "--lang", "en")
    assert (none.returncode, "no service" in none.stderr) == (2, True)
    again = run_here(*data, "services", "-o", tmp_path / "s.csv", "--lang", "en")
    assert again.returncode == 0
    back = run_here("--data", hub.folder, "services-import", tmp_path / "s.csv", "--lang", "en")
    assert (back.returncode, back.stdout) == (2, "0 services taken\n")
    assert "Row 2: it is in the register already." in back.stderr


def test_the_docs_hold_the_whole_data_dictionary(repository: Path) -> None:
    lines = (repository / "docs/reports.md").read_text(encoding="utf-8").splitlines()
    for tables in (COMPANY_FIELDS, SUM_FIELDS):
        for _, *cells in dictionary(tables, EN):
            assert f"| {' | '.join(cells)} |" in lines
