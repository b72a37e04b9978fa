"""A questionnaire to begin with: every kind of question once, explained, and without a fault."""

import re
from pathlib import Path

from desktop.content.files.locating import is_there
from desktop.content.files.saving import save
from desktop.errors import ContentError, Problem
from desktop.paths import resources_folder
from desktop.text import say

_NAME = "new-assessment"
_SLUG = re.compile(r"[a-z][a-z0-9-]{0,59}\Z")


def new_assessment(name: str, folder: Path, language: str) -> tuple[Path, Path]:
    """Write the structure and the texts of a new questionnaire, whose paths come back; never over a file."""
    if not _SLUG.match(name):
        sentence = say(
            "an id has small letters, digits and hyphens, begins with a letter, and is at most 60 long"
        )
        raise ContentError(Problem(name, 0, sentence, "N004"))
    others = _other_texts(name, folder, language)
    if others:
        sentence = say(
            "this file exists already and would belong to the new questionnaire; choose another id"
        )
        raise ContentError(Problem(str(others[0]), 0, sentence, "N001"))
    templates = resources_folder() / "skeletons"
    structure = (templates / f"{_NAME}.yaml").read_text(encoding="utf-8")
    texts = (templates / f"{_NAME}.{language}.yaml").read_text(encoding="utf-8")
    structure = structure.replace(
        "source_language: en\nlanguages: [en]", f"source_language: {language}\nlanguages: [{language}]"
    )
    structure = structure.replace(f"{_NAME}.en.yaml", f"{_NAME}.{language}.yaml")
    paths = (folder / f"{name}.yaml", folder / f"{name}.{language}.yaml")
    files = zip(paths, (structure, texts), strict=True)
    save({path: text.replace(_NAME, name).encode() for path, text in files}, is_new=True)
    return paths


def _other_texts(name: str, folder: Path, language: str) -> list[Path]:
    """Text files in other languages that a questionnaire of this name would make its own."""
    found = sorted(folder.glob(f"{name}.*.yaml")) if is_there(folder) else []
    return [path for path in found if path.name != f"{name}.{language}.yaml"]
