"""How sure an answer is, in words."""

from desktop.storage import Confidence
from desktop.text import Wording


def confidence_words(wording: Wording) -> dict[Confidence, str]:
    """What can be said of an answer, from the surest to the least sure."""
    return {
        "sure": wording("Sure"),
        "estimate": wording("Estimate"),
        "guess": wording("Guess"),
    }
