"""What can go wrong, said in sentences for the person who can put it right."""

from dataclasses import dataclass


class SestanteError(Exception):
    """An error whose text is a sentence that may be shown to the user as it is."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a file: where it is, what it is, what to do about it.

    `line` counts from 1; 0 where the whole file is meant. `code` is stable and listed in the author's guide.
    """

    file: str
    line: int
    sentence: str
    code: str
    is_warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        word = "warning: " if self.is_warning else ""
        return f"{place}: {word}{self.sentence} [{self.code}]"


class ContentError(SestanteError):
    """A file cannot be used; `problems` says every reason that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class StorageError(SestanteError):
    """The database cannot be opened or written; the sentence says what to do."""
