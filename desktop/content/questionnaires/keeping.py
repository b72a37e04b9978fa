"""Keeps a questionnaire as it is, so that answers to it can be read when there is a later version."""

import re
import shutil
from pathlib import Path

from desktop.content.questionnaires.earlier import FOLDER, MARK, UNFINISHED
from desktop.content.questionnaires.questionnaire_building import placed_entries
from desktop.content.questionnaires.questionnaire_reading import read_questionnaires, read_source
from desktop.errors import ContentError, Problem, system_reason
from desktop.text import say

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")


def keep_version(path: Path) -> Path:
    """Copy the questionnaire whose structure is at `path`, and those it uses; returns the new folder.

    ContentError where it has errors, is kept already, or cannot be written.
    """
    name, folder = path.name.removesuffix(".yaml"), path.parent
    reading = read_questionnaires(folder, ())
    found = reading.questionnaires.get(name)
    if found is None:
        errors = [problem for problem in reading.problems if not problem.is_warning and path.is_file()]
        own = [problem for problem in errors if Path(problem.file).name.split(".")[0] == name]
        sentence = say("there is no questionnaire of this name; name its structure file, ID.yaml")
        raise ContentError(*(own or errors or [Problem(str(path), 0, sentence, "V006")]))
    if not _FILE_NAME.match(found.version):
        sentence = say(
            "version `{version}` cannot be a folder's name; use digits, letters and points",
            version=found.version[:20],
        )
        raise ContentError(Problem(str(path), 0, sentence, "V007"))
    kept = folder / FOLDER / f"{name}{MARK}{found.version}"
    if kept.exists():
        sentence = say(
            "version {version} is kept in {kept} already; raise `version`, or remove that folder",
            version=found.version,
            kept=kept,
        )
        raise ContentError(Problem(str(path), 0, sentence, "V008"))
    try:
        _copy(_with_homes(name, folder), folder, kept)
    except OSError as error:
        sentence = say(
            "{kept} cannot be written: {reason}; check permissions and free space",
            kept=kept,
            reason=system_reason(error),
        )
        raise ContentError(Problem(str(path), 0, sentence, "V009")) from error
    return kept


def _copy(names: set[str], folder: Path, kept: Path) -> None:
    """The folder is whole or not there."""
    aside = kept.with_name(f"{kept.name}{UNFINISHED}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for name in names:
        for file in (folder / f"{name}.yaml", *folder.glob(f"{name}.*.yaml")):
            shutil.copyfile(file, aside / file.name)
    aside.rename(kept)


def _with_homes(name: str, folder: Path) -> set[str]:
    """A questionnaire and all those it takes questions from, directly or through another one."""
    found: set[str] = set()
    open_names = {name}
    while open_names:
        current = open_names.pop()
        found.add(current)
        file = read_source(folder / f"{current}.yaml").file
        homes = {entry.entry.use.partition("/")[0] for entry in placed_entries(file) if entry.entry.use}
        open_names |= homes - found
    return found
