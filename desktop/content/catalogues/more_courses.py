"""Course files of one's own beside the shipped catalogue, such as an import wrote."""

from dataclasses import replace
from pathlib import Path

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CourseEntry, CoursesFile, CourseTextFile
from desktop.content.catalogues.course_file_checks import find_course_file_problems
from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import read_yaml
from desktop.errors import ContentError, Problem, SestanteError
from desktop.text import say


def with_courses(catalogue: Catalogue, folder: Path) -> Catalogue:
    """The catalogue with the courses of the files in a folder; ContentError where one of them is wrong."""
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        raise SestanteError(say("There are no course files in {folder}.", folder=folder))
    problems: list[Problem] = []
    courses: dict[str, CourseEntry] = {}
    summaries = {language: dict(texts) for language, texts in catalogue.course_summaries.items()}
    for path in paths:
        found = list(find_course_file_problems(path, catalogue))
        problems += [problem for problem in found if not problem.is_warning]
        document = read_yaml(path)
        if "." in path.stem:
            texts = decode(document, CourseTextFile)
            told = summaries.setdefault(texts.language, {})
            told |= {name: text.summary for name, text in texts.courses.items()}
        else:
            courses |= {course.id: course for course in decode(document, CoursesFile).courses}
    if problems:
        raise ContentError(*problems)
    return replace(catalogue, courses={**catalogue.courses, **courses}, course_summaries=summaries)
