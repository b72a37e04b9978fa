"""How far people are apart who answered elsewhere is told with the round that came in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.exchange.results.envelope import write
from desktop.exchange.results.result import Result, ResultScore, ResultVoices
from desktop.text import wording
from tests.desks import VAT, Desk, a_firm


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Desk]:
    """The desk that receives."""
    desk = Desk(tmp_path / "ours")
    yield desk
    desk.close()


@pytest.fixture
def result(tmp_path: Path) -> Iterator[Result]:
    """What another desk sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk.result(desk.firm(a_firm(vat=VAT)))
    desk.close()


def test_how_far_people_are_apart_is_told_with_the_round(ours: Desk, result: Result, tmp_path: Path) -> None:
    scores = tuple(
        ResultScore(low=points, headline=points, high=points, coverage=1.0, level=None)
        for points in (20.0, 60.0)
    )
    asked = result.assessments[0].id
    voices = ResultVoices(
        id=asked,
        roles=("owner", "it"),
        answered=9,
        agreed=4,
        distant=(),
        overall=scores,
        dimensions={},
    )
    path = tmp_path / "voices.sestante"
    path.write_bytes(write(replace(result, format=2, voices=(voices,))))
    ours.take(path)
    told = ours.workspace.rounds.told_spread(ours.only())
    assert told is not None
    [(_, words)] = told.lines(wording("en"))
    assert words == (
        "2 people answered. They agree on 4 of 9 questions that all of them answered. "
        "Score: from 20 to 60 out of 100."
    )
