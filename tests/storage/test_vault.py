"""The passphrase and the code on paper: what opens, what does not, and files that are no vault."""

import json
import random
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import StorageError
from desktop.storage.vault.passphrase import PassphraseError, weakness
from desktop.storage.vault.recovery_code import CodeError, RecoveryCode
from desktop.storage.vault.vault import Vault, WrongSecretError, new_vault
from desktop.storage.vault.vault_file import read_vault, write_vault
from desktop.storage.vault.wrapping import Effort
from tests.storage.turner import CODE, EASY

MADE, KEY = new_vault("perché no? così è", CODE, EASY)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def vault_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vault")


def test_a_vault_opens_with_its_passphrase_however_it_is_typed(tmp_path: Path) -> None:
    write_vault(tmp_path, MADE)
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, "  perché no?  così è ")
        assert read_vault(tmp_path).open(typed) == KEY
    with pytest.raises(WrongSecretError, match="not the passphrase"):
        MADE.open("perche no? cosi e")


def test_a_changed_passphrase_opens_and_the_former_does_not_and_the_code_stays() -> None:
    changed = MADE.with_passphrase(KEY, "altra chiave del forno")
    assert changed.open("altra chiave del forno") == KEY
    assert changed.open_with_code(CODE.text) == KEY
    with pytest.raises(WrongSecretError):
        changed.open("perché no? così è")


def test_a_new_code_takes_the_place_of_the_former_one() -> None:
    code = RecoveryCode.new()
    changed = MADE.with_code(KEY, code)
    assert changed.open_with_code(code.text) == KEY
    with pytest.raises(WrongSecretError, match="newer code"):
        changed.open_with_code(CODE.text)


def test_a_key_taken_from_another_workspace_does_not_open_here() -> None:
    other = Vault("0" * 32, MADE.passphrase, MADE.recovery)
    with pytest.raises(WrongSecretError):
        other.open("perché no? così è")


@pytest.mark.parametrize("weak", ["", "       ", "1234567", "x" * 1001])
def test_what_nobody_should_rely_on_is_refused(weak: str) -> None:
    with pytest.raises(PassphraseError):
        MADE.with_passphrase(KEY, weak)


def test_a_short_passphrase_is_allowed_with_a_hint_and_four_words_have_none() -> None:
    assert weakness("12345678") is not None
    assert weakness("forno neve treno lima") is None


@given(st.integers(0, 34), st.sampled_from(LETTERS))
def test_any_slip_in_one_letter_of_a_code_is_found_in_its_group(place: int, letter: str) -> None:
    letters = list(CODE.secret)
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(CodeError, match=f"group {place // 5 + 1}"):
        RecoveryCode.read("".join(letters))


@given(st.integers(0, 2**32))
def test_two_neighbours_exchanged_are_found(seed: int) -> None:
    letters = list(RecoveryCode.new().secret)
    place = random.Random(seed).randrange(34)  # noqa: S311 - no secret
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(CodeError, match="mistake in group"):
        RecoveryCode.read("".join(letters))


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(CodeError):
        RecoveryCode.read(text)


def test_a_code_is_understood_however_it_is_written() -> None:
    code = RecoveryCode(("0QJ2P", "VMNA3", "23NBK", "65C6W", "TYE1C", "79219", "NMECK"))
    assert RecoveryCode.read("oqj2p vmna3 23nbk 65c6w tyeic 792l9 nmeck") == code
    assert RecoveryCode.new() != RecoveryCode.new()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def whole() -> dict[str, Any]:
    from desktop.storage.vault.vault_file import _plain

    return _plain(MADE)


def refused(folder: Path, data: bytes) -> str:
    """The sentence in which a file is refused; it is left untouched."""
    path = folder / "vault.json"
    path.write_bytes(data)
    with pytest.raises(StorageError) as told:
        read_vault(folder)
    assert path.read_bytes() == data
    return str(told.value)


@given(st.data())
def test_a_vault_with_any_value_changed_is_refused(vault_folder: Path, data: st.DataObject) -> None:
    plain = whole()
    inner = data.draw(st.sampled_from([plain, plain["passphrase"], plain["recovery"]]))
    name = data.draw(st.sampled_from(sorted(inner)))
    value = data.draw(VALUES)
    if type(value) is type(inner[name]) and value == inner[name]:
        return
    inner[name] = value
    assert "vault.json" in refused(vault_folder, json.dumps(plain).encode())


@given(st.data())
def test_a_vault_cut_off_or_with_one_byte_changed_is_refused(vault_folder: Path, data: st.DataObject) -> None:
    written = json.dumps(whole(), indent=2).encode()
    cut = data.draw(st.integers(0, len(written) - 2))
    assert "left untouched" in refused(vault_folder, written[:cut])
    changed = bytearray(written)
    changed[cut] ^= data.draw(st.integers(1, 255))
    (vault_folder / "vault.json").write_bytes(bytes(changed))
    try:
        found = read_vault(vault_folder)
    except StorageError:
        return
    assert found == MADE  # a space between two values


@given(st.binary(max_size=200) | VALUES.map(json.dumps).map(str.encode))
def test_any_other_file_is_refused_in_a_sentence(vault_folder: Path, data: bytes) -> None:
    assert "left untouched" in refused(vault_folder, data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "damaged"),
        (b"[" * 9_000, "not a Sestante vault"),
        (b"x" * 50_000_000, "not a Sestante vault"),
        (b'{"kind": "something", "format": 1}', "not a Sestante vault"),
        (b'{"kind": "sestante-vault", "format": 2, "new": []}', "newer Sestante"),
    ],
)
def test_what_is_wrong_with_a_vault_is_told(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert sentence in refused(tmp_path, data)


def test_a_vault_that_would_take_all_memory_is_refused(tmp_path: Path) -> None:
    huge = replace(MADE, passphrase=replace(MADE.passphrase, effort=Effort(2**30)))
    write_vault(tmp_path, huge)
    with pytest.raises(StorageError, match="damaged"):
        read_vault(tmp_path)
