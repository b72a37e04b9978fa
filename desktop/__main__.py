"""The command `sestante`, and `python -m desktop`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import run_command
from desktop.errors import SestanteError
from desktop.screen import why_no_window
from desktop.text import Sentence, quoted, say

if TYPE_CHECKING:
    from desktop.review.draft import PreviewWish


def main() -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console of few letters shows `?` instead of stopping
            stream.reconfigure(errors="replace")
    return run_command(sys.argv[1:], open_window, open_preview)


def open_window(folder: Path) -> int:
    """Show the window on a data folder; SestanteError with advice where there can be none."""
    with _advising("plan FILE.yaml -o plan.pdf"):
        from desktop import app
    return app.run(folder)


def open_preview(wish: "PreviewWish") -> int:
    """Show what an author writes; SestanteError with advice where there can be no window."""
    with _advising("check PATH"):
        from desktop import app
    return app.run_preview(wish)


@contextmanager
def _advising(without: str) -> Iterator[None]:
    """Import Qt in here; where there can be no window, `without` is the command to use instead."""
    if reason := why_no_window():
        raise SestanteError(_advice(reason, without))
    try:
        yield
    except ImportError as error:
        raise SestanteError(_advice(quoted(error), without)) from None


def _advice(reason: Sentence, without: str) -> Sentence:
    return say(
        "The window cannot be opened here: {reason}. The README names the system libraries a window needs. "
        "The same work is done without a window by: sestante {command}",
        reason=reason,
        command=without,
    )


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # in a packaged program the processes that read files begin here, too
    sys.exit(main())
