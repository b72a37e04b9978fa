"""A desk that test_server_troubles.py kills: answers once its server is gone, and says what it kept.

Run by it: killed_desk.py URL FOLDER ROUND, then a line on its input.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.storage import FileDatabase
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.ui.desk import Desk
from desktop.workspace import Workspace
from tests.builders import worst_answers
from tests.desks import the_content


def main() -> None:
    """Answer three questions into the void, and wait to be killed."""
    url, folder, round_id = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    _application = QCoreApplication([])
    desk = Desk(Workspace(the_content(), on_server(read_address(url), FileDatabase(folder))))
    desk.open(round_id)
    _say("open")
    sys.stdin.readline()
    [questionnaire] = desk.workspace.questionnaires(desk.open_case)
    questions = {question.key: question for question in questionnaire.questions.values()}
    for key, answer in list(worst_answers(questionnaire).items())[:3]:
        desk.save_answer(questions[key], answer)
    _say(f"kept {desk.unsaved.count}")
    sys.stdin.read()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
