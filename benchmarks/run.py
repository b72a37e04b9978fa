"""Speed as ratios against baselines measured in the same run: python benchmarks/run.py [--rounds N]."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent


def main() -> None:
    """Measure everything and print one line a ratio: what, ratio of medians, goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each measurement (9)")
    rounds = parser.parse_args().rounds
    start_ratios(rounds)
    answer_time(rounds)
    pdf_ratio(rounds)
    content_ratio(rounds)


def start_ratios(rounds: int) -> None:
    """Spawn to first paint, and to ready, against a bare window; interleaved so that drift hits all."""
    bare: list[float] = []
    first: list[dict[str, float]] = []
    later: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as used:
        _begin_questions(Path(used))
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as empty:
                bare.append(_spawned("bare_window.py", empty)["painted"])
                first.append(_spawned("application_start.py", empty))
            later.append(_spawned("application_start.py", used))
    base = statistics.median(bare)
    for name, times in (("first start", first), ("back at a question", later)):
        _print(f"{name}: painted / bare window", _median(times, "painted") / base, 1.3)
        _print(f"{name}: ready to answer / bare window", _median(times, "ready") / base, 4.0)
        print(
            f"{name}: longest stall of the window, median {1000 * _median(times, 'stall'):.0f} ms (goal 50)"
        )


def _begin_questions(folder: Path) -> None:
    """A bakery that was left in the middle of its questions."""
    sys.path.insert(0, str(ROOT))
    from desktop.content.company import Company
    from desktop.workspace import Place, Workspace

    workspace = Workspace.open(folder)
    case = workspace.create_case(Company(name="Bakery", headcount=6))
    workspace.save_place(case, Place("questions", "quick", "backup"))
    workspace.close()


def _median(times: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in times)


def answer_time(rounds: int) -> None:
    """An answer on a questionnaire of 300 questions: scored again in full."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.large_questionnaire import large_questionnaire
    from desktop.answers import Chosen, Facts
    from desktop.content.company import Company
    from desktop.scores import rescore, score

    questionnaire = large_questionnaire(300)
    facts = Facts.of(Company(name="B", headcount=6))
    sheet = {question.key: Chosen("b") for question in questionnaire.questions.values()}
    card = score(questionnaire, sheet, facts)
    question = questionnaire.questions["question-150"]
    sheet[question.key] = Chosen("c")
    seconds = _timed(lambda: rescore(card, question, sheet, facts), rounds)
    _print("answer scored again, 300 questions / one frame (16 ms)", seconds / 0.016, 1.0)


def pdf_ratio(rounds: int) -> None:
    """The printed plan against the same flowables handed to ReportLab's plainest document."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.paper import bare_pages, example, interleaved, tagged

    dossier = example("bakery")
    ours, bare = interleaved(lambda: tagged(dossier), lambda: bare_pages(dossier), rounds)
    _print("printed plan / the same flowables in a bare document", ours / bare, 1.5)


def content_ratio(rounds: int) -> None:
    """Reading and checking all content, in a process of its own, against PyYAML's C loader on the same bytes.

    Both begin with the start of the interpreter; `sestante check` also reviews every assessment.
    """
    import yaml

    from desktop.content.library import check_library
    from desktop.paths import assessments_folder, resources_folder
    from desktop.review import check_files

    folders = (assessments_folder(), resources_folder() / "catalogue", resources_folder() / "network")
    texts = [path.read_bytes() for folder in folders for path in folder.rglob("*.yaml")]
    ours = _timed(lambda: check_library(assessments_folder(), resources_folder()), rounds)
    bare = _timed(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts], rounds)
    _print("all content read and checked / PyYAML's C loader alone", ours / bare, 2.0)
    reviewed = _timed(lambda: check_files(()), rounds)
    _print("the same with every assessment reviewed / PyYAML's C loader alone", reviewed / bare, 2.0)
    started = [sys.executable, "-c", _BARE_CONTENT, *map(str, folders)]
    checked = [sys.executable, "-c", _CHECKED_CONTENT]
    command = [sys.executable, "-m", "desktop", "check"]
    base, content, whole = (
        _timed(lambda line=line: _run(line), rounds) for line in (started, checked, command)
    )
    _print("a process that reads and checks all content / one that loads it with PyYAML", content / base, 2.0)
    _print("`sestante check`, with its review / a process that loads the same with PyYAML", whole / base, 2.0)


_CHECKED_CONTENT = """
from desktop.content.library import check_library
from desktop.paths import assessments_folder, resources_folder
check_library(assessments_folder(), resources_folder())
"""
_BARE_CONTENT = """
import sys, pathlib, yaml
for folder in sys.argv[1:]:
    for path in pathlib.Path(folder).rglob("*.yaml"):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def _run(command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def _spawned(script: str, folder: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.time()
    finished = subprocess.run(
        [sys.executable, str(FOLDER / script), folder],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    times = dict(line.split() for line in finished.stdout.splitlines())
    return {name: float(value) if name == "stall" else float(value) - begun for name, value in times.items()}


def _timed(action: Callable[[], object], rounds: int) -> float:
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


def _print(what: str, ratio: float, goal: float) -> None:
    print(f"{what}: {ratio:.2f} (goal {goal})")


if __name__ == "__main__":
    main()
