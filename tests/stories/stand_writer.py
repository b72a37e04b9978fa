"""A stand that answers one question after the other and says what was saved, until it is killed."""

import sys
from pathlib import Path

from desktop.answers import Chosen
from desktop.workspace import Workspace


def main(folder: Path) -> None:
    """Never comes to its end."""
    workspace = Workspace.open(folder)
    stand = workspace.hub.events.stand
    assert stand is not None
    visit = stand.begin("it")
    visit = stand.save(visit.told(sector="C", headcount=6))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        for question in stand.questions(visit):
            for choice in question.choices:
                visit = stand.save_answer(visit, question, Chosen(choice.id))
                sys.stdout.write(f"{question.key} {choice.id}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
