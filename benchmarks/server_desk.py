"""One desk of benchmarks/server_load.py: answers without end, and says what was saved.

Run by it: server_desk.py URL FOLDER NUMBER PAUSE; begins with the first line of its input, ends with it.
Each answer that was shown as saved is a line: round, question, value, seconds, seconds of the processor.
"""

import json
import random
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import NotWrittenError, StorageError
from desktop.storage import FileDatabase
from desktop.storage.server.address import read_address
from desktop.storage.server.opening import on_server
from desktop.storage.server.server_store import ServerStore
from desktop.storage.store import Store

QUESTIONS = 40
OWN, SHARED = 5, 5
"""Rounds of a desk alone, and of all desks; in those each has questions of its own."""
_AGAIN = 0.2  # seconds between tries while the server is gone


def main() -> None:
    """Answer until the input ends; what only a first answer takes is over by then."""
    url, folder, number, pause = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
    is_over = threading.Event()
    store = ServerStore(on_server(read_address(url), FileDatabase(folder)))
    rounds = [each.id for each in sorted(store.summaries(), key=lambda each: each.id)]
    own = rounds[SHARED + number * OWN : SHARED + (number + 1) * OWN]
    chance = random.Random(number)
    for round_id in own:
        store.save_answer(round_id, QuestionKey(f"technology-check/first-{number}"), "before")
    print("ready", flush=True)
    sys.stdin.readline()
    threading.Thread(target=_wait, args=(is_over,), daemon=True).start()
    is_over.wait(pause * chance.random())
    turn = 0
    while not is_over.is_set():
        turn += 1
        round_id = chance.choice(own if chance.random() < 0.8 else rounds[:SHARED])
        key = QuestionKey(f"technology-check/{number}-{chance.randrange(QUESTIONS)}")
        value = f"{number} {turn}"
        worked = time.process_time()
        seconds = _saved(store, round_id, key, value, is_over)
        if seconds is not None:
            worked = time.process_time() - worked
            print(json.dumps([round_id, key, value, seconds, worked]), flush=True)
        is_over.wait(pause * chance.uniform(2 / 3, 4 / 3))


def _saved(
    store: Store, round_id: int, key: QuestionKey, value: str, is_over: threading.Event
) -> float | None:
    """How long the save took that succeeded; the same answer is sent again while the server is gone."""
    while True:
        begun = time.perf_counter()
        try:
            store.save_answer(round_id, key, value)
        except NotWrittenError:
            if is_over.is_set():
                return None
            time.sleep(_AGAIN)
        except StorageError as error:
            print(json.dumps(["refused", str(error)]), flush=True)
            return None
        else:
            return time.perf_counter() - begun


def _wait(is_over: threading.Event) -> None:
    sys.stdin.read()
    is_over.set()


if __name__ == "__main__":
    main()
