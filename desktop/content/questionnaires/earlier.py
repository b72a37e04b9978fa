"""Earlier versions of questionnaires: each in a folder of its own, as it was when it was in use."""

from collections.abc import Iterator
from pathlib import Path

from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import Reading, read_questionnaires
from desktop.errors import Problem
from desktop.text import say

FOLDER = "versions"
FORMER = "former"
"""The folder of an edition whose folders each hold what packs replaced or once brought."""
MARK = "@"
UNFINISHED = ".new"


class EarlierVersions:
    """The folders `ID@VERSION` in some folders, each read when it is first asked for.

    One holds the questionnaire ID as it was, and those it took questions from as they were then.
    """

    def __init__(self, *folders: Path) -> None:
        self._homes = folders
        self._found: dict[str, tuple[Questionnaire, ...]] = {}

    def find(self, questionnaire_id: str, version: str, of_hash: str | None = None) -> Questionnaire | None:
        """A questionnaire in a version, None where it was not kept, has errors, or has another hash."""
        name = f"{questionnaire_id}{MARK}{version}"
        if name not in self._found:
            self._found[name] = tuple(self._read(name, questionnaire_id, version))
        return next((found for found in self._found[name] if of_hash in (None, found.hash)), None)

    def find_unraised(self, today: Questionnaire, file: str) -> Iterator[Problem]:
        """A warning where a questionnaire changed although its version was kept already."""
        kept = self.find(today.id, today.version)
        if kept is not None and kept.hash != today.hash:
            sentence = say(
                "`{id}` changed since version {version} was kept; raise `version`",
                id=today.id,
                version=today.version,
            )
            yield Problem(file, 0, sentence, "V011", is_warning=True)

    def problems(self) -> Iterator[Problem]:
        """Everything wrong with what was kept."""
        for folder in self._folders():
            name, _, version = folder.name.partition(MARK)
            reading = read_questionnaires(folder, ())
            yield from (problem for problem in reading.problems if not problem.is_warning)
            found = reading.questionnaires.get(name)
            is_broken = any(not problem.is_warning for problem in reading.problems)
            if not is_broken and (found is None or found.version != version):
                another = say("another questionnaire")
                holds = say("version {version}", version=found.version) if found else another
                sentence = say(
                    "the folder holds {holds}; name it ID@VERSION as the ID.yaml in it says", holds=holds
                )
                yield Problem(str(folder), 0, sentence, "V004")

    def _read(self, name: str, questionnaire_id: str, version: str) -> Iterator[Questionnaire]:
        for folder in self._folders():
            if folder.name == name:
                found = read_questionnaires(folder, ()).questionnaires.get(questionnaire_id)
                if found is not None and found.version == version:
                    yield found

    def _folders(self) -> list[Path]:
        """The names are listed, not put together: a version comes from files of other people."""
        return [
            path
            for home in self._homes
            for path in sorted(home.glob(f"*{MARK}*"))
            if path.is_dir() and not path.name.endswith(UNFINISHED)
        ]


def read_versions(path: Path) -> tuple[Reading, str | None]:
    """What a folder holds, or the folder of a file; with the id of the one questionnaire that is meant.

    Of a folder `ID@VERSION` only ID is meant, of a file `ID.yaml` too.
    """
    if path.is_dir():
        name, mark, _ = path.resolve().name.partition(MARK)
        return read_questionnaires(path, ()), name if mark else None
    return read_questionnaires(path.parent, ()), path.name.split(".")[0]
