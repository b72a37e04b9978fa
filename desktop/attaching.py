"""A result as a file inside a printed plan."""

from desktop.exchange.results.envelope import ATTACHED_NAME, MEDIA_TYPE
from desktop.report import Attachment
from desktop.text import wording


def attached(data: bytes, language: str) -> Attachment:
    """A result file as a printed plan carries it."""
    words = wording(language)
    says = words("The result as data, for programs: Sestante reads it from this document.")
    return Attachment(ATTACHED_NAME, data, MEDIA_TYPE, says)
