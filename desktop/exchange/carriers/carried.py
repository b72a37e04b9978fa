"""What a file carries, and why one carries nothing, in one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import SestanteError
from desktop.exchange.codes import CodeSet, code_sets
from desktop.text import Sentence, say


class CarrierError(SestanteError):
    """A file cannot be read or carries nothing of Sestante; the sentence says where, what and what to do."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file carries: whole results as bytes, for the envelope, or the texts of codes.

    A PDF made of several may carry several results. The codes of one result may be spread over several
    files: join the codes of all of them (`joined_codes`). `note` says what was not looked at, if anything.
    """

    path: Path
    results: tuple[bytes, ...] = ()
    codes: tuple[str, ...] = ()
    note: Sentence | None = None


def joined_codes(carried: Iterable[Carried]) -> tuple[CodeSet, ...]:
    """The codes of several files by the result they belong to, each once; a set tells what it misses."""
    return code_sets(text for each in carried for text in each.codes)


NOTHING = say(
    "{file} holds no Sestante data: it was made by another program, or the data were lost on the way. Ask "
    "for the plan as Sestante saved it, or for a photo of the page with its square codes.",
    file="",
)
EDITION = say(
    "{file} is a hub's edition, and no plan. Drop it on the window alone, or choose it in the settings under "
    "Editions.",
    file="",
)
NO_CODES = say(
    "No Sestante code can be read on {file}. Photograph the page with the square codes again: flat, near, "
    "sharp and in good light.",
    file="",
)
ENCRYPTED = say(
    "{file} is protected by a password. Open it, save it without a password, and take that file.", file=""
)
DAMAGED = say("{file} is damaged and cannot be read. Ask for it again.", file="")
FILE_TOO_LARGE = say(
    "{file} is too large: it has {size} MB, and at most {most} MB are read. "
    "Take the plan as Sestante saved it, or a smaller picture.",
    file="",
    size=0,
    most=0,
)
PICTURE_TOO_LARGE = say(
    "The picture {file} is too large: at most {most} million pixels are read, fewer in some formats. Save "
    "it smaller, as JPEG.",
    file="",
    most=0,
)
NO_FILE = say("{file} is not a file that can be read. Choose a PDF, a picture or a .sestante file.", file="")
REFUSED = say("{file} cannot be opened: {reason}.", file="", reason="")
TOOK_TOO_LONG = say(
    "{file} took longer than {most} seconds and was left aside. Ask for it again.", file="", most=0
)
BROKE = say("{file} could not be read and was left aside. Ask for it again.", file="")
