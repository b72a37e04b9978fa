"""The catalogue and the network, read from their folders and checked."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from desktop.content.catalogues.advice_reading import read_advice
from desktop.content.catalogues.catalogue import Catalogue, Network
from desktop.content.catalogues.catalogue_file import (
    CompetencesFile,
    CompetenceTextFile,
    CourseEntry,
    CoursesFile,
    CourseTextFile,
    HubsFile,
    HubTextFile,
    RegionsFile,
    SectorsFile,
    SectorTextFile,
    TargetsFile,
    TargetTextFile,
)
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import Document, Steps, read_yaml
from desktop.content.files.text_files import TextFile, read_text_files, refuse_other_language
from desktop.content.networks.support_checks import find_unexplained_kinds
from desktop.content.networks.support_reading import read_support
from desktop.errors import Problem
from desktop.text import say

File = TypeVar("File")


def read_catalogue(folder: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue in `folder` with the problems of its sense; ContentError where a shape is wrong."""
    competences_document, competences = _read(folder / "competences.yaml", CompetencesFile)
    targets_document, targets = _read(folder / "targets.yaml", TargetsFile)
    documents = [_read(path, CoursesFile) for path in _structures(folder / "courses")]
    courses, problems = _courses(documents)
    summaries: dict[str, dict[str, str]] = {}
    for path in _side_files(folder / "courses"):
        document, texts = _read(path, CourseTextFile)
        refuse_other_language(document, path, texts.language)
        problems.extend(_find_orphans(document, texts, courses))
        found = summaries.setdefault(texts.language, {})
        found |= {name: text.summary for name, text in texts.courses.items()}
    by_id = {entry.id: entry for entry in competences.competences}
    advice = read_advice(folder, by_id)
    catalogue = Catalogue(
        competence_bounds=competences.levels,
        competences=by_id,
        competence_texts=_texts(folder, "competences", CompetenceTextFile),
        targets={entry.competence: entry for entry in targets.targets},
        target_texts={
            language: file.targets for language, file in _texts(folder, "targets", TargetTextFile).items()
        },
        courses=courses,
        course_summaries=summaries,
        advice=advice.advice,
    )
    problems.extend(advice.problems)
    for document, file in documents:
        problems.extend(_find_course_problems(document, file, catalogue))
    for index, target in enumerate(targets.targets):
        if target.competence not in catalogue.competences:
            sentence = say(
                "`{competence}` is not a competence; correct its name", competence=target.competence
            )
            problems.append(targets_document.problem(("targets", index), sentence, "C003"))
    problems.extend(_find_missing_names(competences_document, catalogue))
    return catalogue, tuple(problems)


def _courses(documents: list[tuple[Document, CoursesFile]]) -> tuple[dict[str, CourseEntry], list[Problem]]:
    courses: dict[str, CourseEntry] = {}
    problems = []
    for document, file in documents:
        for index, course in enumerate(file.courses):
            if course.id in courses:
                sentence = say("the course id `{id}` appears twice; rename one", id=course.id)
                problems.append(document.problem(("courses", index), sentence, "C001"))
            courses[course.id] = course
    return courses, problems


def _find_orphans(
    document: Document, texts: CourseTextFile, courses: Mapping[str, CourseEntry]
) -> Iterator[Problem]:
    for name in texts.courses:
        if name not in courses:
            sentence = say(
                "`{name}` is not a course of the catalogue; correct its name or remove it", name=name
            )
            yield document.problem(("courses", name), sentence, "C002")


def read_network(folder: Path) -> tuple[Network, tuple[Problem, ...]]:
    """The network in `folder` with the problems of its sense; ContentError where a shape is wrong."""
    _, regions = _read(folder / "regions.yaml", RegionsFile)
    _, sectors = _read(folder / "sectors.yaml", SectorsFile)
    document, hubs = _read(folder / "hubs.yaml", HubsFile)
    codes = [entry.code for entry in regions.regions]
    support, problems = read_support(folder, codes, [hub.id for hub in hubs.hubs])
    network = Network(
        regions={entry.code: entry for entry in regions.regions},
        sectors={entry.code: entry for entry in sectors.sections},
        sector_texts=_texts(folder, "sectors", SectorTextFile),
        hubs={entry.id: entry for entry in hubs.hubs},
        hub_texts=_texts(folder, "hubs", HubTextFile),
        support=support,
    )
    return network, (*_find_hub_problems(document, hubs, network), *problems)


def _read(path: Path, shape: type[File]) -> tuple[Document, File]:
    document = read_yaml(path)
    return document, decode(document, shape)


def _structures(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if "." not in path.stem)


def _side_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if "." in path.stem)


def _texts(folder: Path, name: str, shape: type[TextFile]) -> dict[str, TextFile]:
    return {language: file for language, (_, file) in read_text_files(folder / f"{name}.yaml", shape).items()}


def _find_course_problems(document: Document, file: CoursesFile, catalogue: Catalogue) -> Iterator[Problem]:
    yield from find_course_slips(document, file, catalogue.competences, catalogue.courses)
    for index, course in enumerate(file.courses):
        for language, summaries in catalogue.course_summaries.items():
            if course.id not in summaries:
                sentence = say(
                    "course `{id}` has no summary in `{language}`", id=course.id, language=language
                )
                yield document.problem(("courses", index), sentence, "C007")


def find_course_slips(
    document: Document, file: CoursesFile, competences: Collection[str], courses: Collection[str]
) -> Iterator[Problem]:
    """What courses say that cannot be: of their hours, what they teach and what they come after."""
    for index, course in enumerate(file.courses):
        path = ("courses", index)
        yield from _find_teaching_problems(document, path, course, competences)
        for name in (name for alternatives in course.after for name in alternatives):
            if name not in courses:
                sentence = say(
                    "course `{id}` comes after `{name}`, which is not in the catalogue",
                    id=course.id,
                    name=name,
                )
                yield document.problem((*path, "after"), sentence, "C005")
        if course.hours is not None and course.hours <= 0:
            yield document.problem(
                (*path, "hours"), say("course `{id}`: hours must be more than 0", id=course.id), "C006"
            )


def _find_teaching_problems(
    document: Document, path: Steps, course: CourseEntry, competences: Collection[str]
) -> Iterator[Problem]:
    for competence, (needed, reached) in course.teaches.items():
        if competence not in competences:
            sentence = say(
                "course `{id}` teaches `{competence}`, which is not a competence",
                id=course.id,
                competence=competence,
            )
            yield document.problem((*path, "teaches"), sentence, "C003")
        if needed >= reached:
            sentence = say(
                "course `{id}`: `{competence}` must lead to a higher level than it needs",
                id=course.id,
                competence=competence,
            )
            yield document.problem((*path, "teaches"), sentence, "C004")


def _find_missing_names(document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    for language, texts in catalogue.competence_texts.items():
        for index, competence in enumerate(catalogue.competences):
            if competence not in texts.competences:
                sentence = say(
                    "competence `{competence}` has no texts in `{language}`",
                    competence=competence,
                    language=language,
                )
                yield document.problem(("competences", index), sentence, "C008")
    for index, competence in enumerate(catalogue.competences):
        if competence not in catalogue.targets:
            sentence = say(
                "competence `{competence}` has no target; add it to targets.yaml", competence=competence
            )
            yield document.problem(("competences", index), sentence, "C009", is_warning=True)


def _find_hub_problems(document: Document, file: HubsFile, network: Network) -> Iterator[Problem]:
    for index, hub in enumerate(file.hubs):
        for region in hub.regions:
            if region not in network.regions:
                sentence = say(
                    "hub `{id}`: `{region}` is not a region of regions.yaml", id=hub.id, region=region
                )
                yield document.problem(("hubs", index, "regions"), sentence, "C010")
        for language, texts in network.hub_texts.items():
            named: Mapping[str, str] = {**texts.kinds, **texts.services, **texts.statuses}
            for name in (hub.kind, hub.status, *hub.services):
                if name not in named:
                    sentence = say(
                        "hub `{id}`: `{name}` has no name in `{language}`",
                        id=hub.id,
                        name=name,
                        language=language,
                    )
                    yield document.problem(("hubs", index), sentence, "C011")
    if kinds := {kind.id: kind.hubs for kind in network.support.kinds.values()}:
        yield from find_unexplained_kinds(document, kinds, [(hub.id, hub.kind) for hub in file.hubs])
