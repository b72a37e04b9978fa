"""In the hub's room of reports files are saved and services come in; owners see how similar firms score."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import json
from msgspec.structs import replace as with_fields
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from desktop.content.networks.benchmarks import Benchmarks, read_benchmarks
from desktop.ui.fields import Picker
from desktop.ui.results.dimension_bar import DimensionBar
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def room(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> Hand:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-reports")
    hand.see("reports-room")
    return hand


def choose(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def said(hand: Hand) -> str:
    return hand.see("report-said", QLabel).text()


def test_open_data_are_saved_in_the_name_of_the_hub(
    room: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "getSaveFileName", tmp_path / "open")
    room.write("report-hub", "Hub Serena")
    room.click("save-open-data-zip")
    room.until(lambda: "written to" in said(room))
    assert (tmp_path / "open.zip").exists()
    assert workspace.hub.reports.hub == "Hub Serena"


def test_what_cannot_be_told_says_why_and_the_buttons_come_back(
    room: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "getSaveFileName", tmp_path / "dma.csv")
    room.see("dma-pairs", Picker)
    room.click("save-dma-csv-csv")
    room.until(lambda: "no company has answered the whole DMA" in said(room))
    assert not (tmp_path / "dma.csv").exists()
    room.until(room.see("save-dma-csv-csv", QPushButton).isEnabled)


def test_services_of_a_spreadsheet_are_seen_first_and_then_taken(
    room: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = workspace.cases()[0].name
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [("Cliente", "Categoria", "Date"), (name, "Formazione", "1/10/2026"), ("?", "", "")]
        csv.writer(file).writerows(rows)
    choose(monkeypatch, "getOpenFileName", tmp_path / "list.csv")
    room.click("choose-register")
    room.until(lambda: said(room) == "1 service can be taken.")
    assert "Row 3: there is no company" in room.see("report-remarks", QLabel).text()
    assert workspace.hub.services.lines() == ()
    room.click("take-register")
    room.until(lambda: "in the register now" in said(room))
    [line] = workspace.hub.services.lines()
    assert (line.company, line.category) == (name, "training")


def a_benchmark(folder: Path, **values: Any) -> Benchmarks:
    """A file of one group, read from a folder."""
    spread = {"n": 12, "lower": 20, "median": 41, "upper": 60, "mean": 40}
    group = {
        "questionnaire": "technology-check",
        "overall": spread,
        "dimensions": {"cyber": spread},
        **values,
    }
    plain = {"kind": "sestante-benchmark", "format": 1, "source": "Hub Serena", "year": 2026}
    data = {**plain, "made_on": "2026-11-23", "groups": [group]}
    (folder / "hub.json").write_bytes(json.encode(data))
    found, problems = read_benchmarks(folder)
    assert problems == ()
    return found


@pytest.fixture
def results(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> Callable[[], Hand]:
    """Opens the results of a company."""

    def opened() -> Hand:
        workspace.save_place(workspace.case(answered), Place("results", None, None))
        hand = open_window()
        hand.see("similar-firms", QLabel)
        return hand

    return opened


def test_an_owner_sees_how_similar_firms_score(
    results: Callable[[], Hand],
    workspace: Workspace,
    answered: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = workspace.case(answered)
    workspace.save_company(answered, with_fields(case.company, sector="C", region=None))
    found = a_benchmark(tmp_path, size="micro", sector="C")
    monkeypatch.setitem(vars(workspace.library), "benchmarks", found)
    hand = results()
    words = hand.see("similar-firms", QLabel).text()
    assert "12 firms with the same size and sector (Hub Serena, 2026)" in words
    assert "With the region in the profile" in words
    marked = [bar.accessibleDescription() for bar in hand.window.findChildren(DimensionBar)]
    assert marked.count("similar firms: 41 (12 firms)") == 1


def test_without_figures_that_is_said(results: Callable[[], Hand]) -> None:
    assert "no figures of similar firms" in results().see("similar-firms", QLabel).text()
