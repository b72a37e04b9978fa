"""What the commands say when a file cannot be used: file, line and remedy, exit status 2, no traceback."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
WriteInput = Callable[..., Path]

MISTAKES = {
    "wrong format": ("format: 1", "format: 2", 1, "`format: 1`"),
    "no name": ("name: Panificio Lorusso", "nome: Panificio Lorusso", 3, "did you mean `name`?"),
    "a name of spaces": ("name: Panificio Lorusso", 'name: "  "', 3, "name"),
    "a name that commands the terminal": ("name: Panificio Lorusso", 'name: "a\\e[31m"', 3, "name"),
    "unknown hub": ("region: ITF4", "region: ITF4\n  hub: edih-nowhere", 6, "no hub `edih-nowhere`"),
    "a region of another country": ("region: ITF4", "region: FR10", 5, "not a NUTS 2 region of IT"),
    "empty name": ("name: Panificio Lorusso", 'name: ""', 3, "name"),
    "text for a number": ("headcount: 6", "headcount: six", 7, "headcount"),
    "negative number": ("headcount: 6", "headcount: -6", 7, "headcount"),
    "negative hours": ("{owner: 2, employee: 1}", "{owner: -2, employee: 1}", 10, "hours a week"),
    "more hours than a week has": ("{owner: 2, employee: 1}", "{owner: 169}", 10, "hours a week"),
    "unknown role": ("{owner: 2, employee: 1}", "{boss: 2}", 10, "hours_per_week"),
    "too many weeks": ("weeks: 26", "weeks: 105", 11, "weeks"),
    "no such day": ("2027-01-11", "2027-02-30", 12, "start"),
    "no such region": ("ITF4", "Puglia", 5, "region"),
    "unknown questionnaire": (
        "id: technology-check",
        "id: technology-chek",
        15,
        "did you mean `technology-check`?",
    ),
    "wrong version": ('version: "1.0"', 'version: "0.9"', 16, "write `1.0`"),
    "version not quoted": ('version: "1.0"', "version: 1.0", 16, "write it in quotes"),
    "unknown question": ("backup: tested", "backups: tested", 18, "did you mean `backup`?"),
    "unknown choice": ("backup: tested", "backup: test", 18, "did you mean `tested`?"),
    "No as an answer": ("backup: tested", "backup: No", 18, "no choice `No`"),
    "false as an answer": ("backup: tested", "backup: false", 18, "true or false"),
    "nothing as an answer": ("backup: tested", "backup:", 18, "backup"),
    "a list for one choice": ("backup: tested", "backup: [tested]", 18, "a list"),
    "too large a number": ("computer-users: 4", "computer-users: 5001", 20, "a number of 0 to 5000"),
    "no number": ("computer-users: 4", "computer-users: four", 20, "wants a number"),
    "not a number": ("computer-users: 4", "computer-users: NaN", 20, "wants a number"),
    "not applicable where it always is": ("backup: tested", "backup: not_applicable", 18, "not_applicable"),
    "unknown row": ("mail: online", "post: online", 23, "no row `post`"),
    "unknown step": ("mail: online", "mail: onlin", 23, "did you mean `online`?"),
    "text that is none": ('notes: "Perché no? 😀"', "notes: [a]", 24, "wants a text"),
    "an answer twice": ("fraud: never", "backup: never", 19, "already in line 18"),
    "an anchor": ("backup: tested", "backup: &here tested", 18, "anchors"),
    "a tag": ("backup: tested", "backup: !!python/object:os.system tested", 18, "tags"),
    "two documents": ("backup: tested", "backup: tested\n---\n", 0, "[Y0"),
    "broken brackets": ("{owner: 1, employee: 5, it: 0}", "{owner: 1, employee: 5", 0, "not valid YAML"),
    "a tab": ("  weeks: 26", "\tweeks: 26", 0, "not valid YAML"),
}


def assert_refused(finished: CompletedProcess[str], *pieces: str) -> None:
    assert finished.returncode == 2, finished.stdout + finished.stderr
    assert finished.stdout == ""
    assert "Traceback" not in finished.stderr
    for piece in pieces:
        assert piece in finished.stderr


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_remedy(
    run_here: Run, write_input: WriteInput, mistake: str
) -> None:
    old, new, line, sentence = MISTAKES[mistake]
    file = write_input(old, new)
    place = f"{file}:{line}: " if line else f"{file}:"
    assert_refused(run_here("score", file, "--lang", "en"), place, sentence)


@pytest.mark.parametrize("number", ["1e999999999", "1e-999999999"])
@pytest.mark.usefixtures("within_seconds")
def test_a_number_of_a_milliard_digits_is_refused_within_seconds(
    run_here: Run, write_input: WriteInput, number: str
) -> None:
    file = write_input("computer-users: 4", f"computer-users: {number}")
    assert_refused(run_here("score", file, "--lang", "en"), f"{file}:20: ", "number")


@pytest.mark.parametrize("command", ["plan", "score"])
def test_a_missing_file_is_named(run_here: Run, tmp_path: Path, command: str) -> None:
    assert_refused(
        run_here(command, tmp_path / "nothing.yaml", "--lang", "en"), "nothing.yaml", "no such file"
    )


def test_all_wrong_answers_are_told_at_once(run_here: Run, write_input: WriteInput) -> None:
    file = write_input("backup: tested\n      fraud: never", "backup: No\n      fraud: No")
    assert_refused(run_here("plan", file, "--lang", "en"), f"{file}:18: ", f"{file}:19: ")


def test_a_shared_question_answered_in_two_ways_is_told(run_here: Run, write_input: WriteInput) -> None:
    file = write_input("fraud: never", "data-security: [none]")
    assert_refused(run_here("plan", file, "--lang", "en"), "data-security", "shared by two questionnaires")


CONTENTS = {
    "empty": (b"", "format: 1"),
    "a word": (b"hello", "format: 1"),
    "a list": (b"- 1\n- 2\n", "format: 1"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", ":2: the text is not UTF-8"),
    "latin letters": ("format: 1\ncompany:\n  name: Perché".encode("latin-1"), ":3: the text is not UTF-8"),
    "UTF-16": ("format: 1\n".encode("utf-16"), "not UTF-8"),
    "null bytes": (b"\x00" * 1000, ":1: this is not valid YAML: a control character"),
    "control characters": (b"format: 1\ncompany: \x07\n", ":2: this is not valid YAML: a control character"),
    "a billion laughs": (b"format: 1\na: &a [x, x]\nb: [*a, *a]\n", ":2: anchors"),
}
ATTACKS = {  # how the file begins, what it repeats and how often, and what is said of it
    "a deep list": (b"format: 1\nx: ", b"[", 900_000, "nested deeper"),
    "a deep list behind a comment": (b"# " + b"]" * 900_000 + b"\nx: ", b"[", 900_000, "nested deeper"),
    "deep mappings": (b"format: 1\nx: ", b"{a: ", 200_000, "nested deeper"),
    "deep dashes": (b"", b"- ", 400_000, "nested deeper"),
    "deep wide dashes": (b"", b"-  ", 400_000, "nested deeper"),
    "deep question marks": (b"", b"? ", 400_000, "plain word"),
    "50 MB of lists": (b"", b"[", 50_000_000, "at most 2,000,000"),
    "50 MB of nested lists": (b"", b"- - - - -\n", 5_000_000, "at most 2,000,000"),
    "many entries": (b"format: 1\nx: [1", b",1", 900_000, "entries"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_of_something_else_is_refused(run_here: Run, tmp_path: Path, name: str) -> None:
    content, sentence = CONTENTS[name]
    file = tmp_path / "input.yaml"
    file.write_bytes(content)
    assert_refused(run_here("score", file, "--lang", "en"), str(file), sentence)


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.usefixtures("within_seconds")
def test_a_hostile_file_is_refused_within_seconds(run_here: Run, tmp_path: Path, name: str) -> None:
    beginning, piece, times, sentence = ATTACKS[name]
    file = tmp_path / "input.yaml"
    file.write_bytes(beginning + piece * times)
    assert_refused(run_here("score", file, "--lang", "en"), str(file), sentence)


def test_a_folder_is_no_input_file(run_here: Run, tmp_path: Path) -> None:
    assert_refused(run_here("plan", tmp_path, "--lang", "en"), str(tmp_path), "not a file that can be read")


def test_an_unknown_questionnaire_is_answered_with_the_known_ones(run_here: Run) -> None:
    assert_refused(run_here("show", "nothing", "--lang", "it"), "non esiste", "dma-sme, quantum, quick")
    assert_refused(run_here("show", "nothing", "--lang", "en"), "no questionnaire", "dma-sme, quantum, quick")


def test_a_plan_that_cannot_be_written_is_said_in_a_sentence(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    target = tmp_path / "no such folder" / "plan.pdf"
    italian = "Non è stato possibile salvare il piano come", "questa cartella o questo file non esiste"
    assert_refused(run_here("plan", write_input(), "-o", target), str(target), *italian)
    english = "The plan could not be saved as", "this folder or file does not exist"
    assert_refused(run_here("plan", write_input(), "-o", target, "--lang", "en"), str(target), *english)


def test_the_answers_are_not_overwritten_by_a_slip(run_here: Run, write_input: WriteInput) -> None:
    file = write_input()
    before = file.read_bytes()
    assert_refused(
        run_here("plan", file, "-o", file, "--lang", "en"), "the end of the name says what is written"
    )
    assert file.read_bytes() == before


def test_an_earlier_plan_is_replaced_behind_its_link(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"%PDF-1.4 an earlier plan")
    link.symlink_to(real)
    assert run_here("plan", write_input(), "-o", link).returncode == 0
    assert link.is_symlink()
    assert real.read_bytes().endswith(b"%%EOF\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_output_that_cannot_be_written_is_said_in_a_sentence(repository: Path) -> None:
    command = [sys.executable, "-m", "desktop", "show", "dma-sme", "--lang", "en"]
    with Path("/dev/full").open("w") as full:
        finished = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False, cwd=repository
        )
    assert finished.returncode == 2
    assert finished.stderr == "The system refused: the disk is full.\n"


def test_many_problems_do_not_bury_the_first(run_here: Run, write_input: WriteInput) -> None:
    answers = "".join(f"\n      no-such-{number}: a" for number in range(3000))
    finished = run_here(
        "score", write_input('notes: "Perché no? 😀"', f'notes: "x"{answers}'), "--lang", "en"
    )
    assert_refused(finished, "no-such-0", "2800 more")
    assert len(finished.stderr) < 100_000


def test_an_unknown_command_is_refused_with_the_usage(run: Run) -> None:
    assert_refused(run("paln"), "uso: sestante", "Intendevi `plan`?")
