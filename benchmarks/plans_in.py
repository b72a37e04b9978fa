"""Plans taken in against the bare reading of their attachments: python benchmarks/plans_in.py [COUNT]."""

import argparse
import re
import resource
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

ROOT = Path(__file__).parent.parent
GOAL = 2.0
"""Times the bare reading; 30 plans a second on two cores are wanted besides."""
_EMBEDDED = re.compile(rb"(\d+) 0 obj(?:(?!endobj).)*?/Type /EmbeddedFile\b", re.DOTALL)

_ROOT, _SIZE = re.compile(rb"/Root (\d+ 0 R)"), re.compile(rb"/Size (\d+)")


def main() -> None:
    """Make the plans, read them bare, take them in, take them in once more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    count = parser.parse_args().count
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as place:
        plans, data = Path(place) / "plans", Path(place) / "data"
        plans.mkdir()
        for number, plan in enumerate(_plans(count)):
            (plans / f"plan-{number:05d}.pdf").write_bytes(plan)
        paths = sorted(plans.iterdir())
        before, first = _bare(paths), _taken(plans, data)
        bare, again = (before + _bare(paths)) / 2, _taken(plans, data)
    print(f"{count} plans; bare reading of attachments {bare:.1f} s, {count / bare:.0f} a second")
    for name, seconds in (("taken in", first), ("taken in once more", again)):
        print(f"{name}: {count / seconds:.0f} a second; {seconds / bare:.2f} of bare reading (goal {GOAL})")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _bare(paths: list[Path]) -> float:
    from desktop.exchange.carriers.many import read_many

    begun = time.perf_counter()
    found = sum(len(each.carried.results) for each in read_many(paths, _ignore, _never) if each.carried)
    if found != len(paths):
        raise ValueError(found)
    return time.perf_counter() - begun


def _taken(plans: Path, data: Path) -> float:
    from desktop.workspace import Workspace

    with closing(Workspace.open(data)) as workspace:
        begun = time.perf_counter()
        list(workspace.hub.plans_in.take_in(workspace.incoming.files([plans]), [plans], _ignore, _never))
        return time.perf_counter() - begun


def _plans(count: int) -> Iterator[bytes]:
    """Printed plans of as many companies: one is printed, the others get another attachment."""
    from desktop.exchange.carriers.attachments import attached_results
    from desktop.exchange.results.envelope import read, write

    printed = _printed()
    [attached] = attached_results(printed)
    result = read(attached).result
    for number in range(count):
        company = replace(result.company, name=f"Panificio {number}", vat=_vat(number))
        told = replace(result.round, company_id=str(UUID(int=number + (4 << 76) + (8 << 60))))
        yield _with_attachment(printed, write(replace(result, company=company, round=told)))


def _printed() -> bytes:
    from desktop.answers.reading import read_answers
    from desktop.content.plan_input import read_plan_input
    from desktop.dossier import share
    from desktop.report import write_pdf
    from desktop.workspace import Workspace

    with tempfile.TemporaryDirectory() as place, closing(Workspace.open(Path(place))) as workspace:
        given = read_plan_input(ROOT / "resources" / "examples" / "bakery.yaml")
        questionnaires = workspace.library.questionnaires
        sheet = read_answers(given, questionnaires).sheet
        case = workspace.create_case(given.company)
        case = workspace.choose_questionnaires(case.id, ("quick", "dma-sme", "technology-check"))
        for questionnaire in workspace.questionnaires(case):
            for question in questionnaire.questions.values():
                if question.key in sheet:
                    case = workspace.save_answer(case, question, sheet[question.key])
        dossier = share(workspace.dossier(case, made_on=date(2026, 11, 2)), "full")
        path = Path(place) / "plan.pdf"
        write_pdf(dossier, path, "it", workspace.outgoing.print_options(dossier, "full", "it"))
        return path.read_bytes()


def _with_attachment(plan: bytes, result: bytes) -> bytes:
    """The plan with another result, as an update at its end."""
    number, root, size = int(_found(_EMBEDDED, plan)), _found(_ROOT, plan), _found(_SIZE, plan)
    before = plan.rstrip().rsplit(b"startxref", 1)[1].split()[0]
    packed = zlib.compress(result)
    place = len(plan) + 1
    update = b"\n%d 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (
        number,
        len(packed),
        packed,
    )
    update += b"endstream\nendobj\n"
    table = len(plan) + len(update)
    update += b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %s /Root %s /Prev %s >>\n" % (
        *(number, place),
        *(size, root, before),
    )
    return plan + update + b"startxref\n%d\n%%%%EOF\n" % table


def _found(pattern: re.Pattern[bytes], plan: bytes) -> bytes:
    found = pattern.search(plan)
    if found is None:
        raise ValueError(pattern)
    return found[1]


def _vat(number: int) -> str:
    """An Italian VAT number whose last digit is right."""
    digits = [int(digit) for digit in f"{number + 1_000_000:07d}001"]
    doubled = [digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(digits)]
    return "".join(map(str, digits)) + str(-sum(doubled) % 10)


def _ignore(_done: object) -> None:
    """Nobody waits."""


def _never() -> bool:
    return False


if __name__ == "__main__":
    main()
