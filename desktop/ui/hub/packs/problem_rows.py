"""What is wrong in a pack's folder, line by line, with the way to the file."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.errors import MOST_PROBLEMS, Problem, harmless
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label


class ProblemRows(QWidget):
    """Errors first, then warnings; a button opens the file in the program the system has for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("pack-problems")
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_problems(self, folder: Path, problems: Iterable[Problem]) -> None:
        """Problems in place of those before; files are named as they lie in the folder."""
        emptied(self._column)
        found = sorted(problems, key=_is_warning)
        for number, problem in enumerate(found[:MOST_PROBLEMS]):
            self._column.addLayout(self._row(folder, problem, f"open-problem-{number}"))
        if len(found) > MOST_PROBLEMS:
            more = self._look.wording("There are more; correct these first.")
            self._column.addWidget(label(more, "small", "muted"))

    def _row(self, folder: Path, problem: Problem, name: str) -> QHBoxLayout:
        look, path = self._look, Path(problem.file)
        mark = QLabel()
        colour = look.tokens.muted if problem.is_warning else look.tokens.warn
        mark.setPixmap(icon("warning", colour, 16).pixmap(16, 16))
        shown = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else problem.file
        place = look.wording("{file}, line {line}", file=shown, line=problem.line) if problem.line else shown
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(look.wording.tell(harmless(problem.sentence)), "small"))
        words.addWidget(label(f"{place} · {problem.code}", "caption", "muted"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if path.is_file():
            opens = Button(look.wording("Open the file"), name, "fold")
            opens.setAccessibleName(look.wording("Open {file}", file=place))
            opens.clicked.connect(partial(_open, path))
            row.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _is_warning(problem: Problem) -> bool:
    return problem.is_warning
