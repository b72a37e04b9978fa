"""A quiet line above a page: a newer version is there, or answers were moved and can still go back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.answers.moving import Versions
from desktop.errors import StorageError
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, icon_button, label


class MoveNotice(QWidget):
    """Hidden where there is nothing to say, or where the user put the offer off until the next start.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(
        self, desk: Desk, look: Look, page: str, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        super().__init__()
        self._desk = desk
        self._wording = look.wording
        self._page = page
        self._says = label("", "small")
        self._see = Button("", "see-move", "quiet")
        self._undo = Button(look.wording("Undo the move"), "undo-move", "quiet")
        says = look.wording("Not now")
        self._later = icon_button("close", look.tokens, name="put-off-move", says=says)
        self._build(margins)
        self._connect()
        self._show()

    def _build(self, margins: tuple[int, int, int, int]) -> None:
        self.setObjectName("move-notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        frame = QFrame()
        frame.setProperty("kind", "note")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*margins)
        outer.addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(self._says, 1)
        for button in (self._see, self._undo, self._later):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._undo.setToolTip(
            self._wording(
                "The answers go back to what they were before the move. Answers to new questions are kept "
                "for later."
            )
        )

    def _connect(self) -> None:
        self._see.clicked.connect(self._on_see_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._later.clicked.connect(self._on_later_clicked)

    def _show(self) -> None:
        newer, made = self._versions()
        self._undo.setVisible(not newer)
        self._later.setVisible(bool(newer))
        say = self._wording
        if newer and not self._desk.moves.is_put_off:
            self._says.setText(self._offer(newer))
            self._see.setText(say("See what would change"))
        elif made and not newer:
            self._says.setText(say("Your answers were moved to a newer version."))
            self._see.setText(say("See what changed"))
        else:
            self.hide()

    def _versions(self) -> tuple[Versions, Versions]:
        """The versions that wait, and those of a move that can be undone."""
        moves, case = self._desk.workspace.moves, self._desk.open_case
        if case.person is not None:
            return (), ()  # moving is for the company, not for one who answers for herself or himself
        try:
            return moves.newer(case), moves.made(case.id)
        except StorageError:
            return (), ()  # told where it hinders: when the company is opened or saved

    def _offer(self, newer: Versions) -> str:
        if len(newer) > 1:
            return self._wording("There are newer versions of {count} questionnaires.", count=len(newer))
        (_, after), *_ = newer
        title = after.text(self._wording.language).title
        return self._wording(
            "There is a newer version of “{title}”: {version}.", title=title, version=after.version
        )

    def _on_see_clicked(self) -> None:
        self.page_requested.emit("moves")

    def _on_undo_clicked(self) -> None:
        self._desk.moves.undo()
        self.page_requested.emit(self._page)

    def _on_later_clicked(self) -> None:
        self._desk.moves.put_off()
        self.hide()
