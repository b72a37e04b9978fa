"""All content an edition ships: questionnaires, catalogue and network, read together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.content.catalogue import Catalogue, Network
from desktop.content.catalogue_reading import read_catalogue, read_network
from desktop.content.questionnaire import Questionnaire
from desktop.content.questionnaire_reading import read_questionnaires
from desktop.errors import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Library:
    """The content of an edition."""

    questionnaires: Mapping[str, Questionnaire]
    catalogue: Catalogue
    network: Network


def read_library(assessments: Path, resources: Path) -> Library:
    """The content in the two folders; ContentError with every problem where something is wrong."""
    library, problems = check_library(assessments, resources)
    errors = [problem for problem in problems if not problem.is_warning]
    if library is None or errors:
        raise ContentError(*errors)
    return library


def check_library(assessments: Path, resources: Path) -> tuple[Library | None, tuple[Problem, ...]]:
    """The content, if it can be used at all, with all its problems and warnings."""
    problems: list[Problem] = []
    catalogue = network = None
    try:
        catalogue, found = read_catalogue(resources / "catalogue")
        problems.extend(found)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        network, found = read_network(resources / "network")
        problems.extend(found)
    except ContentError as error:
        problems.extend(error.problems)
    reading = read_questionnaires(assessments, catalogue.competences if catalogue else ())
    problems.extend(reading.problems)
    if catalogue is None or network is None:
        return None, tuple(problems)
    return Library(reading.questionnaires, catalogue, network), tuple(problems)
