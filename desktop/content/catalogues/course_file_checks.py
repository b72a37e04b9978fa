"""Course files that are not in the shipped catalogue, checked against it."""

from collections.abc import Iterator
from pathlib import Path

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CourseEntry, CoursesFile, CourseTextFile
from desktop.content.catalogues.catalogue_reading import find_course_slips
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import read_yaml
from desktop.content.files.text_files import refuse_other_language
from desktop.errors import ContentError, Problem
from desktop.text import say


def find_course_file_problems(path: Path, catalogue: Catalogue | None) -> Iterator[Problem]:
    """What is wrong in a file of courses, or of their summaries; ContentError where its shape is wrong."""
    document = read_yaml(path)
    if "." in path.stem:
        texts = decode(document, CourseTextFile)
        refuse_other_language(document, path, texts.language)
        beside = path.with_name(f"{path.stem.partition('.')[0]}.yaml")
        known = {course.id for course in _courses(beside)}
        for name in texts.courses:
            if name not in known:
                sentence = say(
                    "`{name}` is not a course of the catalogue; correct its name or remove it", name=name
                )
                yield document.problem(("courses", name), sentence, "C002")
        return
    file = decode(document, CoursesFile)
    seen = set(catalogue.courses) if catalogue else set[str]()
    others = {course.id for each in _beside(path) for course in _courses(each)}
    for index, course in enumerate(file.courses):
        if course.id in seen or course.id in others:
            sentence = say("the course id `{id}` appears twice; rename one", id=course.id)
            yield document.problem(("courses", index), sentence, "C001")
        seen.add(course.id)
    if catalogue:
        yield from find_course_slips(document, file, catalogue.competences, seen | others)


def _beside(path: Path) -> list[Path]:
    return [each for each in sorted(path.parent.glob("*.yaml")) if "." not in each.stem and each != path]


def _courses(path: Path) -> tuple[CourseEntry, ...]:
    try:
        return decode(read_yaml(path), CoursesFile).courses
    except ContentError:
        return ()  # what is wrong there is told when that file is checked
