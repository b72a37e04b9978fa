"""The printed plan against other ways to make it: python benchmarks/paper.py [--rounds N].

Ours is numbered, tagged, archival, and carries its data as a file and as codes. Beside it: its flowables
through bare ReportLab, which has the pages alone; and the same document by typst and by WeasyPrint, tagged,
the file attached. Their sources are written from our story, so that all hold the same words, tables,
charts and codes.

All in one process and in turn, after a first run that is not counted: processor time of all threads, the
median. Ours counts from the dossier on, with finding the words; theirs from the finished source on. typst
recalls what it has set once, so each of its runs has other letters; the same source again is told as well.
The peak is what a build takes from the heap above what the process had before.

typst and WeasyPrint serve this comparison alone: python -m pip install -c constraints.txt -e '.[benchmarks]'.
WeasyPrint needs Pango too, on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0.
"""

import argparse
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

import pypdfium2
from paper_html import html_maker
from paper_typst import typst_maker, typst_sources
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import NextPageTemplate, SimpleDocTemplate

from desktop.answers.reading import read_answers
from desktop.carrying import carrying
from desktop.content.library import read_library
from desktop.content.plan_input import read_plan_input
from desktop.dossier import Dossier, Situation, gather
from desktop.paths import assessments_folder, resources_folder
from desktop.report import build_pdf, style
from desktop.report.document import story
from desktop.report.fonts import WEIGHTS, register_fonts
from desktop.report.options import PrintOptions

_BARE_GOAL, _TYPST_GOAL, _WEASYPRINT_GOAL, _HEAP_GOAL = 1.5, 1.5, 6.0, 5.0
_SLOW_ROUNDS = 3  # WeasyPrint takes seconds
_ALIKE = 0.03  # of the letters that others may have more or less
_INSTALL = "is not installed, see the beginning of this file"


def main() -> None:
    """Measure the plan of the bakery and print a line for each measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9, help="runs of each measurement (9)")
    rounds = parser.parse_args().rounds
    register_fonts()
    dossier = example("bakery")
    options = carrying(PrintOptions(), dossier, "full", "it")
    makers = {"ours": lambda: tagged(dossier, options), "bare": lambda: bare_pages(dossier, options)}
    compare_with_bare(makers, rounds)
    print(f"peak heap of a build above the process: {heap(makers['ours']):.1f} MB (goal {_HEAP_GOAL:.0f})")
    compare_with_typst(dossier, options, rounds)
    compare_with_weasyprint(dossier, options)


def compare_with_bare(makers: Mapping[str, Callable[[], bytes]], rounds: int) -> None:
    """The tagged plan with its data against its flowables alone."""
    ours, bare = (statistics.median(times) for times in in_turns([*makers.values()], rounds))
    print(f"the plan {1000 * ours:.0f} ms, {len(makers['ours']()) / 1000:.0f} KB; ", end="")
    print(f"its bare pages {1000 * bare:.0f} ms, {len(makers['bare']()) / 1000:.0f} KB")
    print(f"tagged plan with its data / bare pages: {ours / bare:.2f} (goal {_BARE_GOAL})")


def compare_with_typst(dossier: Dossier, options: PrintOptions, rounds: int) -> None:
    """The plan against the same document by typst."""
    try:
        make = typst_maker()
    except ImportError:
        print(f"typst {_INSTALL}")
        return
    (file,) = options.attachments
    sources = typst_sources(story(dossier, "it", options), dossier.company.name, file, rounds + 1)
    pages = refuse_others(tagged(dossier, options), make(sources[0]))
    left = iter(sources)
    ours, theirs = in_turns([lambda: tagged(dossier, options), lambda: make(next(left))], rounds)
    (again,) = in_turns([lambda: make(sources[-1])], rounds)
    told, wanted = statistics.median(ours), statistics.median(theirs)
    print(f"typst: {1000 * wanted:.0f} ms, {pages} pages, {len(make(sources[0])) / 1000:.0f} KB", end="")
    print(f"; the same source again {1000 * statistics.median(again):.0f} ms")
    print(f"ours / typst: {told / wanted:.2f} (goal {_TYPST_GOAL})")
    words = statistics.median(*in_turns([lambda: story(dossier, "it", options)], rounds))
    print(f"ours without finding the words ({1000 * words:.0f} ms) / typst: {(told - words) / wanted:.2f}")


def compare_with_weasyprint(dossier: Dossier, options: PrintOptions) -> None:
    """The plan against the same document by WeasyPrint."""
    (file,) = options.attachments
    try:
        make = html_maker(story(dossier, "it", options), dossier.company.name, file)
    except (ImportError, OSError):  # the latter where Pango is missing
        print(f"WeasyPrint {_INSTALL}")
        return
    pages = refuse_others(tagged(dossier, options), made := make())
    ours, theirs = in_turns([lambda: tagged(dossier, options), make], _SLOW_ROUNDS)
    told, wanted = statistics.median(ours), statistics.median(theirs)
    print(f"WeasyPrint: {1000 * wanted:.0f} ms, {pages} pages, {len(made) / 1000:.0f} KB")
    print(f"WeasyPrint / ours: {wanted / told:.1f} (goal {_WEASYPRINT_GOAL:.0f})")


def example(name: str) -> Dossier:
    """The dossier of a company that is shipped as an example."""
    library = read_library(assessments_folder(), resources_folder())
    plan_input = read_plan_input(resources_folder() / "examples" / f"{name}.yaml")
    answered = read_answers(plan_input, library.questionnaires)
    pair = (answered.questionnaires, answered.sheet)
    return gather(
        Situation(library, plan_input.company, plan_input.constraints, *pair, made_on=date(2026, 11, 22))
    )


def tagged(dossier: Dossier, options: PrintOptions) -> bytes:
    """The plan as it is saved; what was found out of the dossier and its words before is found again."""
    for face in WEIGHTS:
        pdfmetrics.getFont(face).stringWidth.cache_clear()
    fresh = replace(dossier, results=tuple(replace(result) for result in dossier.results))
    return build_pdf(fresh, "it", options)


def bare_pages(dossier: Dossier, options: PrintOptions) -> bytes:
    """The same flowables in ReportLab's plainest document."""
    file = BytesIO()
    flowables = [part for part in story(dossier, "it", options) if not isinstance(part, NextPageTemplate)]
    SimpleDocTemplate(file, pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT)).build(flowables)
    return file.getvalue()


def in_turns(actions: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """The seconds of processor time each took in every round, after a first run that is not counted."""
    seconds: list[list[float]] = [[] for _ in actions]
    for counted in range(-1, rounds):
        for times, action in zip(seconds, actions, strict=True):
            begun = time.process_time()
            action()
            if counted >= 0:
                times.append(time.process_time() - begun)
    return seconds


def heap(action: Callable[[], object]) -> float:
    """The peak of the heap while something runs, in MB above what was there before."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    action()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (peak - before) / 1e6


def refuse_others(ours: bytes, theirs: bytes) -> int:
    """The number of pages of theirs; AssertionError where it holds other words than ours."""
    letters, others = _letters(ours), _letters(theirs)
    if abs(len(others) - len(letters)) > _ALIKE * len(letters):
        raise AssertionError(f"{len(others)} letters in place of {len(letters)}")
    with pypdfium2.PdfDocument(theirs) as document:
        return len(document)


def _letters(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)


if __name__ == "__main__":
    main()
