"""What is wrong with a pack, in a sentence."""

from desktop.errors import SestanteError


class PackError(SestanteError):
    """A pack cannot be read, trusted, made or installed; the sentence says what to do."""
