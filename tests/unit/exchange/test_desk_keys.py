"""A desk's card is copied by people, and what is sealed for a desk is opened there alone."""

import base64
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.exchange.results.desk_key import CardError, DeskCard, DeskKey, read_card
from desktop.exchange.results.envelope import ResultError, write
from desktop.exchange.results.saving import find_card
from desktop.exchange.results.sealing import open_result, seal, unseal
from tests.unit.exchange.results import DESK, OTHER_DESK, a_result

FILE = write(a_result(), DESK)
SEALED = seal(FILE, DESK.card)
CARD = DESK.card.text
Spelling = Callable[[str], str]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def test_keys_and_codes_stay_the_same_for_good() -> None:
    """What was signed, sealed or coded years ago must still fit: these values never change."""
    assert DESK.card.fingerprint == "QBXK-IDGU-UN4K-DEY5"
    assert DESK.code("018f3a5e-7b1c-7000-9d3a-1f2e3d4c5b6a") == "AEGK-CUGK"


def test_codes_tell_companies_apart_and_differ_from_desk_to_desk() -> None:
    codes = {desk.code(company) for desk in (DESK, OTHER_DESK) for company in ("a", "b")}
    assert len(codes) == 4


def test_a_secret_is_never_shown() -> None:
    assert repr(DESK) == "DeskKey()"


@given(st.lists(st.integers(0, len(CARD)), max_size=6), st.sampled_from((str.upper, str.lower)))
def test_a_card_is_read_however_it_was_broken_and_spelt(
    breaks: list[int], spelt: Callable[[str], str]
) -> None:
    text = spelt(CARD)
    for place in sorted(breaks, reverse=True):
        text = f"{text[:place]} \r\n{text[place:]}"
    assert read_card(f"Ecco la scheda:\n{text}\nciao") == DESK.card


@given(st.integers(len("sestante-desk-1:"), len(CARD) - 1), st.sampled_from(LETTERS))
def test_a_slip_in_a_card_is_noticed(place: int, letter: str) -> None:
    text = CARD[:place] + letter + CARD[place + 1 :]
    assume(text != CARD)
    with pytest.raises(CardError, match="wrong or missing"):
        read_card(text)


@pytest.mark.parametrize(
    "text", ["", "ABCD", CARD[:-1], CARD.removeprefix("sestante"), "sestante-desk-2:" + CARD[16:]]
)
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(CardError, match="not a desk's card"):
        read_card(text)


def test_a_card_is_found_in_a_file(tmp_path) -> None:
    path = tmp_path / "hub.txt"
    path.write_text(f"Postazione {DESK.card.fingerprint}\n{CARD}\n", encoding="utf-8")
    assert find_card(str(path)) == find_card(CARD) == DESK.card
    for wrong in (str(tmp_path), str(tmp_path / "none"), "\0", ""):
        with pytest.raises(CardError, match="neither a desk's card nor a file"):
            find_card(wrong)


def test_a_sealed_result_is_opened_by_its_desk() -> None:
    assert unseal(SEALED, DESK) == FILE
    assert open_result(SEALED, DESK).signed_by == DESK.card.fingerprint
    assert b"Panificio" not in SEALED
    assert seal(FILE, DESK.card) != SEALED


def test_the_wrong_desk_reads_where_to_open_it() -> None:
    mine, theirs = OTHER_DESK.card.fingerprint, DESK.card.fingerprint
    told = f"sealed for the desk {theirs}: this desk is {mine}. Open it there"
    with pytest.raises(ResultError, match=told):
        open_result(SEALED, OTHER_DESK)
    with pytest.raises(ResultError, match=f"sealed for the desk {DESK.card.fingerprint}"):
        open_result(SEALED)


def test_another_name_on_a_sealed_file_does_not_open_it() -> None:
    passed_off = SEALED.replace(DESK.card.fingerprint.encode(), OTHER_DESK.card.fingerprint.encode())
    for desk in (DESK, OTHER_DESK):
        with pytest.raises(ResultError):
            open_result(passed_off, desk)


def test_every_changed_byte_of_a_sealed_file_is_noticed() -> None:
    for place in range(len(SEALED)):
        changed = bytearray(SEALED)
        changed[place] ^= 1 << place % 8
        with pytest.raises(ResultError):
            open_result(bytes(changed), DESK)


@pytest.mark.parametrize(
    "data",
    [SEALED[:-1], SEALED[:-50], SEALED[:100], SEALED + b"x", SEALED + SEALED],
    ids=[
        "a byte less",
        "fifty less",
        "the beginning",
        "a byte more",
        "twice",
    ],  # what is sealed differs each time
)
def test_a_sealed_file_cut_off_or_longer_is_refused(data: bytes) -> None:
    with pytest.raises(ResultError, match=r"^mail\.sestante"):
        open_result(data, DESK, "mail.sestante")


def test_a_newer_sealed_file_asks_for_an_update() -> None:
    with pytest.raises(ResultError, match="newer Sestante"):
        open_result(SEALED.replace(b'"format":1', b'"format":2'), DESK)


@pytest.mark.parametrize("key", [bytes(32), b"\x01" + bytes(31)])
def test_nothing_is_sealed_for_a_key_that_everybody_can_open(key: bytes) -> None:
    with pytest.raises(CardError, match="Nothing can be sealed"):
        seal(FILE, DeskCard(DESK.card.signing, key))
    _, body, _ = SEALED.split(b"\n")
    head = f'{{"kind":"sestante-sealed","format":1,"to":"{DESK.card.fingerprint}","key":"{key.hex()}"}}'
    with pytest.raises(ResultError, match="changed or cut off"):
        open_result(head.encode() + b"\n" + body + b"\n", DESK)


def test_new_desks_differ() -> None:
    one, other = DeskKey.new(), DeskKey.new()
    assert one.card != other.card
    assert len(base64.b32decode(one.card.text.removeprefix("sestante-desk-1:"))) == 70
