"""The folder a pack is made of: pack.yaml, what the keys announced, and the files beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from desktop.content.files.decoding import FileFormat, decode
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Slug
from desktop.errors import ContentError, Problem, system_reason
from desktop.exchange.packs.key_changes import is_announced
from desktop.exchange.packs.names import reason_against
from desktop.exchange.packs.pack import (
    LARGEST_FILE,
    MOST_FILES,
    SUFFIX,
    KeyChange,
    Line,
    Serial,
    VersionName,
)
from desktop.exchange.results.strict_json import UnfitError, read_strictly
from desktop.text import say

PACK_FILE: Final = "pack.yaml"
KEY_CHANGES_FILE: Final = "key-changes.json"
_BESIDE: Final = (PACK_FILE, KEY_CHANGES_FILE, "README.md", "LICENSE")
_MOST_CHANGES: Final = 20


class PackFile(FileFormat, frozen=True, kw_only=True):
    """pack.yaml; `replaces` are the files of Sestante's own in whose place those of the pack come."""

    id: Slug
    serial: Serial
    version: VersionName
    name: Line
    languages: Annotated[tuple[LanguageCode, ...], Meta(min_length=1, max_length=40)]
    hub: Slug | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackSource:
    """The folder of a pack as its author wrote it; `files` are by their names in the pack."""

    folder: Path
    document: Document
    file: PackFile
    key_changes: tuple[KeyChange, ...]
    files: Mapping[str, bytes] = field(repr=False)


def read_source(folder: Path) -> tuple[PackSource, tuple[Problem, ...]]:
    """A pack's folder, with what it holds that a pack cannot; ContentError where pack.yaml is wrong."""
    document = read_yaml(folder / PACK_FILE)
    file = decode(document, PackFile)
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for path in _paths(folder):
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = _data(path, name)
        except ContentError as error:
            problems += error.problems
    if len(files) > MOST_FILES:
        sentence = say("a pack holds at most {most} files; put less into it", most=MOST_FILES)
        problems.append(Problem(str(folder), 0, sentence, "P003"))
    changes = read_key_changes(folder)
    problems += _find_change_problems(folder, file, changes)
    return PackSource(folder, document, file, changes, files), tuple(problems)


def read_head(folder: Path) -> PackFile:
    """What pack.yaml says; ContentError where it is wrong."""
    return decode(read_yaml(folder / PACK_FILE), PackFile)


def read_key_changes(folder: Path) -> tuple[KeyChange, ...]:
    """What former keys announced, the first first; ContentError where the file is not right."""
    path = folder / KEY_CHANGES_FILE
    if not path.exists():
        return ()
    try:
        with path.open("rb") as stream:
            root = read_strictly(stream.read(LARGEST_FILE))
        return msgspec.convert(root, tuple[KeyChange, ...])
    except OSError as error:
        sentence = say("the file cannot be read: {reason}", reason=system_reason(error))
    except (UnfitError, msgspec.ValidationError):
        sentence = say("this is not what `sestante pack keys change` wrote; take the file of your last pack")
    raise ContentError(Problem(str(path), 0, sentence, "P004"))


def _find_change_problems(folder: Path, file: PackFile, changes: tuple[KeyChange, ...]) -> Iterator[Problem]:
    path = str(folder / KEY_CHANGES_FILE)
    if len(changes) > _MOST_CHANGES:
        yield Problem(path, 0, say("at most {most} changes; remove the oldest", most=_MOST_CHANGES), "P004")
    if not all(is_announced(change, file.id) for change in changes):
        sentence = say("a change was not signed by the old key for `{id}`; announce it anew", id=file.id)
        yield Problem(path, 0, sentence, "P004")


def _paths(folder: Path) -> Iterator[Path]:
    """All files, but those of the author's own beside pack.yaml and hidden ones."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_own = len(parts) == 1 and (parts[0] in _BESIDE or parts[0].endswith(SUFFIX))
        is_hidden = any(part.startswith(".") for part in parts)
        if not is_own and not is_hidden and (path.is_symlink() or path.is_file()):
            yield path


def _data(path: Path, name: str) -> bytes:
    if (reason := reason_against(name)) is not None:
        sentence = say("{reason}; rename or remove it (docs/packs.md lists what a pack holds)", reason=reason)
        raise ContentError(Problem(str(path), 0, sentence, "P001"))
    if path.is_symlink():
        raise ContentError(Problem(str(path), 0, say("this is a link; put the file itself here"), "P001"))
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        sentence = say("the file cannot be read: {reason}", reason=system_reason(error))
        raise ContentError(Problem(str(path), 0, sentence, "P002")) from error
    if len(data) > LARGEST_FILE:
        sentence = say("the file is larger than {most} bytes; make it smaller", most=LARGEST_FILE)
        raise ContentError(Problem(str(path), 0, sentence, "P002"))
    return data
