"""Packs at the command line: begun, checked, built, signed, announced, installed, listed, removed."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.page_reading import examples, follow

Run = Callable[..., CompletedProcess[str]]
SECRET = "quattro parole senza legame"  # noqa: S105 - of no real key


class Place:
    """A hub and a firm, each with a data folder, and a pack that the hub began."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run = run
        self._folder = folder
        (folder / "secret.txt").write_text(SECRET, encoding="utf-8")

    def hub(self, *arguments: object) -> CompletedProcess[str]:
        return self._run("--data", self._folder / "hub", "pack", *arguments, "--lang", "en")

    def firm(self, *arguments: object) -> CompletedProcess[str]:
        return self._run("--data", self._folder / "firm", "pack", *arguments, "--lang", "en")

    @property
    def fingerprint(self) -> str:
        """What the hub prints on its card."""
        return self.hub("keys", "show").stdout.splitlines()[0].rpartition(" ")[2]


@pytest.fixture
def place(run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.chdir(tmp_path)
    made = Place(run_here, tmp_path)
    assert made.hub("new", "colline").returncode == 0
    return made


def raise_serial(number: int) -> None:
    path = Path("colline/pack.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"serial: {number}", f"serial: {number + 1}"), encoding="utf-8")


def test_a_pack_goes_from_the_hub_to_a_firm(place: Place) -> None:
    assert place.hub("check", "colline").stdout == "0 errors, 0 warnings\n"
    built = place.hub("build", "colline")
    assert "It is not signed yet" in built.stdout
    refused = place.firm("install", "colline-1.sestante-pack")
    assert refused.returncode == 2
    assert "is not signed" in refused.stderr
    assert place.hub("sign", "colline-1.sestante-pack").returncode == 0
    shown = place.firm("install", "colline-1.sestante-pack")
    assert place.fingerprint in shown.stdout
    assert "Nothing was done yet" in shown.stdout
    assert place.firm("list").stdout == "No pack is installed.\n"
    place.firm("install", "colline-1.sestante-pack", "--fingerprint", place.fingerprint)
    assert place.firm("list").stdout.startswith("colline: Our hub, version 1.0 (number 1)")


def test_a_wrong_fingerprint_installs_nothing(place: Place) -> None:
    place.hub("build", "colline", "--sign")
    wrong = place.firm("install", "colline-1.sestante-pack", "--fingerprint", "AAAA-BBBB-CCCC-DDDD")
    assert wrong.returncode == 2
    assert "is not the one of this pack" in wrong.stderr
    assert place.firm("list").stdout == "No pack is installed.\n"


def test_a_key_file_is_announced_by_the_desk_and_signs_the_next_pack(place: Place) -> None:
    place.hub("build", "colline", "--sign")
    place.firm("install", "colline-1.sestante-pack", "--fingerprint", place.fingerprint)
    closed = ("--key-passphrase-file", "secret.txt")
    assert place.hub("keys", "new", "hub.pem", *closed).returncode == 0
    place.hub("keys", "change", "colline", "--to", "hub.pem", "--to-passphrase-file", "secret.txt")
    raise_serial(1)
    assert place.hub("build", "colline", "--key", "hub.pem", *closed).returncode == 0
    installed = place.firm("install", "colline-2.sestante-pack")
    assert "which the hub announced" in installed.stdout
    assert "(number 2)" in place.firm("list").stdout
    older = place.firm("install", "colline-1.sestante-pack")
    assert "An older pack never takes the place of a newer one" in older.stderr


def test_a_new_fingerprint_is_read_from_the_card_and_not_from_the_screen(place: Place) -> None:
    place.hub("build", "colline", "--sign")
    place.firm("install", "colline-1.sestante-pack", "--fingerprint", place.fingerprint)
    closed = ("--key-passphrase-file", "secret.txt")
    place.hub("keys", "new", "hub.pem", *closed)
    new = place.hub("keys", "show", "--key", "hub.pem", *closed).stdout.split()[4]
    raise_serial(1)
    place.hub("build", "colline", "--key", "hub.pem", *closed)
    refused = place.firm("install", "colline-2.sestante-pack")
    assert refused.returncode == 2
    assert "signed with another key" in refused.stdout
    assert new not in refused.stdout + refused.stderr
    assert place.firm("install", "colline-2.sestante-pack", "--fingerprint", new).returncode == 0


def test_a_key_file_wants_its_passphrase(place: Place) -> None:
    closed = ("--key-passphrase-file", "secret.txt")
    place.hub("keys", "new", "hub.pem", *closed)
    Path("other.txt").write_text("un'altra frase, non quella", encoding="utf-8")
    Path("short.txt").write_text("corta", encoding="utf-8")
    wrong = place.hub("keys", "show", "--key", "hub.pem", "--key-passphrase-file", "other.txt")
    assert "This is not the passphrase of hub.pem" in wrong.stderr
    assert "left as it was" in place.hub("keys", "new", "hub.pem", *closed).stderr
    short = place.hub("keys", "new", "new.pem", "--key-passphrase-file", "short.txt")
    assert "at least 20 letters" in short.stderr
    assert not Path("new.pem").exists()
    none = place.hub("keys", "show", "--key", "secret.txt", *closed)
    assert "holds no key that Sestante signs with" in none.stderr


def test_a_removed_pack_is_gone_and_an_unknown_one_is_named(place: Place) -> None:
    place.hub("build", "colline", "--sign")
    place.firm("install", "colline-1.sestante-pack", "--fingerprint", place.fingerprint)
    assert "stays readable" in place.firm("remove", "colline").stdout
    assert place.firm("list").stdout == "No pack is installed.\n"
    gone = place.firm("remove", "colline")
    assert gone.returncode == 2
    assert "There is no pack `colline` here" in gone.stderr


def test_the_check_of_single_files_leads_to_that_of_packs(place: Place, run_here: Run) -> None:
    refused = run_here("check", "colline", "--lang", "en")
    assert refused.returncode == 2
    assert "sestante pack check colline" in refused.stderr


def test_nothing_is_built_of_a_folder_with_errors(place: Place) -> None:
    Path("colline/setup.py").write_text("print()", encoding="utf-8")
    built = place.hub("build", "colline")
    assert built.returncode == 2
    assert "colline/setup.py: packs hold no such file" in built.stderr
    assert not Path("colline-1.sestante-pack").exists()


def test_nothing_else_is_replaced_by_a_pack(place: Place) -> None:
    Path("notes.sestante-pack").write_text("my notes", encoding="utf-8")
    assert "was left as it was" in place.hub("build", "colline", "-o", "notes.sestante-pack").stderr
    assert Path("notes.sestante-pack").read_text(encoding="utf-8") == "my notes"
    assert "must end in .sestante-pack" in place.hub("build", "colline", "-o", "hub.zip").stderr


def test_everything_on_the_page_for_hubs_happens_as_shown(
    run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    page = repository / "docs" / "packs.md"
    for example in examples(page):
        if example.kind != "table":
            assert follow(example, run_here) == example.text, f"line {example.line}"


def test_the_page_for_hubs_lists_every_problem(repository: Path) -> None:
    told = (repository / "docs" / "packs.md").read_text(encoding="utf-8")
    sources = (repository / "desktop" / "exchange" / "packs").glob("*.py")
    codes = {code for path in sources for code in re.findall(r'"(P\d{3})"', path.read_text(encoding="utf-8"))}
    assert codes == set(re.findall(r"^\| (P\d{3}) \|", told, re.MULTILINE))
