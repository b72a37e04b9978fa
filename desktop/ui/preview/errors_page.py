"""In place of questions that could never be read: what is wrong with their files."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.review.draft import Draft
from desktop.ui.look import Look
from desktop.ui.pieces import at_left, card, label, scrolled
from desktop.ui.preview.problem_list import ProblemList

_WIDEST = 860


class ErrorsPage(QWidget):
    """All errors at once; the page goes by itself when they are corrected."""

    def __init__(self, draft: Draft, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setObjectName("errors-page")
        area, inside = scrolled((40, 36, 40, 28), 12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        if draft.names:
            heading = say("The questions cannot be shown yet")
            sentence = say("Correct what is listed here and save: the questions then appear by themselves.")
        else:
            heading = say("There is no longer a questionnaire here")
            sentence = say("As soon as its files are back, the questions appear by themselves.")
        inside.addWidget(label(heading, "title"))
        inside.addWidget(label(sentence, "body", "muted"))
        if draft.problems:
            frame, column = card(margin=20, spacing=0)
            problems = ProblemList(look)
            problems.show_problems(draft.problems, leads_on=False)
            column.addWidget(problems)
            inside.addLayout(at_left(frame, _WIDEST))
        inside.addStretch(1)
