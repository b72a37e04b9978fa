"""What can go wrong, said in sentences for the person who can put it right."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.text import Sentence, as_written, joined, quoted, say

MOST_PROBLEMS = 200
_LONGEST = 400  # characters of what a sentence quotes
_USED_ELSEWHERE = say("another program is using it")
_WINDOWS_USED_ELSEWHERE = (32, 33)  # a sharing violation, which has the number of a missing permission
_SYSTEM_REASONS: Mapping[int, Sentence] = {
    errno.EACCES: say("permission is missing"),
    errno.EPERM: say("permission is missing"),
    errno.ENOENT: say("this folder or file does not exist"),
    errno.ENOTDIR: say("a file is where a folder is needed"),
    errno.EEXIST: say("something else with this name is in its place"),
    errno.EISDIR: say("a folder is where a file is needed"),
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("the disk is full"),
    errno.EROFS: say("this disk can be read but not written to"),
    errno.EBUSY: _USED_ELSEWHERE,
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.EMFILE: say("too many files are open"),
    errno.ENFILE: say("too many files are open"),
    errno.EFBIG: say("the file is too large for this disk"),
    errno.ELOOP: say("it is a link that leads back to itself"),
    errno.EIO: say("the disk does not work as it should"),
}


class SestanteError(Exception):
    """An error whose text may be shown to the user; a front end words `sentence` in the user's language.

    `values` fill what the sentence given leaves open.
    """

    def __init__(self, sentence: Sentence, /, **values: object) -> None:
        self.sentence = Sentence(sentence.message, {**sentence.values, **values})
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is, what it is, what to do about it.

    `line` counts from 1; 0 where the whole file is meant. `code` is stable and listed in the author's guide.
    `place` are the names and numbers (from 0) that lead to the entry in the file, as far as they are known.
    """

    file: str
    line: int
    sentence: Sentence
    code: str
    is_warning: bool = False
    place: tuple[str | int, ...] = field(default=(), compare=False)

    @property
    def told(self) -> Sentence:
        """The problem with its place and its code; what it quotes neither fills nor commands a terminal."""
        place = as_written(f"{self.file}:{self.line}" if self.line else self.file)
        sentence = say("warning: {sentence}", sentence=self.sentence) if self.is_warning else self.sentence
        parts = {"place": place, "sentence": sentence, "code": self.code}
        return harmless(Sentence("{place}: {sentence} [{code}]", parts))

    def __str__(self) -> str:
        return str(self.told)


def harmless(sentence: Sentence) -> Sentence:
    """A sentence whose quotations are short, stand in one line, and command no terminal."""
    return Sentence(sentence.message, {name: _tamed(value) for name, value in sentence.values.items()})


def _tamed(value: object) -> object:
    if isinstance(value, Sentence):
        return harmless(value)
    if isinstance(value, int | float):
        return value
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in str(value))
    half = _LONGEST // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]} ... {shown[-half:]}"


class ContentError(SestanteError):
    """A file cannot be used; `problems` says every reason that was found."""

    def __init__(self, *problems: Problem) -> None:
        lines = [problem.told for problem in problems[:MOST_PROBLEMS]]
        if len(problems) > MOST_PROBLEMS:
            lines.append(
                say("... and {count} more; correct these first", count=len(problems) - MOST_PROBLEMS)
            )
        super().__init__(joined(lines, "\n"))
        self.problems = problems


class StorageError(SestanteError):
    """The database cannot be opened or written; the sentence says what to do."""


class OnlyReadError(StorageError):
    """A change of a workspace that is only read, because work goes on somewhere else."""


class NotWrittenError(StorageError):
    """File or disk did not let it be written now; the same may succeed later."""


class OutOfReachError(StorageError):
    """What it was meant for is gone, or belongs to others now; perhaps it comes back."""


def sentence_of(error: object) -> Sentence:
    """What a window says of any error; only the system's and other people's words stay as they are."""
    match error:
        case ContentError():
            return say(
                "A file of questions or courses cannot be used. Install Sestante again, "
                "or correct what is named here:\n{problems}",
                problems=error.sentence,
            )
        case SestanteError():
            return error.sentence
        case OSError():
            return say("The system refused: {reason}.", reason=system_reason(error))
    return say("Something unexpected happened. {error}", error=quoted(f"{type(error).__name__}: {error}"))


def own_sentence_of(error: object) -> Sentence:
    """As `sentence_of`, without the advice to install Sestante again that its own files would need."""
    return error.sentence if isinstance(error, SestanteError) else sentence_of(error)


def system_reason(error: OSError) -> Sentence:
    """Why the operating system refused, as part of a sentence."""
    if getattr(error, "winerror", None) in _WINDOWS_USED_ELSEWHERE:
        return _USED_ELSEWHERE
    return _SYSTEM_REASONS.get(error.errno or 0) or quoted(error.strerror or error)
