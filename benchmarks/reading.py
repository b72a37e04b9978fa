"""How soon many printed plans are read back: python -m benchmarks.reading [--files N] [--rounds N].

Makes PDFs of one plan with other bytes attached to each, reads them with our reader and with pypdf's own in
turns in the same run, compares every byte, and prints the ratio of the medians (goal 1.3). Then it reads
them in processes on all cores, as files dropped on a window are, and prints how many times quicker that is.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from desktop.answers.reading import read_answers
from desktop.content.library import read_library
from desktop.content.plan_input import read_plan_input
from desktop.dossier import Situation, gather
from desktop.exchange.carriers import read_carrier
from desktop.exchange.carriers.many import read_many
from desktop.paths import assessments_folder, resources_folder
from desktop.report import build_pdf

NAME = "sestante-result.sestante"
GOAL = 1.3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="how many PDFs (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each measurement (3)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        contents = [_content(number) for number in range(options.files)]
        paths = _make(Path(folder), contents)
        size = sum(path.stat().st_size for path in paths) / len(paths)
        print(f"{len(paths)} PDFs of {size / 1000:.0f} KB, attached {len(contents[0]) / 1000:.0f} KB")
        ours, theirs = _in_turns(paths, contents, options.rounds)
        ratio = ours / theirs
        each = 1000 / len(paths)
        print(f"one core: {each * ours:.2f} ms a file, pypdf alone {each * theirs:.2f} ms")
        print(f"one core / pypdf alone: {ratio:.2f} (goal {GOAL}) {'reached' if ratio <= GOAL else 'MISSED'}")
        many = min(_timed(_read_in_processes, paths, contents) for _ in range(options.rounds))
        cores = os.cpu_count() or 1
        print(f"{cores} cores, start included: {many:.1f} s, {ours / many:.2f} times as quick as one")


def _content(number: int) -> bytes:
    """As large as a result with four questionnaires, and unlike every other."""
    lines = ",".join(f'"question-{place}":"choice-{(place * number) % 7}"' for place in range(400))
    return b'{"kind":"sestante-result","number":%d,%s}\n{}\n' % (number, lines.encode())


def _a_printed_plan() -> bytes:
    library = read_library(assessments_folder(), resources_folder())
    given = read_plan_input(resources_folder() / "examples" / "bakery.yaml")
    answered = read_answers(given, library.questionnaires)
    situation = Situation(
        library,
        given.company,
        given.constraints,
        answered.questionnaires,
        answered.sheet,
        made_on=date(2026, 11, 22),
    )
    return build_pdf(gather(situation), "it")


def _make(folder: Path, contents: Sequence[bytes]) -> list[Path]:
    plan, paths = _a_printed_plan(), []
    for number, content in enumerate(contents):
        writer = PdfWriter(clone_from=BytesIO(plan))
        writer.add_attachment(NAME, content)
        path = folder / f"{number}.pdf"
        writer.write(path)
        paths.append(path)
    return paths


def _in_turns(paths: Sequence[Path], contents: Sequence[bytes], rounds: int) -> tuple[float, float]:
    times = [(_timed(_read, paths, contents), _timed(_read_by_pypdf, paths, contents)) for _ in range(rounds)]
    ours, theirs = zip(*times, strict=True)
    return statistics.median(ours), statistics.median(theirs)


def _read(paths: Sequence[Path]) -> list[bytes]:
    return [read_carrier(path).results[0] for path in paths]


def _read_by_pypdf(paths: Sequence[Path]) -> list[bytes]:
    return [PdfReader(path).attachments[NAME][0] for path in paths]


def _read_in_processes(paths: Sequence[Path]) -> list[bytes]:
    read = read_many(paths, progress=_ignore, should_stop=_never)
    return [each.carried.results[0] for each in read if each.carried is not None]


def _ignore(_done: int) -> None:
    pass


def _never() -> bool:
    return False


def _timed(
    read: Callable[[Sequence[Path]], list[bytes]], paths: Sequence[Path], contents: Sequence[bytes]
) -> float:
    """Seconds, once every byte has been compared."""
    start = time.perf_counter()
    found = read(paths)
    seconds = time.perf_counter() - start
    if found != contents:
        raise AssertionError(f"{read.__name__} read other bytes than were attached")
    return seconds


if __name__ == "__main__":
    main()
