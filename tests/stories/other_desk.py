"""A desk of Bruno's in a process of its own: answers one question of a round, and says what became of it.

Run by a test: other_desk.py URL FOLDER ROUND KEY CHOICE.
"""

import sys
from pathlib import Path

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import SestanteError
from desktop.storage import FileDatabase, Hand
from desktop.storage.journal import Journal
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.storage.store import Store


def main() -> None:
    """Answer."""
    url, folder, round_id, key, choice = sys.argv[1:]
    database, journal = on_server(read_address(url), FileDatabase(Path(folder))), Journal()
    journal.hand = Hand("Bruno")
    try:
        Store(database, journal).save_answer(int(round_id), QuestionKey(key), choice)
        sys.stdout.write("saved")
    except SestanteError as error:
        sys.stdout.write(str(error))
    finally:
        database.close()


if __name__ == "__main__":
    main()
