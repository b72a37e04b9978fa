"""Who makes a pack is told what is wrong by file and line, before anybody else sees it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.exchange.packs.announcing import announce_in
from desktop.exchange.packs.checking import check_folder
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.skeleton import new_pack
from tests.packs import HUB_KEY, NEXT_KEY, SAMPLE, STRANGER

Change = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample pack, to be changed."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "pack"))


def replaced(name: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def written(name: str, data: bytes = b"format: 1\n") -> Change:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    return change


SLIPS: dict[str, tuple[Change, str]] = {
    "no number": (replaced("pack.yaml", "serial: 1\n", ""), r"pack\.yaml:\d+: .*serial"),
    "a number that is none": (replaced("pack.yaml", "serial: 1", "serial: 0"), r"pack\.yaml:5: .*serial"),
    "a program": (written("run.exe"), r"run\.exe: packs hold no such file; rename or remove it"),
    "capitals": (written("assessments/Club.yaml"), r"Club\.yaml: packs hold no such file"),
    "a shipped file": (
        written("catalogue/competences.yaml"),
        r"competences\.yaml: this takes the place of Sestante's own",
    ),
    "nothing replaced": (
        replaced("pack.yaml", "replaces: []", "replaces: [consent/consent.yaml]"),
        r"pack\.yaml:14: `consent/consent\.yaml` is not in the pack",
    ),
    "an unknown hub": (
        replaced("pack.yaml", "hub: hub-valle-serena", "hub: hub-valle-seren"),
        r"pack\.yaml:12: .*did you mean `hub-valle-serena`\?",
    ),
    "an unknown region": (
        replaced("network/hubs.yaml", "[ITC4]", "[ITC9]"),
        r"network/hubs\.yaml:7: hub `hub-valle-serena`: `ITC9` is not a region",
    ),
    "an unknown competence": (
        replaced("catalogue/courses/serena.yaml", "cyber-backup: [0, 2]", "cyber-backups: [0, 2]"),
        r"serena\.yaml:17: .*`cyber-backups`, which is not a competence",
    ),
    "an offer without words": (replaced("hub/hub.en.yaml", "cloud-class:", "cloud-clas:"), r"hub\.en\.yaml:"),
    "a pale colour": (replaced("brand/brand.yaml", "#7A2E5D", "#FFEEAA"), r"brand\.yaml:4: .*too pale"),
    "no picture": (written("brand/logo.png", b"GIF89a"), r"logo\.png: this is not a PNG picture"),
    "an unknown scale": (
        replaced("assessments/serena-workshop.yaml", "scale: habit", "scale: habits"),
        r"serena-workshop\.yaml:\d+: .*habits",
    ),
    "broken YAML": (
        replaced("hub/hub.yaml", "offices:", "offices: ["),
        r"hub/hub\.yaml:\d+: .*not valid YAML",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_told_where_it_is(slip: str, folder: Path) -> None:
    change, sentence = SLIPS[slip]
    change(folder)
    told = [str(problem) for problem in check_folder(folder).problems if not problem.is_warning]
    assert any(re.search(sentence, line) for line in told), told


def test_one_wrong_word_in_a_joined_list_is_one_error_at_the_entry_of_the_packs_own(folder: Path) -> None:
    replaced("network/funding.yaml", "covers: [training", "covers: [trining")(folder)
    (problem,) = check_folder(folder).problems
    assert str(problem).startswith(f"{folder}/network/funding.yaml:10: funding[1].covers[1]: `trining`")


def test_a_language_without_texts_is_a_warning(folder: Path) -> None:
    (folder / "assessments" / "serena-workshop.en.yaml").unlink()
    replaced("assessments/serena-workshop.yaml", "languages: [it, en]", "languages: [it]")(folder)
    (problem,) = check_folder(folder).problems
    assert problem.is_warning
    assert "`assessments/serena-workshop.en.yaml` is missing" in str(problem)


def test_a_new_pack_is_without_fault(tmp_path: Path) -> None:
    files = new_pack("hub-colline", tmp_path / "new")
    assert (tmp_path / "new" / "catalogue" / "courses" / "hub-colline.yaml") in files
    checked = check_folder(tmp_path / "new")
    assert checked.problems == ()
    assert checked.source is not None
    assert checked.source.file.id == "hub-colline"


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "hub" / "hub.de.yaml").symlink_to("/etc/hostname")
    (problem,) = check_folder(folder).problems
    assert "this is a link" in str(problem)


def test_a_key_goes_on_from_the_last_one_alone(folder: Path) -> None:
    announce_in(folder, HUB_KEY, NEXT_KEY)
    with pytest.raises(PackError, match="is not the last that was announced"):
        announce_in(folder, HUB_KEY, STRANGER)
    with pytest.raises(PackError, match="given up before"):
        announce_in(folder, NEXT_KEY, HUB_KEY)
    announce_in(folder, NEXT_KEY, STRANGER)
    assert check_folder(folder).problems == ()


def test_changes_of_keys_for_another_pack_are_refused(folder: Path) -> None:
    announce_in(folder, HUB_KEY, NEXT_KEY)
    replaced("pack.yaml", "id: valle-serena", "id: monte-serena")(folder)
    (problem,) = check_folder(folder).problems
    assert "was not signed by the old key for `monte-serena`" in str(problem)
