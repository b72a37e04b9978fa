"""The room of the territory: figures of all companies, narrowed, followed to who is behind them, saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.clock import today
from desktop.ui.fields import DayField
from desktop.ui.hub.territory.key_tiles import KeyTile
from desktop.workspace import Workspace
from tests.territories import PlainFirm, PlainRound, PlainService, PlainTerritory, write_territory
from tests.ui.hand import Hand


def a_firm(sector: str, score: int, *, has_second: bool = False) -> PlainFirm:
    scores = (score, score, None)
    first = PlainRound(0, today(), score, 100, scores, "011", "222")
    second = PlainRound(1, today(), score + 1000, 100, scores, "111", "222")
    given = PlainService("training", "training", 100_000, 50_000, today(), "delivered")
    return PlainFirm(
        region="ITC4",
        province="BG",
        sector=sector,
        rounds=(first, second) if has_second else (first,),
        services=(given,) if has_second else (),
    )


FIRMS = (
    *(a_firm("C", 4000) for _ in range(6)),
    *(a_firm("I", 7000, has_second=True) for _ in range(2)),
)


@pytest.fixture
def hub(workspace: Workspace) -> Workspace:
    """A hub's desk with eight companies."""
    workspace.prepare_saving()
    write_territory(workspace.folder / "sestante.db", PlainTerritory(FIRMS, events=((9, 2),)))
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    return workspace


@pytest.fixture
def room(open_window: Callable[[], Hand], hub: Workspace) -> Hand:
    hand = open_window()
    hand.click("to-hub")
    hand.until(lambda: "8" in words(hand, "territory-state"))
    return hand


class Windows(QObject):
    """Notes each window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


def test_no_card_comes_up_in_a_window_of_its_own(
    open_window: Callable[[], Hand], hub: Workspace, qapp: QApplication
) -> None:
    hand, windows = open_window(), Windows()
    qapp.installEventFilter(windows)
    hand.click("to-hub")
    for card in ("maturity", "services"):
        hand.see(card)
    qapp.removeEventFilter(windows)
    assert not windows.names


def words(hand: Hand, name: str) -> str:
    found = hand.find(name, QLabel)
    return "" if found is None else found.text()


def lines(hand: Hand, card: str) -> dict[str, list[str]]:
    """The lines of a card: name and figures."""
    view = hand.see(f"{card}-lines", QTableView)
    model = view.model()
    return {
        model.index(row, 0).data(): [
            model.index(row, column).data() for column in range(1, model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def pick(hand: Hand, name: str, entry: str) -> None:
    """Choose an entry of a filter as the keyboard does."""
    picker = hand.see(name, QComboBox)
    picker.setFocus()
    hand.press(Qt.Key.Key_Home)
    for _ in range(picker.count()):
        if picker.currentText() == entry:
            return
        hand.press(Qt.Key.Key_Down)
    raise AssertionError(entry)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str) -> None:
    def chosen(*_: object) -> tuple[str, str]:
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


def test_the_room_shows_what_all_companies_scored(room: Hand) -> None:
    assert words(room, "territory-state") == "8 companies · 8 assessed"
    assert lines(room, "maturity")["All together"] == ["8", "50.0"]
    assert lines(room, "changes")["better"][0] == "2"
    assert lines(room, "funnel")["came to an event"] == ["9", "–"]
    assert lines(room, "services")["Training"][:4] == ["2", "2", "€2,000", "€1,000"]


def test_a_filter_narrows_every_figure_and_its_chip_takes_it_away(room: Hand) -> None:
    room.click("territory-filters")
    pick(room, "territory-sector", "Manufacturing")
    room.until(lambda: words(room, "territory-state").startswith("6 "))
    assert lines(room, "maturity")["All together"] == ["6", "40.0"]

    room.click("chip-sector")
    room.until(lambda: words(room, "territory-state").startswith("8 "))


def test_a_line_leads_to_its_companies_and_back(room: Hand) -> None:
    view = room.see("groups-lines", QTableView)
    names = list(lines(room, "groups"))
    view.setFocus()
    view.setCurrentIndex(view.model().index(names.index("Manufacturing"), 0))
    room.press(Qt.Key.Key_Return)
    room.see("company-list")
    room.until(lambda: words(room, "company-count") == "6 of 8")
    assert words(room, "among-words") == "By sector · Manufacturing"

    room.click("back-to-figures")
    room.see("territory-room")


def test_a_key_figure_leads_to_its_companies(room: Hand) -> None:
    room.click("key-services")
    room.until(lambda: words(room, "company-count") == "2 of 8")
    assert words(room, "among-words") == "Services given, by kind · All together"


def test_a_click_on_a_line_leads_to_its_companies(room: Hand) -> None:
    view = room.see("changes-lines", QTableView)
    room.see("territory-area", QScrollArea).ensureWidgetVisible(view)
    place = view.visualRect(view.model().index(list(lines(room, "changes")).index("better"), 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    room.until(lambda: words(room, "company-count") == "2 of 8")


def test_a_period_of_two_days_is_a_chip(room: Hand) -> None:
    room.click("territory-filters")
    picker = room.see("territory-period", QComboBox)
    picker.setFocus()
    room.press(Qt.Key.Key_End)
    room.see("period-since", DayField).show_day(date(2020, 1, 1))
    room.see("period-until", DayField).show_day(date(2020, 12, 30))
    room.click("dialog-do")
    room.until(lambda: room.find("chip-period") is not None)
    assert room.see("chip-period", QPushButton).text() == "Period: 01/01/2020 to 30/12/2020  ×"
    assert words(room, "territory-state") == "8 companies · 0 assessed"

    room.click("chip-period")
    room.until(lambda: words(room, "territory-state") == "8 companies · 8 assessed")


def test_what_is_saved_hides_the_two_companies(
    room: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "figures", "Plain lists (*.csv)")
    room.click("save-figures")
    room.until((tmp_path / "figures.csv").exists)

    told = (tmp_path / "figures.csv").read_text("utf-8-sig").splitlines()
    by_sector = [line for line in told if line.startswith("sector,") and ",points," in line]
    assert len(by_sector) == 2
    assert all(line.endswith("*,*") for line in by_sector)
    assert any(line.startswith("dimensions,overall,points") and line.endswith("50.0,8") for line in told)


@pytest.mark.parametrize(("suffix", "beginning"), [(".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_figures_are_saved_as_document_and_spreadsheet(
    room: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, beginning: bytes
) -> None:
    path = tmp_path / f"figures{suffix}"
    save_as(monkeypatch, path, "")
    room.click("save-figures")
    room.until(path.exists)
    assert path.read_bytes().startswith(beginning)


def test_a_card_is_saved_as_picture(room: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_as(monkeypatch, tmp_path / "maturity.png", "Pictures (*.png)")
    room.click("maturity-picture")
    room.until((tmp_path / "maturity.png").exists)
    assert (tmp_path / "maturity.png").read_bytes().startswith(b"\x89PNG")


def test_a_target_is_set_in_the_room(room: Hand, hub: Workspace) -> None:
    room.click("set-target")
    room.see("target-dialog")
    room.click("dialog-do")
    room.until(lambda: room.find("key-target-own") is not None)
    assert room.see("key-target-own", KeyTile).accessibleName() == "Companies to reach: 8 of 100"
    assert hub.hub.territory.targets()[0].by == date(today().year, 12, 31)


def test_a_room_without_companies_says_what_to_do(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.until(lambda: "no companies yet" in words(hand, "territory-state"))
    assert not [card for card in hand.window.findChildren(QWidget, "maturity") if card.isVisible()]


def test_what_changed_is_counted_before_it_is_shown(
    open_window: Callable[[], Hand], answered: int, workspace: Workspace
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.until(lambda: workspace.hub.counting.waiting == 0)
    hand.until(lambda: words(hand, "territory-state") == "1 company · 1 assessed")
    assert hand.find("counting-strip") is None


@pytest.mark.parametrize("width", [1024, 1600])
def test_no_large_figure_leaves_a_blank_strip(room: Hand, width: int) -> None:
    room.window.resize(width, 640)
    room.until(lambda: room.window.width() == width)
    tiles = room.window.findChildren(KeyTile)
    assert len({tile.height() for tile in tiles}) == 1
    assert min(blank_below(tile) for tile in tiles) < 26


def blank_below(tile: KeyTile) -> int:
    """The pixels between the last words and the edge."""
    picture = tile.grab().toImage()
    ground = picture.pixel(30, tile.height() - 6)
    inside = range(20, tile.width() - 20)
    rows = range(tile.height() - 6, 0, -1)
    last = next(row for row in rows if any(picture.pixel(across, row) != ground for across in inside))
    return tile.height() - last
