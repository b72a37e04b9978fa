"""The roles in the words for one person, and how far that person is."""

from desktop.answers import Progress
from desktop.content.catalogues.catalogue_file import Role
from desktop.text import Wording


def roles_in_words(wording: Wording) -> dict[Role, str]:
    """What one person is called by role."""
    return {
        "owner": wording("Owner or partner"),
        "employee": wording("Employee"),
        "it": wording("Looks after the computers"),
    }


def progress_in_words(done: Progress, wording: Wording) -> str:
    """How many questions somebody has answered."""
    if not done.answered:
        return wording("Not begun yet")
    if done.answered == done.shown:
        return wording("All {shown} answered", shown=done.shown)
    return wording("{answered} of {shown} answered", answered=done.answered, shown=done.shown)
