"""A hub's file is read with its texts, and what it names has to be there."""

from pathlib import Path
from shutil import copytree

import pytest

from desktop.content.company import Company
from desktop.content.library import read_library
from desktop.content.networks.hub_desk import HubDesk, KnownNames, read_hub_desk
from desktop.content.networks.hub_desk_file import OfficeEntry
from desktop.errors import Problem
from desktop.paths import assessments_folder, resources_folder

SAMPLE = resources_folder() / "examples" / "pack" / "hub"


def known() -> KnownNames:
    library = read_library(assessments_folder(), resources_folder())
    network = library.network
    provinces = {code for region in network.regions.values() for code in region.provinces}
    return KnownNames(provinces, network.services, library.catalogue.competences, network.support.labs)


def spoilt(tmp_path: Path, before: str, after: str) -> tuple[HubDesk, tuple[Problem, ...]]:
    folder = Path(copytree(SAMPLE, tmp_path / "hub"))
    text = (folder / "hub.yaml").read_text(encoding="utf-8")
    assert before in text
    (folder / "hub.yaml").write_text(text.replace(before, after), encoding="utf-8")
    return read_hub_desk(folder, known())


def test_the_sample_is_sound_and_speaks_both_languages() -> None:
    hub, problems = read_hub_desk(SAMPLE, known())
    assert problems == ()
    assert {hub.offer_text("cloud-class", code).title for code in ("it", "en")} == {  # type: ignore[union-attr]
        "Corso di gruppo sul cloud",
        "Group course on the cloud",
    }
    assert hub.target_title("reached", "en") == "Companies reached"


@pytest.mark.parametrize(("province", "office"), [("BG", "serena"), ("CR", "montechiaro"), ("TO", None)])
def test_a_company_belongs_to_the_office_of_its_province(province: str, office: str | None) -> None:
    hub, _ = read_hub_desk(SAMPLE, known())
    found = hub.office_for(Company(name="Forno", headcount=3, region="ITC4", province=province))
    assert (found.id if found else None) == office


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("provinces: [BG]", "provinces: [XX]", "C040"),
        ("expert: paolo-fabbri", "expert: paolo-fabri", "C040"),
        ("office: montechiaro}", "office: nowhere}", "C040"),
        ("{cloud-basics: [0, 2]}", "{cloud-basics: [2, 2]}", "C041"),
        ("begins: 2026-01-01", "begins: 2029-01-01", "C042"),
        ("most_companies: 15", "most_companies: 5", "C043"),
        ("consulting: 40", "consulting: 30", "C044"),
        ("id: sara-neri", "id: luca-conti", "C020"),
    ],
)
def test_what_makes_no_sense_is_told_where_it_stands(
    tmp_path: Path, before: str, after: str, code: str
) -> None:
    _, problems = spoilt(tmp_path, before, after)
    (problem,) = problems
    assert problem.code == code
    assert problem.file.endswith("hub.yaml")
    assert problem.line > 1


def test_without_a_file_the_hub_is_empty(tmp_path: Path) -> None:
    assert read_hub_desk(tmp_path, known()) == (HubDesk(), ())


def test_of_two_offices_with_one_province_the_first_has_it_everywhere() -> None:
    offices = [OfficeEntry(id=name, name=name, provinces=("BG", name.upper())) for name in ("pv", "lo")]
    hub = HubDesk(offices={each.id: each for each in offices})
    assert {code: each.id for code, each in hub.office_by_province.items()} == {
        "BG": "pv",
        "PV": "pv",
        "LO": "lo",
    }
    assert hub.office_for(Company(name="Forno", headcount=3, province="BG")) == offices[0]
    assert hub.office_for(Company(name="Forno", headcount=3)) is None
