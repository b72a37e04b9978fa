"""Why a server refused, as a sentence in our own words."""

from collections.abc import Mapping

from psycopg import OperationalError

from desktop.errors import NotWrittenError, OutOfReachError, StorageError
from desktop.storage.server.refusals import refusal
from desktop.text import Sentence, quoted, say

_GONE = say(
    "The server {address} does not answer: {reason}. What was saved before is safe there: "
    "check the network, and go on; answers that you give meanwhile are kept here and sent later."
)
_GONE_FROM_ADMINISTRATOR = say(
    "The server {address} does not answer: {reason}. Check the network and whether the server runs, then "
    "try again."
)
_REASONS: Mapping[str, Sentence] = {
    "42501": say(
        "{address}: your rights do not reach this far; ask the coordinator for them (sestante server rights)."
    ),
    "53100": say(
        "{address}: the server's disk is full; tell its administrator. Nothing saved before was lost."
    ),
    "53300": say("{address}: the server has no room for another desk; wait a little and try again."),
    "57014": say("{address}: the server took too long and was stopped; try again."),
    "55P03": say("{address}: somebody else is writing this at the moment; try again."),
    "2200H": say(
        "{address}: the server has no numbers left for new rows; tell its administrator. "
        "Nothing saved before was lost."
    ),
    "25006": say("{address}: the server is in reading mode only; ask its administrator."),
    "23505": say(
        "{address}: this is on the server already, perhaps among companies that you do not see; ask the "
        "coordinator. Nothing was changed."
    ),
    "23503": say(
        "{address}: what this belongs to is no longer there; somebody removed it meanwhile. "
        "Nothing was changed."
    ),
    "42P01": say(
        "{address} holds no workspace of Sestante; the administrator makes one with: sestante server init"
    ),
}
HALF_A_CHARACTER = say("A text contains an incomplete character and was not saved; type it again.")
_KINDS: Mapping[str, type[StorageError]] = {
    "2200H": NotWrittenError,
    "22": StorageError,  # the value itself
    "23": StorageError,  # what it stands beside
    "42501": OutOfReachError,
}
_NOT_HELD = say(
    "{address}: the server cannot hold this: {reason}. It was not saved; correct it and try again."
)
_OFF = ("08", "57P", "53200")
_OTHER = say(
    "{address}: the server refused: {reason}. Nothing saved before was lost; tell its administrator."
)
_NUL = say("A text contains a character that no text may contain (NUL) and was not saved; type it again.")


def told_error(error: Exception, address: str, *, is_at_desk: bool = True) -> StorageError:
    """What an error of the driver means for who works at a desk, where answers are kept, or elsewhere.

    NotWrittenError where the same change may succeed later.
    """
    state = getattr(error, "sqlstate", None) or ""
    if not state and (told := refusal(error, address)) is not None:
        return told
    if "NUL (0x00)" in str(error) or (state == "22P05" and "0x" not in str(error)):
        return StorageError(_NUL)
    kind = next((kind for start, kind in _KINDS.items() if state.startswith(start)), NotWrittenError)
    if state in _REASONS:
        return kind(_REASONS[state], address=address)
    if kind is StorageError:
        return StorageError(_NOT_HELD, address=address, reason=_first_line(error))
    if is_gone(error):
        gone = _GONE if is_at_desk else _GONE_FROM_ADMINISTRATOR
        return NotWrittenError(gone, address=address, reason=_first_line(error))
    return NotWrittenError(_OTHER, address=address, reason=_first_line(error))


def is_gone(error: BaseException | None) -> bool:
    """Whether the connection broke or could not be made, so that another one may work."""
    state = getattr(error, "sqlstate", None) or ""
    return isinstance(error, OperationalError) and (not state or state.startswith(_OFF))


def _first_line(error: Exception) -> Sentence:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return quoted(lines[0] if lines else type(error).__name__)
