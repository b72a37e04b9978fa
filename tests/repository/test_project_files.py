"""What a stranger finds: versions, changelog, links, and nothing of our machines."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from desktop import VERSION

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
REQUIREMENTS = [
    Requirement(line) for line in chain(PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
]
CONSTRAINTS = {
    canonicalize_name(name): version
    for name, version in re.findall(
        r"^([\w.-]+)==([\w.]+)$", (REPOSITORY / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
}
GENERATED = {"__pycache__", "build", "dist", "node_modules"}
TEXTS = {
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".txt",
    ".cfg",
    ".ini",
    ".json",
    ".sh",
    ".po",
    ".pot",
    ".svg",
    "",
}
MACHINE_PATH = re.compile(r"(?:^|[\s\"'`(=:])/(?:work|root|home/\w+|Users/\w+)/", re.MULTILINE)


def texts() -> list[Path]:
    found = []
    for path in sorted(REPOSITORY.rglob("*")):
        parts = path.relative_to(REPOSITORY).parts
        is_hidden = any(part.startswith(".") and part != ".ci" for part in parts)
        if path.is_file() and path.suffix in TEXTS and not is_hidden and not GENERATED & set(parts):
            found.append(path)
    return found


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_a_dependency_has_a_lower_bound(requirement: Requirement) -> None:
    assert any(part.operator in (">=", "~=", "==") for part in requirement.specifier)


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_a_dependency_has_an_exact_version_that_fits(requirement: Requirement) -> None:
    version = CONSTRAINTS.get(canonicalize_name(requirement.name))
    assert version, f"constraints.txt has no version of {requirement.name}"
    assert Version(version) in requirement.specifier


def test_the_program_knows_its_version() -> None:
    assert PROJECT["version"] == VERSION


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?{re.escape(PROJECT['version'])}\b", changelog, re.MULTILINE)


def test_no_text_names_a_place_on_our_machines() -> None:
    found = [
        f"{path.relative_to(REPOSITORY)}: {match.group().strip()}"
        for path in texts()
        if path != Path(__file__).resolve()
        for match in MACHINE_PATH.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_text_is_utf_8_and_ends_with_a_line_end() -> None:
    for path in texts():
        content = path.read_bytes().decode("utf-8")
        assert not content or content.endswith("\n"), path


PAGES = [path for path in texts() if path.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    for link in links:
        if "://" not in link and not link.startswith("mailto:"):
            assert (page.parent / link).exists(), link


def test_every_file_of_an_example_in_the_readme_is_there() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\b(?:resources|benchmarks|docs|assessments)/[\w./-]*\w", readme):
        assert (REPOSITORY / name).exists(), name
