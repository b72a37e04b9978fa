"""What experts remark in a result comes in with it, and nothing written here is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.exchange.results.envelope import write
from desktop.exchange.results.result import Result, ResultRemark, ResultScore, ResultVoices
from desktop.text import wording
from tests.desks import VAT, Desk, a_firm, kinds

UID = "11111111-1111-4111-8111-111111111111"


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


def remarked(result: Result, path: Path, text: str, uid: str = UID, day: int = 2) -> Path:
    told = ResultRemark(uid=uid, about="cyber", text=text, by="Paolo Fabbri", made_on=date(2026, 11, day))
    path.write_bytes(write(replace(result, format=3, remarks=(told,))))
    return path


def remarks(desk: Desk) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(desk.folder / "sestante.db")) as database:
        return database.execute("SELECT text, by FROM expert_remark ORDER BY id").fetchall()


def test_remarks_come_in_with_the_plan_and_later_with_the_same_plan(
    ours: Desk, result: Result, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.sestante"
    plain.write_bytes(write(result))
    assert kinds(ours.take(plain)) == ["added"]
    assert remarks(ours) == []
    assert kinds(ours.take(remarked(result, tmp_path / "a.sestante", "Copie\nfuori sede\u202e"))) == ["here"]
    assert remarks(ours) == [("Copie\nfuori sede", "Paolo Fabbri")]
    ours.take(remarked(result, tmp_path / "b.sestante", "Copie in cassaforte", day=3))
    assert remarks(ours) == [("Copie in cassaforte", "Paolo Fabbri")]


def test_a_remark_changed_here_stays(ours: Desk, result: Result, tmp_path: Path) -> None:
    ours.take(remarked(result, tmp_path / "a.sestante", "Copie"))
    with closing(sqlite3.connect(ours.folder / "sestante.db")) as database, database:
        database.execute("UPDATE expert_remark SET text = 'Mine', changed_at = '2026-11-20 10:00:00.000000'")
    ours.take(remarked(result, tmp_path / "b.sestante", "Theirs", day=21))
    assert remarks(ours) == [("Mine", "Paolo Fabbri")]


def test_a_remark_that_calls_itself_another_companys_leaves_that_alone(
    ours: Desk, result: Result, tmp_path: Path
) -> None:
    ours.take(remarked(result, tmp_path / "a.sestante", "Copie"))
    assert result.company is not None
    told = replace(result.round, company_id="22222222-2222-4222-8222-222222222222")
    other = replace(result, company=replace(result.company, name="Other", vat=""), round=told)
    for _ in range(2):
        ours.take(remarked(other, tmp_path / "b.sestante", "Theirs", day=5))
    assert [text for text, _ in remarks(ours)] == ["Copie", "Theirs"]


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
