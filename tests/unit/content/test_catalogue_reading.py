"""What makes no sense in the catalogue or the network is said with its code, at its line."""

import shutil
from pathlib import Path

import pytest

from desktop.content.catalogue_reading import read_catalogue, read_network
from desktop.errors import ContentError, Problem
from tests.builders import RESOURCES

KEPT = [*RESOURCES.glob("*/*.yaml"), *RESOURCES.glob("catalogue/courses/quantum*.yaml")]
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
        ("network/hubs.yaml", "regions: [IT", "regions: [XX", "C010"),
        ("network/hubs.yaml", "kind: ", "kind: no-such-", "C011"),
    ],
)
def test_a_wrong_entry_is_reported(tmp_path: Path, name: str, written: str, changed: str, code: str) -> None:
    found = [problem for problem in problems_with(tmp_path, name, written, changed) if problem.code == code]
    assert found
    assert found[0].file.endswith(name)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Y002"):
        read_catalogue(tmp_path)
