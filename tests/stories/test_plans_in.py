"""A hub takes in folders of anything: each file gets a line, the rest comes in, and nothing is lost."""

import csv
import dataclasses
import io
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace

from desktop.exchange.results.envelope import write
from desktop.paths import assessments_folder
from desktop.stopping import StoppedError
from desktop.storage.connecting import connect
from desktop.text import wording
from desktop.workspace import Workspace
from desktop.workspace.plans_in import Report
from desktop.workspace.plans_in.telling import as_csv, ending_of, found_in, in_full, paper_of
from desktop.workspace.plans_in.watched import WatchedFolderError
from tests.desks import VAT, Desk, a_firm, opening, photo_of_codes

WORDS = wording("en")
LOADS = json.loads


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Desk]:
    """The hub."""
    desk = Desk(tmp_path / "ours")
    yield desk
    desk.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Desk]:
    """The desk that sends."""
    desk = Desk(tmp_path / "theirs")
    yield desk
    desk.close()


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """The folder into which everybody puts files."""
    (tmp_path / "drop").mkdir()
    return tmp_path / "drop"


class StopsAfter:
    """Lets so many outcomes come."""

    def __init__(self, most: int) -> None:
        self.left = most

    def __call__(self) -> bool:
        return self.left <= 0


def take(workspace: Workspace, *paths: Path, most: int = 1000) -> Report:
    """Import until so many outcomes came; the report of it."""
    found, stops = workspace.incoming.files(paths), StopsAfter(most)
    for _ in workspace.hub.plans_in.take_in(found, paths, _ignore, stops):
        stops.left -= 1
    return workspace.hub.plans_in.reports()[0]


def look_again(workspace: Workspace, most: int = 1000) -> list[str]:
    told, stops = [], StopsAfter(most)
    for outcome in workspace.hub.plans_in.take_in_new(workspace.hub.plans_in.new_files(), _ignore, stops):
        stops.left -= 1
        told.append(outcome.kind)
    return told


def fates(workspace: Workspace, report: Report) -> dict[str, str]:
    return {line.file: line.kind for line in workspace.hub.plans_in.lines(report)}


def test_each_file_of_a_folder_has_its_line_and_what_can_comes_in(
    ours: Desk, theirs: Desk, drop: Path, tmp_path: Path
) -> None:
    (drop / "deeper").mkdir()
    whole = theirs.send(theirs.firm(a_firm("Forno Rossi")), drop / "rossi.sestante")
    theirs.send(theirs.firm(a_firm("Caffè Città")), drop / "deeper" / "scores.sestante", "scores")
    theirs.print(theirs.firm(a_firm("Officina Bianchi")), drop / "bianchi.pdf")
    printed = theirs.print(theirs.firm(a_firm("Vivaio Greco")), tmp_path / "greco.pdf")
    photo_of_codes(printed, drop / "greco.png")
    (drop / "cut.sestante").write_bytes(whole.read_bytes()[:500])
    (drop / "invoice.pdf").write_bytes(b"%PDF-1.7\nnothing of ours")
    (drop / "figures.xlsx").write_bytes(b"PK\3\4 a spreadsheet")
    with (drop / "video.sestante").open("wb") as huge:
        huge.write(b"{")
        huge.truncate(500_000_000)
    report = take(ours.workspace, drop)
    assert fates(ours.workspace, report) == {
        "rossi.sestante": "added",
        "scores.sestante": "kept",
        "bianchi.pdf": "added",
        "greco.png": "added",
        "cut.sestante": "refused",
        "invoice.pdf": "refused",
        "figures.xlsx": "passed",
        "video.sestante": "refused",
    }
    assert len(ours.names()) == 3
    assert report.total == 8
    assert ending_of(report, WORDS) == ""
    assert all(in_full(line, WORDS) for line in ours.workspace.hub.plans_in.lines(report))


def test_a_report_is_searched_saved_and_printed_after_another_day(
    ours: Desk, theirs: Desk, drop: Path, tmp_path: Path
) -> None:
    theirs.send(theirs.firm(a_firm("=2+2 Società")), drop / "-sum.sestante")
    theirs.send(theirs.firm(a_firm("Forno Rossi")), drop / "rossi.sestante")
    take(ours.workspace, drop)
    ours.close()
    with opening(tmp_path / "ours")() as workspace:
        [report] = workspace.hub.plans_in.reports()
        lines = workspace.hub.plans_in.lines(report)
        assert [line.file for line in found_in(lines, "SOCIETA", "in")] == ["-sum.sestante"]
        assert found_in(lines, "", "not-in") == ()
        table = list(csv.reader(io.StringIO(as_csv(lines, WORDS).decode("utf-8-sig")), delimiter=";"))
        assert [row[:2] for row in table[1:]] == [
            ["'-sum.sestante", "'=2+2 Società, T0"],
            ["rossi.sestante", "Forno Rossi, T0"],
        ]
        pdf = pypdf.PdfReader(io.BytesIO(paper_of(report, lines, WORDS, frozenset())))
        assert "Forno Rossi, T0" in " ".join(page.extract_text() for page in pdf.pages)
        workspace.hub.plans_in.delete(report)
        assert workspace.hub.plans_in.reports() == ()
        assert len(workspace.cases()) == 2


def test_a_stopped_import_is_told_and_the_same_files_go_on(ours: Desk, theirs: Desk, drop: Path) -> None:
    for name in "ABC":
        theirs.send(theirs.firm(a_firm(f"Forno {name}")), drop / f"{name}.sestante")
    stopped = take(ours.workspace, drop, most=1)
    assert "Import the same files again" in ending_of(stopped, WORDS)
    assert stopped.counts == {"added": 1}
    assert take(ours.workspace, drop).counts == {"here": 1, "added": 2}


def test_an_import_that_was_cut_off_says_so(ours: Desk, theirs: Desk, drop: Path) -> None:
    plain = {"uid": "f" * 32, "how": "files", "begun_at": "2026-11-02T10:00:00Z", "counts": {"added": 3}}
    ours.workspace._stores.imports.save("f" * 32, plain, 0, [{"kind": "added"}, {"kind": "?"}, 7])
    [report] = ours.workspace.hub.plans_in.reports()
    assert "cut short" in ending_of(report, WORDS)
    assert [line.kind for line in ours.workspace.hub.plans_in.lines(report)] == ["added"]


def test_looking_again_takes_what_is_new_or_was_completed_since(ours: Desk, theirs: Desk, drop: Path) -> None:
    workspace = ours.workspace
    data = theirs.send(theirs.firm(a_firm("Forno A")), drop / "a.sestante").read_bytes()
    half = drop / "b.sestante"
    whole = theirs.send(theirs.firm(a_firm("Forno B")), half).read_bytes()
    half.write_bytes(whole[:400])
    workspace.hub.plans_in.watch(drop)
    assert look_again(workspace) == ["added", "refused"]
    assert look_again(workspace) == []
    half.write_bytes(whole)
    (drop / "copy of a.sestante").write_bytes(data)
    assert sorted(look_again(workspace)) == ["added", "here"]
    assert [report.how for report in workspace.hub.plans_in.reports()] == ["watched", "watched"]


def test_what_a_stop_left_is_new_the_next_time(ours: Desk, theirs: Desk, drop: Path) -> None:
    for name in "ABC":
        theirs.send(theirs.firm(a_firm(f"Forno {name}")), drop / f"{name}.sestante")
    ours.workspace.hub.plans_in.watch(drop)
    assert look_again(ours.workspace, most=1) == ["added"]
    assert look_again(ours.workspace) == ["added", "added"]


def test_a_watched_folder_that_is_gone_is_told(ours: Desk, drop: Path) -> None:
    ours.workspace.hub.plans_in.watch(drop)
    drop.rmdir()
    with pytest.raises(WatchedFolderError, match="connect the disk"):
        ours.workspace.hub.plans_in.new_files()
    ours.workspace.hub.plans_in.watch(None)
    with pytest.raises(WatchedFolderError, match="choose one"):
        ours.workspace.hub.plans_in.new_files()


def test_what_waits_is_weighed_again_after_an_import_that_runs(ours: Desk, theirs: Desk, drop: Path) -> None:
    case, other = theirs.firm(a_firm(vat=VAT)), theirs.firm(a_firm("Officina Bianchi"))
    take(ours.workspace, theirs.send(case, drop / "before.sestante"))
    ours.answer(ours.only(), range(5, 7))
    files = [
        theirs.send(other, drop / "a.sestante"),
        theirs.send(theirs.answer(case, range(3, 5)), drop / "b.sestante"),
    ]
    plans_in = ours.workspace.hub.plans_in
    running = plans_in.take_in(ours.workspace.incoming.files(files), files, _ignore, _never)
    kinds = [next(running).kind]

    def the_import_goes_on() -> bool:
        kinds.extend(outcome.kind for outcome in running)
        return False

    [waiting] = plans_in.try_again(the_import_goes_on)
    assert kinds == ["added", "conflict"]
    assert waiting.outcome.kind == "conflict"


def test_a_conflict_waits_for_days_until_somebody_chooses(ours: Desk, theirs: Desk, drop: Path) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    take(ours.workspace, theirs.send(case, drop / "first.sestante"))
    ours.answer(ours.only(), range(5, 7))
    report = take(ours.workspace, theirs.send(theirs.answer(case, range(3, 5)), drop / "second.sestante"))
    ours.close()
    with opening(ours.folder)() as workspace:  # another day
        plans_in = workspace.hub.plans_in
        [waiting] = plans_in.try_again(_never)
        assert waiting.outcome.kind == "conflict"
        workspace.incoming.choices.take_theirs(waiting.outcome)
        assert plans_in.try_again(_never) == ()
        [line] = plans_in.lines(report)
        assert "That was settled since." in in_full(line, WORDS, plans_in.pending_numbers())


def test_who_keeps_what_is_here_of_another_company_is_not_asked_again(
    ours: Desk, theirs: Desk, drop: Path
) -> None:
    case = theirs.firm(a_firm(vat=VAT))
    take(ours.workspace, theirs.send(case, drop / "first.sestante"))
    result = theirs.result(case)
    assert result.company is not None
    told = replace(result.round, stage="T1")
    other = replace(result, company=replace(result.company, vat="12345670017"), round=told)
    (drop / "other.sestante").write_bytes(write(other))
    take(ours.workspace, drop / "other.sestante")
    [waiting] = ours.workspace.hub.plans_in.try_again(_never)
    ours.workspace.incoming.choices.keep_mine(waiting.outcome)
    assert ours.workspace.hub.plans_in.try_again(_never) == ()


def test_what_waits_comes_in_once_its_questionnaire_is_known(
    ours: Desk, theirs: Desk, drop: Path, tmp_path: Path
) -> None:
    case = theirs.firm(a_firm("Forno Rossi"))
    file = theirs.send(case, drop / "rossi.sestante")
    fewer = tmp_path / "fewer"
    known = theirs.workspace.questionnaires(case)[0].id
    shutil.copytree(assessments_folder(), fewer, ignore=shutil.ignore_patterns(f"{known}.*"))
    data = tmp_path / "hub"
    with opening(data)(fewer) as workspace:
        assert take(workspace, file).counts == {"waiting": 1}
        [waiting] = workspace.hub.plans_in.try_again(_never)
        assert waiting.outcome.kind == "waiting"
    with opening(data)() as workspace:
        assert workspace.hub.plans_in.try_again(_never) == ()
        assert [each.name for each in workspace.cases()] == ["Forno Rossi"]
        assert workspace.hub.plans_in.reports()[0].how == "waiting"


def test_what_came_in_before_the_window_was_left_is_reported(
    ours: Desk, theirs: Desk, drop: Path, tmp_path: Path
) -> None:
    for name in ("Forno Rossi", "Forno Bianchi"):
        case = theirs.firm(a_firm(name))
        theirs.send(case, drop / f"{name}.sestante")
    fewer = tmp_path / "fewer"
    known = theirs.workspace.questionnaires(case)[0].id
    shutil.copytree(assessments_folder(), fewer, ignore=shutil.ignore_patterns(f"{known}.*"))
    with opening(tmp_path / "hub")(fewer) as workspace:
        assert take(workspace, drop).counts == {"waiting": 2}
    looks = iter((False,))

    def left() -> bool:
        if next(looks, True):
            raise StoppedError
        return False

    with opening(tmp_path / "hub")() as workspace:
        with pytest.raises(StoppedError):
            workspace.hub.plans_in.try_again(left)
        assert len(workspace.cases()) == 1
        assert workspace.hub.plans_in.reports()[0].counts == {"added": 1}


def test_nothing_of_a_deleted_company_is_left_in_reports(ours: Desk, theirs: Desk, drop: Path) -> None:
    gone = theirs.send(theirs.firm(a_firm("Zanzibar", vat=VAT)), drop / "zanzibar.sestante")
    theirs.send(theirs.firm(a_firm("Forno Rossi")), drop / "rossi.sestante")
    take(ours.workspace, drop)
    ours.workspace.backups.keep_daily()
    found = next(each for each in ours.workspace.cases() if each.name == "Zanzibar")
    ours.workspace.register.erase(ours.workspace.case(found.id).company_id, "asked")
    [report] = ours.workspace.hub.plans_in.reports()
    lines = ours.workspace.hub.plans_in.lines(report)
    assert sorted(line.file for line in lines) == ["", "rossi.sestante"]
    assert report.total == 2
    assert "was deleted" in " ".join(text for line in lines for text in in_full(line, WORDS))
    database = (ours.folder / "sestante.db").read_bytes()
    assert gone.stem.encode() not in database
    assert b"Zanzibar" not in database


def test_preferences_are_read_without_the_reports(
    ours: Desk, theirs: Desk, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs.send(theirs.firm(a_firm()), drop / "named-in-the-report.sestante")
    report = take(ours.workspace, drop)
    book = ours.workspace.preferences
    book.save(dataclasses.replace(book.read(), consultant="Marta"))
    read: list[str] = []

    def loads(text: str, **how: Any) -> Any:
        read.append(text)
        return LOADS(text, **how)

    monkeypatch.setattr(json, "loads", loads)
    assert book.read().consultant == "Marta"
    assert any("Marta" in text for text in read)
    assert not [text for text in read if "named-in-the-report" in text]
    ours.workspace.hub.plans_in.lines(report)
    assert [text for text in read if "named-in-the-report" in text]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names in letters")
def test_a_file_whose_name_is_no_text_has_its_line(ours: Desk, drop: Path) -> None:
    (drop / os.fsdecode(b"caf\xe9.sestante")).write_bytes(b"{ nothing")
    report = take(ours.workspace, drop)
    [line] = ours.workspace.hub.plans_in.lines(report)
    assert (line.kind, line.file) == ("refused", "caf?.sestante")


def test_a_company_is_found_by_its_vat_number_however_it_is_written(
    ours: Desk, theirs: Desk, drop: Path
) -> None:
    theirs.send(theirs.firm(a_firm("Forno Rossi", vat=f"IT {VAT[:5]}.{VAT[5:]}")), drop / "a.sestante")
    take(ours.workspace, drop)
    with closing(connect(ours.folder / "sestante.db")) as database, database:
        database.execute("UPDATE company SET vat = ?", (f"it-{VAT}",))
    known = ours.workspace._stores.known
    assert [each.company.name for each in known.alike("IT", VAT)] == ["Forno Rossi"]
    assert known.alike("IT", "00159560367") == ()


def _ignore(_done: int) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False
