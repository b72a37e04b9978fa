"""A quiet line above the first pages: what the user should know before beginning, until it is put away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import icon_button, label


class StartStrip(QFrame):
    """Tells each warning once for each start."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("start-strip")
        self.setProperty("kind", "warning-strip")
        warnings = desk.workspace.conditions.warnings()
        words = label("\n".join(look.wording.tell(each) for each in warnings), "small", "warn")
        words.setObjectName("start-words")
        says = look.wording("Hide this")
        away = icon_button("close", look.tokens, name="start-away", says=says)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(words, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        if not warnings:
            self.hide()
        away.clicked.connect(self.hide)
