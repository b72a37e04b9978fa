"""Which courses plans may choose from: all, the editions' own, or Sestante's."""

from collections.abc import Collection, Mapping
from typing import Literal, TypeAlias

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CourseEntry, CoursesFile
from desktop.content.editions.overlay import Files, is_structure
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import parse_yaml

CourseChoice: TypeAlias = Literal["all", "edition", "sestante"]
_COURSES = "catalogue/courses/"


def courses_in_files(files: Files) -> tuple[str, ...]:
    """The ids of the courses in a pack's files; ContentError where a shape is wrong."""
    names = [name for name in files if name.startswith(_COURSES) and is_structure(name)]
    read = [decode(parse_yaml(files[name], name), CoursesFile) for name in names]
    return tuple(course.id for file in read for course in file.courses)


def offered(catalogue: Catalogue, own: Collection[str], choice: CourseChoice) -> frozenset[str] | None:
    """The ids of the courses that may be chosen, with those they come after; None for all."""
    if choice == "all" or not own:
        return None
    wanted = {name for name in catalogue.courses if (name in own) is (choice == "edition")}
    return frozenset(_with_foundations(wanted, catalogue.courses))


def _with_foundations(wanted: set[str], courses: Mapping[str, CourseEntry]) -> set[str]:
    found: set[str] = set()
    waiting = [*wanted]
    while waiting:
        name = waiting.pop()
        if name not in found and name in courses:
            found.add(name)
            waiting += [each for alternatives in courses[name].after for each in alternatives]
    return found
