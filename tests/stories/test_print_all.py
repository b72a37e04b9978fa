"""The plans of all companies in a data folder, from the command line."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from pypdf import PdfReader

from desktop.content.company import Company, Contact, People
from desktop.content.library import read_library
from desktop.errors import SestanteError
from desktop.exchange.results.envelope import read
from desktop.paths import assessments_folder, resources_folder
from desktop.stopping import Stop, StoppedError, ended_by
from desktop.storage import FileDatabase
from desktop.workspace import Workspace
from desktop.workspace.batch import Batch, write_all
from desktop.workspace.copies import Copy
from desktop.workspace.file_names import file_stem

Run = Callable[..., CompletedProcess[str]]
NAMES = ("Forno Ada", "Forno ADA", "Officina Bruno")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Three companies, of which two differ in capital letters alone."""
    with closing(FileDatabase(tmp_path / "data")) as database:
        opened = Workspace(read_library(assessments_folder(), resources_folder()), database)
        for name in NAMES:
            person = Contact(name="Maria Lorusso")
            opened.create_case(Company(name=name, headcount=2, people=People(owner=1), contact=person))
        yield opened


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_companies_are_printed_with_a_line_for_each_file(
    workspace: Workspace, run_here: Run, tmp_path: Path
) -> None:
    workspace.close()
    data, folder = tmp_path / "data", tmp_path / "new" / "plans"
    finished = run_here(
        "--data", data, "print-all", folder, "--scope", "no-contact", "--lang", "en", "--handout"
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert sorted(finished.stdout.splitlines()) == [str(path) for path in sorted(folder.iterdir())]
    assert len(names(folder)) == 3
    assert len({name.casefold() for name in names(folder)}) == 3
    assert all(len(PdfReader(path).pages) == 2 for path in folder.iterdir())


def test_a_folder_without_companies_is_told(run_here: Run, tmp_path: Path) -> None:
    finished = run_here("--data", tmp_path / "data", "print-all", tmp_path / "plans", "--lang", "en")
    assert finished.returncode == 2
    assert "There is no company in" in finished.stderr


def test_wishes_for_paper_where_none_is_printed_are_told(run_here: Run, tmp_path: Path) -> None:
    finished = run_here("print-all", tmp_path, "--kind", "sestante", "--handout", "--lang", "en")
    assert finished.returncode == 2
    assert "choose --kind pdf or both" in finished.stderr


def test_files_without_a_name_are_not_named_after_the_company(workspace: Workspace, tmp_path: Path) -> None:
    batch = Batch(tmp_path / "out", Copy("scores"), "en", frozenset({".pdf", ".sestante"}))
    list(write_all(workspace, workspace.cases(), batch))
    assert len(names(tmp_path / "out")) == 6
    assert not any("Forno" in name or "Officina" in name for name in names(tmp_path / "out"))
    for path in (tmp_path / "out").glob("*.sestante"):
        assert read(path.read_bytes()).result.round.code in path.name


def test_what_is_in_the_way_of_one_company_is_told_and_the_rest_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "Sestante-Officina-Bruno.pdf").write_text("no PDF at all", encoding="utf-8")
    batch = Batch(tmp_path, Copy(), "en", is_replacing=True)
    written = list(write_all(workspace, workspace.cases(), batch))
    [failed] = [each for each in written if each.error is not None]
    assert failed.name == "Officina Bruno"
    assert "is not a PDF and was left as it is" in str(failed.error)
    assert (tmp_path / "Sestante-Officina-Bruno.pdf").read_text(encoding="utf-8") == "no PDF at all"
    assert sum(len(each.files) for each in written) == 2


def test_new_files_are_numbered_beside_those_of_before(workspace: Workspace, tmp_path: Path) -> None:
    batch = Batch(tmp_path / "out", Copy(form="handout"), "en")
    companies = [each for each in workspace.cases() if each.name == "Officina Bruno"]
    first = [path for each in write_all(workspace, companies, batch) for path in each.files]
    before = first[0].read_bytes()
    second = [path for each in write_all(workspace, companies, batch) for path in each.files]
    assert [path.name for path in (*first, *second)] == [
        "Sestante-Officina-Bruno.pdf",
        "Sestante-Officina-Bruno-2.pdf",
    ]
    assert first[0].read_bytes() == before


def test_a_batch_that_is_stopped_leaves_whole_files_alone(workspace: Workspace, tmp_path: Path) -> None:
    stop = Stop()
    written = write_all(workspace, workspace.cases(), Batch(tmp_path / "out", Copy(), "en"))
    with ended_by(stop):
        next(written)
        stop.want()
        with pytest.raises(StoppedError):
            next(written)
    assert len(names(tmp_path / "out")) == 1


def test_a_folder_that_cannot_be_made_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    batch = Batch(tmp_path / "file" / "plans", Copy(), "en")
    with pytest.raises(SestanteError, match="cannot be used"):
        next(write_all(workspace, workspace.cases(), batch))


@pytest.mark.parametrize(
    ("told", "stem"),
    [
        ("Forno Ada", "Sestante-Forno-Ada"),
        ("../../etc/passwd", "Sestante-etc-passwd"),
        ("a/b\\c:d*e?f", "Sestante-a-b-c-d-e-f"),
        ("...", "Sestante"),
        ("Èlite & Figli S.r.l.", "Sestante-Èlite-Figli-S-r-l"),
    ],
)
def test_a_name_makes_a_file_name_that_every_system_takes(told: str, stem: str) -> None:
    assert file_stem(told) == stem


def test_a_long_name_leaves_room_for_numbers_and_endings() -> None:
    assert len(file_stem("𠀀" * 200).encode()) <= 140
    assert file_stem("Forno", "T1") == "Sestante-Forno-T1"
