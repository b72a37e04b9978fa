"""A quiet button that says what became of a step, with the other states in a menu."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from desktop.content.steps import STATES, StepState
from desktop.report.step_words import state_in_words
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button

_BELOW = 4  # pixels between button and menu
_NARROWEST = 104  # pixels, so that most stand in one column


class StateButton(Button):
    """The state of a step; a press opens the menu, arrow keys and Enter choose from it.

    Signals: `state_chosen` carries the state chosen, where it is another one; `note_wanted` where the note is
    to be seen.
    """

    state_chosen = Signal(str)
    note_wanted = Signal()

    def __init__(self, key: str, title: str, look: Look) -> None:
        super().__init__("", f"state-{key}", "state")
        self._key = key
        self._title = title
        self._wording = look.wording
        self._state: StepState = "open"
        self._menu: QMenu | None = None
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the word
        self.setIcon(icon("chevron-down", look.tokens.muted, 12))
        self.setIconSize(QSize(12, 12))
        self.setMinimumWidth(_NARROWEST)
        self.clicked.connect(self._on_clicked)
        self.show_state("open")

    @property
    def state(self) -> StepState:
        """The state shown."""
        return self._state

    def show_state(self, state: StepState) -> None:
        """Show another state; emits nothing."""
        self._state = state
        words = state_in_words(state, self._wording)
        self.setText(f"{words} ")  # away from the arrow
        self.setAccessibleName(self._wording("State: {state}: {title}", state=words, title=self._title))
        self.setProperty("state", state)
        self.style().polish(self)

    def protect(self) -> None:
        """Only say the state from now on."""
        self.setEnabled(False)
        self.setIcon(QIcon())

    def _on_clicked(self) -> None:
        if self._menu is None:
            self._menu = self._made_menu()
        for action in self._menu.actions():
            action.setChecked(action.isCheckable() and action.data() == self._state)
            if action.data() == self._state:
                self._menu.setActiveAction(action)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + _BELOW)))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(f"states-{self._key}")
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for state in STATES:
            action = QAction(state_in_words(state, self._wording), menu)
            action.setCheckable(True)
            action.setData(state)
            action.triggered.connect(partial(self._choose, state))
            menu.addAction(action)
        menu.addSeparator()
        note = menu.addAction(self._wording("Note and files…"))
        note.triggered.connect(self.note_wanted)
        return menu

    def _choose(self, state: StepState, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        if state != self._state:
            self.state_chosen.emit(state)
