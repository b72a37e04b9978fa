"""Rounds counted for the territory against bare scoring: python benchmarks/counting.py [COUNT].

Seconds are those of the processor, so that other work does not count.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parent.parent
WHOLE = 80_000


def main() -> None:
    """Answer once, copy it for many companies, score bare, count."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sys.path.insert(0, str(ROOT))
    from desktop.answers import Facts
    from desktop.scores import score, score_competences
    from desktop.workspace import Workspace

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _fill(folder, count)
        with closing(Workspace.open(folder)) as workspace:
            case = workspace.last_case()
            questionnaires, facts = workspace.questionnaires(case), Facts.of(case.company)
            bounds = workspace.library.catalogue.competence_bounds

            def bare() -> None:
                for _ in range(100):
                    for each in questionnaires:
                        score(each, case.sheet, facts)
                    score_competences(questionnaires, case.sheet, facts, bounds)

            each_bare = _spent(bare) / 100
            each = _spent(lambda: workspace.hub.counting.count(_ignore, _never)) / count
    print(f"bare scoring {1000 * each_bare:.1f} ms a round, counted {1000 * each:.1f} ms", end="")
    print(f", {each / each_bare:.2f} of it; {WHOLE} rounds in {WHOLE * each / 60:.0f} minutes")


def _fill(folder: Path, count: int) -> None:
    """A bakery with all its answers, and as many others that answered the same."""
    from desktop.answers.reading import read_answers
    from desktop.content.plan_input import read_plan_input
    from desktop.workspace import Workspace

    with closing(Workspace.open(folder)) as workspace:
        given = read_plan_input(ROOT / "resources" / "examples" / "bakery.yaml")
        sheet = read_answers(given, workspace.library.questionnaires).sheet
        case = workspace.create_case(given.company)
        case = workspace.choose_questionnaires(case.id, ("dma-sme", "technology-check"))
        for questionnaire in workspace.questionnaires(case):
            for question in questionnaire.questions.values():
                if question.key in sheet:
                    case = workspace.save_answer(case, question, sheet[question.key])
    with closing(sqlite3.connect(folder / "sestante.db")) as file, file:
        for number in range(2, count + 1):
            _copy(file, "company", {"id": number, "uuid": f"uuid-{number}"})
            _copy(file, "round", {"id": number, "company_id": number})
        for table in ("assessment", "answer"):
            for number in range(2, count + 1):
                _copy(file, table, {"round_id": number})


def _copy(file: sqlite3.Connection, table: str, other: dict[str, object]) -> None:
    """The rows of the first company once more, with other numbers."""
    columns = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
    kept = [name for name in columns if name not in other and not (name == "id" and "round_id" in other)]
    names = ", ".join([*other, *kept])
    marks = ", ".join(["?"] * len(other) + kept)
    first = "round_id = 1" if "round_id" in columns else "id = 1"
    asked = f"INSERT INTO {table} ({names}) SELECT {marks} FROM {table} WHERE {first}"  # noqa: S608
    file.execute(asked, tuple(other.values()))


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _ignore(_done: int) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False


if __name__ == "__main__":
    main()
