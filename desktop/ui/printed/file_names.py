"""The file that was chosen in a dialog, with an ending that says what it is."""

from itertools import chain, count
from pathlib import Path

PAPER, TEXT, SHEET, DATA, CALENDAR = ".pdf", ".docx", ".xlsx", ".sestante", ".ics"


def with_ending(chosen: str, ending: str, *others: str) -> Path:
    """The file chosen; where its name had no ending yet, one that is free, since nobody was asked."""
    path = Path(chosen)
    if path.suffix.lower() in (ending, *others):
        return path
    names = chain([""], (f"-{number}" for number in count(2)))
    paths = (path.with_name(f"{path.name}{name}{ending}") for name in names)
    return next(path for path in paths if not path.exists())
