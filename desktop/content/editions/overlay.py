"""The files of packs laid over the shipped ones, all as bytes by their path with forward slashes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from desktop.content.editions.entries import is_merged, merged_entries
from desktop.content.networks.benchmarks import FOLDER as BENCHMARKS

Files: TypeAlias = Mapping[str, bytes]
ASSESSMENTS, CONSENT, BRAND, HUB = "assessments", "consent", "brand", "hub"
_FROM_RESOURCES = ("catalogue", "network", CONSENT)
_FOLDERS = frozenset({ASSESSMENTS, BRAND, HUB, BENCHMARKS, *_FROM_RESOURCES})
_OF_ONE_PACK = (BRAND, HUB)
_DEEPEST = 4
_STEP = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}\Z")
_ENDINGS = (".yaml", ".png", ".PNG")


def shipped_files(assessments: Path, resources: Path) -> dict[str, bytes]:
    """The shipped content; OSError where a file cannot be read."""
    return {name: path.read_bytes() for name, path in shipped_paths(assessments, resources).items()}


def shipped_paths(assessments: Path, resources: Path) -> dict[str, Path]:
    """Where the files of the shipped content are, by their path in an edition."""
    folders = {ASSESSMENTS: assessments, **{name: resources / name for name in _FROM_RESOURCES}}
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path
        for name, folder in folders.items()
        for path in sorted(folder.rglob("*.yaml"))
    }


def content_of(pack: Files) -> dict[str, bytes]:
    """What of a pack's files is content and has a harmless path; anything else is left out."""
    return {name: data for name, data in pack.items() if _is_content(name)}


def overlaid(shipped: Files, packs: Iterable[Files]) -> dict[str, bytes]:
    """The shipped files with those of the packs over them, later packs over earlier ones.

    A file takes the place of the one of its path, and a structure file that of the texts of the former one;
    lists of hubs, labs and funding are joined by the ids of their entries. ContentError where those cannot
    be read.
    """
    found = dict(shipped)
    for pack in packs:
        files = content_of(pack)
        for name in _given_way(found, files):
            del found[name]
        for name, data in files.items():
            is_joined = is_merged(name) and name in found
            found[name] = merged_entries(found[name], data, name) if is_joined else data
    return found


def _is_content(name: str) -> bool:
    steps = name.split("/")
    return (
        steps[0] in _FOLDERS
        and 1 < len(steps) <= _DEEPEST
        and all(_STEP.match(step) for step in steps)
        and name.endswith((".json",) if steps[0] == BENCHMARKS else _ENDINGS)
    )


def _given_way(found: Files, files: Files) -> list[str]:
    """What goes when a pack comes: texts of structures it replaces, and another pack's brand and hub."""
    structures = {name.removesuffix(".yaml") for name in files if is_structure(name) and not is_merged(name)}
    folders = {name.partition("/")[0] for name in files}
    return [
        name
        for name in found
        if (not is_structure(name) and stem_of(name) in structures)
        or (name.partition("/")[0] in _OF_ONE_PACK and name.partition("/")[0] in folders)
    ]


def gives_way(files: Files, later: Files) -> tuple[str, ...]:
    """The files of a pack in whose place those of a later one come; its brand and hub go as a whole."""
    later = content_of(later)
    gone = {*_given_way(files, later), *(name for name in files if name in later and not is_merged(name))}
    return tuple(name for name in files if name in gone)


def is_structure(name: str) -> bool:
    """Whether a file is `NAME.yaml`, not `NAME.LANGUAGE.yaml`."""
    return name.endswith(".yaml") and "." not in name.rpartition("/")[2].removesuffix(".yaml")


def stem_of(name: str) -> str:
    """The path of a structure file or of its texts, without any ending."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}{file.partition('.')[0]}"
