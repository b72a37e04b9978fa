"""A dialog that asks before something is done: words, what to fill in, and two buttons."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, scrolled

_WIDTH = 520  # pixels
_OF_QT = "qt_"  # begins the names of fields in Qt's own widgets
_AROUND = 48  # pixels of the screen that a dialog leaves free: its own title and a rim


class Asked(NamedTuple):
    """What is asked, the words of the two buttons (`leaves` is "Cancel" if empty), and what else is said."""

    heading: str
    does: str
    sentences: Sequence[str] = ()
    leaves: str = ""


class AskingDialog(QDialog):
    """A window over the page; whoever opens it gives it what to do.

    What the screen has no room for is scrolled, the buttons stay. Escape leaves it. Enter in a field agrees,
    unless what follows `is_final`: then only the button does, and the keyboard begins away from it.

    Signals: `agreed` after the user pressed the button that does it.
    """

    agreed = Signal()

    def __init__(
        self,
        parent: QWidget,
        asked: Asked,
        look: Look,
        *,
        is_final: bool = False,
        width: int = _WIDTH,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sestante")
        self.setAccessibleName(asked.heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(width)
        self.does = Button(asked.does, "dialog-do", "primary")
        self.leaves = Button(asked.leaves or look.wording("Cancel"), "dialog-cancel")
        self.first: QWidget = self.leaves if is_final else self.does
        self._is_final = is_final
        self._area, self.inside = scrolled((0, 0, 0, 0), 12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 22)
        self._column.setSpacing(14)
        self._column.addWidget(label(asked.heading, "heading"))
        self._column.addWidget(self._area, 1)
        for sentence in asked.sentences:
            self.inside.addWidget(label(sentence, "small", "muted"))
        self.leaves.clicked.connect(self.reject)
        self.does.clicked.connect(self.agree)
        self.finished.connect(parent.window().activateWindow)  # not every system hands the keyboard back

    def ask(self, act: Callable[[], object]) -> None:
        """Open, with the keyboard at `first`; the act follows where the user agrees."""
        self.agreed.connect(act)
        self._add_buttons()
        self.fit()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.open()

    def agree(self) -> None:
        """What the button does."""
        self.accept()  # first: what follows may take the page away, and the dialog with it
        self.agreed.emit()

    def add_field(self, words: str, field: QWidget) -> None:
        """Put a field below what is there, with its name above it."""
        title, pair = label(words, "small", "muted"), QVBoxLayout()
        title.setBuddy(field)
        pair.setSpacing(6)
        pair.addWidget(title)
        pair.addWidget(field)
        self.inside.addLayout(pair)

    @property
    def written(self) -> str:
        """What the user wrote in its fields so far; a proof that is asked for again is nothing to keep."""
        fields = [] if self._is_final else self.findChildren(QLineEdit)
        own = [each for each in fields if each.isModified() and not each.objectName().startswith(_OF_QT)]
        return "\n".join(each.text().strip() for each in own if each.text().strip())

    def fit(self) -> None:
        """Be as high as what is shown needs, and the screen allows."""
        sides = self._column.contentsMargins()
        wide = self.width() - sides.left() - sides.right()
        for column in (self.inside, self._column):
            column.activate()
        needed = (
            self.inside.heightForWidth(wide)
            if self.inside.hasHeightForWidth()
            else self.inside.sizeHint().height()
        )
        self._area.setFixedHeight(0)
        others = self._column.heightForWidth(self.width())  # Qt itself would cut cards off
        most = self.screen().availableGeometry().height() - _AROUND - others
        self._area.setFixedHeight(max(0, min(needed, most)))
        self.setFixedHeight(others + self._area.height())

    def _add_buttons(self) -> None:
        """Last, so that the Tab key comes to them after the fields."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button in (self.leaves, self.does):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.does.setDefault(not self._is_final)
        self._column.addSpacing(4)
        self._column.addLayout(row)
