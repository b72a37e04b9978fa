"""What the commands print when all is well."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import ASSESSMENTS

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteInput = Callable[..., Path]


def printed_json(finished: "subprocess.CompletedProcess[str]") -> Any:
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == ""
    return json.loads(finished.stdout)


def test_all_shipped_content_is_accepted(run: Run) -> None:
    finished = run("check")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.splitlines()[-1] == "0 errors, 0 warnings"


def test_a_check_sums_up_what_it_understood_of_each_assessment(run_here: Run) -> None:
    lines = run_here("check").stdout.splitlines()
    assert lines[
        lines.index(next(line for line in lines if line.startswith("dma-sme 1.0: 11 questions"))) + 1
    ] == ("  scores: 0 to 100; levels: all 4 can be reached")
    assert [line.split()[0] for line in lines if not line.startswith(" ")][:-1] == sorted(
        path.stem for path in ASSESSMENTS.glob("*.yaml") if "." not in path.stem
    )


def test_a_check_tells_everything_it_understood(run_here: Run) -> None:
    shown = run_here("check", "--details").stdout
    assert "company of 3 without IT people: 11 questions, 29 minutes" in shown
    assert "virtual-reality/not-used" in shown
    assert "names no competence" in shown
    assert "courses that no questionnaire leads to" in shown


def test_a_check_as_json_holds_what_it_understood(run_here: Run, repository: Path) -> None:
    told = printed_json(run_here("check", "--json", repository / "assessments" / "quick.yaml"))
    assert (told["errors"], told["warnings"], told["problems"], told["not_reviewed"]) == (0, 0, [], [])
    [quick] = told["assessments"]
    assert quick["questions"] == {"all": 12, "scored": 12, "follow_ups": 0, "shared": 12}
    assert quick["asked"]["small"] == {"questions": [12, 12], "minutes": [5.75, 5.75]}
    assert quick["scores"]["overall"] == [0, 100]
    assert quick["scores"]["levels_out_of_reach"] == []
    assert set(quick["texts"]) == {"it", "en"}


def test_a_broken_questionnaire_is_named_as_not_reviewed(
    run_here: Run, repository: Path, tmp_path: Path
) -> None:
    shutil.copytree(repository / "assessments", tmp_path / "mine")
    broken = tmp_path / "mine" / "skills.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("from: 0}", "from: 1}", 1), "utf-8")
    finished = run_here("check", "--json", tmp_path / "mine")
    told = json.loads(finished.stdout)
    assert (finished.returncode, told["errors"], told["not_reviewed"]) == (2, 1, ["skills"])
    assert told["problems"][0]["file"] == str(broken)
    assert f"{broken}:{told['problems'][0]['line']}: " in finished.stderr


@pytest.mark.parametrize(
    "path",
    [
        "assessments",
        "assessments/dma-sme.yaml",
        "assessments/dma-sme.it.yaml",
        "assessments/technology-check.yaml",
        "assessments/technology-check.en.yaml",
        "resources/catalogue/competences.yaml",
        "resources/catalogue/courses/ai.yaml",
        "resources/catalogue/courses/ai.it.yaml",
        "resources/network/hubs.yaml",
    ],
)
def test_each_shipped_file_is_accepted_by_itself(run_here: Run, repository: Path, path: str) -> None:
    finished = run_here("check", repository / path)
    assert (finished.returncode, finished.stderr) == (0, "")


def test_a_folder_without_anything_to_check_is_not_called_right(run_here: Run, tmp_path: Path) -> None:
    finished = run_here("check", tmp_path)
    assert finished.returncode == 2
    assert str(tmp_path) in finished.stderr


def test_a_broken_questionnaire_in_a_folder_is_found_with_its_line(
    run_here: Run, repository: Path, tmp_path: Path
) -> None:
    shutil.copytree(repository / "assessments", tmp_path / "mine")
    broken = tmp_path / "mine" / "technology-check.yaml"
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("id: cloud-map", "id: cloud-mop", 1), "utf-8"
    )
    finished = run_here("check", tmp_path / "mine")
    assert finished.returncode == 2
    assert f"{broken}:" in finished.stderr
    assert "cloud-m" in finished.stderr


def test_an_input_file_is_checked_like_content(run_here: Run, write_input: WriteInput) -> None:
    finished = run_here("check", write_input())
    assert (finished.returncode, finished.stdout) == (0, "0 errors, 0 warnings\n")


def test_show_lists_the_questionnaires(run_here: Run) -> None:
    lines = run_here("show", "--lang", "en").stdout.splitlines()
    listed = [line.split()[:2] for line in lines]
    assert ["dma-sme", "1.0"] in listed
    assert ["technology-check", "1.0"] in listed
    assert listed == sorted(listed)


def test_show_prints_every_question_in_the_language_asked_for(run_here: Run) -> None:
    italian, english = (run_here("show", "dma-sme", "--lang", language).stdout for language in ("it", "en"))
    assert "  data-security: " in italian
    assert "  data-security: " in english
    assert italian != english


def test_show_json_keeps_its_keys(run_here: Run) -> None:
    shown = printed_json(run_here("show", "technology-check", "--json"))
    assert list(shown) == [
        *("format", "id", "version", "hash", "source_language", "languages"),
        *("answered_by", "scoring"),
        *("dimensions", "levels", "sections"),
    ]
    questions = {question["id"]: question for part in shown["sections"] for question in part["questions"]}
    usual = [
        *("id", "key", "kind", "dimension", "weight", "minutes", "opened_by", "follow_ups", "when"),
        *("unknown", "not_applicable", "competences", "nist_csf", "digcomp", "choices"),
    ]
    assert list(questions["backup"]) == usual
    assert list(questions["cloud-reach"]) == [*usual, "rows", "columns"]
    assert list(questions["computer-users"]) == [*usual, "minimum", "maximum", "bands"]
    assert list(questions["notes"]) == [*usual, "maximum_length"]
    assert questions["backup"]["competences"] == {"cyber-backup": 4}
    assert questions["data-security"]["key"] == "dma-sme/data-security"


def test_score_json_keeps_its_keys(run_here: Run, write_input: WriteInput) -> None:
    scored = printed_json(run_here("score", write_input(), "--json"))
    assert list(scored) == ["format", "assessments", "competences", "people"]
    first = scored["assessments"][0]
    assert list(first) == ["id", "version", "hash", "answers", "overall", "dimensions", "next_level"]
    assert list(first["overall"]) == ["low", "headline", "high", "coverage", "level", "contributions"]
    assert list(scored["competences"][0]) == ["id", "low", "headline", "high", "level"]


def test_plan_json_keeps_its_keys(run_here: Run, write_input: WriteInput) -> None:
    planned = printed_json(run_here("plan", write_input(), "--json"))
    parts = ["assessments", "competences", "people", "plan", "quick_wins", "guidance"]
    assert list(planned) == ["format", "made_on", "company", *parts]
    assert planned["company"]["name"] == "Panificio Lorusso"
    assert planned["plan"]["start"] == "2027-01-11"
    assert planned["plan"]["is_optimal"] is True
    assert planned["plan"]["cost_eur"] <= 500
    assert {"id", "title", "role", "hours", "weeks", "steps"} <= set(planned["plan"]["courses"][0])


PEOPLE = """\
people_answers:
  - {label: Anna, role: owner, answers: {suspicious: warns}}
  - {label: Bruno, role: employee, answers: {suspicious: opens}}
  - {label: Carla, role: employee, answers: {suspicious: warns}}
  - {label: Dario, role: employee, answers: {suspicious: warns}}
assessments:
"""


def test_a_plan_is_the_same_to_the_byte_in_any_process_and_whoever_answered_first(
    run: Run, write_input: WriteInput
) -> None:
    heading, *people, last = PEOPLE.splitlines(keepends=True)
    first, second = (
        run("plan", write_input("assessments:\n", told), "--json", PYTHONHASHSEED=seed).stdout
        for seed, told in (("1", PEOPLE), ("2", "".join([heading, *reversed(people), last])))
    )

    assert json.loads(first)["plan"]["courses"]
    assert first == second


def test_people_are_told_by_role_and_never_by_name(run_here: Run, write_input: WriteInput) -> None:
    without = printed_json(run_here("score", write_input(), "--json"))
    finished = run_here("score", write_input("assessments:\n", PEOPLE), "--json")
    told = printed_json(finished)
    (fraud,) = told["people"]
    assert fraud == {
        "competence": "cyber-fraud",
        "by_role": {
            "owner": {"people": 1, "lowest": None, "median": 2, "highest": None},
            "employee": {"people": 3, "lowest": 0, "median": 2, "highest": 2},
        },
    }
    assert not any(name in finished.stdout for name in ("Anna", "Bruno", "Carla", "Dario"))
    assert (without["people"], without["competences"]) == ([], told["competences"])


def test_a_shared_answer_counts_in_both_questionnaires(run_here: Run, write_input: WriteInput) -> None:
    scored = printed_json(run_here("score", write_input(), "--json"))
    assert [entry["answers"]["data-security"] for entry in scored["assessments"]] == [
        ["client-data", "off-site-backup"]
    ] * 2


def test_a_plan_in_words_names_company_scores_and_courses(run_here: Run, write_input: WriteInput) -> None:
    finished = run_here("plan", write_input(), "--lang", "en")
    assert finished.returncode == 0
    assert finished.stdout.startswith("Panificio Lorusso\n")
    assert "of 100" in finished.stdout
    assert "\n  Owner\n    " in finished.stdout
    assert " h each\n" in finished.stdout
    assert "(owner" not in finished.stdout


def test_a_score_in_italian_speaks_italian(run_here: Run, write_input: WriteInput) -> None:
    finished = run_here("score", write_input())
    assert finished.returncode == 0
    assert "su 100" in finished.stdout


@pytest.mark.parametrize("name", ["questionnaire", "questionnaire-texts", "plan-input", "courses"])
def test_every_schema_is_json_schema(run_here: Run, name: str) -> None:
    schema = printed_json(run_here("schema", name))
    assert "$ref" in schema or schema["type"] == "object"


def test_a_marked_translation_is_accepted(run_here: Run, repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "assessments", tmp_path / "mine")
    finished = run_here("stamp", tmp_path / "mine" / "technology-check.en.yaml")
    assert finished.returncode == 0
    assert "blocks marked" in finished.stdout
    assert run_here("check", tmp_path / "mine").stdout.endswith("\n0 errors, 0 warnings\n")


def test_a_reader_that_stops_early_sees_no_traceback(repository: Path) -> None:
    command = [sys.executable, "-m", "desktop", "show", "dma-sme", "--json"]
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_of_few_letters_sees_no_traceback(run: Run, write_input: WriteInput, encoding: str) -> None:
    file = write_input("Panificio Lorusso", "Αρτοποιείο Λορούσο")
    finished = run("plan", file, without=("PYTHONUTF8",), PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert finished.returncode == 0
    assert "Traceback" not in finished.stderr


def test_a_plan_says_as_json_where_to_go(run_here: Run, write_input: WriteInput) -> None:
    told = printed_json(run_here("plan", write_input(), "--json"))["guidance"]
    assert [door["kind"] for door in told["doors"]][:1] == ["pid"]
    assert told["no_labs"] == "too-early"
    by_id = {entry["id"]: entry for entry in told["funding"]}
    assert by_id["pid-voucher"]["availability"] == "recurring"
    assert {"kind": "region", "values": ["ITF4"]} in by_id["edih-cetma"]["reasons"]
    assert "transizione-50" in told["ended"]


@pytest.mark.parametrize("name", ["labs", "lab-texts", "funding", "funding-texts"])
def test_the_network_has_schemas(run_here: Run, name: str) -> None:
    told = printed_json(run_here("schema", name))
    assert told["$schema"].startswith("https://json-schema.org/")


def test_a_plan_in_words_names_roles_without_courses_and_decisions_that_could_not_be_kept(
    run_here: Run, write_input: WriteInput
) -> None:
    wish = "decisions: [{course: hf-llm-course, role: owner, state: wanted}]"
    limits = f"hours_per_week: {{owner: 2, employee: 0}}\n  languages: [it]\n  {wish}"
    path = write_input("hours_per_week: {owner: 2, employee: 1}", limits)
    told = run_here("plan", path, "--lang", "en").stdout
    assert "\n  Employees: no course: 0 hours a week\n" in told
    assert " · Italian (to be confirmed with the provider)\n" in told
    assert "\nWhat could not be kept: LLM Course (formerly NLP Course) (Owner). " in told
