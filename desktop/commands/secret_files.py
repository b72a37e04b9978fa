"""A passphrase or password that stands alone in a file."""

from pathlib import Path

from desktop.errors import SestanteError, system_reason
from desktop.text import say

_LARGEST = 10_000  # bytes of a file that holds a passphrase
_NOT_READ = say("The passphrase cannot be read from {path}: {reason}.")
_NO_TEXT = say(
    "{path} holds no passphrase: it must contain the passphrase alone, as one line of text in UTF-8."
)


def passphrase_in(path: Path) -> str:
    """The passphrase that stands alone in a file; SestanteError where it holds none."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig").strip()
    except OSError as error:
        raise SestanteError(_NOT_READ, path=path, reason=system_reason(error)) from error
    except UnicodeError:
        raise SestanteError(_NO_TEXT, path=path) from None
    if not text or "\n" in text:
        raise SestanteError(_NO_TEXT, path=path)
    return text
