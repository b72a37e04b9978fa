"""A result file comes back as it was written, shows every change, and refuses what is none in a sentence."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.content.company import Contact
from desktop.dossier import SCOPES
from desktop.exchange.results.desk_key import DeskCard
from desktop.exchange.results.envelope import ResultError, read, write
from desktop.exchange.results.making import result_of
from tests.unit.exchange.results import (
    COMPANY_ID,
    DESK,
    JSON_VALUES,
    OTHER_DESK,
    RESULTS,
    a_known_dossier,
    a_result,
)
from tests.unit.report.report_builders import an_empty_dossier

SIGNED = write(a_result(), DESK)
UNSIGNED = write(a_result())
ROOT: dict[str, Any] = json.loads(SIGNED.split(b"\n")[0])


def sealed_anew(line: bytes) -> bytes:
    """What somebody makes who changes a line and puts the right checksum below."""
    return line + b"\n" + json.dumps({"sha256": hashlib.sha256(line).hexdigest()}).encode() + b"\n"


def spoilt(**changes: Any) -> bytes:
    return sealed_anew(json.dumps({**ROOT, **changes}).encode())


@given(RESULTS)
def test_a_result_comes_back_as_it_was(result) -> None:
    opened = read(write(result, DESK))
    assert opened.result == result
    assert (opened.is_intact, opened.signed_by) == (True, DESK.card.fingerprint)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_whole_company_comes_back_under_each_scope(scope) -> None:
    result = result_of(a_known_dossier(), scope, "Sestante 0")
    opened = read(write(result, DESK))
    assert opened.result == result
    assert opened.is_intact


def test_a_company_that_told_nothing_has_a_result() -> None:
    result = result_of(an_empty_dossier(), "full", "Sestante 0")
    assert read(write(result)).result == result


def test_the_same_result_gives_the_same_bytes() -> None:
    result = result_of(a_known_dossier(), "full", "Sestante 0")
    assert write(result, DESK) == write(result, DESK)


def test_a_file_is_two_lines_and_its_checksum_is_that_of_the_first() -> None:
    line, seal, end = UNSIGNED.split(b"\n")
    assert json.loads(seal) == {"sha256": hashlib.sha256(line).hexdigest()}
    assert end == b""
    assert read(UNSIGNED).sha256 == hashlib.sha256(line).hexdigest()


def test_scores_alone_are_never_signed() -> None:
    data = write(result_of(a_known_dossier(), "scores", "Sestante 0"), DESK)
    assert read(data).signed_by is None
    assert b"sestante-desk" not in data
    assert COMPANY_ID.encode() not in data


def test_every_changed_byte_is_noticed() -> None:
    for place in range(len(SIGNED)):
        changed = bytearray(SIGNED)
        changed[place] ^= 1 << place % 8
        try:
            opened = read(bytes(changed))
        except ResultError:
            continue
        assert (place, opened.is_intact, opened.signed_by) == (place, False, None)


@given(st.integers(0, len(SIGNED) - 1), st.integers(0, 255))
def test_any_changed_byte_is_noticed(place: int, byte: int) -> None:
    changed = SIGNED[:place] + bytes([byte]) + SIGNED[place + 1 :]
    assume(changed != SIGNED)
    try:
        opened = read(changed)
    except ResultError:
        return
    assert (opened.is_intact, opened.signed_by) == (False, None)


def test_a_changed_result_is_still_shown() -> None:
    opened = read(SIGNED.replace(b"Panificio", b"panificio"))
    assert opened.result.company.name == "panificio Lorusso"
    assert (opened.is_intact, opened.signed_by) == (False, None)


def test_nobody_can_sign_for_another_desk() -> None:
    other = write(a_result(), OTHER_DESK)
    assert read(other).signed_by == OTHER_DESK.card.fingerprint
    passed_off = other.replace(OTHER_DESK.card.text.encode(), DESK.card.text.encode())
    assert (read(passed_off).is_intact, read(passed_off).signed_by) == (False, None)


def test_half_of_a_signers_card_cannot_be_exchanged() -> None:
    mixed = DeskCard(DESK.card.signing, OTHER_DESK.card.sealing)
    opened = read(SIGNED.replace(DESK.card.text.encode(), mixed.text.encode()))
    assert (opened.is_intact, opened.signed_by) == (False, None)


def test_a_signature_that_was_taken_off_leaves_a_file_that_nobody_signed() -> None:
    opened = read(sealed_anew(SIGNED.split(b"\n")[0]))
    assert (opened.is_intact, opened.signed_by) == (True, None)


@pytest.mark.parametrize("length", [0, 1, 200, len(SIGNED) - 100, len(SIGNED) - 1])
def test_a_file_cut_off_is_refused(length: int) -> None:
    with pytest.raises(ResultError, match=r"mail\.sestante"):
        read(SIGNED[:length], "mail.sestante")


@pytest.mark.parametrize("junk", [b"x", b"\n", b"{}\n", SIGNED])
def test_what_goes_on_after_the_seal_is_refused(junk: bytes) -> None:
    with pytest.raises(ResultError, match="goes on after its result"):
        read(SIGNED + junk)


def test_letters_in_any_order_and_spacing_are_read() -> None:
    line = json.dumps(dict(reversed(ROOT.items())), indent=None, separators=(" , ", " : ")).encode()
    assert read(sealed_anew(line)).result == a_result()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n\n", "is not a Sestante result"),
        (b"{}\n{}\n", "is not a Sestante result"),
        (b"{" * 4_000_001, "larger than 4,000,000 bytes"),
        (b'{"a":' * 17 + b"\n{}\n", "more than 16 levels deep"),
        (b'{"a":[' + b"[]," * 150_000 + b"[]]}\n{}\n", "more than 200,000 values"),
        (b'{"a":"' + b'\\"' * 900_000 + b"\n{}\n", "not JSON"),
        (b'{"kind":"\xff"}\n{}\n', "not text in UTF-8"),
        (b'{"kind":"\\ud800"}\n{}\n', "an incomplete character"),
        (b'{"kind":1,"kind":2}\n{}\n', "`kind` appears twice"),
        (b'{"a":' + b"9" * 4000 + b"}\n{}\n", "is too long"),
        (b'{"a":1e999}\n{}\n', "`?1e999`? is too long"),
        (b'{"a":-Infinity}\n{}\n', "`-Infinity` is not a number"),
        (spoilt(format=3, new="entry"), "made by a newer Sestante"),
        (spoilt(format="1"), "format: 1"),
        (spoilt(kind="sestante-card"), "is not a Sestante result"),
        (spoilt(surprise=1), "the entry `surprise` is not known"),
        (spoilt(made_on="yesterday"), "made_on: write a date"),
        (spoilt(people=[{"competence": "x", "by_role": {"owner": 1}}]), "by_role.owner: expected entries"),
        (spoilt(firm={**ROOT["firm"], "country": "Italy"}), "firm.country"),
        (spoilt(round={**ROOT["round"], "stage": "first"}), "round.stage"),
        (spoilt(round={**ROOT["round"], "changed_at": "2026-11-20T09:00:00"}), "round.changed_at"),
        (spoilt(company={**ROOT["company"], "headcount": "six"}), "company.headcount: expected"),
        (spoilt(company={**ROOT["company"], "name": "\u001b[2J"}), "company.name"),
        (spoilt(company=None), "`company` is empty"),
        (spoilt(scope="scores"), "`company` must be empty"),
        (SIGNED.replace(b'"signature"', b'"signatures"'), "line 2: "),
        (UNSIGNED.replace(b"}\n{", b'}\n{"key":"x",', 1), "come together"),
    ],
)  # fmt: skip
def test_what_is_no_result_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(ResultError, match=told) as raised:
        read(data)
    assert str(raised.value).endswith(".")
    assert len(str(raised.value)) < 900
    assert "\x1b" not in str(raised.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ResultError):
        read(b"{" + data)


@given(st.sampled_from(sorted(ROOT)), JSON_VALUES)
def test_any_value_in_place_of_an_entry_is_read_or_refused(name: str, value: Any) -> None:
    line = json.dumps({**ROOT, name: value}).encode()
    try:
        opened = read(sealed_anew(line))
    except ResultError:
        return
    assert read(write(opened.result)).result == opened.result


def test_what_its_scope_forbids_is_never_written() -> None:
    named = a_result().company
    told = type(named)(name=named.name, headcount=6, contact=Contact(phone="1"))
    with pytest.raises(ResultError, match="contact must be empty"):
        write(a_result(scope="no-contact", company=told))
    with pytest.raises(ResultError, match="`company` must be empty"):
        write(a_result(scope="scores"))


def test_no_answer_can_hide_in_scores_alone() -> None:
    root = json.loads(write(result_of(a_known_dossier(), "scores", "x")).split(b"\n")[0])
    root["assessments"][0]["answers"] = {"backup": "tested"}
    with pytest.raises(ResultError, match=r"`assessments.answers` must be empty"):
        read(sealed_anew(json.dumps(root).encode()))
