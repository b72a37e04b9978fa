"""All content an edition ships: questionnaires, catalogue and network, read together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop.content.catalogue import Catalogue, Network
from desktop.content.catalogue_reading import read_catalogue, read_network
from desktop.content.earlier import FOLDER, EarlierVersions
from desktop.content.questionnaire import Questionnaire
from desktop.content.questionnaire_reading import Reading, read_or_recall, read_questionnaires
from desktop.errors import ContentError, Problem


class Library:
    """The content of an edition, each part read when it is first asked for.

    Reading raises ContentError with every problem of the part. Names that lead from one part to another are
    compared by `check_library` alone, which takes several times as long as a start may.
    """

    def __init__(self, assessments: Path, resources: Path, kept: Path | None = None) -> None:
        """`kept` is a file of the program's own that makes later starts quicker; it may be missing."""
        self._assessments = assessments
        self._resources = resources
        self._kept = kept
        self.shown_in = ""

    def show_texts_in(self, language: str) -> None:
        """Choose a language for the texts of questionnaires; with an empty one it is the reader's."""
        self.shown_in = language
        self.__dict__.pop("questionnaires", None)

    def languages(self) -> tuple[str, ...]:
        """The languages some questionnaire has texts in."""
        return tuple(sorted({language for each in self._as_read.values() for language in each.texts}))

    @cached_property
    def questionnaires(self) -> Mapping[str, Questionnaire]:
        """The questionnaires by id."""
        return {name: each.in_language(self.shown_in) for name, each in self._as_read.items()}

    @cached_property
    def _as_read(self) -> Mapping[str, Questionnaire]:
        if self._kept is None:
            reading = read_questionnaires(self._assessments, ())
        else:
            reading = read_or_recall(self._assessments, self._kept)
        _refuse(reading.problems)
        return reading.questionnaires

    @cached_property
    def earlier(self) -> EarlierVersions:
        """Earlier versions of the questionnaires, read one by one."""
        return EarlierVersions(self._assessments / FOLDER)

    def questionnaire(self, name: str, version: str, of_hash: str | None = None) -> Questionnaire | None:
        """A questionnaire in a version, today's or an earlier one; None where that one is not known."""
        today = self.questionnaires.get(name)
        if today is not None and today.version == version and of_hash in (None, today.hash):
            return today
        then = self.earlier.find(name, version, of_hash)
        return None if then is None else then.in_language(self.shown_in)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Competences, targets and courses."""
        catalogue, problems = read_catalogue(self._resources / "catalogue")
        _refuse(problems)
        return catalogue

    @cached_property
    def network(self) -> Network:
        """Regions, sectors and hubs."""
        network, problems = read_network(self._resources / "network")
        _refuse(problems)
        return network


def _refuse(problems: tuple[Problem, ...]) -> None:
    errors = [problem for problem in problems if not problem.is_warning]
    if errors:
        raise ContentError(*errors)


def read_library(assessments: Path, resources: Path, kept: Path | None = None) -> Library:
    """The content in the two folders; what is `kept` spares the reading of what has not changed."""
    return Library(assessments, resources, kept)


@dataclass(frozen=True, slots=True)
class CheckedContent:
    """All content read and compared; no catalogue where the shape of its files is wrong."""

    catalogue: Catalogue | None
    reading: Reading
    problems: tuple[Problem, ...]


def check_content(assessments: Path, resources: Path) -> CheckedContent:
    """The content in the two folders with all its problems and warnings."""
    problems: list[Problem] = []
    catalogue = None
    try:
        catalogue, found = read_catalogue(resources / "catalogue")
        problems.extend(found)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        problems.extend(read_network(resources / "network")[1])
    except ContentError as error:
        problems.extend(error.problems)
    reading = read_questionnaires(assessments, catalogue.competences if catalogue else ())
    problems.extend(reading.problems)
    earlier = EarlierVersions(assessments / FOLDER)
    problems.extend(earlier.problems())
    for questionnaire in reading.questionnaires.values():
        file = str(assessments / f"{questionnaire.id}.yaml")
        problems.extend(earlier.find_unraised(questionnaire, file))
    return CheckedContent(catalogue, reading, tuple(problems))


def check_library(assessments: Path, resources: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The content with all its problems and warnings."""
    return Library(assessments, resources), check_content(assessments, resources).problems
