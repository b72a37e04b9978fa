"""Questionnaires kept as they were decoded, so that a later start need not read and check their YAML again.

The file is worthless without the YAML it was made from: its key is a digest of those files, and whatever does
not fit is thrown away in silence and made anew.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.content.files.decoding import from_plain, to_plain
from desktop.content.questionnaires import questionnaire_file
from desktop.content.questionnaires.questionnaire_building import Written
from desktop.content.questionnaires.questionnaire_file import QuestionnaireFile, QuestionnaireTextFile


class _Kept(msgspec.Struct, frozen=True):
    key: str
    questionnaires: tuple[tuple[QuestionnaireFile, dict[str, QuestionnaireTextFile]], ...]


def key_of(files: Iterable[Path]) -> str:
    """A digest of the files' names and contents, and of the shapes they are decoded to."""
    digest = hashlib.sha256(_shapes().encode())
    for path in files:
        content = path.read_bytes()
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def read_kept(path: Path, key: str) -> Mapping[str, Written] | None:
    """What was kept under a key; None where there is nothing, something else, or rubbish."""
    try:
        kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept, dec_hook=from_plain)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    if kept.key != key:
        return None
    return {file.id: Written(file, texts) for file, texts in kept.questionnaires}


def keep(path: Path, key: str, questionnaires: Iterable[Written]) -> None:
    """Keep questionnaires under a key; where it cannot be written, the next start takes longer."""
    kept = _Kept(key, tuple((written.file, dict(written.texts)) for written in questionnaires))
    aside = path.with_suffix(".new")
    with suppress(OSError):
        aside.write_bytes(msgspec.msgpack.encode(kept, enc_hook=to_plain))
        os.replace(aside, path)  # noqa: PTH105 - the one call that replaces on every system


def _shapes() -> str:
    shapes = vars(questionnaire_file).values()
    return repr([shape.__struct_fields__ for shape in shapes if hasattr(shape, "__struct_fields__")])
