"""Run as a program: writes answers until it is killed, and prints each one once its save has returned.

answer_writer.py FOLDER ROUND_ID RUN [LARGEST_FILE_BYTES]
"""

# ruff: noqa: T201 - its output is what the tests read

import sys
from pathlib import Path

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.storage import FileDatabase
from desktop.storage.store import Store


def write(folder: Path, round_id: int, run: str) -> None:
    store = Store(FileDatabase(folder))
    print("ready", flush=True)
    for number in range(100_000):
        store.save_answer(round_id, QuestionKey(f"run-{run}/question-{number}"), [run, number, "x" * 200])
        print(f"run-{run}/question-{number}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 4:
        import resource  # Windows has none

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
    try:
        write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
    except StorageError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
