"""A company's province travels in files and codes; without one, files stay readable for earlier programs."""

import json
from dataclasses import replace

import msgspec
import pytest

from desktop.content.company import Company
from desktop.exchange.results.compact import from_codes, to_codes
from desktop.exchange.results.envelope import read, write
from desktop.exchange.results.making import result_of
from desktop.exchange.results.result import Result
from tests.unit.exchange.results import DESK, a_known_dossier
from tests.unit.report.report_builders import the_library


def told(province: str | None) -> Result:
    """The bakery in a province of its region."""
    made = a_known_dossier()
    company = msgspec.structs.replace(made.company, province=province)
    return result_of(replace(made, company=company), "full", "Sestante 0")


@pytest.mark.parametrize(("province", "number"), [("BR", 3), (None, 1)])
def test_it_comes_back_as_it_was_told(province: str | None, number: int) -> None:
    result = told(province)
    find, catalogue = the_library().questionnaire, the_library().catalogue
    assert result.format == number
    for back in (
        read(write(result, DESK)).result,
        from_codes(to_codes(result, find), find, catalogue).result,
    ):
        assert back == result
        assert isinstance(back.company, Company)
        assert back.company.province == province


def test_a_file_without_one_does_not_speak_of_it() -> None:
    entries = json.loads(write(told(None)).split(b"\n")[0])
    assert "province" not in entries["company"]


def test_scores_alone_do_not_tell_it() -> None:
    result = result_of(
        replace(a_known_dossier(), company=msgspec.structs.replace(a_known_dossier().company, province="BR")),
        "scores",
        "",
    )
    assert result.format == 1
    assert b"province" not in write(result)
