"""How the printed plan is to look, chosen on the command line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from pypdf import PdfReader

from desktop.report import PARTS

Run = Callable[..., CompletedProcess[str]]
WriteInput = Callable[..., Path]


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


@pytest.fixture
def brand(repository: Path) -> Path:
    return repository / "resources" / "examples" / "brand"


def test_a_plan_wears_a_hubs_brand(
    run_here: Run, write_input: WriteInput, tmp_path: Path, brand: Path
) -> None:
    target = tmp_path / "plan.pdf"
    finished = run_here("plan", write_input(), "-o", target, "--brand", brand)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert all("Hub Digitale Valle Serena" in page for page in pages(target))


def test_a_handout_has_two_pages(run_here: Run, write_input: WriteInput, tmp_path: Path, brand: Path) -> None:
    target = tmp_path / "sheet.pdf"
    run_here("plan", write_input(), "-o", target, "--handout", "--brand", brand, "--lang", "en")
    front, back = pages(target)
    assert "To start on Monday" in front
    assert "Next steps" in back


def test_only_the_parts_named_are_printed(run_here: Run, write_input: WriteInput, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    run_here("plan", write_input(), "-o", target, "--parts", "Officer, consent", "--lang", "en")
    cover, officer, consent = pages(target)
    assert "Panificio Lorusso" in cover
    assert "For the hub, on one page" in officer
    assert "Consent to the use of data" in consent


def test_an_unknown_part_is_told_with_those_there_are(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    target = tmp_path / "plan.pdf"
    finished = run_here("plan", write_input(), "-o", target, "--parts", "officer,corses", "--lang", "en")
    assert finished.returncode == 2
    assert "no part `corses`; did you mean `courses`?" in finished.stderr
    assert "calendar" in finished.stderr
    assert not target.exists()


@pytest.mark.parametrize("wish", ["--handout", "--parts=officer", "--brand=."])
def test_a_look_without_paper_is_told(run_here: Run, write_input: WriteInput, wish: str) -> None:
    finished = run_here("plan", write_input(), wish, "--lang", "en")
    assert finished.returncode == 2
    assert "add -o PLAN.pdf" in finished.stderr


def test_a_folder_without_a_brand_is_told(run_here: Run, write_input: WriteInput, tmp_path: Path) -> None:
    finished = run_here("plan", write_input(), "-o", tmp_path / "plan.pdf", "--brand", tmp_path / "nowhere")
    assert finished.returncode == 2
    assert "brand.yaml" in finished.stderr


def test_check_knows_a_brand(run_here: Run, tmp_path: Path, brand: Path) -> None:
    assert run_here("check", brand).returncode == 0
    text = (brand / "brand.yaml").read_text(encoding="utf-8").replace("#7A2E5D", "#FFE0F0")
    (tmp_path / "brand.yaml").write_text(text, encoding="utf-8")
    finished = run_here("check", tmp_path)
    assert finished.returncode == 2
    assert "[B001]" in finished.stderr
    assert "[B003]" in finished.stderr


def test_a_look_for_a_copy_to_change_is_told(run_here: Run, write_input: WriteInput, tmp_path: Path) -> None:
    finished = run_here("plan", write_input(), "-o", tmp_path / "plan.docx", "--handout", "--lang", "en")
    assert finished.returncode == 2
    assert "--handout concerns the printed plan" in finished.stderr


@pytest.mark.parametrize("command", ["plan", "print-all"])
def test_the_help_names_every_part(run_here: Run, capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit):
        run_here(command, "--help")
    told = "".join(capsys.readouterr().out.split())  # lines may break at hyphens
    assert ",".join(PARTS) in told
