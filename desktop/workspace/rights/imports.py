"""What reports of imports say of a company, in words."""

from collections.abc import Iterable
from pathlib import Path

from desktop.holding import HeldImport
from desktop.report.holding import ToldImport
from desktop.text import Wording
from desktop.workspace.plans_in.line import lines_from
from desktop.workspace.plans_in.telling import fate_in_words, in_full


def told_imports(held: Iterable[HeldImport], words: Wording) -> tuple[ToldImport, ...]:
    """One for each file, names of files without their folders; what cannot be read tells its moment alone."""
    return tuple(_told(each, words) for each in held)


def _told(held: HeldImport, words: Wording) -> ToldImport:
    line = next(iter(lines_from([held.line])), None)
    if line is None:
        return ToldImport(held.begun_at, (), "", "", "", ())
    names = tuple(Path(each).name for each in line.files)
    said = in_full(line, words)
    return ToldImport(held.begun_at, names, line.name, line.stage, fate_in_words(line, words), said)
