"""The answers of an earlier round, to be read."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.report.said_answers import answer_in_words
from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.moves.faces import Block, Face
from desktop.ui.moves.lines import Group
from desktop.ui.moves.move_list import MoveList
from desktop.ui.pieces import label
from desktop.workspace import Case, Workspace


class AnswersPage(QWidget):
    """Every question that was asked with its answer; nothing can be changed here."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setObjectName("answers-page")
        self._list = MoveList(look)
        self._list.setObjectName("earlier-answers")
        self._list.setAccessibleName(say("The answers of an earlier assessment"))
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 30, 12)
        column.setSpacing(8)
        column.addWidget(label(say("The answers of {stage}", stage=desk.open_case.stage), "title"))
        column.addWidget(self._list, 1)
        self._list.show_faces(tuple(_faces(desk.workspace, desk.open_case, say)))
        self.setFocusProxy(self._list)


def _faces(workspace: Workspace, case: Case, wording: Wording) -> Iterator[Face]:
    for questionnaire in workspace.questionnaires(case):
        title = questionnaire.text(wording.language).title
        yield Face((Block(title, "heading"),), Group.KEPT)
        yield from _answers(workspace, case, questionnaire, wording)


def _answers(
    workspace: Workspace, case: Case, questionnaire: Questionnaire, wording: Wording
) -> Iterator[Face]:
    texts = questionnaire.text(wording.language).questions
    for question in workspace.questions(case, questionnaire.id):
        text = texts[question.id]
        words = answer_in_words(question, text, case.sheet.get(question.key), wording)
        if question.kind != "text":
            words = f"{words[:1].upper()}{words[1:]}"
        yield Face((Block(text.text, "strong"), Block(words, label=wording("Answer"))))
