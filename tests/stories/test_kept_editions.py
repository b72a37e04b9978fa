"""A hub's edition is installed, updated and removed; what was answered with it stays readable."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.paths import resources_folder
from desktop.workspace import Workspace
from desktop.workspace.copies import Copy, made_paper
from desktop.worn_brand import read_worn
from tests.builders import a_company, some_answers
from tests.editions import brand_files, course_files, hub_files, install, pack_file, questionnaire_files
from tests.packs import a_pack, saved


def test_answers_given_with_a_pack_stay_readable_after_update_and_removal(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", questionnaire_files(tmp_path / "made", "1.0")))
    with closing(Workspace.open(data)) as workspace:
        case = workspace.create_case(a_company())
        case = workspace.choose_questionnaires(case.id, ("small",))
        small = workspace.library.questionnaires["small"]
        ((key, answer),) = some_answers(small, fax="daily").items()
        case = workspace.save_answer(case, small.questions["fax"], answer)
        assert key in case.sheet
    newer = pack_file(tmp_path / "2.sestante-pack", questionnaire_files(tmp_path / "made", "2.0"), serial=2)
    install(data, newer)
    for is_removed in (False, True):
        with closing(Workspace.open(data)) as workspace:
            then = workspace.case(case.id)
            (asked,) = workspace.questionnaires(then)
            assert (asked.version, dict(then.sheet)) == ("1.0", dict(case.sheet))
            assert ("small" in workspace.library.questionnaires) is not is_removed
            workspace.packs.remove("hub-valle")


def test_an_edition_is_worn_at_the_next_start_and_taken_off_when_it_goes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", brand_files() | hub_files()))
    with closing(Workspace.open(data)) as workspace:
        assert workspace.library.hub_desk.offices
        workspace.packs.remove("hub-valle")
    worn = read_worn(data)
    assert worn is not None
    assert (worn.name, worn.accent) == ("Hub Digitale Valle Serena", "#7A2E5D")
    assert worn.logo == brand_files()["brand/logo.png"]
    Workspace.open(data).close()
    assert read_worn(data) is None


def test_a_pack_that_no_longer_fits_rests_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", course_files() | brand_files()))
    newer = tmp_path / "newer"
    for name in ("catalogue", "network", "consent"):
        shutil.copytree(resources_folder() / name, newer / name)
    again = course_files()["catalogue/courses/serena.yaml"]
    (newer / "catalogue/courses/also.yaml").write_bytes(again)  # the same ids come from both
    monkeypatch.setattr("desktop.workspace.editions.resources_folder", lambda: newer)
    with closing(Workspace.open(data)) as workspace:
        assert "Hub Valle Serena" in str(workspace.told)
        assert workspace.library.questionnaires
        assert workspace.library.brand is None


def test_a_pack_damaged_where_it_is_kept_does_not_keep_sestante_from_starting(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", brand_files()))
    with closing(sqlite3.connect(next(data.glob("*.db*")))) as database, database:
        database.execute("UPDATE pack SET archive = x'00'")
    with closing(Workspace.open(data)) as workspace:
        assert "Hub Valle Serena" in str(workspace.told)
        assert workspace.library.catalogue.courses


def test_a_printed_plan_wears_the_brand_by_itself(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", brand_files()))
    with closing(Workspace.open(data)) as workspace:
        dossier = workspace.dossier(workspace.create_case(a_company()))
        document = PdfReader(BytesIO(made_paper(workspace, dossier, Copy(), "it")))
    assert "Hub Digitale Valle Serena" in document.pages[0].extract_text()
    assert "Sportello di Serena" in document.pages[0].extract_text()


def test_an_agreement_stays_readable_when_an_edition_brings_other_words(tmp_path: Path) -> None:
    data, consent = tmp_path / "data", resources_folder() / "consent"
    theirs = {f"consent/{path.name}": path.read_bytes() for path in consent.glob("*.yaml")}
    with closing(Workspace.open(data)) as workspace:
        then = workspace.library.consent
    theirs["consent/consent.yaml"] = theirs["consent/consent.yaml"].replace(
        f'version: "{then.version}"'.encode(), b'version: "hub-1"'
    )
    install(data, pack_file(tmp_path / "1.sestante-pack", theirs))
    with closing(Workspace.open(data)) as workspace:
        assert workspace.library.consent.version == "hub-1"
        assert workspace.library.consent_in(then.version) == then


def test_former_packs_go_once_nothing_refers_to_them(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for serial, version in ((1, "1.0"), (2, "2.0"), (3, "1.0")):
        files = questionnaire_files(tmp_path / f"made-{serial}", version)
        install(data, pack_file(tmp_path / f"{serial}.sestante-pack", files, serial=serial))
        with closing(Workspace.open(data)) as workspace:
            if serial == 2:
                case = workspace.create_case(a_company())
                case = workspace.choose_questionnaires(case.id, ("small",))
    with closing(Workspace.open(data)) as workspace:
        assert [each.serial for each in workspace.packs.former()] == [1, 2]
        assert workspace.former_packs.delete_unneeded() == 1
    with closing(Workspace.open(data)) as workspace:
        assert [each.serial for each in workspace.packs.former()] == [2]
        (asked,) = workspace.questionnaires(workspace.case(case.id))
        assert asked.version == "2.0"
        workspace.choose_questionnaires(case.id, ())
        assert workspace.former_packs.unneeded() == ()  # undoing would ask for it again
        workspace.register.erase(case.company_id)
        assert workspace.former_packs.delete_unneeded() == 1


def test_the_edition_chosen_comes_first(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(data, pack_file(tmp_path / "1.sestante-pack", brand_files()))
    brand = {"brand/brand.yaml": b"format: 1\nname: Colline\naccent: '#005A9C'\n"}
    with closing(Workspace.open(data)) as workspace:
        second = a_pack(tmp_path / "second", brand)
        look = workspace.packs.look_at(saved(tmp_path / "2.sestante-pack", second))
        assert look.changes.losers == ("Hub Valle Serena",)
        workspace.packs.install(look)
    for first, name in (("", "Colline"), ("hub-valle", "Hub Digitale Valle Serena"), ("gone", "Colline")):
        with closing(Workspace.open(data)) as workspace:
            workspace.preferences.save(replace(workspace.preferences.read(), first_edition=first))
        with closing(Workspace.open(data)) as workspace:
            assert workspace.library.brand is not None
            assert workspace.library.brand.name == name
            assert not workspace.is_outdated
