"""Whatever a stranger puts into a result ends in the workspace as something sane, or in a sentence."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.exchange.results.envelope import write
from desktop.report import write_pdf
from desktop.text import wording
from desktop.workspace.incoming import Outcome
from desktop.workspace.incoming.content import in_sight
from desktop.workspace.incoming.words import reason
from tests.desks import DAY, Desk, a_firm, kinds, with_line
from tests.examples import examples


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A result as JSON."""
    sender = Desk(tmp_path_factory.mktemp("sender"))
    data = write(sender.result(sender.firm(a_firm(), answers=8)))
    sender.close()
    return data.partition(b"\n")[0]


def changed(line: bytes, path: str, value: Any) -> bytes:
    """A file whose entry at a path such as `company.name` is another one."""
    root = json.loads(line)
    *names, last = path.split(".")
    place = root
    for name in names:
        place = place[int(name)] if isinstance(place, list) else place[name]
    place[last] = value
    return with_line(json.dumps(root, ensure_ascii=False).encode())


def taken(desk: Desk, data: bytes) -> Outcome:
    path = desk.folder.parent / "stranger.sestante"
    path.write_bytes(data)
    [outcome] = desk.take(path)
    return outcome


def sentence(outcome: Outcome) -> str:
    return reason(outcome, wording("en"))


def test_marks_that_turn_a_line_round_are_not_taken_over(desk: Desk, line: bytes) -> None:
    outcome = taken(desk, changed(line, "company.name", "Forno \u202egnp.exe\u2066 \u2028S.r.l.\u200b"))
    assert outcome.name == "Forno gnp.exe S.r.l."
    assert desk.only().company.name == "Forno gnp.exe S.r.l."


def test_a_name_of_nothing_to_see_is_refused(desk: Desk, line: bytes) -> None:
    outcome = taken(desk, changed(line, "company.name", "\u202e\u2066"))
    assert outcome.kind == "refused"
    assert "no name that can be read" in sentence(outcome)


def test_names_in_other_scripts_stay_as_they_are() -> None:
    for name in ("מאפיית השמש", "نان\u200cوایی", "Brot & Söhne 面包", "Café 👩‍🍳"):
        assert in_sight(name) == name


@pytest.mark.parametrize("name", ["x\ny", "x\x1b[31m", "N" * 201, ""])
def test_names_that_no_window_takes_are_refused(desk: Desk, line: bytes, name: str) -> None:
    outcome = taken(desk, changed(line, "company.name", name))
    assert outcome.kind == "refused"
    assert "stranger.sestante cannot be read (line 1" in sentence(outcome)
    assert "\x1b" not in sentence(outcome)


def test_ten_thousand_answers_come_to_those_there_are_questions_for(desk: Desk, line: bytes) -> None:
    answers = {f"question-{number}": "yes" for number in range(10_000)}
    outcome = taken(desk, changed(line, "assessments.0.answers", answers))
    assert (outcome.kind, outcome.left_out) == ("added", 10_000)
    assert not desk.only().sheet


@pytest.mark.parametrize("value", [{"a": [1]}, [], 1.5, "", None, 10**14, ["x"] * 500, True])
def test_an_answer_that_fits_no_question_is_left_out(desk: Desk, line: bytes, value: Any) -> None:
    answers = json.loads(line)["assessments"][0]["answers"]
    outcome = taken(desk, changed(line, "assessments.0.answers", dict.fromkeys(answers, value)))
    assert outcome.kind == "added"
    assert outcome.left_out + len(desk.only().sheet) == len(answers)


def test_a_questionnaire_twice_is_refused_and_one_that_does_not_exist_waits(desk: Desk, line: bytes) -> None:
    [quick] = json.loads(line)["assessments"]
    assert "appears twice" in sentence(taken(desk, changed(line, "assessments", [quick, quick])))
    outcome = taken(desk, changed(line, "assessments.0.id", "no-such"))
    assert outcome.kind == "waiting"
    assert "`no-such` in version" in sentence(outcome)
    assert desk.names() == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("round.changed_at", "9999-12-31T23:59:59-12:00"),
        ("round.changed_at", "0001-01-01T00:00:00+14:00"),
        ("round.stage", "T99"),
        ("made_on", "9999-12-31"),
        ("limits.start", "9999-12-31"),
        ("limits.start", "0001-01-01"),
        ("limits.holidays", [{"first": "9999-01-01", "last": "0001-01-01"}]),
        ("limits.holidays", [{"first": "0001-01-01", "last": "9999-12-31"}]),
        ("limits.hours_per_week", {"owner": "999999999/1"}),
        ("limits.languages", ["it", "it", "xx"]),
        ("limits.decisions", [{"course": "no-such", "role": "owner", "state": "wanted"}]),
        ("limits.favoured_areas", ["no-such"]),
        ("company.hub", "no-such"),
        ("company.region", "ZZ99"),
        ("company.headcount", 0),
        ("plan.start", "9999-12-31"),
        ("assessments", []),
    ],
)
def test_what_comes_in_can_be_planned_and_printed(
    desk: Desk, line: bytes, path: str, value: Any, tmp_path: Path
) -> None:
    outcome = taken(desk, changed(line, path, value))
    assert outcome.kind == "added"
    dossier = desk.workspace.dossier(desk.only(), made_on=DAY)
    options = desk.workspace.outgoing.print_options(dossier, "full", "it")
    write_pdf(dossier, tmp_path / "plan.pdf", "it", options)
    again = Desk(tmp_path / "again")
    assert kinds(again.take(tmp_path / "plan.pdf")) == ["added"]
    again.close()


def test_stages_are_written_one_way(desk: Desk, line: bytes) -> None:
    taken(desk, changed(line, "round.stage", "T01"))
    assert desk.names() == [("Panificio Lorusso", "T1")]
    assert kinds([taken(desk, changed(line, "round.stage", "T1"))]) == ["here"]


PLACES = ["made_by", "company", "limits", "round", "firm", "assessments", "competences", "people", "plan"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=9) | st.floats(0, 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(place=st.sampled_from(PLACES), value=VALUES, answer=VALUES)
@examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_anywhere_ends_in_anything_but_an_outcome(
    desk: Desk, line: bytes, place: str, value: Any, answer: Any
) -> None:
    root = json.loads(line)
    root["assessments"][0]["answers"]["goal"] = answer
    whole = json.dumps(root).encode()
    for data in (with_line(whole), changed(line, place, value)):
        outcome = taken(desk, data)
        assert outcome.kind in {"added", "updated", "here", "conflict", "waiting", "kept", "refused"}
