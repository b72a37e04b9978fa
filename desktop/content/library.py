"""All content an edition ships: questionnaires, catalogue and network, read together."""

from collections.abc import Callable, Collection, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from desktop.content.brand import BRAND_FILE, Brand, read_brand, read_checked_brand
from desktop.content.catalogues.advice_reading import find_crossing_problems
from desktop.content.catalogues.catalogue import Catalogue, Network
from desktop.content.catalogues.catalogue_reading import read_catalogue, read_network
from desktop.content.catalogues.more_courses import with_courses
from desktop.content.consent import ConsentForm, read_consent
from desktop.content.networks.benchmarks import FOLDER as BENCHMARKS
from desktop.content.networks.benchmarks import Benchmarks, read_benchmarks
from desktop.content.networks.hub_desk import HubDesk, KnownNames, read_hub_desk
from desktop.content.questionnaires.earlier import FOLDER, FORMER, EarlierVersions
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import (
    Reading,
    read_or_recall,
    read_questionnaires,
    read_structure,
)
from desktop.errors import ContentError, Problem


class Library:
    """The content of an edition, each part read when it is first asked for.

    Reading raises ContentError with every problem of the part. Names that lead from one part to another are
    compared by `check_library` alone, which takes several times as long as a start may.
    """

    def __init__(
        self, assessments: Path, resources: Path, kept: Path | None = None, *, is_checked: bool = False
    ) -> None:
        """`kept` is a file of the program's own that makes later starts quicker; it may be missing.

        `is_checked` spares looking anew at pictures that were checked before and have not changed.
        """
        self._assessments = assessments
        self._resources = resources
        self._kept = kept
        self._is_checked = is_checked
        self._offered: Callable[[Catalogue], frozenset[str] | None] = _all
        self._reading = Lock()
        self.shown_in = ""

    @property
    def questionnaires(self) -> Mapping[str, Questionnaire]:
        """The questionnaires by id; who asks while another thread reads them waits for it."""
        with self._reading:
            return self._shown

    @property
    def has_questionnaires(self) -> bool:
        """Whether the questionnaires have been read."""
        return "_as_read" in vars(self)

    def structure(self, name: str) -> Questionnaire | None:
        """A questionnaire that may lack its texts and was not checked: quickly there, to count what it asks.

        None where the quick way does not lead to it.
        """
        if self.has_questionnaires:
            return self.questionnaires.get(name)
        try:
            return read_structure(self._assessments, name)
        except (ContentError, LookupError):
            return None

    def show_texts_in(self, language: str) -> None:
        """Choose a language for the texts of questionnaires; with an empty one it is the reader's."""
        with self._reading:
            self.shown_in = language
            vars(self).pop("_shown", None)

    def languages(self) -> tuple[str, ...]:
        """The languages some questionnaire has texts in."""
        found = self.questionnaires.values()
        return tuple(sorted({language for each in found for language in each.texts}))

    @cached_property
    def _shown(self) -> Mapping[str, Questionnaire]:
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
        former = sorted((self._resources / FORMER).glob("*"))
        return EarlierVersions(self._assessments / FOLDER, *former)

    def showing(self, questionnaires: Mapping[str, Questionnaire]) -> "Library":
        """The same catalogue and network with other questionnaires."""
        other = copy(self)
        other._as_read = questionnaires
        vars(other).pop("_shown", None)
        return other

    def questionnaire(self, name: str, version: str, of_hash: str | None = None) -> Questionnaire | None:
        """A questionnaire in a version, today's or an earlier one; None where that one is not known."""
        today = self.questionnaires.get(name)
        if today is not None and today.version == version and of_hash in (None, today.hash):
            return today
        then = self.earlier.find(name, version, of_hash)
        return None if then is None else then.in_language(self.shown_in)

    def teaching(self, folder: Path) -> "Library":
        """The same content with the courses of a folder's files besides; ContentError where one is wrong."""
        other = copy(self)
        vars(other)["catalogue"] = with_courses(self.catalogue, folder)
        return other

    @cached_property
    def catalogue(self) -> Catalogue:
        """Competences, targets and courses."""
        catalogue, problems = read_catalogue(self._resources / "catalogue")
        _refuse(problems)
        return replace(catalogue, offered=self._offered(catalogue))

    def offer(self, offered: Callable[[Catalogue], frozenset[str] | None]) -> None:
        """Let plans choose from some courses alone, told of the catalogue when it is read."""
        self._offered = offered

    @cached_property
    def consent(self) -> ConsentForm:
        """What a company agrees to when its data leave its desk."""
        form, problems = read_consent(self._resources / "consent")
        _refuse(problems)
        return form

    def consent_in(self, version: str) -> ConsentForm | None:
        """The text in a version, today's or an earlier one; None where that one is not known."""
        if version == self.consent.version:
            return self.consent
        folder = self._resources / "consent" / "earlier" / version
        if folder.parent.name != "earlier" or not folder.is_dir():
            return None
        form, problems = read_consent(folder)
        _refuse(problems)
        return form if form.version == version else None

    @cached_property
    def network(self) -> Network:
        """Regions, sectors and hubs."""
        network, problems = read_network(self._resources / "network")
        _refuse(problems)
        return network

    @cached_property
    def benchmarks(self) -> Benchmarks:
        """What other firms scored, where the edition brings it; files that cannot be read are left out."""
        return read_benchmarks(self._resources / BENCHMARKS)[0]

    @cached_property
    def hub_desk(self) -> HubDesk:
        """The hub as it works; an empty one where no edition brings one."""
        desk, problems = read_hub_desk(self._resources / "hub", self._known)
        _refuse(problems)
        return desk

    @property
    def _known(self) -> KnownNames:
        network = self.network
        provinces = {code for region in network.regions.values() for code in region.provinces}
        return KnownNames(provinces, network.services, self.catalogue.competences, network.support.labs)

    @cached_property
    def brand(self) -> Brand | None:
        """The brand of the edition; None where it is Sestante's own."""
        folder = self._resources / "brand"
        if not (folder / BRAND_FILE).is_file():
            return None
        return read_checked_brand(folder) if self._is_checked else read_brand(folder)


def _all(_: Catalogue) -> None:
    """No course is left out."""


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
    services: Collection[str] | None = None
    try:
        network, found = read_network(resources / "network")
        services = network.services
        problems.extend(found)
    except ContentError as error:
        problems.extend(error.problems)
    try:
        problems.extend(read_consent(resources / "consent")[1])
    except ContentError as error:
        problems.extend(error.problems)
    problems.extend(read_benchmarks(resources / BENCHMARKS)[1])
    reading = read_questionnaires(assessments, catalogue.competences if catalogue else ())
    problems.extend(reading.problems)
    if not any(not problem.is_warning for problem in reading.problems):
        problems.extend(find_crossing_problems(resources / "catalogue", reading.questionnaires, services))
    earlier = EarlierVersions(assessments / FOLDER)
    problems.extend(earlier.problems())
    for questionnaire in reading.questionnaires.values():
        file = str(assessments / f"{questionnaire.id}.yaml")
        problems.extend(earlier.find_unraised(questionnaire, file))
    return CheckedContent(catalogue, reading, tuple(problems))


def check_library(assessments: Path, resources: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The content with all its problems and warnings."""
    return Library(assessments, resources), check_content(assessments, resources).problems
