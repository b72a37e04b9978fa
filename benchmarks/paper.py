"""The printed plan against its flowables through bare ReportLab: python benchmarks/paper.py [--rounds N].

Ours is numbered, tagged, archival, and carries its data; bare ReportLab's has the pages alone. Processor time
of one thread, the two in turn; the least of the rounds, because others only add to it. The peak is what a
build takes from the heap above what the process had before.
"""

import argparse
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reportlab.platypus import NextPageTemplate, SimpleDocTemplate

from desktop.answers.reading import read_answers
from desktop.content.library import read_library
from desktop.content.plan_input import read_plan_input
from desktop.dossier import Dossier, Situation, gather
from desktop.paths import assessments_folder, resources_folder
from desktop.report import build_pdf, style
from desktop.report.document import story
from desktop.report.options import Attachment, PrintOptions

_GOAL, _HEAP_GOAL = 1.5, 5.0
_DATA = Attachment("sestante.json", b'{"format":1}' * 2000, "application/json", "What the plan rests on")


def main() -> None:
    """Measure the plan of the bakery and print a line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="runs of each measurement (15)")
    rounds = parser.parse_args().rounds
    dossier = example("bakery")
    ours, bare = interleaved(lambda: tagged(dossier), lambda: bare_pages(dossier), rounds)
    print(f"processor time of the plan {1000 * ours:.0f} ms, of its bare pages {1000 * bare:.0f} ms")
    print(f"tagged plan with its data / bare pages: {ours / bare:.2f} (goal {_GOAL})")
    peak = heap(lambda: tagged(dossier))
    print(f"peak heap of a build above the process: {peak:.1f} MB (goal {_HEAP_GOAL:.0f})")
    print(
        f"size: {len(tagged(dossier)) / 1000:.0f} KB, of the bare pages {len(bare_pages(dossier)) / 1000:.0f}"
    )


def example(name: str) -> Dossier:
    """The dossier of a company that is shipped as an example."""
    library = read_library(assessments_folder(), resources_folder())
    plan_input = read_plan_input(resources_folder() / "examples" / f"{name}.yaml")
    answered = read_answers(plan_input, library.questionnaires)
    pair = (answered.questionnaires, answered.sheet)
    return gather(
        Situation(library, plan_input.company, plan_input.constraints, *pair, made_on=date(2026, 11, 22))
    )


def tagged(dossier: Dossier) -> bytes:
    """The plan as it is saved."""
    return build_pdf(dossier, "it", PrintOptions(attachments=(_DATA,)))


def bare_pages(dossier: Dossier) -> bytes:
    """The same flowables in ReportLab's plainest document."""
    file = BytesIO()
    flowables = [part for part in story(dossier, "it") if not isinstance(part, NextPageTemplate)]
    SimpleDocTemplate(file, pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT)).build(flowables)
    return file.getvalue()


def interleaved(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The least seconds of processor time each takes, after a first run that is not counted."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for counted in range(-1, rounds):
        for times, action in zip(seconds, (one, other), strict=True):
            begun = time.process_time()
            action()
            if counted >= 0:
                times.append(time.process_time() - begun)
    return min(seconds[0]), min(seconds[1])


def heap(action: Callable[[], object]) -> float:
    """The peak of the heap while something runs, in MB above what was there before."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    action()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (peak - before) / 1e6


if __name__ == "__main__":
    main()
