"""What is wrong in a pack: its own list of contents, and all content as it will be with Sestante's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.content.brand import BRAND_FILE, check_brand
from desktop.content.editions.edition import write_files
from desktop.content.editions.overlay import Files, overlaid, shipped_files
from desktop.content.library import CheckedContent, check_content, read_library
from desktop.content.networks.hub_desk import KnownNames, read_hub_desk
from desktop.errors import ContentError, Problem
from desktop.exchange.packs.pack_file import PackSource, read_source
from desktop.exchange.packs.pointing import Place, Pointing
from desktop.exchange.packs.source_checks import find_source_problems, find_unknown_hub
from desktop.paths import assessments_folder, resources_folder
from desktop.review.dead_ends import Offer
from desktop.review.findings import find_warnings
from desktop.review.reviewing import review


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """A pack's folder as read, None where pack.yaml is wrong, with all problems and warnings."""

    source: PackSource | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(not problem.is_warning for problem in self.problems)


def check_folder(folder: Path) -> CheckedPack:
    """A pack's folder with everything wrong in it, by file and line."""
    try:
        source, found = read_source(folder)
    except ContentError as error:
        return CheckedPack(None, error.problems)
    problems = [*found, *find_source_problems(source)]
    problems += check_files(source.files, lambda name: str(folder / name), source)
    return CheckedPack(source, tuple(dict.fromkeys(problems)))


def check_files(files: Files, place: Place, source: PackSource | None = None) -> tuple[Problem, ...]:
    """What is wrong in the content of a pack, laid over Sestante's own as it will be in use.

    With `source`, also whether its hub is known, and what its author might want to improve.
    """
    shipped = shipped_files(assessments_folder(), resources_folder())
    try:
        together = overlaid(shipped, [files])
    except ContentError as error:
        return tuple(replace(problem, file=place(problem.file)) for problem in error.problems)
    with TemporaryDirectory(prefix="sestante-pack-") as made:
        folder = Path(made)
        write_files(folder, together)
        pointing = Pointing(folder, files, together, place)
        own: list[Problem] = []
        found = [*_content_problems(folder, files, source, own)]
        return (*own, *pointing.told(found))


def _content_problems(
    folder: Path, files: Files, source: PackSource | None, own: list[Problem]
) -> Iterator[Problem]:
    """Problems in the folder; those of pack.yaml are added to `own`."""
    content = check_content(folder / "assessments", folder)
    yield from content.problems
    if (folder / "brand" / BRAND_FILE).is_file():
        yield from _or_why_not(lambda: check_brand(folder / "brand")[1])
    if any(not problem.is_warning for problem in content.problems):
        return  # what follows needs sound content
    yield from _or_why_not(lambda: _hub_problems(folder, source, own))
    if source is not None:
        yield from _review_warnings(content, files)


def _or_why_not(check: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    try:
        return check()
    except ContentError as error:
        return error.problems


def _hub_problems(folder: Path, source: PackSource | None, own: list[Problem]) -> tuple[Problem, ...]:
    library = read_library(folder / "assessments", folder)
    network = library.network
    provinces = {code for region in network.regions.values() for code in region.provinces}
    known = KnownNames(provinces, network.services, library.catalogue.competences, network.support.labs)
    desk, problems = read_hub_desk(folder / "hub", known)
    if source is not None:
        own += find_unknown_hub(source, desk.hub, network.hubs)
    return problems


def _review_warnings(content: CheckedContent, files: Files) -> Iterator[Problem]:
    offer = None if content.catalogue is None else Offer.of(content.catalogue)
    for name, questionnaire in content.reading.questionnaires.items():
        if f"assessments/{name}.yaml" in files:
            found = review(questionnaire, content.reading.sources, offer)
            yield from find_warnings(found, content.reading.sources[name])
