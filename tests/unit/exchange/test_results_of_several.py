"""A result tells how far apart several people are by role alone; those without stay readable for all."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec
import pytest

from desktop.dossier import Dossier, SeveralVoices, Voice
from desktop.exchange.results.compact import from_codes, to_codes
from desktop.exchange.results.envelope import ResultError, read, write
from desktop.exchange.results.making import result_of
from desktop.exchange.results.result import Result
from desktop.exchange.results.schemas import result_schema
from desktop.scores import voices_apart
from tests.builders import best_answers, shipped, some_facts, worst_answers
from tests.unit.exchange.results import DESK, a_known_dossier, a_result
from tests.unit.exchange.test_result_files import sealed_anew
from tests.unit.report.report_builders import the_library

FORMER = Path(__file__).parent / "former_results" / "format-1.sestante"
TECHNOLOGY = shipped()["technology-check"]


@cache
def of_several() -> Dossier:
    """The bakery, where owner and two employees answered apart."""
    best, worst = best_answers(TECHNOLOGY), worst_answers(TECHNOLOGY)
    apart = voices_apart(TECHNOLOGY, (best, worst, worst), some_facts())
    assert apart is not None
    voices = (Voice("owner", "Anna Bianchi"), Voice("employee", "Bruno"), Voice("employee", "Carla"))
    return replace(a_known_dossier(), voices=(SeveralVoices(voices, apart),))


def plain(result: Result) -> dict[str, object]:
    line: dict[str, object] = json.loads(write(result).split(b"\n")[0])
    return line


def test_a_file_of_the_first_format_is_read_and_written_as_ever() -> None:
    opened = read(FORMER.read_bytes())
    assert (opened.is_intact, opened.signed_by) == (True, DESK.card.fingerprint)
    assert opened.result.format == 1
    assert opened.result.plan is not None
    assert write(opened.result, DESK) == FORMER.read_bytes()


def test_what_nobody_answered_apart_needs_no_newer_program() -> None:
    before = json.loads(FORMER.read_bytes().split(b"\n")[0])
    assert set(plain(result_of(a_known_dossier(), "full", ""))) == set(before)


def test_several_people_come_back_as_they_were_told() -> None:
    result = result_of(of_several(), "full", "Sestante 0")
    opened = read(write(result, DESK))
    assert opened.result == result
    assert result.format == 2
    assert isinstance(result.voices, tuple)
    (found,) = result.voices
    assert found.roles == ("owner", "employee", "employee")
    assert (found.id, [each.headline for each in found.overall]) == ("technology-check", [100, 0, 0])
    assert found.agreed + len(found.distant) == found.answered
    schema = result_schema("result")["$defs"]["Result"]
    assert set(plain(result)) == set(schema["properties"]) - {"remarks"}
    assert "voices" not in schema["required"]


def test_codes_leave_them_out() -> None:
    result = result_of(of_several(), "full", "Sestante 0")
    find, catalogue = the_library().questionnaire, the_library().catalogue
    coded = from_codes(to_codes(result, find), find, catalogue)
    assert coded.result == msgspec.structs.replace(result, format=1, voices=msgspec.UNSET)


@pytest.mark.parametrize("scope", ["full", "no-contact", "scores"])
def test_no_name_leaves_in_the_data(scope) -> None:
    data = write(result_of(of_several(), scope, "Sestante 0"))
    assert not any(name.encode() in data for name in ("Anna", "Bianchi", "Bruno", "Carla"))
    assert (b'"voices"' in data) is (scope != "scores")


@pytest.mark.parametrize("number", [1, 2])
def test_the_format_says_whether_several_people_are_told(number: int) -> None:
    result = result_of(of_several() if number == 1 else a_known_dossier(), "full", "")
    spoilt = sealed_anew(json.dumps({**plain(result), "format": number}).encode())
    with pytest.raises(ResultError, match=f"is written with `format: {3 - number}`"):
        read(spoilt)


def test_scores_alone_tell_of_nobody() -> None:
    told = result_of(of_several(), "full", "").voices
    result = a_result(scope="scores", format=2, voices=told, company=None, limits=None, consent=None)
    with pytest.raises(ResultError, match="`voices` must be empty"):
        write(result)
