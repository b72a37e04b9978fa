"""Result files on the disk: written whole or not at all, read only as far as one can be long."""

from os.path import realpath
from pathlib import Path

from desktop.errors import system_reason
from desktop.exchange.results.desk_key import CARD_BEGINNING, CardError, DeskCard, read_card
from desktop.exchange.results.envelope import ResultError
from desktop.exchange.results.result import KIND
from desktop.exchange.results.sealing import MOST_SEALED_BYTES, SEALED_KIND
from desktop.text import say
from desktop.whole_files import replace_whole

_BEGINNING_BYTES = 200
_CARD_BYTES = 100_000
_NOT_SAVED = say("The result could not be saved as {path}: {reason}. Choose another place.")
_NO_RESULT = say("{path} is not a result and was left as it is. Choose another name for the result.")
_NOT_READ = say("{path} cannot be read: {reason}.")
_NO_CARD_THERE = say(
    "{path} is neither a desk's card nor a file that can be read: {reason}. "
    "Give the card that `sestante desk` prints there, or a file that holds it."
)


def save_result(path: Path, data: bytes) -> None:
    """A result file at `path`, replacing only an earlier one, and only by a whole one.

    ResultError where the place is taken by something else or cannot be written.
    """
    try:
        if not _may_replace(path):
            raise ResultError(_NO_RESULT, path=path)
        replace_whole(Path(realpath(path)), data)
    except OSError as error:
        raise ResultError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def load_result(path: Path) -> bytes:
    """A file's bytes, at most one more than a result can have; ResultError where it cannot be read."""
    try:
        return _read(path, MOST_SEALED_BYTES + 1)
    except OSError as error:
        raise ResultError(_NOT_READ, path=path, reason=system_reason(error)) from error


def find_card(text_or_path: str) -> DeskCard:
    """The card in a text, or in the file of that name; CardError where there is none."""
    if CARD_BEGINNING in text_or_path.lower():
        return read_card(text_or_path)
    try:
        return read_card(_read(Path(text_or_path), _CARD_BYTES).decode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else error
        raise CardError(_NO_CARD_THERE, path=text_or_path, reason=reason) from None


def _may_replace(path: Path) -> bool:
    """A slip of the pen must not turn something else into a result."""
    if not path.exists():
        return True
    beginning = _read(path, _BEGINNING_BYTES)
    return not beginning or any(f'"{kind}"'.encode() in beginning for kind in (KIND, SEALED_KIND))


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)
