"""Names of a form and ids of a questionnaire: each made from the other, and none twice."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

LONGEST_ID = 60
_ID = re.compile(r"[a-z][a-z0-9-]{0,59}\Z")


def is_id(text: str) -> bool:
    """Whether a questionnaire accepts the text as an id."""
    return bool(_ID.match(text))


def slug(name: str, first: str) -> str:
    """An id made of any name; `first` begins it where the name begins with no letter."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if not text[:1].isalpha():
        text = f"{first}-{text}".strip("-")
    return text[:LONGEST_ID].rstrip("-")


def name_of(identity: str) -> str:
    """The name of an id in a form, where `-` is a minus to many programs."""
    return identity.replace("-", "_")


@dataclass(slots=True)
class Taken:
    """The names given so far, compared without regard to capitals."""

    names: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, names: Iterable[str]) -> "Taken":
        """A set of names that are not to be given."""
        return cls({name.lower() for name in names})

    def give(self, wish: str, mark: str) -> str:
        """The wish, or the wish with `mark` and the first free number behind it."""
        name, number = wish, 2
        while name.lower() in self.names:
            ending = f"{mark}{number}"
            name, number = wish[: LONGEST_ID - len(ending)] + ending, number + 1
        self.names.add(name.lower())
        return name
