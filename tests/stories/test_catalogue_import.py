"""A coordinator brings a provider's list of courses into the catalogue."""

import csv
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import openpyxl
import pytest

Run = Callable[..., CompletedProcess[str]]

LIST = """\
Corsi 2026 della nostra accademia;;;;;;;;;;;;
Titolo;Codice;Ente;Link;Lingua;Durata;Prezzo;Livello;Modalità;Destinatari;Area;Descrizione;Sala
Il phishing;S1-IT;Uno;https://u.example/it/p;Italiano;2h 30m;gratis;Base;E-learning;Tutti;;Lo riconosci.;A
Spotting phishing;S1-EN;Uno;https://u.example/en/p;inglese;2h 30m;gratis;Base;E-learning;Tutti;;You spot it.;
Phishing erkennen;S1-DE;Uno;https://u.example/de/p;de-DE;2h 30m;gratis;Base;E-learning;Tutti;;;
Guida ai dati personali;X2;Uno;https://uno.example/gdpr;it;1,5 ore;€ 49,00;Intermedio;In aula;Titolari, IT;;;
Kubernetes in pratica;X3;Uno;uno.example/k8s;it;3 settimane;49,00;Avanzato;Self-paced;;;;
Vino e formaggi;X4;Uno;https://uno.example/vino;it;90 min;€ 1.200,00;Base;live;;;;
Excel per tutti;X5;Uno;https://uno.example/excel;it;90 min;Free;tutti i livelli;live;;;;
=cmd|'calc'!A0;X6;Uno;https://uno.example/x;it;;;Base;live;;;;
Elements of AI;X7;Helsinki;https://www.elementsofai.com;fi;30 ore;0;Base;self-paced;;;;
Corso misterioso;X8;Uno;https://uno.example/m;klingon, it;;;Base;live;;;Parla anche di backup.;
;X9;Uno;;it;;;;;;;;
Qiskit per esperti;X10;;https://uno.example/q;it;PT10H;$ 20;Esperto;self-paced;;;;
"""
MAP = """\
format: 1
columns: {Sala: ignore}
always: {provider: Uno}
values: {level: {"tutti i livelli": base}}
"""


@pytest.fixture
def csv_list(tmp_path: Path) -> Path:
    path = tmp_path / "corsi.csv"
    path.write_text(LIST, encoding="utf-8-sig")
    return path


def test_a_messy_list_becomes_courses_that_check_accepts(run_here: Run, csv_list: Path) -> None:
    folder = csv_list.parent / "new"
    finished = run_here("catalogue", "import", csv_list, "-o", folder)
    assert finished.returncode == 0, finished.stderr
    for line in ("Rows: 12", "Courses: 4", "of the same course: 2", "in the catalogue already: 1", "Sala"):
        assert line in finished.stdout
    checked = run_here("check", folder)
    assert (checked.returncode, checked.stderr, checked.stdout) == (0, "", "0 errors, 0 warnings\n")
    course = (folder / "corsi-cyber.yaml").read_text(encoding="utf-8").split("\n\n")[0]
    assert "languages: [it, en, de]\n    level: 1\n    hours: 2.5\n    hours_basis: list\n" in course
    assert "teaches: {cyber-fraud: [0, 1]}" in course
    assert "You spot it." in (folder / "corsi-cyber.en.yaml").read_text(encoding="utf-8")


def test_what_is_not_known_stays_open(run_here: Run, csv_list: Path) -> None:
    run_here("catalogue", "import", csv_list, "-o", csv_list.parent)
    course = (csv_list.parent / "corsi-cloud.yaml").read_text(encoding="utf-8")
    known = ("url: null", "hours: null", "hours_basis: unknown", 'cost_eur: null\n    cost_note: "49,00"')
    assert all(fact in course for fact in known)
    by_summary = (csv_list.parent / "corsi-cyber.yaml").read_text(encoding="utf-8").split("\n\n")[-1]
    assert "cyber-backup" in by_summary
    assert "status: check" in by_summary


def test_rows_that_are_no_course_stand_beside_with_the_reason(run_here: Run, csv_list: Path) -> None:
    run_here("catalogue", "import", csv_list, "-o", csv_list.parent, "--lang", "it")
    with (csv_list.parent / "corsi-not-mapped.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Codice"] for row in rows] == ["X4", "X5", "X6", "X9", "X10"]
    assert "nessuna competenza" in rows[0]["motivo"]
    assert rows[2]["Titolo"] == "'=cmd|'calc'!A0"


def test_the_author_says_what_columns_and_words_mean(run_here: Run, csv_list: Path) -> None:
    columns = csv_list.with_name("map.yaml")
    columns.write_text(MAP, encoding="utf-8")
    finished = run_here("catalogue", "import", csv_list, "--columns", columns, "--preview")
    assert "Courses: 6" in finished.stdout
    assert "Sala" not in finished.stdout
    columns.write_text("format: 1\ncolumns: {Aula: ignore}\n", encoding="utf-8")
    refused = run_here("catalogue", "import", csv_list, "--columns", columns)
    assert (refused.returncode, "there is no column `Aula`" in refused.stderr) == (2, True)


def test_a_preview_writes_nothing_and_nothing_is_replaced_unasked(run_here: Run, csv_list: Path) -> None:
    folder = csv_list.parent / "new"
    shown = run_here("catalogue", "import", csv_list, "-o", folder, "--preview").stdout
    assert len(re.findall(r"^  - id:", shown, re.MULTILINE)) == 4
    assert not folder.exists()
    again = [
        run_here("catalogue", "import", csv_list, "-o", folder, *more) for more in ((), (), ("--force",))
    ]
    assert [each.returncode for each in again] == [0, 2, 0]
    assert "exists already" in again[1].stderr


def test_a_workbook_and_old_files_are_read_as_well(run_here: Run, csv_list: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Note"])
    sheet = book.create_sheet("Corsi")
    for row in csv.reader(LIST.splitlines(), delimiter=";"):
        sheet.append([cell if not cell.startswith("=") else "formula" for cell in row])
    book.save(csv_list.with_suffix(".xlsx"))
    csv_list.write_bytes(LIST.replace(";", "\t").encode("cp1252"))
    told = [
        run_here("catalogue", "import", csv_list.with_suffix(end), "--preview") for end in (".xlsx", ".csv")
    ]
    assert all("Rows: 12\nCourses: 4\n" in each.stdout for each in told)
    assert "read as Windows-1252" in told[1].stdout
    assert "€" in told[1].stdout or "cost_eur: 49" in told[1].stdout


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("no.csv", None, "there is no such file"),
        ("empty.csv", b"", "no column is known"),
        ("photo.csv", b"\x89PNG\0\0", "this is not a text file"),
        ("letter.csv", b"Dear all,\nhow are you?\n", "no column is known"),
        ("bomb.xlsx", b"PK\x03\x04 no zip", "not an .xlsx file"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(
    run_here: Run, tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    finished = run_here("catalogue", "import", tmp_path / name)
    assert finished.returncode == 2
    assert told in finished.stderr


def test_a_course_that_teaches_nothing_known_is_found_by_check(run_here: Run, csv_list: Path) -> None:
    run_here("catalogue", "import", csv_list, "-o", csv_list.parent / "new")
    path = csv_list.parent / "new" / "corsi-cyber.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("cyber-fraud", "fraude"), encoding="utf-8")
    checked = run_here("check", path)
    assert (checked.returncode, "`fraude`, which is not a competence" in checked.stderr) == (2, True)


def test_the_example_of_the_guide_is_what_comes_out(run_here: Run, tmp_path: Path, repository: Path) -> None:
    guide = (repository / "docs" / "catalogue-import.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(csv|yaml)\n(.*?)```", guide[: guide.index("## What is read")], re.DOTALL))
    (tmp_path / "corsi.csv").write_text(blocks["csv"], encoding="utf-8")
    assert blocks["yaml"] in run_here("catalogue", "import", tmp_path / "corsi.csv", "--preview").stdout
    (tmp_path / "map.yaml").write_text(guide.split("```yaml\n")[2].split("```")[0], encoding="utf-8")
    refused = run_here("catalogue", "import", tmp_path / "corsi.csv", "--columns", tmp_path / "map.yaml")
    assert "there is no column `Nome esteso`" in refused.stderr


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (b" " * 130_000_000, "at most 120,000,000"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "XML that no spreadsheet program writes"),
    ],
    ids=["bomb", "entities"],
)
def test_a_hostile_workbook_is_refused(run_here: Run, tmp_path: Path, sheet: bytes, told: str) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    finished = run_here("catalogue", "import", tmp_path / "list.xlsx")
    assert (finished.returncode, told in finished.stderr) == (2, True)


def test_a_plan_takes_the_courses_that_were_imported(run_here: Run, tmp_path: Path, repository: Path) -> None:
    path = tmp_path / "corsi.csv"
    path.write_text(
        "Titolo;Ente;Link;Lingua;Durata;Prezzo;Livello;Modalità;Destinatari\n"
        "Copie di sicurezza;Uno;https://uno.example/copie;it;2 ore;gratis;Intermedio;E-learning;Tutti\n",
        encoding="utf-8",
    )
    run_here("catalogue", "import", path, "-o", tmp_path / "new")
    bakery = repository / "resources" / "examples" / "bakery.yaml"
    planned = run_here("plan", bakery, "--catalogue", tmp_path / "new")
    assert "Copie di sicurezza" in planned.stdout
    assert "Copie di sicurezza" not in run_here("plan", bakery).stdout
    refused = run_here("plan", bakery, "--catalogue", tmp_path / "nowhere")
    assert (refused.returncode, "Non ci sono file di corsi" in refused.stderr) == (2, True)
