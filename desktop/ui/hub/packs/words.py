"""What came of checking and making an edition, in words."""

from desktop.text import Wording
from desktop.ui.hub.packs.working import Made


def checked_words(errors: int, warnings: int, say: Wording) -> str:
    """How many problems a folder has, and what follows from that."""
    if errors:
        return say.plural(
            "{count} error to correct before the file can be made.",
            "{count} errors to correct before the file can be made.",
            errors,
        )
    if warnings:
        return say.plural(
            "No errors. {count} remark that may help.", "No errors. {count} remarks that may help.", warnings
        )
    return say("No errors: the file can be made.")


def made_words(made: Made, say: Wording) -> str:
    """Where a file or a prepared folder is, and what to do with it."""
    if not made.fingerprint:
        return say(
            "{folder} is ready. Copy the program into it: started from there it is your edition, and its "
            "data stay in the folder.",
            folder=made.path,
        )
    return say(
        "Saved as {path}. Fingerprint: {fingerprint}. Print it on your card and posters, so that people can "
        "compare it.",
        path=made.path,
        fingerprint=made.fingerprint,
    )
