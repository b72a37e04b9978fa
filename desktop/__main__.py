"""The command `sestante`, and `python -m desktop`."""

import sys
from io import TextIOWrapper
from pathlib import Path

from desktop.cli import run_command
from desktop.errors import SestanteError
from desktop.screen import why_no_window
from desktop.text import as_written


def main() -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console of few letters shows `?` instead of stopping
            stream.reconfigure(errors="replace")
    return run_command(sys.argv[1:], open_window)


def open_window(folder: Path) -> int:
    """Show the window on a data folder; SestanteError with advice where there can be none."""
    if reason := why_no_window():
        raise SestanteError(as_written(_advice(reason)))
    try:
        from desktop import app
    except ImportError as error:
        raise SestanteError(as_written(_advice(str(error)))) from None
    return app.run(folder)


def _advice(reason: str) -> str:
    return (
        f"The window cannot be opened here: {reason}. The README names the system libraries a window needs. "
        f"The same work is done without a window by: sestante plan FILE.yaml -o plan.pdf"
    )


if __name__ == "__main__":
    sys.exit(main())
