"""The other desk of benchmarks/together.py: answers a question with each choice that it reads.

Run by it: together_desk.py URL FOLDER ROUND QUESTIONNAIRE QUESTION. For each it says when it began to save.
"""

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.answers import answer_from_plain
from desktop.content.library import read_library
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase, Hand
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.workspace import Workspace


def main() -> None:
    """Answer until the input ends."""
    url, folder, round_id, questionnaire, name = sys.argv[1:]
    library = read_library(assessments_folder(), resources_folder())
    workspace = Workspace(library, on_server(read_address(url), FileDatabase(Path(folder))))
    workspace.history.hand = Hand("Bruno")
    question = library.questionnaires[questionnaire].questions[name]
    case = workspace.case(int(round_id))
    print("ready", flush=True)
    for line in sys.stdin:
        begun = time.time()
        case = workspace.save_answer(case, question, answer_from_plain(question, line.strip()))
        print(json.dumps(begun), flush=True)
    workspace.close()


if __name__ == "__main__":
    main()
