"""A pack to begin with: a folder with a little of everything, explained, and without a fault."""

import re
from pathlib import Path

from desktop.content.files.saving import save
from desktop.errors import ContentError, Problem
from desktop.paths import resources_folder
from desktop.text import say

_NAME = "new-pack"
_SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}\Z")  # other ids are made of it


def new_pack(pack_id: str, folder: Path) -> tuple[Path, ...]:
    """Write the folder of a new pack, whose files come back; ContentError where one exists already."""
    if not _SLUG.match(pack_id):
        sentence = say(
            "an id has small letters, digits and hyphens, begins with a letter, and is at most 40 long"
        )
        raise ContentError(Problem(pack_id, 0, sentence, "N004"))
    home = resources_folder() / "skeletons" / "pack"
    files = {
        folder / path.relative_to(home).as_posix().replace(_NAME, pack_id): path.read_text(encoding="utf-8")
        for path in sorted(home.rglob("*.yaml"))
    }
    save({path: text.replace(_NAME, pack_id).encode() for path, text in files.items()}, is_new=True)
    return tuple(files)
