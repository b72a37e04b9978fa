"""Results shown and taken in from the command line."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from uuid import UUID

import pytest
from msgspec.structs import replace

from desktop.exchange.results.envelope import write
from desktop.workspace.outgoing import desk_key_in
from tests.builders import RESOURCES
from tests.desks import VAT, Desk, a_firm, a_picture_of, kinds, photo_of_codes

Run = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


@pytest.fixture
def file(theirs: Desk, tmp_path: Path) -> Path:
    """A bakery's result."""
    case = theirs.firm(a_firm(vat=VAT), answers=8)
    theirs.workspace.consent.record(case, "2026-11")
    return theirs.send(case, tmp_path / "lorusso.sestante")


@pytest.fixture
def ours(run_here: Run, tmp_path: Path) -> Run:
    """Runs `sestante` on the data folder of the desk that receives."""

    def run(*arguments: object) -> "CompletedProcess[str]":
        return run_here("--data", tmp_path / "ours", *arguments)

    return run


def test_show_tells_what_a_file_carries(ours: Run, file: Path, theirs: Desk, tmp_path: Path) -> None:
    shown = ours("show", file, "--lang", "en")
    assert (shown.returncode, shown.stderr) == (0, "")
    for told in (
        f"lorusso.sestante: Panificio Lorusso, {VAT}",
        f"Intact, and signed by desk {theirs.card.fingerprint}, from which nothing came before.",
        "Assessment T0. It carries everything.",
        "Made on 4 January 2027 with Sestante",
        "Quick check 1.",
        "Competences, from 0 to 4: ",
        "Plan from ",
        " to version 2026-11 of the text.",
    ):
        assert told in shown.stdout
    assert not (tmp_path / "ours").exists()


def test_show_as_json_holds_the_result(ours: Run, file: Path) -> None:
    [shown] = json.loads(ours("show", file, "--json").stdout)["results"]
    assert list(shown) == [
        *("files", "carrier", "intact", "sealed", "signed_by", "signer"),
        *("results_before", "former_desk", "texts_left_out", "result"),
    ]
    assert shown["result"] == json.loads(file.read_bytes().split(b"\n")[0])


def test_photos_of_one_plan_are_shown_together(ours: Run, theirs: Desk, file: Path, tmp_path: Path) -> None:
    plan = theirs.print(theirs.only(), tmp_path / "plan.pdf")
    photo = photo_of_codes(plan, tmp_path / "photo.png")
    shown = ours("show", photo, "--lang", "en")
    assert shown.returncode == 0
    assert "photo.png: Panificio Lorusso" in shown.stdout
    assert "Intact, and signed by a desk" in shown.stdout
    both = ours("show", plan, file, "--lang", "en")
    assert [line for line in both.stdout.splitlines() if "Panificio" in line] == [
        f"plan.pdf: Panificio Lorusso, {VAT}",
        f"lorusso.sestante: Panificio Lorusso, {VAT}",
    ]


def test_show_says_with_its_status_what_is_changed_and_what_cannot_be_read(
    ours: Run, file: Path, tmp_path: Path
) -> None:
    file.write_bytes(file.read_bytes().replace(b"Lorusso", b"Lorussa", 1))
    changed = ours("show", file, "--lang", "en")
    assert changed.returncode == 1
    assert "Careful: this was changed after it was written." in changed.stdout
    half = tmp_path / "half.sestante"
    half.write_bytes(file.read_bytes()[:500])
    unread = ours("show", file, half, "--lang", "en")
    assert unread.returncode == 2
    assert unread.stderr.startswith("half.sestante is incomplete")


def test_a_sealed_file_is_shown_where_it_belongs(ours: Run, theirs: Desk, file: Path, tmp_path: Path) -> None:
    sealed = theirs.send(theirs.only(), file, sealed_to=desk_key_in(tmp_path / "ours").card)
    assert "It was sealed for this desk alone." in ours("show", sealed, "--lang", "en").stdout
    open_elsewhere = Desk(tmp_path / "ours")
    refused = ours("show", sealed, "--lang", "en")
    open_elsewhere.close()
    assert refused.returncode == 2
    assert "already open" in refused.stderr


def test_show_keeps_showing_questionnaires(ours: Run, file: Path) -> None:
    assert ours("show", "quick", "--lang", "en").returncode == 0
    several = ours("show", "quick", file, "--lang", "en")
    assert several.returncode == 2
    assert "Not all of these are results" in several.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [("SE2:ABCDEF", "made by a newer Sestante"), ("SE1:nothing", "not Sestante codes")],
)
def test_codes_that_only_begin_like_ours_are_not_passed_over_in_silence(
    ours: Run, tmp_path: Path, text: str, said: str
) -> None:
    photo = a_picture_of(text, tmp_path / "photo.png")
    shown, taken = (ours(command, photo, "--lang", "en") for command in ("show", "import"))
    assert (shown.returncode, taken.returncode) == (2, 2)
    assert shown.stderr.startswith("photo.png: ")
    assert said in shown.stderr
    assert said in taken.stdout


def test_a_course_that_several_roles_take_counts_once(ours: Run, tmp_path: Path) -> None:
    file = tmp_path / "bakery.sestante"
    planned = ours("plan", RESOURCES / "examples" / "bakery.yaml", "-o", file, "--lang", "en").stdout
    courses = json.loads(file.read_bytes().split(b"\n")[0])["plan"]["courses"]
    count = len({each["id"] for each in courses})
    assert count < len(courses)
    assert f"{count} courses" in planned
    assert f"{count} courses" in ours("show", file, "--lang", "en").stdout
    assert f"{count} courses" in ours("import", file, "--lang", "en").stdout


@pytest.mark.parametrize("name", ["gone.pdf", "text.sestante"])
def test_files_that_can_be_no_questionnaire_are_spoken_of_as_results(
    ours: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "text.sestante").write_bytes(b"\xef\xbb\xbf{}")
    shown = ours("show", tmp_path / name, "--lang", "en")
    assert shown.returncode == 2
    assert shown.stderr.startswith(name)
    assert "questionnaire" not in shown.stderr


def test_an_input_file_is_told_from_a_questionnaire(ours: Run) -> None:
    shown = ours("show", RESOURCES / "examples" / "bakery.yaml", "--lang", "en")
    assert shown.returncode == 2
    assert "this file holds a company's answers, no questionnaire" in shown.stderr


def test_import_tells_what_became_of_each_file(ours: Run, theirs: Desk, file: Path, tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    theirs.send(theirs.firm(a_firm("Officina")), tmp_path / "sent" / "officina.sestante")
    (tmp_path / "sent" / "notes.txt").write_text("to do", encoding="utf-8")
    taken = ours("import", file, tmp_path / "sent", file, "--lang", "en")
    assert (taken.returncode, taken.stderr) == (0, "")
    lines = [line for line in taken.stdout.splitlines() if not line.startswith("  ")]
    assert lines == [
        "lorusso.sestante: Panificio Lorusso, T0: imported as a new company.",
        "officina.sestante: Officina, T0: imported as a new company.",
        (
            "lorusso.sestante: Panificio Lorusso, T0: already here. "
            "The same result came with another file just now."
        ),
        "2 new companies; 1 here already; 1 other file skipped",
    ]
    again = ours("import", file, "--json")
    told = json.loads(again.stdout)
    assert (again.returncode, told["counts"]) == (0, {"here": 1})


def test_import_fails_where_anything_stays_out(ours: Run, file: Path, tmp_path: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Lorusso", b"Lorussa", 1))
    refused = ours("import", file, tmp_path / "none.pdf", "--lang", "en")
    assert refused.returncode == 2
    assert "none.pdf" in refused.stdout
    assert refused.stdout.splitlines()[-1] == "2 not imported"
    assert ours("import", file, "--accept-changed").returncode == 0


def test_an_import_that_is_killed_leaves_each_result_in_or_out(
    theirs: Desk, tmp_path: Path, repository: Path
) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    result = theirs.result(theirs.firm(a_firm(), answers=8))
    for number in range(60):
        told = replace(result.round, company_id=str(UUID(int=number)))
        (sent / f"{number}.sestante").write_bytes(write(replace(result, round=told)))
    command = [sys.executable, "-m", "desktop", "--data", str(tmp_path / "ours"), "import", str(sent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=repository) as importing:
        for _ in range(20):
            importing.stdout.readline()
        importing.kill()
    ours = Desk(tmp_path / "ours")
    received = ours.workspace._stores.received.all()
    cases = {each.id for each in ours.workspace.cases()}
    assert 0 < len(cases) < 60
    assert {each.round_id for each in received} == cases
    assert all(len(ours.workspace.case(each).sheet) == 8 for each in cases)
    assert kinds(ours.take(sent)).count("added") == 60 - len(cases)
    ours.close()
