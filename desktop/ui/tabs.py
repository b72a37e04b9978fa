"""One of a few things to show: tabs side by side, or a list to pick from where they do not fit."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied

_WIDEST = 460  # pixels of the list


class Tabs(QWidget):
    """Titles to choose one from; the tabs are named `NAME-ID`, the list `NAME-choice`.

    Signals: `chosen` carries the id the user chose.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, says: str) -> None:
        super().__init__()
        self._name = name
        self._tabs = QWidget(self)
        self._row = QHBoxLayout(self._tabs)
        self._group = QButtonGroup(self)
        self._made: dict[str, Button] = {}
        self._picker = Picker(look, f"{name}-choice", says)
        self._build()
        self._picker.picked.connect(self._on_picked)

    def show_titles(self, titles: Mapping[str, str], current: str) -> None:
        """Titles by their ids, one of them chosen; emits nothing."""
        if list(titles) != list(self._made):
            self._make(titles)
        for identity, title in titles.items():
            self._made[identity].setText(title.replace("&", "&&"))
            self._made[identity].setChecked(identity == current)
        self._picker.show_entries(titles.items(), current)
        self._fit()

    def first_focus(self) -> QWidget:
        """The title chosen."""
        return (None if self._tabs.isHidden() else self._group.checkedButton()) or self._picker

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._picker.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        column.addWidget(self._picker)

    def _make(self, titles: Iterable[str]) -> None:
        """Tabs for other ids; those that stay keep the keyboard."""
        emptied(self._row)
        self._made = {identity: Button("", f"{self._name}-{identity}", "tab") for identity in titles}
        for identity, tab in self._made.items():
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._on_pressed, identity))
            self._group.addButton(tab)
            self._row.addWidget(tab)
        self._row.addStretch(1)

    def _fit(self) -> None:
        is_roomy = self._row.sizeHint().width() <= self.width()
        self._tabs.setVisible(is_roomy)
        self._picker.setVisible(not is_roomy)

    def _on_pressed(self, identity: str) -> None:
        self._picker.setCurrentIndex(self._picker.findData(identity))
        self.chosen.emit(identity)

    def _on_picked(self, identity: object) -> None:
        tab = self.findChild(Button, f"{self._name}-{identity}")
        if tab is not None:
            tab.setChecked(True)
        self.chosen.emit(str(identity))
