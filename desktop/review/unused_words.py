"""Courses, actions and services that no assessment leads to, in words for authors."""

from collections.abc import Iterator

from desktop.review.checking import CheckedFiles
from desktop.review.unused_advice import ADVICE_REASONS, UnusedAdviceByKind
from desktop.review.unused_courses import UNUSED_REASONS, UnusedCourse

_MOST_NAMES = 20
_UNUSED = {
    "not-asked": "no question tells about what they teach",
    "price-unknown": "their price is not known",
    "not-needed": "no firm needs the levels they teach",
    "too-deep": "they go deeper than any firm needs",
    "no-role": "what they teach does not matter to those they are for",
}
_UNUSED_ADVICE = {
    "not-asked": "no question tells about what they raise",
    "not-needed": "no firm they are meant for needs the levels they lead to",
    "no-answer": "no answer calls for levels as high as they lead to",
}


def unused(checked: CheckedFiles) -> Iterator[str]:
    """All that none of the assessments leads to; nothing without a catalogue or an assessment."""
    courses, advice = checked.unused_courses(), checked.unused_advice()
    if courses is not None and advice is not None:
        yield from _courses(courses)
        yield from _advice(advice)


def _courses(courses: tuple[UnusedCourse, ...]) -> Iterator[str]:
    """The courses that none of the assessments can lead to."""
    yield f"{len(courses)} courses that no assessment leads to"
    for reason in UNUSED_REASONS:
        names = [course.course for course in courses if course.reason == reason]
        if names:
            rest = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
            yield f"  {_UNUSED[reason]}: {', '.join(names[:_MOST_NAMES])}{rest}"


def _advice(unused: UnusedAdviceByKind) -> Iterator[str]:
    """The actions and services that none of the assessments can lead to."""
    for kind, entries in unused.items():
        yield f"{len(entries)} {kind} that no assessment leads to"
        for reason in ADVICE_REASONS:
            names = [found.entry for found in entries if found.reason == reason]
            if names:
                yield f"  {_UNUSED_ADVICE[reason]}: {', '.join(names)}"
