"""What is due, from the command line."""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from icalendar import Calendar

from desktop.clock import today
from desktop.content.company import Company
from desktop.content.library import read_library
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase
from desktop.workspace import Workspace

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a visit that is overdue, and papers in three months."""
    folder = tmp_path / "data"
    with closing(FileDatabase(folder)) as database:
        workspace = Workspace(read_library(assessments_folder(), resources_folder()), database)
        company = workspace.create_case(Company(name="Caffè Così", headcount=2)).company_id
        workspace.reminders.add(company, today() - timedelta(days=2), "visit", "Ask Maria")
        workspace.reminders.add(company, today() + timedelta(days=90), "paper", "")
    return folder


def test_what_is_due_is_listed_by_group(run_here: Run, data: Path) -> None:
    done = run_here("--data", data, "due", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Overdue (1)"
    assert "Caffè Così  Visit: Ask Maria" in done.stdout
    assert "Papers" in done.stdout
    assert "Papers" not in run_here("--data", data, "due", "--lang", "en", "--within", "30").stdout


def test_a_calendar_is_written_without_names_or_notes(run_here: Run, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    done = run_here("--data", data, "due", "--lang", "en", "--ics", file, "--without-names")
    assert f"2 dates written to {file}" in done.stdout
    assert "Caffè" not in done.stdout
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(each["summary"]).rpartition(" · ")[2] for each in events] == ["Visit", "Papers"]
    assert b"Maria" not in file.read_bytes()
    assert "Caff" not in file.read_text()


def test_what_was_done_is_crossed_out_by_a_later_file(run_here: Run, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    write = ("--data", data, "due", "--lang", "en", "--ics", file)
    run_here(*write)
    before = {str(each["uid"]): each for each in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    with closing(Workspace.open(data)) as workspace:
        visit, papers = workspace.reminders.due()
        workspace.reminders.finish(visit.reminder or 0)
        workspace.reminders.delete(papers.reminder or 0)
    assert "0 dates written" in run_here(*write, "--without-names").stdout
    after = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert {str(each["uid"]) for each in after} == before.keys()
    assert {str(each["status"]) for each in after} == {"CANCELLED"}
    assert {str(each["summary"]) for each in after} == {"No longer due: Visit", "No longer due: Papers"}
    assert "Caff" not in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--ics", "due.txt"), "a name that ends in .ics"),
        (("--ics", "no/folder/due.ics"), "could not be written"),
    ],
)
def test_what_cannot_be_done_is_told(
    run_here: Run, data: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run_here("--data", data, "due", "--lang", "en", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_due_in_an_empty_folder(run_here: Run, tmp_path: Path) -> None:
    assert run_here("--data", tmp_path / "none", "due", "--lang", "en").stdout == "Nothing is due.\n"


def test_days_are_a_number(run_here: Run, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_here("--data", data, "due", "--within", "soon")
    assert "scrivi un numero di giorni da 0 a" in capsys.readouterr().err
