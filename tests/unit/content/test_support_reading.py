"""What makes no sense in labs, funding and kinds of doors is said with its code, at its line."""

import shutil
from pathlib import Path

import pytest

from desktop.content.catalogues.catalogue_reading import read_network
from desktop.content.stamping import stamp
from desktop.errors import ContentError, Problem
from tests.builders import RESOURCES


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RESOURCES / "network", tmp_path / "network"))


def problems_with(folder: Path, name: str, written: str, changed: str) -> list[Problem]:
    """The problems after one change."""
    text = (folder / name).read_text(encoding="utf-8")
    assert written in text
    (folder / name).write_text(text.replace(written, changed, 1), encoding="utf-8")
    try:
        return list(read_network(folder)[1])
    except ContentError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    ("name", "written", "changed", "code"),
    [
        ("labs.yaml", "id: unipi", "id: unifi", "C020"),
        ("labs.it.yaml", "  unipi:", "  unipisa:", "C021"),
        ("labs.it.yaml", "  unipi:", "  unipisa:", "C022"),
        ("labs.yaml", "regions: [ITI1]", "regions: [ITX1]", "C023"),
        ("funding.yaml", "regions: [ITF6]", "regions: []", "C024"),
        ("funding.yaml", "without_provinces: [Bergamo]", "without_provinces: [Varese]", "C024"),
        ("funding.yaml", "family: pid-voucher", "family: pid-vouchers", "C025"),
        ("funding.yaml", "hub: edih-cetma", "hub: edih-cetmo", "C025"),
        ("funding.yaml", "rules: [de-minimis]", "rules: [de-maximis]", "C025"),
        ("funding.yaml", "closes: 2026-09-30", "closes: 2026-01-30", "C026"),
        ("labs.yaml", "areas: [quantum, cyber]", "areas: [quantum, cybers]", "F006"),
        ("labs.yaml", "as_of: 2025-02", "as_of: February 2025", "F006"),
        ("funding.yaml", "max_share_percent: 50", "max_share_percent: 150", "F006"),
        ("funding.yaml", "max_share_percent: 50", "max_share: 50", "F003"),
        ("funding.yaml", "closes: 2026-09-30", "closes: in autumn", "F006"),
        ("kinds.en.yaml", "language: en", "language: it", "T002"),
        ("labs.yaml", "languages: [it, en]", "languages: [it, en, de]", "T001"),
    ],
)
def test_a_wrong_entry_is_reported(network: Path, name: str, written: str, changed: str, code: str) -> None:
    found = [problem for problem in problems_with(network, name, written, changed) if problem.code == code]
    assert found
    assert Path(found[0].file).name.partition(".")[0] == name.partition(".")[0]


def test_a_kind_of_hub_that_nobody_explains_is_reported_at_the_hub(network: Path) -> None:
    found = problems_with(network, "kinds.yaml", "id: pid, hubs: true", "id: pid, hubs: false")
    assert {problem.code for problem in found} == {"C027"}
    assert {Path(problem.file).name for problem in found} == {"hubs.yaml"}
    assert "`pid`" in str(found[0].sentence)


def test_a_text_missing_in_a_translation_is_only_a_warning(network: Path) -> None:
    changed = problems_with(network, "labs.en.yaml", "  unipi:\n", "  unipisa:\n")
    assert {problem.code: problem.is_warning for problem in changed if problem.code[0] == "C"} == {
        "C021": True,
        "C022": False,
    }


def test_a_changed_source_makes_its_translation_stale_until_it_is_stamped(network: Path) -> None:
    changed = problems_with(network, "labs.it.yaml", "Energia.", "Energia e clima.")
    assert [(problem.code, problem.is_warning) for problem in changed] == [("T005", True)]
    assert "labs.enea" in str(changed[0].sentence)
    assert stamp(network / "labs.en.yaml") > 30
    assert read_network(network)[1] == ()


def test_an_edition_may_do_without_labs_and_funding(network: Path) -> None:
    for path in [*network.glob("labs*"), *network.glob("funding*"), *network.glob("kinds*")]:
        path.unlink()
    read, problems = read_network(network)
    assert (read.support.labs, read.support.funding, problems) == ({}, {}, ())
