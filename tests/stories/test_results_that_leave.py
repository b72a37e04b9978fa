"""A result leaves as a file: whole, reduced, signed or sealed, and arrives as what it is."""

import json
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess
from zipfile import ZipFile

import pytest

from desktop.dossier import SCOPES
from desktop.exchange.results.desk_key import read_card
from desktop.exchange.results.envelope import ResultError, read
from desktop.exchange.results.sealing import open_result
from desktop.workspace.outgoing import desk_key_in
from tests.stories.test_printed_plan import pdf_text

Run = Callable[..., CompletedProcess[str]]
WriteInput = Callable[..., Path]

CONTACT = "contact: {name: Maria Lorusso, phone: '080 123456', email: maria@lorusso.example}\nconstraints:"
TOLD_OF_THE_CONTACT = ("Maria", "080 123456", "maria@lorusso.example")
TOLD_OF_THE_COMPANY = ("Panificio", "00159560366", "Perché no", "owner")


@pytest.fixture
def bakery(write_input: WriteInput) -> Path:
    """A bakery whose contact is named."""
    return write_input("constraints:", f"  {CONTACT}")


@pytest.mark.parametrize("scope", SCOPES)
def test_a_result_file_holds_what_its_scope_allows(
    run_here: Run, bakery: Path, tmp_path: Path, scope: str
) -> None:
    target = tmp_path / "bakery.sestante"
    finished = run_here("plan", bakery, "-o", target, "--scope", scope)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert f"Il risultato è in {target}" in finished.stdout
    told = target.read_text(encoding="utf-8")
    assert all((text in told) == (scope == "full") for text in TOLD_OF_THE_CONTACT)
    assert all((text in told) == (scope != "scores") for text in TOLD_OF_THE_COMPANY)
    opened = read(target.read_bytes())
    assert (opened.result.scope, opened.is_intact, opened.signed_by) == (scope, True, None)


@pytest.mark.parametrize("name", ["bakery.docx", "bakery.xlsx"])
def test_a_copy_to_change_names_nobody_where_scores_alone_leave(
    run_here: Run, bakery: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    finished = run_here("plan", bakery, "-o", target, "--scope", "scores")
    assert (finished.returncode, finished.stderr) == (0, "")
    with ZipFile(target) as archive:
        parts = {part: archive.read(part).decode("utf-8", "replace") for part in archive.namelist()}
    for text in (*TOLD_OF_THE_CONTACT, "Panificio", "00159560366", "Perché no"):
        assert [part for part, told in parts.items() if text in told] == []


@pytest.mark.parametrize("scope", SCOPES)
def test_paper_and_json_hold_no_more_than_the_scope(
    run_here: Run, bakery: Path, tmp_path: Path, scope: str
) -> None:
    target = tmp_path / "bakery.pdf"
    finished = run_here("plan", bakery, "-o", target, "--scope", scope, "--json")
    assert (finished.returncode, finished.stderr) == (0, "")
    for told in (pdf_text(target), finished.stdout):
        assert ("Panificio" in told) == (scope != "scores")
        assert "Maria" not in told or scope == "full"
    summary = run_here("plan", bakery, "--scope", scope).stdout
    assert ("Panificio" in summary) == (scope != "scores")


def test_the_same_input_gives_the_same_file(run_here: Run, bakery: Path, tmp_path: Path) -> None:
    written = []
    for name in ("one.sestante", "two.sestante"):
        assert run_here("plan", bakery, "-o", tmp_path / name).returncode == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_a_company_keeps_its_id_however_its_number_is_written(
    run_here: Run, write_input: WriteInput, tmp_path: Path
) -> None:
    ids = set()
    for number, name in (("00159560366", "Lorusso"), ("IT 001.595.603-66", "LORUSSO srl")):
        file = write_input('Panificio Lorusso\n  vat: "00159560366"', f'{name}\n  vat: "{number}"')
        assert run_here("plan", file, "-o", tmp_path / "x.sestante").returncode == 0
        ids.add(read((tmp_path / "x.sestante").read_bytes()).result.round.company_id)
    assert len(ids) == 1


def test_a_signed_result_tells_whose_desk_it_left(run_here: Run, bakery: Path, tmp_path: Path) -> None:
    desk, target = tmp_path / "desk", tmp_path / "bakery.sestante"
    finished = run_here("--data", desk, "plan", bakery, "-o", target, "--sign", "--scope", "no-contact")
    assert (finished.returncode, finished.stderr) == (0, "")
    shown = run_here("--data", desk, "desk", "--lang", "en").stdout
    signed_by = read(target.read_bytes()).signed_by
    assert f"This desk is {signed_by}." in shown
    assert read_card(shown).fingerprint == signed_by


def test_a_sealed_result_is_opened_at_its_hub_alone(run_here: Run, bakery: Path, tmp_path: Path) -> None:
    hub, target, card = tmp_path / "hub", tmp_path / "bakery.sestante", tmp_path / "hub.txt"
    card.write_text(run_here("--data", hub, "desk").stdout, encoding="utf-8")
    for given in (card, read_card(card.read_text("utf-8")).text):
        finished = run_here("plan", bakery, "-o", target, "--seal-to", given)
        assert (finished.returncode, finished.stderr) == (0, "")
        assert b"Panificio" not in target.read_bytes()
        opened = open_result(target.read_bytes(), desk_key_in(hub))
        assert opened.result.company.name == "Panificio Lorusso"
        with pytest.raises(ResultError, match="Open it there"):
            open_result(target.read_bytes(), desk_key_in(tmp_path / "elsewhere"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--sign",), "nothing to sign or to seal"),
        (("-o", "plan.pdf", "--seal-to", "CARD"), "Only a result can be sealed"),
        (("-o", "x.sestante", "--seal-to", "nobody.txt"), "neither a desk's card nor a file"),
        (("-o", "x.sestante", "--sign", "--scope", "scores"), "never signed"),
        (("-o", "x.docx", "--sign"), "A copy to change is not signed"),
        (("-o", "x.json"), ".sestante for the result as data"),
        (("-o", "bakery.yaml.sestante/x.sestante"), "does not exist"),
        (("-o", "taken.sestante"), "is not a result and was left as it is"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    run_here: Run, bakery: Path, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    (tmp_path / "taken.sestante").write_text("my notes", encoding="utf-8")
    card = run_here("--data", tmp_path / "hub", "desk").stdout.splitlines()[-1]
    before = sorted(path.name for path in tmp_path.iterdir())
    given = [card if option == "CARD" else option for option in options]
    with chdir(tmp_path):
        finished = run_here("--data", tmp_path / "desk", "plan", bakery, "--lang", "en", *given)
    assert finished.returncode == 2
    assert told in finished.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "taken.sestante").read_text("utf-8") == "my notes"


def test_an_earlier_result_is_replaced(run_here: Run, bakery: Path, tmp_path: Path) -> None:
    target = tmp_path / "bakery.sestante"
    for scope in ("full", "scores"):
        assert run_here("plan", bakery, "-o", target, "--scope", scope).returncode == 0
        assert read(target.read_bytes()).result.scope == scope


@pytest.mark.parametrize("name", ["result", "result-seal", "sealed-result"])
def test_the_schemas_of_results_are_printed(run_here: Run, name: str) -> None:
    assert json.loads(run_here("schema", name).stdout)["$defs"]
