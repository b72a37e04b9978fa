"""What somebody may have meant who wrote a name that is not there."""

from collections.abc import Iterable

from desktop.text import Sentence, as_written, say


def guess(name: str, known: Iterable[str], otherwise: Sentence) -> Sentence:
    """A guess at what was meant, or other advice where nothing is near."""
    found = _nearest(name, known)
    return say("did you mean `{guess}`?", guess=found) if found else otherwise


def like(name: str, known: Iterable[str]) -> Sentence:
    """A guess at what was meant, as the end of a sentence; empty where nothing is near."""
    found = _nearest(name, known)
    return say("; did you mean `{guess}`?", guess=found) if found else as_written("")


def _nearest(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), 1)), None)
