"""What makes no sense in the catalogue or the network is said with its code, at its line."""

import shutil
from pathlib import Path

import pytest

from desktop.content.catalogues.advice import Advice
from desktop.content.catalogues.advice_reading import find_crossing_problems
from desktop.content.catalogues.catalogue_reading import read_catalogue, read_network
from desktop.errors import ContentError, Problem
from tests.builders import RESOURCES, shipped

KEPT = [*RESOURCES.glob("*/*.yaml"), *RESOURCES.glob("catalogue/courses/quantum*.yaml")]
ACTIONS = "catalogue/actions.yaml"
QUANTUM = "catalogue/courses/quantum.yaml"


def problems_with(folder: Path, name: str, written: str, changed: str) -> list[Problem]:
    """The problems of catalogue and network after one change; only the quantum courses are kept."""
    for path in KEPT:
        target = folder / path.relative_to(RESOURCES)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    text = (folder / name).read_text(encoding="utf-8")
    assert written in text
    (folder / name).write_text(text.replace(written, changed, 1), encoding="utf-8")
    try:
        return [*read_catalogue(folder / "catalogue")[1], *read_network(folder / "network")[1]]
    except ContentError as error:
        return list(error.problems)


def test_the_kept_part_of_the_catalogue_is_sound_but_for_courses_of_other_areas(tmp_path: Path) -> None:
    found = problems_with(tmp_path, QUANTUM, "format: 1", "format: 1")
    assert {problem.code for problem in found} <= {"C002", "C005"}


@pytest.mark.parametrize(
    ("name", "written", "changed", "code"),
    [
        (QUANTUM, "teaches: {quantum-basics", "teaches: {quantum-bascis", "C003"),
        (QUANTUM, "level: 1", "level: 9", "F006"),
        (QUANTUM, "level: 1", "level: '1'", "F005"),
        (QUANTUM, "provider:", "providr:", "F003"),
        ("catalogue/courses/quantum.it.yaml", "courses:\n", "courses:\n  no-course: {summary: x}\n", "C002"),
        ("catalogue/courses/quantum.it.yaml", "language: it", "language: en", "T002"),
        ("catalogue/competences.it.yaml", "language: it", "language: en", "T002"),
        ("catalogue/targets.yaml", "competence: digital-strategy", "competence: digital-stratgy", "C003"),
        (ACTIONS, "- id: goals-on-a-page", "- id: three-time-thieves", "C001"),
        (ACTIONS, "competence: digital-strategy, step", "competence: digital-stratgy, step", "C003"),
        (ACTIONS, "step: [0, 1]", "step: [1, 1]", "C004"),
        (ACTIONS, "minutes: 20", "minutes: 0", "C006"),
        (ACTIONS, "minutes: 20", "minuts: 20", "F003"),
        (ACTIONS, "role: owner", "role: boss", "F006"),
        (ACTIONS, "id: goals-on-a-page", "id: goals-on-two-pages", "C007"),
        (ACTIONS, "languages: [it, en]", "languages: [it, en, de]", "T001"),
        ("catalogue/actions.it.yaml", "  goals-on-a-page:", "  goals-on-two-pages:", "C002"),
        ("catalogue/actions.it.yaml", "language: it", "language: en", "T002"),
        ("catalogue/actions.en.yaml", "  three-time-thieves: '", "  three-time-thieves: 'x", "T005"),
        ("catalogue/services.yaml", "helps: {digital-strategy", "helps: {digital-stratgy", "C003"),
        ("catalogue/services.yaml", "digital-strategy: [0, 2]", "digital-strategy: [3, 2]", "C004"),
        ("network/hubs.yaml", "regions: [IT", "regions: [XX", "C010"),
        ("network/hubs.yaml", "kind: ", "kind: no-such-", "C011"),
    ],
)
def test_a_wrong_entry_is_reported(tmp_path: Path, name: str, written: str, changed: str, code: str) -> None:
    found = [problem for problem in problems_with(tmp_path, name, written, changed) if problem.code == code]
    assert found
    assert found[0].file.endswith(name)


def test_an_action_tells_how_in_three_to_five_steps(tmp_path: Path) -> None:
    text = (RESOURCES / "catalogue/actions.it.yaml").read_text(encoding="utf-8")
    steps = text[text.index("    steps:") : text.index("    proof:")]
    found = problems_with(tmp_path, "catalogue/actions.it.yaml", steps, "    steps: [Fatelo.]\n")
    assert [str(problem).rpartition("yaml:")[2] for problem in found if problem.code == "C012"] == [
        "7: action `three-time-thieves` has 1 steps; 3 to 5 are wanted [C012]"
    ]


def test_a_catalogue_may_have_no_actions_and_services(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "catalogue", tmp_path / "catalogue")
    for path in (tmp_path / "catalogue").glob("[as][ce]*.yaml"):
        path.unlink()
    catalogue, problems = read_catalogue(tmp_path / "catalogue")
    assert problems == ()
    assert catalogue.advice == Advice()


@pytest.mark.parametrize(
    ("written", "changed", "told"),
    [
        ("ai/year-goals, choice: written", "ai/year-gols, choice: written", "no question `ai/year-gols`"),
        ("choice: written", "choice: writen", "`ai/year-goals` has no `writen`"),
        ("choice: written", "tick: written", "of kind `one`, is named by `choice`"),
        ("row: it-energy, choice: partly", "row: it-energy", "is named by `row`, `choice`"),
    ],
)
def test_an_answer_that_no_questionnaire_has_is_told(
    tmp_path: Path, written: str, changed: str, told: str
) -> None:
    text = (RESOURCES / ACTIONS).read_text(encoding="utf-8")
    (tmp_path / "actions.yaml").write_text(text.replace(written, changed, 1), encoding="utf-8")
    found = list(find_crossing_problems(tmp_path, shipped(), ()))
    assert [problem.code for problem in found] == ["C013"]
    assert told in str(found[0].sentence)


def test_a_service_that_no_hub_gives_is_told(tmp_path: Path) -> None:
    text = (RESOURCES / "catalogue/services.yaml").read_text(encoding="utf-8")
    (tmp_path / "services.yaml").write_text(text.replace("[training,", "[trainng,", 1), encoding="utf-8")
    known = ("training", "test-before-invest", "networking", "funding-support")
    found = list(find_crossing_problems(tmp_path, shipped(), known))
    assert [(problem.code, "`trainng`" in str(problem.sentence)) for problem in found] == [("C014", True)]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Y002"):
        read_catalogue(tmp_path)
