"""A generated catalogue: the courses shipped, and variations on them until there are enough."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from fractions import Fraction
from random import Random

import msgspec

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.library import Library


def large_library(library: Library, count: int) -> Library:
    """The same library with `count` courses, the same ones every time."""
    courses = list(library.catalogue.courses.values())
    varied = [*courses, *_varied(courses, count - len(courses))]
    other = copy(library)
    vars(other)["catalogue"] = replace(library.catalogue, courses={each.id: each for each in varied})
    return other


def _varied(courses: list[CourseEntry], count: int) -> Iterator[CourseEntry]:
    """Longer or shorter, dearer or cheaper than a course shipped, and teaching a little less."""
    chance = Random(1)
    for number in range(max(0, count)):
        course = chance.choice(courses)
        taught = dict(course.teaches)
        if len(taught) > 1 and chance.choice((True, False)):
            del taught[chance.choice(sorted(taught))]
        yield msgspec.structs.replace(
            course,
            id=f"{course.id}-{number}",
            teaches=taught,
            hours=Fraction(chance.randint(2, 60), 2),
            cost_eur=Fraction(chance.choice((0, 0, 20, 50, 90, 150, 240, 390))),
        )
