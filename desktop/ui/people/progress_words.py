"""How far a person is, in words."""

from desktop.answers import Progress
from desktop.text import Wording


def progress_in_words(done: Progress, wording: Wording) -> str:
    """How many questions somebody has answered."""
    if not done.answered:
        return wording("Not begun yet")
    if done.answered == done.shown:
        return wording("All {shown} answered", shown=done.shown)
    return wording("{answered} of {shown} answered", answered=done.answered, shown=done.shown)
