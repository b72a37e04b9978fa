"""A result got out of a file, and why a file brought none."""

from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.results.envelope import Opened
from desktop.exchange.results.result import Result
from desktop.storage import Carrier
from desktop.text import Sentence


@dataclass(frozen=True, slots=True)
class Arrived:
    """A result as it came in, by which file or photos of one set of codes, and on what.

    `signed_by` is the fingerprint of the desk whose signature was right; of codes that of the key alone,
    which is another one. `texts_left_out` counts free texts that codes had no room for. `note` tells what
    of the file was not looked at.
    """

    paths: tuple[Path, ...]
    carrier: Carrier
    opened: Opened
    signed_by: str | None
    is_sealed: bool = False
    texts_left_out: int = 0
    note: Sentence | None = None

    @property
    def result(self) -> Result:
        """What it says."""
        return self.opened.result

    @property
    def file(self) -> str:
        """The names of its files."""
        return ", ".join(path.name for path in self.paths)


@dataclass(frozen=True, slots=True)
class NotRead:
    """Files that bring no result, and why, in one sentence that names them."""

    paths: tuple[Path, ...]
    why: Sentence
