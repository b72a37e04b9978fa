"""What the pages for authors show is what happens: every file, command and answer in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop.content.files.strict_yaml import parse_yaml
from tests.builders import ASSESSMENTS, HEAD, LEVELS, RESOURCES, ROOT, a_reading, a_structure, with_texts
from tests.page_reading import Example, Run, cells, examples, follow

TUTORIAL = ROOT / "docs" / "first-questionnaire.md"
REFERENCE = ROOT / "assessments" / "README.md"
COMPETENCES = ("cyber-backup",)
ANSWERS = """\
format: 1
company: {name: Bar Sport, headcount: 3}
assessments:
  - id: site-check
    version: "1.0"
    answers: {website: current}
"""
BLOCKS = [example for example in examples(REFERENCE) if example.kind == "yaml"]
FILES = [example for example in BLOCKS if example.text.startswith("# ")]
PIECES = [example for example in BLOCKS if not example.text.startswith("# ")]
CONDITIONS = [
    condition
    for example in examples(REFERENCE)
    if example.text.startswith("| Condition |")
    for row in cells(example.text)
    for condition in re.findall(r"`(\{.*?\})`", row[0])
    if "..." not in condition
]
COMMANDS = [
    command
    for example in examples(REFERENCE)
    if example.text.startswith("| Command |")
    for row in cells(example.text)
    for command in re.findall(r"`(sestante .*?)`", row[0])
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def site_check(folder: Path) -> Path:
    """The reference's first questionnaire in a folder of its own."""
    home = folder / "site-check"
    home.mkdir()
    for example in FILES:
        name = re.match(r"# ([\w.-]+\.yaml)", example.text)
        assert name, example.text
        (home / name[1]).write_text(example.text, encoding="utf-8")
    return home


def test_everything_in_the_tutorial_happens_as_shown(folder: Path, run_here: Run) -> None:
    for example in examples(TUTORIAL):
        assert follow(example, run_here) == example.text, f"line {example.line}"


def test_the_tutorial_shows_every_step() -> None:
    said = "".join(example.text for example in examples(TUTORIAL) if example.kind == "console")
    for command in (
        "new assessment",
        "check",
        "show",
        "preview",
        "translate export",
        "translate import",
        "stamp",
        "score",
    ):
        assert f"$ sestante {command} " in said


def test_the_first_questionnaire_of_the_reference_is_complete(site_check: Path, run_here: Run) -> None:
    assert {path.name for path in site_check.iterdir()} == {"site-check.yaml", "site-check.en.yaml"}
    assert run_here("check", site_check).stdout.endswith("\n0 errors, 0 warnings\n")


@pytest.mark.parametrize("example", PIECES, ids=lambda example: f"line {example.line}")
def test_every_piece_of_the_reference_fits_into_a_questionnaire(example: Example) -> None:
    questions = piece("- id: backup") + piece("- id: visits")
    levels, own_texts = LEVELS, {}
    if example.text.startswith("- "):
        questions = example.text
    elif example.text.startswith("levels:"):
        levels = example.text
    elif example.text.startswith("when:"):
        questions += conditional(example.text.removeprefix("when: ").strip())
    elif example.text.startswith("questions:"):
        own_texts = parse_yaml(example.text.encode(), "texts").root
    else:
        assert example.text.startswith("scales:")
    assert problems_of(questions, levels, own_texts) == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_of_the_reference_can_be_written(condition: str) -> None:
    questions = piece("- id: backup") + piece("- id: visits") + conditional(condition)
    assert problems_of(questions, LEVELS, {}) == []


def test_every_block_and_every_command_is_found() -> None:
    assert (len(FILES), len(PIECES)) == (2, 12)
    assert len(CONDITIONS) == 8
    assert len(COMMANDS) == 22


def test_every_dialogue_of_the_reference_happens_as_shown(site_check: Path, run_here: Run) -> None:
    run_here("translate", "export", "site-check/site-check.yaml", "--to", "it", "-o", "it.xlf")
    translate_all(Path("it.xlf"))
    run_here("translate", "import", "it.xlf", "--folder", "site-check")
    for example in examples(REFERENCE):
        if example.kind == "console":
            assert follow(example, run_here) == example.text, f"line {example.line}"


def test_every_command_of_the_reference_runs(site_check: Path, run_here: Run) -> None:
    """In the order of the table; what is optional is given, what is a name stands for a file of ours."""
    Path("answers.yaml").write_text(ANSWERS, encoding="utf-8")
    for command in COMMANDS:
        ran = run_here(*arguments(command))
        assert ran.returncode == 0, (command, ran.stderr)
        if "export" in command:
            translate_all(Path("texts.xlf"))


def arguments(command: str) -> list[str]:
    names = {
        "new assessment ID [--folder FOLDER]": "new assessment club --folder club",
        "show ID": "show quick",
        "[PATH] --against OLD": "site-check --against site-check",
        "[PATH]": "site-check",
        "import-xlsform FILE.xlsx [-o FOLDER]": "import-xlsform form.xlsx -o imported",
        "ID_OR_PATH": "site-check/site-check.yaml",
        "FILE.xlsx": "form.xlsx",
        "keep ID.yaml ...": "keep site-check/site-check.yaml",
        "stamp ID.LANGUAGE.yaml ...": "stamp site-check/site-check.it.yaml",
        "check FILE.yaml": f"check {RESOURCES / 'examples' / 'bakery.yaml'}",
        "FOLDER/ID.yaml": "site-check/site-check.yaml",
        "FILE.yaml": "answers.yaml",
        "QUESTION": "website",
        "FILE.xlf": "texts.xlf",
        "FOLDER": "site-check",
        "LANG": "it",
    }
    for name, meant in names.items():
        command = command.replace(name, meant)
    return re.sub(r"[\[\]]", "", command).split()[1:]


def translate_all(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pattern = r'<source>(.*?)</source>(\s*)<target state="needs-translation" />'
    path.write_text(re.sub(pattern, r"<source>\1</source>\2<target>it: \1</target>", text), encoding="utf-8")


def piece(start: str) -> str:
    """The one piece of the reference that begins so, for others to build on."""
    return next(example.text for example in PIECES if example.text.startswith(start))


def conditional(condition: str) -> str:
    return f"- {{id: more, kind: text, weight: 0, when: {condition}}}\n"


def problems_of(questions: str, levels: str, own_texts: dict[str, Any]) -> list[str]:
    """What is wrong with a questionnaire of these questions, beside the one that is used in the reference."""
    indented = "".join(f"      {line}\n" for line in questions.splitlines())
    structure = a_structure(indented, head=HEAD + piece("scales:"), levels=levels)
    files = with_texts(structure)
    texts = yaml.safe_load(files["small.it.yaml"])
    files["small.it.yaml"] = json.dumps(texts | own_texts, ensure_ascii=False)
    files |= {path.name: path.read_text(encoding="utf-8") for path in ASSESSMENTS.glob("dma-sme.*")}
    problems = a_reading(files, COMPETENCES).problems
    return [str(problem) for problem in problems if "small." in problem.file]
