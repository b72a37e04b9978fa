"""The examples of a page: its blocks of code and tables, in the order in which a reader meets them."""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]

_BLOCK = re.compile(
    r"(?:^<!-- (?P<order>\w+): (?P<name>\S+) -->\n)?"
    r"(?:^```(?P<kind>\w*)\n(?P<text>.*?)^```$|(?P<table>(?:^\|[^\n]*\|\n)+))",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """One block; a remark above it says what a reader does: `file`, `change` or `translate` a file."""

    line: int
    kind: str
    text: str
    order: str
    name: str


def examples(page: Path) -> Iterator[Example]:
    """Every block of code and every table of a page."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        kind = found["kind"] if found["table"] is None else "table"
        body = found["text"] if found["table"] is None else found["table"]
        line = text.count("\n", 0, found.start()) + 1
        yield Example(line, kind, body, found["order"] or "", found["name"] or "")


def cells(table: str) -> list[list[str]]:
    """The rows of a table below its heading."""
    rows = table.splitlines()[2:]
    return [[cell.strip().replace("\\|", "|") for cell in row.strip("|").split(" | ")] for row in rows]


def follow(example: Example, run: Run) -> str:
    """Do what a reader does with an example, in the present folder; the page as it should be comes back."""
    path = Path(example.name)
    if example.kind == "console":
        return _run_console(example.text, run)
    if example.order == "file":
        path.write_text(example.text, encoding="utf-8")
    elif example.order == "change":
        _change(path, example.text)
    elif example.order == "translate":
        _translate(path, example.text)
    else:
        raise AssertionError(f"line {example.line}: nobody says what to do with this {example.kind}")
    return example.text


def _run_console(text: str, run: Run) -> str:
    """The block with what the commands really say: first what goes wrong, then the rest."""
    said = []
    for line in text.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line[2:])
            assert program == "sestante", line
            finished = run(*arguments)
            said.append(f"{line}\n{finished.stderr}{finished.stdout}")
    return "".join(said)


def _change(path: Path, difference: str) -> None:
    text = path.read_text(encoding="utf-8")
    old = new = ""
    for line in [*difference.splitlines(), "-"]:
        if line.startswith("-") and new:
            assert text.count(old) == 1, old
            text, old, new = text.replace(old, new), "", ""
        if line.startswith("-"):
            old += line[1:] + "\n"
        else:
            new += line[1:] + "\n"
    path.write_text(text, encoding="utf-8")


def _translate(path: Path, table: str) -> None:
    text = path.read_text(encoding="utf-8")
    for source, target in cells(table):
        pattern = rf"(<source>{re.escape(source)}</source>\s*)<target state=\"needs-translation\" />"
        text, count = re.subn(pattern, rf'\1<target state="translated">{target}</target>', text)
        assert count == 1, source
    path.write_text(text, encoding="utf-8")
