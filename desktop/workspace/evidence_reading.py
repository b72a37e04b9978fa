"""Files and photos that show something, read and checked in memory before they are kept."""

from dataclasses import dataclass
from pathlib import Path

from desktop.content.company import without_controls
from desktop.errors import SestanteError, system_reason
from desktop.text import say
from desktop.workspace.photos import PhotoError, photo_of

MOST_BYTES = 20_000_000
_LONGEST_NAME = 120
_MILLION = 1_000_000
_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".log": "text/plain",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_UNKNOWN = "application/octet-stream"
_NOT_THERE = say("{file} is no longer there; choose it again.")
_FOLDER = say("{file} is a folder. Open it and choose the files in it.")
_NO_FILE = say("{file} is not a file that can be kept. Choose a document or a photo.")
_NOT_READ = say("{file} cannot be read: {reason}. Nothing was added.")
_EMPTY = say("{file} is empty; there is nothing to keep.")
_TOO_LARGE = say("{file} is larger than {most} MB. Save it smaller, or keep only the pages that matter.")


class EvidenceError(SestanteError):
    """A file cannot be kept; the sentence names it and says what to do."""


@dataclass(frozen=True, slots=True)
class ReadEvidence:
    """A file as it is kept: name, media type and bytes."""

    file_name: str
    media_type: str
    content: bytes


def read_evidence(path: Path) -> ReadEvidence:
    """The file at a path, photos made small and without the place they were taken at; EvidenceError."""
    name = _shown(path)
    try:
        if path.is_dir():
            raise EvidenceError(_FOLDER, file=name)
        if not path.exists():
            raise EvidenceError(_NOT_THERE, file=name)
        if not path.is_file():
            raise EvidenceError(_NO_FILE, file=name)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise EvidenceError(_NOT_READ, file=name, reason=system_reason(error)) from error
    return evidence_of(name, data)


def evidence_of(name: str, data: bytes) -> ReadEvidence:
    """What is kept of a file's bytes; EvidenceError names the file."""
    if not data:
        raise EvidenceError(_EMPTY, file=name)
    if len(data) > MOST_BYTES:
        raise EvidenceError(_TOO_LARGE, file=name, most=MOST_BYTES // _MILLION)
    try:
        photo = photo_of(data)
    except PhotoError as error:
        raise EvidenceError(error.sentence, file=name) from error
    if photo is not None:
        return ReadEvidence(_ending(name, photo.ending), photo.media_type, photo.content)
    return ReadEvidence(name, _media_type(name, data), data)


def _media_type(name: str, data: bytes) -> str:
    """By the name's ending; what claims to be text or PDF must look like it."""
    found = _TYPES.get(Path(name).suffix.lower(), _UNKNOWN)
    if found == "application/pdf" and b"%PDF-" not in data[:1024]:
        return _UNKNOWN
    return _UNKNOWN if found.startswith("text/") and b"\0" in data else found


def _shown(path: Path) -> str:
    """The file's name on one line, its ending kept where it is too long."""
    name = without_controls(path.name.encode(errors="replace").decode()) or "?"
    if len(name) <= _LONGEST_NAME:
        return name
    ending = Path(name).suffix[:20]
    return f"{name[: _LONGEST_NAME - len(ending)]}{ending}"


def _ending(name: str, ending: str) -> str:
    """The name with the ending of what the photo became."""
    here = Path(name).suffix.lower()
    if here == ending or (here, ending) == (".jpeg", ".jpg"):
        return name
    return f"{Path(name).stem}{ending}"
