"""An edition is the shipped content with packs over it, and keeps what they replace readable."""

import os
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.editions.course_choice import CourseChoice
from desktop.content.editions.edition import FOLDER, read_edition
from desktop.content.editions.entries import merged_entries
from desktop.content.editions.overlay import content_of, overlaid, shipped_files
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.library import check_library, read_library
from desktop.errors import ContentError, StorageError
from tests.editions import (
    SHIPPED,
    brand_files,
    course_files,
    edition,
    hub_files,
    layer,
    network_files,
    questionnaire_files,
)
from tests.versions import OLD, write_version


def test_an_edition_adds_to_what_is_shipped(tmp_path: Path) -> None:
    files = {
        **questionnaire_files(tmp_path / "made", "1.0"),
        **network_files(),
        **hub_files(),
        **brand_files(),
    }
    made = edition(tmp_path, layer("valle", files)).library
    shipped = read_library(*SHIPPED)
    assert set(made.questionnaires) == {*shipped.questionnaires, "small"}
    assert set(made.network.hubs) == {*shipped.network.hubs, "hub-valle"}
    assert list(made.network.support.funding) == [*shipped.network.support.funding, "valle-voucher"]
    assert made.network.support.funding["pid-voucher"] == shipped.network.support.funding["pid-voucher"]
    text = made.network.support.funding_text("valle-voucher", "en")
    assert text is not None
    assert text.name == "Voucher della valle"
    assert made.hub_desk.hub == "hub-valle-serena"
    assert made.brand is not None
    assert made.brand.name == "Hub Digitale Valle Serena"
    assert (shipped.brand, shipped.hub_desk.hub) == (None, "")


def test_an_entry_of_a_pack_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    funding = network_files()["network/funding.yaml"].replace(b"valle-voucher", b"pid-voucher")
    library = edition(
        tmp_path, layer("valle", network_files() | {"network/funding.yaml": funding}), layer("b", {})
    )
    assert library.left_out == ("valle",)  # its texts are of an entry that is not there
    texts = {"network/funding.yaml": funding, "network/hubs.yaml": network_files()["network/hubs.yaml"]}
    found = edition(tmp_path, layer("valle", texts, revision=2)).library.network.support.funding
    assert found["pid-voucher"].max_share_percent == 40
    assert len(found) == len(read_library(*SHIPPED).network.support.funding)


def test_a_questionnaire_of_a_pack_replaces_the_shipped_one_which_stays_readable(tmp_path: Path) -> None:
    shipped = read_library(*SHIPPED).questionnaires["quick"]
    changed = {
        f"assessments/{path.name}": path.read_bytes() for path in SHIPPED.assessments.glob("quick.*yaml")
    }
    changed["assessments/quick.yaml"] = changed["assessments/quick.yaml"].replace(
        f'version: "{shipped.version}"'.encode(), b'version: "99"'
    )
    library = edition(tmp_path, layer("valle", changed)).library
    assert library.questionnaires["quick"].version == "99"
    assert library.questionnaire("quick", shipped.version, shipped.hash) == shipped


def test_what_a_pack_brought_once_stays_readable_after_an_update_and_after_it_went(tmp_path: Path) -> None:
    old = layer("valle", questionnaire_files(tmp_path / "made", "1.0"))
    new = layer("valle", questionnaire_files(tmp_path / "made", "2.0"), revision=2)
    first = edition(tmp_path, old).library.questionnaires["small"]
    updated = edition(tmp_path, new, former=(old,)).library
    assert updated.questionnaires["small"].version == "2.0"
    assert updated.questionnaire("small", "1.0", first.hash) == first
    removed = edition(tmp_path, former=(old, new)).library
    assert "small" not in removed.questionnaires
    assert removed.questionnaire("small", "1.0", first.hash) == first
    assert removed.questionnaire("small", "2.0") is not None


def test_two_packs_that_changed_without_another_version_are_told_apart_by_hash(tmp_path: Path) -> None:
    again = write_version(tmp_path / "again", OLD.replace("points: 2", "points: 5"), "1.0")
    one = layer("a", questionnaire_files(tmp_path / "made", "1.0"))
    two = layer("b", {f"assessments/{path.name}": path.read_bytes() for path in again.iterdir()})
    hashes = {edition(tmp_path, each).library.questionnaires["small"].hash for each in (one, two)}
    gone = edition(tmp_path, former=(one, two)).library
    assert len(hashes) == 2
    assert all(gone.questionnaire("small", "1.0", of_hash) is not None for of_hash in hashes)


def test_it_is_made_once_and_again_where_it_was_damaged(tmp_path: Path) -> None:
    files = questionnaire_files(tmp_path / "made", "1.0")
    reads: list[str] = []
    pack = layer("valle", files)._replace(read=lambda: (reads.append("read"), files)[1])
    edition(tmp_path, pack)
    edition(tmp_path, pack)
    assert reads == ["read"]
    kept = next((tmp_path / FOLDER).glob("*/catalogue/competences.yaml"))
    kept.write_bytes(kept.read_bytes().replace(b"competences", b"competence", 1))
    assert edition(tmp_path, pack).library.catalogue.competences
    assert reads == ["read", "read"]


def test_only_the_combination_in_use_stays_in_the_folder(tmp_path: Path) -> None:
    for revision in (1, 2):
        library = edition(tmp_path, layer("valle", hub_files(), revision=revision)).library
        assert library.questionnaires
    assert len([path for path in (tmp_path / FOLDER).iterdir() if path.is_dir()]) == 1


def test_a_pack_that_does_not_fit_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    broken = layer("broken", {"catalogue/competences.yaml": b"format: 1\ncompetences: nothing\n"})
    made = edition(tmp_path, broken, layer("valle", hub_files()))
    assert made.left_out == ("broken",)
    assert made.library.hub_desk.hub == "hub-valle-serena"
    assert edition(tmp_path, broken, layer("valle", hub_files())).left_out == ("broken",)


def test_texts_of_a_replaced_structure_go_with_it() -> None:
    shipped = shipped_files(*SHIPPED)
    made = overlaid(shipped, [{"assessments/quick.yaml": b"a", "assessments/cloud.fr.yaml": b"b"}])
    assert {name for name in made if name.startswith("assessments/quick.")} == {"assessments/quick.yaml"}
    assert {"assessments/cloud.fr.yaml", "assessments/cloud.it.yaml"} <= set(made)


def test_brand_and_hub_are_of_the_last_pack_alone() -> None:
    made = overlaid({}, [hub_files() | brand_files(), {"hub/hub.yaml": b"x"}])
    assert [name for name in made if name.startswith("hub/")] == ["hub/hub.yaml"]
    assert set(brand_files()) <= set(made)


@pytest.mark.parametrize(
    "name",
    [
        "../assessments/a.yaml",
        "assessments/../../a.yaml",
        "/assessments/a.yaml",
        "assessments\\a.yaml",
        "assessments/a.py",
        "assessments/.hidden.yaml",
        "icons/a.png",
        "pack.yaml",
        "assessments/a/b/c/d.yaml",
        "C:/assessments/a.yaml",
        "assessments//a.yaml",
    ],
)
def test_only_content_in_its_folders_is_taken(name: str) -> None:
    assert content_of({name: b"", "assessments/good.yaml": b""}) == {"assessments/good.yaml": b""}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that may not be written")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match="permission is missing"):
        edition(tmp_path, layer("valle", hub_files()))


def test_a_file_where_the_folder_belongs_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("")
    with pytest.raises(StorageError, match="cannot be put together"):
        read_edition(tmp_path, SHIPPED, [layer("valle", hub_files())])


def test_the_whole_of_it_passes_the_check(tmp_path: Path) -> None:
    files = {**network_files(), **hub_files()}
    edition(tmp_path, layer("valle", files))
    folder = next(path for path in (tmp_path / FOLDER).iterdir() if path.is_dir())
    _, problems = check_library(folder / "assessments", folder)
    assert [str(each) for each in problems if not each.is_warning] == []


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.sampled_from("abc"), PLAIN), max_size=4))
def test_whatever_an_entry_says_is_read_back_as_it_was(entries: list[dict[str, object]]) -> None:
    named = [{"id": f"n{number}", **each} for number, each in enumerate(entries)]
    later = b'"hubs": ' + msgspec.json.encode(named)
    try:
        wanted = parse_yaml(later, "later").root["hubs"]
    except ContentError:  # not every text can be written in YAML
        return
    made = parse_yaml(merged_entries(b"format: 1\nhubs: []\n", later, "network/hubs.yaml"), "made").root
    assert made == {"format": 1, "hubs": wanted}


def test_plans_may_choose_from_all_courses_or_from_some(tmp_path: Path) -> None:
    theirs = layer("valle", course_files())
    shipped = set(read_library(*SHIPPED).catalogue.courses)
    found: dict[CourseChoice, set[str]] = {}
    for choice in get_args(CourseChoice):
        made = edition(tmp_path, theirs)
        made.offer(choice)
        catalogue = made.library.catalogue
        assert set(catalogue.courses) == {*shipped, *made.courses}
        found[choice] = {course.id for course in catalogue.courses_in(("it", "en"))}
    assert found["edition"] < found["all"]
    assert set(made.courses) <= found["edition"]
    assert not set(made.courses) & found["sestante"]
    assert found["edition"] | found["sestante"] == found["all"]


def test_a_course_brings_along_what_it_comes_after(tmp_path: Path) -> None:
    files = course_files()
    name = "catalogue/courses/serena.yaml"
    files[name] = files[name].replace(b"    teaches:", b"    after: [[ibmq-business]]\n    teaches:", 1)
    made = edition(tmp_path, layer("valle", files))
    made.offer("edition")
    assert "ibmq-business" in {course.id for course in made.library.catalogue.courses_in(("en",))}
