"""Benchmark files are found by what firms share, and bad ones are told and left out."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.content.networks.benchmarks import read_benchmarks
from tests.desks import a_firm

SPREAD = {"n": 12, "lower": 20, "median": 41, "upper": 60, "mean": 40}
FIRM = replace(a_firm(), region="ITC4")


def a_file(*groups: dict[str, Any], **values: Any) -> dict[str, Any]:
    plain = {
        "kind": "sestante-benchmark",
        "format": 1,
        "source": "Hub",
        "year": 2026,
        "made_on": "2026-11-23",
    }
    filled = [{"questionnaire": "quick", "overall": SPREAD, **group} for group in groups]
    return {**plain, "groups": filled, **values}


def write(folder: Path, *files: object) -> None:
    for number, file in enumerate(files):
        (folder / f"{number}.json").write_text(json.dumps(file), encoding="utf-8")


def test_the_narrowest_group_is_taken_and_what_is_lacking_is_told(tmp_path: Path) -> None:
    groups = ({}, {"size": "micro"}, {"size": "micro", "sector": "C"}, {"size": "micro", "sector": "G"})
    write(tmp_path, a_file(*groups))
    found, problems = read_benchmarks(tmp_path)
    assert problems == ()
    like = found.like(FIRM, "quick")
    assert like is not None
    assert (like.shared, like.lacking) == (("size", "sector"), ())
    like = found.like(replace(FIRM, sector=None), "quick")
    assert like is not None
    assert (like.shared, like.lacking) == (("size",), ("sector",))
    assert found.like(FIRM, "dma-sme") is None
    assert found.like(FIRM, "quick", "people") is None


def test_of_several_files_the_newest_counts(tmp_path: Path) -> None:
    newer = a_file({"size": "micro", "overall": {**SPREAD, "median": 50}}, year=2027)
    write(tmp_path, a_file({"size": "micro"}), newer, a_file({}, year=2028))
    like = read_benchmarks(tmp_path)[0].like(FIRM, "quick")
    assert like is not None
    assert (like.year, like.spread.median) == (2027, 50)


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": 2},
        {"groups": [{"questionnaire": "quick", "overall": {**SPREAD, "n": 4}}]},
        {"groups": [{"questionnaire": "quick", "overall": {**SPREAD, "mean": 101}}]},
        {"source": "two\nlines"},
        {"more": 1},
    ],
)
def test_a_bad_file_is_told_and_left_out(tmp_path: Path, wrong: dict[str, Any]) -> None:
    write(tmp_path, a_file({}), {**a_file({}), **wrong})
    found, problems = read_benchmarks(tmp_path)
    assert (len(found.files), [problem.code for problem in problems]) == (1, ["B012"])


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
def test_any_bytes_are_read_or_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "any.json").write_bytes(data)
    found, problems = read_benchmarks(tmp_path)
    assert (found.files, len(problems)) == ((), 1)


def test_nested_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    assert len(read_benchmarks(tmp_path)[1]) == 1
