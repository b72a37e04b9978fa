"""From an input file to a PDF in the hand."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from zipfile import ZipFile

import pypdf
import pytest

Run = Callable[..., CompletedProcess[str]]
WriteInput = Callable[..., Path]


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_plan_is_written_as_a_pdf_that_names_the_company(
    run_here: Run, write_input: WriteInput, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "plan.pdf"
    finished = run_here("plan", write_input(), "-o", target, "--lang", language)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert str(target) in finished.stdout
    assert "Panificio Lorusso" in pdf_text(target)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_end_of_the_name_asks_for_a_copy_to_change(
    run_here: Run, write_input: WriteInput, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"plan{suffix}"
    finished = run_here("plan", write_input("Panificio Lorusso", "面包店"), "-o", target, "--lang", "it")
    assert (finished.returncode, finished.stderr) == (0, "")
    with ZipFile(target) as archive:
        texts = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert "面包店" in texts


def test_another_end_of_the_name_is_refused_before_the_work(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    target = tmp_path / "plan.odt"
    finished = run_here("plan", write_input(), "-o", target, "--lang", "it")
    assert finished.returncode == 2
    assert ".docx per un testo da modificare" in finished.stderr
    assert not target.exists()


def test_an_existing_plan_is_replaced_while_the_json_is_printed(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"%PDF-1.4 an older plan")
    finished = run_here("plan", write_input(), "-o", target, "--json")
    assert finished.stdout.startswith("{")
    assert target.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bakery.yaml", "plan.pdf"]


def test_a_wrong_input_leaves_an_existing_plan_alone(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"an older plan")
    assert run_here("plan", write_input("backup: tested", "backup: No"), "-o", target).returncode == 2
    assert target.read_bytes() == b"an older plan"


EXTREMES = {
    "nobody to train": ("{owner: 1, employee: 5, it: 0}", "{owner: 0, employee: 0, it: 0}"),
    "a name of two hundred letters": ("Panificio Lorusso", "W" * 200),
    "a name that looks like markup": ("Panificio Lorusso", '"<b>Rossi & Figli</i> <para>"'),
    "a name in Greek": ("Panificio Lorusso", "Αρτοποιείο Λορούσο"),
    "no time": ("{owner: 2, employee: 1}", "{owner: 0, employee: 0}"),
    "a large company": ("headcount: 6", "headcount: 1000000"),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_company_gets_its_pdf_too(
    run_here: Run, write_input: WriteInput, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "plan.pdf"
    finished = run_here("plan", write_input(*EXTREMES[name]), "-o", target)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert target.read_bytes().startswith(b"%PDF-")
