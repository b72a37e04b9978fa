"""Courses, actions and services that no assessment leads to, in words for authors."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.review.checking import CheckedFiles
from desktop.review.unused_advice import ADVICE_REASONS, UnusedAdviceByKind
from desktop.review.unused_courses import UNUSED_REASONS, UnusedCourse
from desktop.text import Sentence, Wording, say

_MOST_NAMES = 20
_UNUSED: Mapping[str, Sentence] = {
    "not-asked": say("no question tells about what they teach"),
    "price-unknown": say("their price is not known"),
    "not-needed": say("no company needs the levels they teach"),
    "too-deep": say("they go deeper than any company needs"),
    "no-role": say("what they teach does not matter to those they are for"),
}
_UNUSED_ADVICE: Mapping[str, Sentence] = {
    "not-asked": say("no question tells about what they raise"),
    "not-needed": say("no company they are meant for needs the levels they lead to"),
    "no-answer": say("no answer calls for levels as high as they lead to"),
}


def unused(checked: CheckedFiles, words: Wording) -> Iterator[str]:
    """All that none of the assessments leads to; nothing without a catalogue or an assessment."""
    courses, advice = checked.unused_courses(), checked.unused_advice()
    if courses is not None and advice is not None:
        yield from _courses(courses, words)
        yield from _advice(advice, words)


def _courses(courses: tuple[UnusedCourse, ...], words: Wording) -> Iterator[str]:
    """The courses that none of the assessments can lead to."""
    yield words.plural(
        "{count} course that no questionnaire leads to",
        "{count} courses that no questionnaire leads to",
        len(courses),
    )
    for reason in UNUSED_REASONS:
        names = [course.course for course in courses if course.reason == reason]
        if names:
            count = len(names) - _MOST_NAMES
            rest = words(" and {count} more", count=count) if count > 0 else ""
            yield f"{_line(_UNUSED[reason], names[:_MOST_NAMES], words)}{rest}"


def _advice(unused: UnusedAdviceByKind, words: Wording) -> Iterator[str]:
    """The actions and services that none of the assessments can lead to."""
    for kind, entries in unused.items():
        if kind == "actions":
            yield words.plural(
                "{count} action that no questionnaire leads to",
                "{count} actions that no questionnaire leads to",
                len(entries),
            )
        else:
            yield words.plural(
                "{count} service that no questionnaire leads to",
                "{count} services that no questionnaire leads to",
                len(entries),
            )
        for reason in ADVICE_REASONS:
            names = [found.entry for found in entries if found.reason == reason]
            if names:
                yield _line(_UNUSED_ADVICE[reason], names, words)


def _line(reason: Sentence, names: Iterable[str], words: Wording) -> str:
    return f"  {words.tell(reason)}: {', '.join(names)}"
