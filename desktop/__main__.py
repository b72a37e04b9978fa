"""The command `sestante`, and `python -m desktop`."""

import sys

from desktop.cli import run_command


def main() -> int:
    """Run the command line and return its exit status."""
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
