"""A result in a file of two lines: the result, and a seal that shows changes and who signed."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from desktop.content.files.decoding import decode, to_plain
from desktop.content.files.strict_yaml import Document
from desktop.content.questionnaires.questionnaire_file import Shape
from desktop.errors import ContentError, SestanteError, harmless
from desktop.exchange.results.desk_key import CardError, DeskCard, DeskKey, read_card
from desktop.exchange.results.result import FORMAT_WITH_VOICES, KIND, Result
from desktop.exchange.results.scope_rules import contradiction_of
from desktop.exchange.results.strict_json import UnfitError, read_strictly
from desktop.text import say

SUFFIX = ".sestante"
MEDIA_TYPE = "application/vnd.sestante.result"
ATTACHED_NAME = f"sestante-result{SUFFIX}"
"""The name of a result inside a printed plan."""
MOST_BYTES = 4_000_000
_SIGNED_BEGINNING = b"SESTANTE-RESULT-1\n"
_LINES = 2
_TOO_LARGE = say("{file} is larger than {most} bytes: this is not a Sestante result.", most=MOST_BYTES)
_NO_RESULT = say("{file} is not a Sestante result. Choose a file that ends in .sestante, or a printed plan.")
_NOT_WHOLE = say("{file} is incomplete: its end is missing. Ask whoever sent it to send it again.")
_MORE = say("{file} goes on after its result. Ask whoever sent it to send it again.")
_NEWER = say("{file} was made by a newer Sestante. Update this one to read it.")
_UNFIT = say(
    "{file} cannot be read (line {line}: {reason}). Ask whoever made the file to save it again; if they "
    "have a newer Sestante, update this one."
)


class ResultError(SestanteError):
    """A file holds no result that can be read, or none may be made; the sentence says what to do."""


class Seal(Shape, frozen=True):
    """The second line: a checksum of the first; the signer's card and signature where it was signed."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
    key: str | None = None
    signature: Annotated[str, Meta(pattern=r"^[0-9a-f]{128}$(?!\n)")] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A result as it came in: `line` are its bytes as they stood, `signer` whose signature was right.

    A result that was changed on its way is not intact and has no signer; it must be shown as changed.
    """

    result: Result
    line: bytes
    is_intact: bool
    signer: DeskCard | None

    @property
    def sha256(self) -> str:
        """What tells this result from every other one, in hexadecimal digits."""
        return hashlib.sha256(self.line).hexdigest()

    @property
    def signed_by(self) -> str | None:
        """The fingerprint of the desk that signed."""
        return None if self.signer is None else self.signer.fingerprint


def write(result: Result, key: DeskKey | None = None) -> bytes:
    """The file of a result, signed with a desk's key where one is given and the scope names the company.

    A result that does not say whose it is is never signed: the key would tell whose desk it came from.
    """
    if (reason := contradiction_of(result)) is not None:
        raise ResultError(_UNFIT, file=ATTACHED_NAME, line=1, reason=reason)
    line = msgspec.json.encode(result, enc_hook=to_plain, order="deterministic")
    seal = {"sha256": hashlib.sha256(line).hexdigest()}
    if key is not None and result.scope != "scores":
        card = key.card.text
        seal |= {"key": card, "signature": key.sign(signed_bytes(card, line)).hex()}
    return line + b"\n" + msgspec.json.encode(seal) + b"\n"


def read(data: bytes, file: str = ATTACHED_NAME) -> Opened:
    """The result in a file's bytes, changed or not; ResultError, naming `file`, where there is none."""
    line, second = two_lines(data, file)
    result = read_line(line, file)
    seal = _seal_in(second, file)
    is_whole = seal.sha256 == hashlib.sha256(line).hexdigest()
    signer = _signer(seal, line) if is_whole else None
    return Opened(result, line, is_whole and (seal.key is None or signer is not None), signer)


def read_line(line: bytes, file: str) -> Result:
    """The result in its line alone, as it was kept; ResultError where it is none."""
    root = values_in(line, file, 1)
    if not isinstance(root, dict) or root.get("kind") != KIND:
        raise ResultError(_NO_RESULT, file=file)
    refuse_newer(root, FORMAT_WITH_VOICES, file)
    result: Result = shaped(root, Result, file, 1)
    if (reason := contradiction_of(result)) is not None:
        raise ResultError(_UNFIT, file=file, line=1, reason=reason)
    return result


def signed_bytes(card: str, line: bytes) -> bytes:
    """What is signed: the signer's card, so that nobody can change half of it, and the result's line."""
    return _SIGNED_BEGINNING + card.encode() + b"\n" + line


def two_lines(data: bytes, file: str, most: int = MOST_BYTES) -> tuple[bytes, bytes]:
    """The lines of a file that holds exactly two, each with its end; ResultError where it does not."""
    if len(data) > most:
        raise ResultError(_TOO_LARGE, file=file, most=most)
    if not data.startswith(b"{"):
        raise ResultError(_NO_RESULT, file=file)
    lines = data.split(b"\n", _LINES)
    if len(lines) <= _LINES:
        raise ResultError(_NOT_WHOLE, file=file)
    if lines[_LINES]:
        raise ResultError(_MORE, file=file)
    return lines[0], lines[1]


def values_in(line: bytes, file: str, number: int) -> Any:
    """The JSON of a line, read strictly; ResultError where it cannot be."""
    try:
        return read_strictly(line)
    except UnfitError as error:
        raise ResultError(_UNFIT, file=file, line=number, reason=harmless(error.sentence)) from None


def refuse_newer(root: dict[str, Any], known: int, file: str) -> None:
    """ResultError where a later format begins."""
    number = root.get("format")
    if isinstance(number, int) and number > known:
        raise ResultError(_NEWER, file=file)


def shaped(root: Any, shape: type[msgspec.Struct], file: str, number: int) -> Any:
    """The values of a line as a value of type `shape`; ResultError names the first that does not fit."""
    try:
        return decode(Document(file, root), shape)
    except ContentError as error:
        reason = harmless(error.problems[0].sentence)
        raise ResultError(_UNFIT, file=file, line=number, reason=reason) from None


def _seal_in(line: bytes, file: str) -> Seal:
    seal: Seal = shaped(values_in(line, file, 2), Seal, file, 2)
    if (seal.key is None) != (seal.signature is None):
        reason = say("`key` and `signature` come together or not at all")
        raise ResultError(_UNFIT, file=file, line=2, reason=reason)
    return seal


def _signer(seal: Seal, line: bytes) -> DeskCard | None:
    if seal.key is None or seal.signature is None:
        return None
    try:
        card = read_card(seal.key)
    except CardError:
        return None
    is_exact = seal.key == card.text  # a card typed otherwise would be another file with the same signer
    signature = bytes.fromhex(seal.signature)
    return card if is_exact and card.has_signed(signed_bytes(seal.key, line), signature) else None
