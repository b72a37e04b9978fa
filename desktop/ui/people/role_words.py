"""The roles in the words for one person, and how far that person is."""

from desktop.answers import Progress
from desktop.report.people_words import roles_in_words
from desktop.text import Wording

__all__ = ["progress_in_words", "roles_in_words"]


def progress_in_words(done: Progress, wording: Wording) -> str:
    """How many questions somebody has answered."""
    if not done.answered:
        return wording("Not begun yet")
    if done.answered == done.shown:
        return wording("All {shown} answered", shown=done.shown)
    return wording("{answered} of {shown} answered", answered=done.answered, shown=done.shown)
