"""The error of a copy that needs a passphrase, apart from what opens copies and brings SQLAlchemy."""

from desktop.errors import StorageError
from desktop.text import Sentence


class ProtectedError(StorageError):
    """A copy cannot be looked into before its passphrase was given; `was_tried` where a wrong one was."""

    def __init__(self, sentence: Sentence, /, *, was_tried: bool = False, **values: object) -> None:
        super().__init__(sentence, **values)
        self.was_tried = was_tried
